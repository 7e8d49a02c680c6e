"""What a colleague is told when a step cannot be done."""

from django.utils.translation import gettext_lazy as _

ALREADY_A_ROLE = _("You already have a role here. Use another e-mail address for this one.")
ALREADY_A_COLLEAGUE = _("This colleague is already with you.")
CHANGED_MEANWHILE = _("A colleague changed this while you were typing. Look again before you save.")
DOMAIN_TAKEN = _("This mail domain belongs to a school that is already here.")
FREE_MAIL = _("This is a mail service for everyone, not a domain of your school.")
INVITATION_OVER = _(
    "This invitation was used, withdrawn or is older than two weeks. Ask for a new one."
)
LAST_OWNER = _("A school needs an owner. Make a colleague owner first.")
LOCATION_NAME_TAKEN = _("You already have a location with this name.")
SCHOOL_SUSPENDED = _("This school cannot be chosen at the moment.")
