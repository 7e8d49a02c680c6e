"""A paper: only what its kind asks. And what the law asks besides papers."""

from typing import Any, cast

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.credentials import files, kinds
from accounts.credentials.actions import Answers
from accounts.credentials.errors import RefusedFileError
from accounts.credentials.files import AcceptedFile
from accounts.credentials.kinds import Facts
from accounts.enums import CourseKind, CredentialOrigin, CredentialScope
from accounts.models import Credential, RouteAnswers
from portal.kit.forms import DayField

CHOOSE = {"required": _("Choose one."), "invalid_choice": _("Choose from the list.")}
COVER = _(
    "PDF, JPEG or PNG, at most 10 MB. First cover your citizen service number (BSN) on the copy. "
    "Schools do not need it here, and we do not want it."
)
UNKNOWN = ("", _("I don't know"))


class PaperForm(forms.Form):
    """One paper of a kind; `paper` is the one that is changed."""

    origin = forms.ChoiceField(
        label=_("Where is it from?"),
        choices=CredentialOrigin.choices,
        required=False,
        widget=forms.RadioSelect,
        error_messages=CHOOSE,
    )
    scope = forms.ChoiceField(
        label=_("Which work is it about?"),
        choices=CredentialScope.choices,
        required=False,
        widget=forms.RadioSelect,
        error_messages=CHOOSE,
    )
    field = forms.CharField(max_length=80, required=False)
    issuer = forms.CharField(
        label=_("Issued by"),
        help_text=_("The school or organisation whose name is on it."),
        max_length=120,
        required=False,
    )
    issued_on = DayField(label=_("Issued on"))
    valid_until = DayField(
        label=_("Valid until"), help_text=_("Leave this empty if there is no last day.")
    )
    drop_file = forms.BooleanField(label=_("Delete the file that is there now"), required=False)
    file = forms.FileField(
        label=_("Photo or scan"),
        help_text=COVER,
        required=False,
        allow_empty_file=True,
        widget=forms.FileInput(attrs={"accept": files.ACCEPTED}),
    )

    def __init__(
        self, kind: str, data: Any = None, sent: Any = None, *, paper: Credential | None = None
    ) -> None:
        super().__init__(data, sent, initial=_told(paper) if paper else None)
        self.kind, self.rule = kind, kinds.RULES[kind]
        asked = [*self.rule.asks, *(["file"] if self.rule.takes_file else [])]
        if paper and paper.file:
            asked.insert(-1, "drop_file")
            self.fields["file"].label = _("Another file in its place")
        self.fields = {name: self.fields[name] for name in asked}
        for name in self.rule.needs:
            self.fields[name].required = True
            if not isinstance(self.fields[name], forms.ChoiceField):
                self.fields[name].error_messages["required"] = _("Fill this in.")
        if "field" in self.fields:
            self.fields["field"].label = cast(str, self.rule.field_label)
            self.fields["field"].help_text = cast(str, self.rule.field_help)

    def clean_field(self) -> str:
        return " ".join(self.cleaned_data["field"].split())

    def clean_issuer(self) -> str:
        return " ".join(self.cleaned_data["issuer"].split())

    def clean_file(self) -> AcceptedFile | None:
        upload = self.files.get(self.add_prefix("file"))
        if upload is None:
            return None
        try:
            return files.accepted(upload)
        except RefusedFileError as refusal:
            raise ValidationError(str(refusal)) from refusal

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        for name, message in kinds.faults(self.kind, self.facts, timezone.localdate()).items():
            if name in self.fields and name not in self.errors:
                self.add_error(name, cast(str, message))
        if self.errors and cleaned.get("file"):
            self.add_error("file", _("The file is fine, but choose it again: it was not kept yet."))
        return cleaned

    @property
    def facts(self) -> Facts:
        """What was typed, as the actions keep it."""
        names = self.rule.asks
        return Facts(**{name: value for name, value in self.cleaned_data.items() if name in names})

    @property
    def new_file(self) -> AcceptedFile | None:
        return self.cleaned_data.get("file")

    @property
    def drops_file(self) -> bool:
        return bool(self.cleaned_data.get("drop_file"))


class AnswersForm(forms.Form):
    """Anything may stay open; what is open is not known, and never counts as a no."""

    all_told = forms.ChoiceField(
        label=_("Are these all your papers?"),
        help_text=_("If they are, we can say sooner what is not open to you, and why."),
        choices=[("yes", _("Yes, these are all my papers")), UNKNOWN],
        required=False,
        widget=forms.RadioSelect,
        error_messages=CHOOSE,
    )
    no_ban = forms.ChoiceField(
        label=_("Has a judge forbidden you to work in education?"),
        help_text=_("We keep only that you declare this, and you can take it back."),
        choices=[
            ("yes", _("No, that is what I declare")),
            ("", _("I declare nothing about it")),
        ],
        required=False,
        widget=forms.RadioSelect,
        error_messages=CHOOSE,
    )
    practice_since = DayField(
        label=_("Since when do you do the work that you want to teach?"),
        help_text=_(
            "Work without long breaks, also part-time. Not sure of the day? Choose the first of the "
            "month. You don't know? Leave it empty."
        ),
    )
    instructor_since = DayField(
        label=_("Since when have you been an instructor at an mbo school?"),
        help_text=_("Never, or you don't know? Leave it empty."),
    )
    course_kind = forms.ChoiceField(
        label=_("Do you follow a course in which you work as an instructor?"),
        choices=[*CourseKind.choices, ("", _("No, or I don't know"))],
        required=False,
        widget=forms.RadioSelect,
        error_messages=CHOOSE,
    )
    course_until = DayField(label=_("Until when does that course take?"))

    def __init__(self, row: RouteAnswers, data: Any = None) -> None:
        self.row = row
        super().__init__(
            data,
            initial={
                "all_told": "yes" if row.papers_told_on else "",
                "no_ban": "yes" if row.no_ban_declared_on else "",
                "practice_since": row.practice_since,
                "instructor_since": row.instructor_since,
                "course_kind": row.course_kind,
                "course_until": row.course_until,
            },
        )

    def clean_practice_since(self) -> Any:
        return self._past("practice_since")

    def clean_instructor_since(self) -> Any:
        return self._past("instructor_since")

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        kind, until = cleaned.get("course_kind"), cleaned.get("course_until")
        if kind and not until and "course_until" not in self.errors:
            self.add_error("course_until", _("Tell until when the course takes."))
        if until and not kind and "course_kind" not in self.errors:
            self.add_error("course_kind", _("Choose which course it is."))
        return cleaned

    @property
    def answers(self) -> Answers:
        """What was told; a yes of before keeps its day."""
        today, told = timezone.localdate(), self.cleaned_data
        all_told, no_ban = self.row.papers_told_on or today, self.row.no_ban_declared_on or today
        return Answers(
            papers_told_on=all_told if told["all_told"] else None,
            no_ban_declared_on=no_ban if told["no_ban"] else None,
            practice_since=told["practice_since"],
            instructor_since=told["instructor_since"],
            course_kind=told["course_kind"],
            course_until=told["course_until"],
        )

    def _past(self, name: str) -> Any:
        value = self.cleaned_data[name]
        today = timezone.localdate()
        if value and value > today:
            raise ValidationError(_("This day is still to come."))
        if value and value.year < today.year - kinds.OLDER:
            raise ValidationError(_("Look at the year: this is too long ago."))
        return value


def _told(paper: Credential) -> dict[str, Any]:
    return {name: getattr(paper, name) for name in kinds.RULES[paper.kind].asks}
