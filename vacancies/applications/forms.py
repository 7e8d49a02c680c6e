from django import forms
from django.utils.translation import gettext_lazy as _


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
