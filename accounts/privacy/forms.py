from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from accounts.enums import ConsentKind
from accounts.models import User


class ConsentForm(forms.Form):
    """A yes given or taken back."""

    kind = forms.ChoiceField(choices=ConsentKind.choices)
    answer = forms.ChoiceField(choices=[("yes", "yes"), ("no", "no")])


class DeleteForm(forms.Form):
    """The own address, typed, so that nobody deletes an account by accident."""

    email = forms.CharField(
        label=_("Type your e-mail address"),
        max_length=254,
        widget=forms.EmailInput(attrs={"autocomplete": "off"}),
        error_messages={"required": _("Type your e-mail address to delete your account.")},
    )

    def __init__(self, user: User, data: Any = None) -> None:
        super().__init__(data)
        self.user = user

    def clean_email(self) -> str:
        email = str(self.cleaned_data["email"])
        if email.strip().lower() != self.user.email:
            raise ValidationError(_("This is not the address of this account."))
        return email
