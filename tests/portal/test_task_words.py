from celery import current_app

from portal import task_words

OURS = ("portal.", "accounts.", "vacancies.")


def test_every_task_is_worded():
    tasks = {name for name in current_app.tasks if name.startswith(OURS)}

    assert tasks - set(task_words.NAMES) == set()


def test_task_of_long_ago_is_told_by_its_name():
    assert task_words.name_of("portal.of_long_ago") == "portal.of_long_ago"
