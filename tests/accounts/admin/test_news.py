import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from accounts.models import AuditEvent, News, User
from tests import desk as rows
from tests.desk import faults

pytestmark = pytest.mark.django_db

TYPED = {
    "title_nl": "Nieuws",
    "title_en": "News of today",
    "text_nl": "Er is iets.",
    "text_en": "There is something.",
    "audience": "everyone",
}


def url(news: News, page: str = "mail", *more: str) -> str:
    return reverse(f"admin:accounts_news_{page}", args=[news.pk, *more])


def test_news_is_written_and_read_as_a_mail(desk: Client) -> None:
    answer = desk.post(reverse("admin:accounts_news_add"), TYPED, follow=True)

    assert answer.redirect_chain[-1][0] == url(News.objects.get())
    assert faults(answer) == []
    assert "There is something." in answer.content.decode()
    assert AuditEvent.objects.filter(verb="news.saved").count() == 1


def test_both_languages_are_needed(desk: Client) -> None:
    desk.post(reverse("admin:accounts_news_add"), TYPED | {"text_nl": ""})

    assert not News.objects.exists()


def test_a_draft_is_changed(desk: Client) -> None:
    news = rows.news()

    desk.post(url(news, "change"), TYPED)

    assert News.objects.get().title_nl == "Nieuws"


def test_news_is_told_once(desk: Client) -> None:
    news = rows.news()

    first = desk.post(url(news, "tell"), follow=True).content.decode()
    again = desk.post(url(news, "tell"), follow=True).content.decode()

    assert "It is told to 0 people. Everybody can read it." in first
    assert "This is told already. Nothing is told twice." in again


def test_what_was_told_has_no_form(desk: Client) -> None:
    news = rows.news(published_at=timezone.now())

    assert desk.get(url(news, "change")).url == url(news)
    assert desk.post(url(news, "change"), TYPED).url == url(news)
    assert desk.get(url(news, "delete")).status_code == 403
    assert News.objects.get().title_nl == "Een nieuwe kaart"


@pytest.mark.parametrize("language", ["nl", "en"])
def test_pages_are_whole(desk: Client, mo: User, language: str) -> None:
    User.objects.filter(pk=mo.pk).update(language=language)
    for news in (rows.news(), rows.news(published_at=timezone.now())):
        assert faults(desk.get(url(news))) == []


def test_the_sheet_can_do_nothing(desk: Client) -> None:
    news = rows.news()

    sheet = desk.get(url(news, "sheet", "nl"))

    assert sheet.headers["Content-Security-Policy"].endswith("sandbox")
    assert "Kijk maar." in sheet.content.decode()
    assert desk.get(url(news, "sheet", "fr")).status_code == 404


def test_nobody_else_tells(as_anna: Client, as_bram: Client) -> None:
    news = rows.news()

    for client in (as_anna, as_bram, Client()):
        assert client.get(url(news)).status_code in (302, 403)
        assert client.post(url(news, "tell")).status_code in (302, 403)
    assert News.objects.get().published_at is None
