"""A form that comes back says first, and in one place, what is wrong, with a way to each field."""

import re
from copy import deepcopy

from django.db import transaction
from django.http import HttpResponse
from django.test import Client

from tests.house.addresses import ENTER, Address, is_page, own_addresses

SENDERS = ("anna", "bram", "mo")
WRONG = re.compile(r'aria-invalid="true"|class="error-text"[^>]*>\s*(?!\s|</)')
SUMMARY = re.compile(r'<div class="error-summary".*?</div>', re.DOTALL)


def test_a_form_that_comes_back_begins_with_what_is_wrong(world):
    refused, faults = set(), {}
    for address in own_addresses():
        for person in [one for one in SENDERS if address.meant_for(one) == ENTER][:1]:
            answer = _sent_empty(world.clients[person], _path(world, address))
            if is_page(answer) and WRONG.search(page := answer.content.decode()):
                refused.add(address.name)
                faults[address.name] = _faults(page)

    assert len(refused) > 20
    assert {name: found for name, found in faults.items() if found} == {}


def _path(world, address: Address) -> str:
    return address.url(world.arguments(address.name))


def _sent_empty(reader: Client, path: str) -> HttpResponse:
    """What comes of a form with nothing in it, not even its token; of what it did nothing stays."""
    cookies = deepcopy(reader.cookies)
    with transaction.atomic():
        answer = reader.post(path)
        transaction.set_rollback(True)
    reader.cookies = cookies
    return answer


def _faults(page: str) -> list[str]:
    summaries = SUMMARY.findall(page)
    if len(summaries) != 1 or "data-focus" not in summaries[0]:
        return [f"{len(summaries)} summaries, or one that takes no focus"]
    targets = re.findall(r'href="#([^"]+)"', summaries[0])
    return [f"leads nowhere: {one}" for one in targets if f'id="{one}"' not in page]
