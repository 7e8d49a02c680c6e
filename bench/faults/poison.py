"""Mails that cannot be sent, or that kill whoever words them: parked, seen, retried by hand."""

import re
from typing import Any, Final
from urllib.parse import urlencode
from urllib.request import HTTPRedirectHandler, Request, build_opener

from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore

from accounts.models import Mail, User
from accounts.models.notification import MAX_ATTEMPTS
from accounts.notifications import stops
from bench.faults import rows
from bench.faults.notices import KILLS, RAISES
from bench.faults.plan import Outcome
from bench.faults.running import Site
from bench.faults.sink import UNKNOWN, UNWANTED
from bench.faults.telling import AT_ONCE, Teller, finish

POISONS: Final = (
    ("raising-", RAISES, "cannot be worded"),
    ("killing-", KILLS, "kills its worker"),
    (UNWANTED, "", "554 after DATA"),
    (UNKNOWN, "", "550 at RCPT"),
)
TOKEN: Final = re.compile(r'name="csrfmiddlewaretoken" value="([^"]+)"')


def poison(site: Site, outcome: Outcome) -> None:
    count = site.plan.notices
    teller = Teller(site, count, 6, 3.0)
    site.start()
    teller.begin()
    for number, (prefix, kind, _what) in enumerate(POISONS, start=count):
        site.tell(AT_ONCE, number, 1, first=rows.people(1, prefix), people=1, poison=kind)
    teller.finish()
    _until_parked(site)
    mails = rows.parked()
    most = max((mail.attempts for mail in mails), default=0)
    outcome.expect(most <= MAX_ATTEMPTS, f"parked after {most} attempts")
    _by_hand(site, mails, outcome)
    finish(site, outcome, range(count + len(POISONS)))
    outcome.remark = f"{len(mails)} parked, attempts " + ", ".join(str(m.attempts) for m in mails)
    outcome.expect(outcome.duplicates == 0, f"{outcome.duplicates} came twice")


def _until_parked(site: Site) -> None:
    """The others are sent and the four lie apart; the hours between attempts are skipped."""

    def settled() -> bool:
        rows.let_time_pass()
        return rows.unfinished() == 0 and len(rows.parked()) >= len(POISONS)

    site.until(settled, "the poisoned mails are parked", site.plan.patience_s)


def _by_hand(site: Site, mails: list[Mail], outcome: Outcome) -> None:
    """A moderator sees them on the desk; the cause is taken away, and each is sent again."""
    desk = Desk(site, rows.moderator())
    shown = desk.read("/beheer/accounts/mail/?state__exact=parked")
    for prefix, _kind, what in POISONS:
        outcome.expect(prefix in shown, f"not on the desk: {what}")
    (site.folder / "healed").touch()
    site.mail.be("heal")
    for user in User.objects.exclude(mail_stop="").order_by("pk"):
        stops.resume_mail(user, by=desk.user)
    for mail in rows.parked():
        page = f"/beheer/accounts/mail/{mail.pk}"
        desk.press(f"{page}/change/", f"{page}/retry/")


class Desk:
    """The admin through the running web, as a signed-in moderator."""

    def __init__(self, site: Site, user: User) -> None:
        self.site, self.user = site, user
        session = SessionStore()
        session[SESSION_KEY] = str(user.pk)
        session[BACKEND_SESSION_KEY] = settings.AUTHENTICATION_BACKENDS[0]
        session[HASH_SESSION_KEY] = user.get_session_auth_hash()
        session.create()
        self.cookie = f"{settings.SESSION_COOKIE_NAME}={session.session_key}"

    def read(self, path: str) -> str:
        return self._ask(path, self.cookie, None)

    def press(self, page: str, target: str) -> None:
        """The button on that page which posts there."""
        token = TOKEN.search(self.read(page))
        if token is None or target not in self.read(page):
            raise AssertionError(f"{page} has no button for {target}")
        # a masked token may stand for the cookie as well: both say the same secret
        cookie = f"{self.cookie}; {settings.CSRF_COOKIE_NAME}={token[1]}"
        self._ask(target, cookie, urlencode({"csrfmiddlewaretoken": token[1]}).encode())

    def _ask(self, path: str, cookie: str, body: bytes | None) -> str:
        request = Request(self.site.address + path, body, headers={"Cookie": cookie})
        with OPENER.open(request, timeout=30) as answer:
            return str(answer.read().decode())


class Stay(HTTPRedirectHandler):
    """A redirect is an answer."""

    def http_error_302(self, _request: Request, answer: Any, *_rest: Any) -> Any:
        return answer


OPENER: Final = build_opener(Stay)
