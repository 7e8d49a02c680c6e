from django.urls import reverse

from accounts.models import Notice
from accounts.notifications.registry import kind_of
from tests import factories
from vacancies.enums import DismissReason
from vacancies.matching import actions
from vacancies.matching.tokens import Answer, answer_path
from vacancies.models import Match


def items_of(kind):
    notices = list(Notice.objects.filter(kind=kind).order_by("pk"))
    return kind_of(kind).words(notices)


def test_a_match_in_words(match, vacancy):
    (item,) = items_of("new_matches")

    assert (item.title, item.url) == (vacancy.title, vacancy.get_absolute_url())
    assert item.lines == (
        "Deltion College, Zwolle, less\u00a0than\u00a01\u00a0km.",
        "Score: 97 out of 100.",
    )
    assert item.reasons[0].text.startswith("you are free on 2 of the 4 day-parts asked.")
    assert len(item.reasons) == 3
    assert (item.asked, item.rank) == (vacancy.day_parts_mask, 97)
    assert [link.url for link in item.links] == [
        answer_path(match.pk, Answer.YES),
        answer_path(match.pk, Answer.NO),
        reverse("my_match", args=[match.pk]),
    ]


def test_the_subject_names_the_first_vacancy_and_school(anna, vacancy):
    actions.refresh_professional(anna)
    actions.refresh_vacancy(vacancy)
    kind = kind_of("new_matches")
    assert kind.subject(items_of("new_matches")) == "Gastdocent lassen, Deltion College"

    actions.refresh_vacancy(factories.VacancyFactory(title="Instructeur"))

    items = items_of("new_matches")
    assert kind.subject(items) == "Gastdocent lassen, Deltion College, and 1 more"
    assert kind.intro(items) == "2 vacancies fit your week and your trade."


def test_words_of_many_take_a_constant_number_of_queries(vacancy, django_assert_max_num_queries):
    actions.refresh_vacancy(vacancy)
    for one in factories.ProfessionalFactory.create_batch(4):
        actions.refresh_professional(one)

    with django_assert_max_num_queries(9):
        assert len(items_of("new_matches")) == 4


def test_what_is_no_longer_true_is_not_told(match, anna):
    actions.dismiss(match, reason=DismissReason.PAY, by=anna.user)
    assert items_of("new_matches") == []

    actions.undismiss(match, by=anna.user)
    Match.objects.update(is_current=False)
    assert items_of("new_matches") == []
    assert items_of("new_candidates") == []


def test_hr_hears_how_many_fit_and_not_who(bram, vacancy):
    actions.refresh_vacancy(vacancy)
    for one in factories.ProfessionalFactory.create_batch(2):
        actions.refresh_professional(one)

    (item,) = items_of("new_candidates")

    assert item.title == "2 new professionals fit: Gastdocent lassen"
    assert item.url == f"/school/vacatures/{vacancy.code}/vakmensen/"
    notice = Notice.objects.get(kind="new_candidates")
    assert (notice.recipient, set(notice.facts)) == (bram, {"vacancy", "on"})
    assert notice.institution == vacancy.institution


def test_an_invitation_in_words(match, bram):
    actions.invite(match, by=bram)

    (item,) = items_of("invitation")

    kind = kind_of("invitation")
    assert kind.subject([item]) == "Deltion College invites you: Gastdocent lassen"
    assert kind.intro([item]) == ("A school read your profile without your name and invites you.")
    assert kind.more_url() == "/mijn/matches/"
