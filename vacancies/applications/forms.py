"""What both sides type about a yes: the words that go with it, the answer, a message."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from accounts.credentials import files
from accounts.credentials.errors import RefusedFileError
from accounts.credentials.files import AcceptedFile


class InterestForm(forms.Form):
    """What goes with a yes; the name is asked here when the profile has none."""

    name = forms.CharField(
        label=_("Your name"),
        max_length=100,
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
        error_messages={"required": _("The school wants to know who you are. Write your name.")},
    )
    message = forms.CharField(
        label=_("A few words to the school"),
        max_length=1000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text=_("For example why this work suits you. At most 1,000 characters."),
    )


class AnswerForm(forms.Form):
    """The school's answer in its own words."""

    answer = forms.CharField(
        label=_("Your message"),
        max_length=2000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text=_("Goes along in the mail. One honest sentence does more than none."),
        error_messages={"max_length": _("Your message is too long. At most 2,000 characters.")},
    )


class MessageForm(forms.Form):
    """What one side writes to the other, with a file if there is one."""

    text = forms.CharField(
        label=_("Your message"),
        max_length=4000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"max_length": _("Your message is too long. At most 4,000 characters.")},
    )
    file = forms.FileField(
        label=_("A file"),
        help_text=_("PDF, JPEG or PNG, at most 10 MB. Never send a copy with your BSN on it."),
        required=False,
        allow_empty_file=True,
        widget=forms.FileInput(attrs={"accept": files.ACCEPTED}),
    )

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
        if self.errors and cleaned.get("file"):
            self.add_error("file", _("The file is fine, but choose it again: it was not kept yet."))
        return cleaned
