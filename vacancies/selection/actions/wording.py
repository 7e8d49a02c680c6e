"""The texts that a school often sends."""

from hashlib import sha256

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from accounts.audit import actions as audit
from accounts.models import Institution, User
from vacancies.models import MessageTemplate
from vacancies.selection.errors import RefusedError

MOST = 50


@transaction.atomic
def save_template(
    template: MessageTemplate, *, name: str, text: str, is_for_declining: bool, by: User
) -> MessageTemplate:
    """Keep a new or changed text. Raises RefusedError for a name that is taken, or too many."""
    template.name, template.text, template.is_for_declining = name, text, is_for_declining
    if template.pk is None and _count(template.institution) >= MOST:
        raise RefusedError(_("You have %(n)d texts. Remove one first.") % {"n": MOST})
    try:
        with transaction.atomic():
            template.save()
    except IntegrityError:
        raise RefusedError(_("There is a text with this name already.")) from None
    audit.record("template.saved", template, by=by)
    return template


@transaction.atomic
def remove_template(template: MessageTemplate, *, by: User) -> None:
    """Gone for the whole school; what was sent with it stays."""
    audit.record("template.removed", template, by=by)
    template.delete()


def fingerprint(template: MessageTemplate) -> str:
    """Changes with the text: who edits an older one is told."""
    told = f"{template.name}\n{template.text}\n{template.is_for_declining}"
    return sha256(told.encode()).hexdigest()[:16] if template.pk else ""


def _count(institution: Institution) -> int:
    return MessageTemplate.objects.filter(institution=institution).count()
