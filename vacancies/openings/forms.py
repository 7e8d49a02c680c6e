from django import forms


class KeepForm(forms.Form):
    """Carries the version of the profile that the change was tried on."""

    version = forms.IntegerField(widget=forms.HiddenInput)
