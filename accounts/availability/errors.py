"""Why a change of somebody's own profile is refused."""


class StaleProfileError(Exception):
    """The profile was saved elsewhere since this form was shown; `version` is the one of now."""

    def __init__(self, version: int) -> None:
        super().__init__("the profile was saved elsewhere in the meantime")
        self.version = version
