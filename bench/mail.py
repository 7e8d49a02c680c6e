"""Match mails from real notices through the real code to a mail server in C; digests; notices.

One process and one connection, beside what smtplib sends of prebuilt bytes in the same run. See
`README.md`, which tells what is asked.
"""

from __future__ import annotations

import smtplib
import sys
import time
from statistics import median
from typing import TYPE_CHECKING

from measuring import milliseconds, options_of, verdict
from postfix import NoSinkError, smtp_sink
from scratch import analyse, scratch_database

if TYPE_CHECKING:
    from accounts.models import Mail
    from vacancies.models import Vacancy

LEAST_SHARE = 0.35
LEAST_PEOPLE = 20_000  # whose digest is put together in a second
MOST_S = 5.0  # to tell 100,000 people of one publication
ROUNDS = 3
PAIRS = 5  # rounds of ours and of raw, one after the other
WARM = 200
NOTICES = 3


def main() -> int:
    options = options_of(__doc__)
    options.add_argument("--mails", type=int, default=1_000, help="in each of five rounds")
    options.add_argument("--digests", type=int, default=0, help="people with a digest, instead")
    options.add_argument("--enqueue", type=int, default=0, help="people to tell, instead")
    chosen = options.parse_args()
    with scratch_database(chosen.database) as vendor:
        from field import load_taxonomy
        from readers import load_field

        load_taxonomy()
        if chosen.digests:
            return digests(vendor, chosen.digests)
        if chosen.enqueue:
            return enqueue(vendor, chosen.enqueue)
        try:
            with smtp_sink() as port:
                return mails(vendor, chosen.mails, port, load_field())
        except NoSinkError as error:
            print(f"there is no mail server to measure against: {error}", file=sys.stderr)
            return 1


# Mails


def mails(vendor: str, count: int, port: int, vacancies: list[Vacancy]) -> int:
    """Rounds of so many mails, each beside as many prebuilt ones; the middle of them counts."""
    from accounts.notifications import mime

    _queue(WARM, 0, vacancies)
    _sent(port, WARM)
    prebuilt = [mime.bytes_of(mail, wide=True) for mail in _all_sent()]
    raw: list[float] = []
    ours: list[float] = []
    work: list[float] = []
    for number in range(PAIRS):
        _queue(count, WARM + number * count, vacancies)
        raw.append(_raw(port, prebuilt, count))
        began = time.process_time()
        ours.append(_sent(port, count))
        work.append((time.process_time() - began) / count)
    shares = [one / own for one, own in zip(raw, ours, strict=True)]
    share = median(shares)
    size = sum(map(len, prebuilt)) / len(prebuilt) / 1_000
    print(f"{vendor}, {count:,} mails a round, {PAIRS} rounds, text and HTML, {size:.1f} kB each")
    print(f"raw, prebuilt  {1 / median(raw):8.0f} /s  {1_000 * median(raw):6.2f} ms each")
    print(f"ours           {1 / median(ours):8.0f} /s  {1_000 * median(ours):6.2f} ms each")
    print(
        f"ours           {share:8.2f} x raw (rounds: {', '.join(f'{one:.2f}' for one in shares)})"
    )
    print(f"ours           {1_000 * median(work):.2f} ms each on the processor")
    return verdict([] if share >= LEAST_SHARE else [f"less than {LEAST_SHARE} of raw"])


def _queue(count: int, after: int, vacancies: list[Vacancy]) -> None:
    from readers import load_readers

    from accounts.notifications import mailing

    load_readers(count, after=after, vacancies=vacancies)
    made = mailing.make_mails()
    if made != count:
        raise SystemExit(f"{made} mails of {count} people")
    analyse()


def _sent(port: int, count: int) -> float:
    """Seconds a mail, all of it: claimed, worded, kept, put in bytes, sent, noted."""
    from accounts.notifications import delivery
    from accounts.notifications.smtp import EmailBackend

    wire = EmailBackend(host="127.0.0.1", port=port, username="", password="", use_tls=False)
    started = time.perf_counter()
    sent = delivery.deliver(wire)
    took = time.perf_counter() - started
    if sent != count:
        raise SystemExit(f"{sent} mails left of {count}")
    return took / count


def _raw(port: int, prebuilt: list[bytes], count: int) -> float:
    """Seconds a mail over one connection, with nothing to do but to send it."""
    with smtplib.SMTP("127.0.0.1", port) as line:
        started = time.perf_counter()
        for number in range(count):
            content = prebuilt[number % len(prebuilt)]
            line.sendmail("post@dagdeel.example", ["reader@example.org"], content)
        return (time.perf_counter() - started) / count


def _all_sent() -> list[Mail]:
    from accounts.enums import MailState
    from accounts.models import Mail

    found = list(Mail.objects.filter(state=MailState.SENT).select_related("words"))
    if any(len(one.words.html) < 1_000 or one.words.text.count("/matches/") < 5 for one in found):
        raise SystemExit("a mail does not hold five matches")
    return found


# Digests, notices


def digests(vendor: str, count: int) -> int:
    """What would be in whose digest, with three notices each; nothing is written."""
    from datetime import timedelta

    from django.utils import timezone
    from readers import load_many, load_waiting

    from accounts.notifications import mailing, plans

    load_many(count)
    load_waiting(count, NOTICES)
    tomorrow = timezone.now() + timedelta(days=1)
    planned, _plans = milliseconds(lambda: plans.plan_new(timezone.now()))
    analyse()
    best, found = min(
        (milliseconds(lambda: sum(1 for _one in mailing.digest_contents(tomorrow))))
        for _round in range(ROUNDS)
    )
    made, mails = milliseconds(lambda: mailing.make_mails(tomorrow))
    rate = count / best * 1_000
    print(f"{vendor}, {count:,} people with {NOTICES} notices each")
    print(f"planned   {planned / 1_000:8.1f} s")
    print(f"contents  {best / 1_000:8.1f} s  {rate:8,.0f} people a second")
    print(f"queued    {made / 1_000:8.1f} s  {mails:,} mails")
    problems = [] if rate >= LEAST_PEOPLE else [f"fewer than {LEAST_PEOPLE:,} people a second"]
    problems += [] if found == mails == count else [f"{found} contents, {mails} mails"]
    return verdict(problems)


def enqueue(vendor: str, count: int) -> int:
    """One vacancy that so many people fit is published: all of them are told."""
    from readers import load_field, load_many, load_matches

    from accounts.models import Notice
    from vacancies.matching import told
    from vacancies.models import Match

    vacancy = load_field()[0]
    load_many(count)
    load_matches(vacancy, count)
    analyse()
    took, _told = milliseconds(lambda: told.tell_of(Match.objects.filter(vacancy=vacancy)))
    made = Notice.objects.filter(kind="new_matches").count()
    print(f"{vendor}, {count:,} people are told of one vacancy")
    print(f"noted     {took / 1_000:8.1f} s  {made:,} notices")
    problems = [] if took <= MOST_S * 1_000 else [f"more than {MOST_S:.0f} s"]
    return verdict(problems + ([] if made == count else [f"{made} notices"]))


if __name__ == "__main__":
    sys.exit(main())
