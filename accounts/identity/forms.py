from allauth.account.forms import ConfirmLoginCodeForm, LoginForm, RequestLoginCodeForm
from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

MAX_ADDRESS = 254


class DoorForm(RequestLoginCodeForm):
    """One address, for who is known and who is new; allauth's rate limits hold."""

    email = forms.EmailField(
        label=_("Your e-mail address"),
        max_length=MAX_ADDRESS,
        help_text=_("We send you a code. You need no password."),
        widget=forms.EmailInput(attrs={"autocomplete": "email", "inputmode": "email"}),
        error_messages={
            "required": _("Write your e-mail address."),
            "invalid": _("This is not an e-mail address. It looks like name@example.nl."),
        },
    )


class CodeForm(ConfirmLoginCodeForm):
    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["code"]
        field.label = _("The code from your mail")
        field.widget.attrs.update(autocomplete="one-time-code", spellcheck="false")
        field.widget.attrs.pop("placeholder", None)
        field.error_messages["required"] = _("Write the code from your mail.")


class PasswordDoorForm(LoginForm):
    """Signing in with a password, for who added one; nobody signs up with one."""

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.fields["login"].label = _("Your e-mail address")
        for name in ("login", "password"):
            self.fields[name].widget.attrs.pop("placeholder", None)

    def _setup_password_field(self) -> None:
        """Keep the field, which allauth takes away where signing up asks for no password."""


class LanguageForm(forms.Form):
    language = forms.ChoiceField(choices=settings.LANGUAGES)
    next = forms.CharField(required=False, max_length=2000)
