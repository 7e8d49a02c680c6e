"""What every table promises: known choices, no text that is null, an order."""

import pytest
from django.apps import apps
from django.db import models

OURS = [
    model
    for label in ("accounts", "vacancies")
    for model in apps.get_app_config(label).get_models()
    if not model.__name__.startswith("Historical") and not model._meta.auto_created
]
TEXT = (models.CharField, models.TextField)


def _checked_fields(model):
    """Fields that some check constraint of the model holds to a list or to more."""
    names = set()
    for constraint in model._meta.constraints:
        if isinstance(constraint, models.CheckConstraint):
            names |= {str(child).partition("__")[0] for child in _leaves(constraint.condition)}
    return names


def _leaves(condition):
    for child in condition.children:
        if isinstance(child, models.Q):
            yield from _leaves(child)
        else:
            yield child[0] if isinstance(child, tuple) else child


def _label(model):
    return model._meta.label


@pytest.mark.parametrize("model", OURS, ids=_label)
def test_choices_are_held_by_the_database(model):
    with_choices = {field.name for field in model._meta.fields if field.choices}

    assert with_choices - _checked_fields(model) == set()


@pytest.mark.parametrize("model", OURS, ids=_label)
def test_text_is_never_null(model):
    nullable = [
        field.name for field in model._meta.fields if isinstance(field, TEXT) and field.null
    ]

    assert nullable == []


@pytest.mark.parametrize("model", OURS, ids=_label)
def test_rows_have_an_order(model):
    assert model._meta.ordering
