"""Model fields of our own."""

from typing import Any

from django.db import models
from django.forms import Field


class WebField(models.URLField):  # type: ignore[type-arg]  # Django has no such thing at run time
    """A web address; typed without a scheme it is https."""

    def formfield(self, **kwargs: Any) -> Field | None:
        return super().formfield(**{"assume_scheme": "https", **kwargs})

    def deconstruct(self) -> tuple[str, str, Any, Any]:
        name, _path, args, kwargs = super().deconstruct()
        return name, "django.db.models.URLField", args, kwargs
