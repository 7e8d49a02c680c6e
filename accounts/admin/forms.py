from django import forms
from django.core.validators import RegexValidator
from django.utils.translation import gettext_lazy as _

from accounts.models import Institution, News


class ReasonForm(forms.Form):
    reason = forms.CharField(
        label=_("Reason"),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": _("Write the reason in a sentence.")},
    )


class MailDomainForm(forms.Form):
    domain = forms.CharField(
        label=_("Mail domain"),
        max_length=120,
        help_text=_("What stands after the at sign, for example deltion.nl."),
        validators=[
            RegexValidator(
                r"^@?([a-zA-Z0-9-]+\.)+[a-zA-Z]{2,}$",
                _("Write a mail domain like deltion.nl, without a name before it."),
            )
        ],
        error_messages={"required": _("Write a mail domain like deltion.nl.")},
    )


class InstitutionForm(forms.ModelForm):
    """The facts of a school; `version` is what the moderator saw."""

    version = forms.IntegerField(widget=forms.HiddenInput)

    class Meta:
        model = Institution
        fields = (
            *("name", "aliases", "kind", "brin", "other_brins", "kvk"),
            *("website", "holiday_region", "prep_factor"),
        )


class NewsForm(forms.ModelForm):
    """News in both languages."""

    class Meta:
        model = News
        fields = ("title_nl", "text_nl", "title_en", "text_en", "audience")
