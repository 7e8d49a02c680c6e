"""The desk in a real browser, light and dark, on a phone and on a desk."""

import pytest
from django.urls import reverse

from accounts.models import Mail, News, User
from tests.browser.accessibility import PHONE, RULES, barriers
from tests.desk import ROWS, page
from vacancies.models import PayTable, Vacancy, WordingRule

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
OF_THE_LAW = RULES | {"runOnly": [tag for tag in RULES["runOnly"] if tag != "best-practice"]}


@pytest.fixture
def addresses():
    rows = {model: make(1) for model, make in ROWS.items()}
    shown = ("Institution", "Mail", "Professional", "Vacancy", "Competence")
    return [
        reverse("admin:index"),
        page(Vacancy, "changelist"),
        page(Mail, "changelist"),
        reverse("admin:mail_health"),
        reverse("admin:accounts_news_mail", args=[rows[News].pk]),
        *(page(model, "change", row.pk) for model, row in rows.items() if model.__name__ in shown),
        page(PayTable, "change", rows[PayTable].pk),
        page(WordingRule, "history", rows[WordingRule].pk),
        page(WordingRule, "import"),
        page(WordingRule, "export"),
    ]


def test_the_desk_is_quiet_narrow_and_open_to_all(addresses, desk, live_server, new_context):
    User.objects.update(language="nl")
    context = new_context()
    context.add_cookies(
        [{"name": "sessionid", "value": desk.cookies["sessionid"].value, "url": live_server.url}]
    )
    browser, said = context.new_page(), []
    browser.on("console", lambda line: said.append(line.text) if line.type == "error" else None)
    browser.on("pageerror", lambda error: said.append(str(error)))

    wrong = {url: found for url in addresses if (found := _faults(browser, live_server, url))}

    assert wrong == {}
    assert said == []


def _faults(browser, live_server, url):
    browser.goto(live_server.url + url)
    return barriers(browser, rules=OF_THE_LAW, narrow=PHONE)
