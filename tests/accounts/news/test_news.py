import pytest
from django.core import mail
from django.urls import reverse
from django.utils import timezone, translation

from accounts.enums import Category, Frequency, Language, NewsAudience, NoticeState
from accounts.models import AuditEvent, News, Notice
from accounts.news import actions, preview, queries
from accounts.notifications import delivery
from accounts.notifications.actions import set_frequency
from tests import desk, factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def asked(anna, bram):
    """Anna wants news at once, bram every week; carla asked for nothing."""
    set_frequency(anna.user, Category.NEWS, Frequency.AT_ONCE, by=anna.user)
    set_frequency(bram, Category.NEWS, Frequency.WEEKLY, by=bram)
    return anna.user, bram


def told_to():
    return list(
        Notice.objects.order_by("recipient__email").values_list("recipient__email", flat=True)
    )


def test_news_is_told_to_who_asked_for_it(asked, carla, mo):
    news = desk.news()

    people = actions.tell(news, by=mo)

    assert people == 2
    assert told_to() == ["anna@example.org", "bram@deltion.example"]
    assert news.published_at is not None
    assert AuditEvent.objects.get(verb="news.told").detail == {"people": 2}


@pytest.mark.parametrize(
    ("audience", "people"),
    [
        (NewsAudience.PROFESSIONALS, ["anna@example.org"]),
        (NewsAudience.SCHOOLS, ["bram@deltion.example"]),
    ],
)
def test_news_is_told_to_its_audience(asked, mo, audience, people):
    actions.tell(desk.news(audience=audience), by=mo)

    assert told_to() == people


def test_who_stopped_news_or_is_gone_hears_nothing(asked, mo):
    anna, bram = asked
    set_frequency(anna, Category.NEWS, Frequency.NEVER, by=anna)
    bram.is_active = False
    bram.save()

    assert actions.tell(desk.news(), by=mo) == 0


def test_news_is_told_once(asked, mo):
    news = desk.news()
    actions.tell(news, by=mo)

    with pytest.raises(actions.RefusedError):
        actions.tell(news, by=mo)

    assert len(told_to()) == 2


def test_what_was_told_stays_as_it_is(mo):
    news = desk.news()
    actions.tell(News.objects.get(), by=mo)
    news.title_nl = "Iets anders"

    with pytest.raises(actions.RefusedError):
        actions.save(news, by=mo)

    assert News.objects.get().title_nl == "Een nieuwe kaart"


def test_mail_has_the_opening_and_leads_to_the_rest(asked, mo):
    actions.tell(desk.news(), by=mo)

    delivery.deliver()

    (letter,) = mail.outbox
    assert (letter.to, letter.subject) == (["anna@example.org"], "A new map")
    assert "Have a look." in letter.body
    assert "It is there." not in letter.body
    assert reverse("news_item", args=[News.objects.get().pk]) in letter.body


def test_preview_is_the_mail_in_both_languages(mo):
    told = dict(preview.mails(desk.news(), mo))

    assert [words.subject for words in told.values()] == ["Een nieuwe kaart", "A new map"]
    assert "Hello Mo," in told[Language.ENGLISH].text
    assert Notice.objects.count() == 0


def test_everybody_reads_what_was_told(client, carla):
    news = desk.news(audience=NewsAudience.SCHOOLS, published_at=timezone.now())
    draft = desk.news(title_en="A draft")

    with translation.override("en"):
        text = client.get(reverse("news"), headers={"accept-language": "en"}).content.decode()

    assert "A new map" in text
    assert "A draft" not in text
    assert client.get(reverse("news_item", args=[news.pk])).status_code == 200
    assert client.get(reverse("news_item", args=[draft.pk])).status_code == 404


def test_reading_it_is_having_read_the_notice(asked, mo, sign_in):
    news = desk.news()
    actions.tell(news, by=mo)

    page = sign_in(asked[0]).get(reverse("news_item", args=[news.pk])).content.decode()

    read = Notice.objects.get(recipient=asked[0])
    assert read.read_at is not None
    assert "It is there." in page
    assert Notice.objects.get(recipient=asked[1]).read_at is None


def test_text_is_shown_as_text(client):
    news = desk.news(text_nl="<script>x</script>", published_at=timezone.now())

    text = client.get(reverse("news_item", args=[news.pk])).content.decode()

    assert "<script>x" not in text


@pytest.mark.parametrize("number", [1, 3])
def test_list_costs_the_same_for_any_number(client, django_assert_num_queries, number):
    for _ in range(number):
        desk.news(published_at=timezone.now())

    with django_assert_num_queries(2):
        client.get(reverse("news"))


def test_notice_of_news_that_is_gone_is_taken_back(asked, mo):
    actions.tell(desk.news(), by=mo)
    News.objects.all().delete()

    delivery.deliver()

    assert Notice.objects.get(recipient=asked[0]).state == NoticeState.WITHDRAWN
    assert mail.outbox == []
    assert list(queries.told()) == []


def test_readers_are_found_with_few_questions(asked, django_assert_num_queries):
    factories.UserFactory()

    with django_assert_num_queries(1):
        assert len(queries.readers_of(desk_draft())) == 2


def desk_draft():
    return News(audience=NewsAudience.EVERYONE)
