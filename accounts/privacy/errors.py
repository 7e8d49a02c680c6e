"""Why an account is not deleted yet."""


class LastOwnerError(Exception):
    """Colleagues would be left without an owner."""


class StaffAccountError(Exception):
    """Moderators' accounts are ended by another moderator, in the admin."""
