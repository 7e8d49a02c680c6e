from django import forms
from django.utils.translation import gettext_lazy as _


class VersionForm(forms.Form):
    """What the moderator saw."""

    version = forms.IntegerField(widget=forms.HiddenInput)


class ReasonForm(forms.Form):
    """A reason that the school reads word for word."""

    reason = forms.CharField(
        label=_("What should the school change?"),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("The school reads this word for word, in the mail and beside the vacancy."),
        error_messages={"required": _("Write what the school should change.")},
    )


class TakeDownForm(ReasonForm):
    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        self.fields["reason"].label = _("Why does this vacancy have to go?")
        self.fields["reason"].error_messages["required"] = _("Write why the vacancy has to go.")
