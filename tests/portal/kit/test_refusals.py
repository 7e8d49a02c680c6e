from django.utils.translation import gettext_lazy

from portal.kit.refusals import RefusedError


def test_a_refusal_says_where_it_went_wrong():
    refusal = RefusedError(gettext_lazy("Choose one."), "slots")

    assert (str(refusal), refusal.field) == ("Choose one.", "slots")
    assert RefusedError("No.").field == ""
