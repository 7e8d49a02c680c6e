from accounts.identity import letters
from accounts.notifications import kind_words, registry
from vacancies.selection.notices import QUESTION


def test_every_kind_has_a_name():
    of_allauth = {*letters.CODES, *letters.CHANGES, *letters.OTHERS}
    registered = {kind.key for kind in registry.all_kinds() if not kind.key.startswith("test_")}
    keys = registered | {
        *(prefix.rpartition("/")[2] for prefix in of_allauth),
        *("digest_daily", "digest_weekly", "invitation_of_colleague", "employer", QUESTION),
    }

    assert {key for key in keys if kind_words.name_of(key) == key} == set()


def test_kind_that_is_gone_is_told_by_its_key():
    assert kind_words.name_of("of_long_ago") == "of_long_ago"
