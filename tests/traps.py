"""What fails a test by itself: a template of ours that names what it was not given."""

import sys
from pathlib import Path
from types import FrameType

from django.template.base import FilterExpression, Node

TEMPLATES = Path(__file__).resolve().parent.parent / "templates"
OF_ALLAUTH = TEMPLATES / "allauth"
WITH_DEFAULT = {"default", "default_if_none"}


class UnknownVariable(str):
    """Django asks whether this text is empty when a variable is unknown: the moment to complain.

    A variable that goes straight into `default` may be absent; so may any in a template that is
    not ours or stands in for one of allauth's: they count on it.
    """

    __slots__ = ()

    def __bool__(self) -> bool:
        frame = sys._getframe(1)
        expression = frame.f_locals.get("self")
        if not isinstance(expression, FilterExpression):
            return False
        if expression.filters and expression.filters[0][0].__name__ in WITH_DEFAULT:
            return False
        template = _template_of(frame)
        if template is None or TEMPLATES not in template.parents or OF_ALLAUTH in template.parents:
            return False
        raise AssertionError(f"{template.name} does not know {{{{ {expression} }}}}")


def _template_of(frame: FrameType | None) -> Path | None:
    """The template of the node that is being rendered."""
    while frame is not None:
        node = frame.f_locals.get("self")
        if isinstance(node, Node) and getattr(node, "origin", None) is not None:
            return Path(node.origin.name)
        frame = frame.f_back
    return None
