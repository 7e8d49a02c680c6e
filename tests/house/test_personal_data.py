"""Every field of a model that points to a person is classified for export and erasure."""

from collections.abc import Iterator

from django.apps import apps
from django.db import models

from accounts.models import Professional, User
from accounts.privacy.classification import TABLE
from accounts.privacy.treatment import Erasure

PEOPLE = (User, Professional)


def models_about_people() -> Iterator[type[models.Model]]:
    for app in ("accounts", "vacancies"):
        for model in apps.get_app_config(app).get_models(include_auto_created=False):
            if not hasattr(model, "history_id") and (model in PEOPLE or list(links_of(model))):
                yield model


def links_of(model: type[models.Model]) -> Iterator[models.Field]:
    for field in model._meta.get_fields():
        if field.concrete and field.related_model in PEOPLE:
            yield field


def fields_of(model: type[models.Model]) -> set[str]:
    return {field.name for field in model._meta.get_fields() if field.concrete}


def test_every_field_about_a_person_is_classified():
    missing = {
        model._meta.label: sorted(fields_of(model) - TABLE[model._meta.label_lower].fields)
        if model._meta.label_lower in TABLE
        else "not in accounts/privacy/classification.py"
        for model in models_about_people()
    }

    assert {label: fields for label, fields in missing.items() if fields} == {}


def test_the_classification_names_no_field_that_is_gone():
    gone = {
        label: sorted(treatment.fields - fields_of(apps.get_model(label)))
        for label, treatment in TABLE.items()
    }

    assert {label: fields for label, fields in gone.items() if fields} == {}


def test_no_field_is_both_in_the_download_and_left_out():
    for label, treatment in TABLE.items():
        withheld = " ".join((treatment.withheld or {}).values()).split()
        assert not set(withheld) & set(treatment.exported.split()), label


def test_the_database_does_what_the_classification_says():
    """A deleted row cascades from its person; an unlinked one loses the link."""
    for model in models_about_people():
        erasure = TABLE[model._meta.label_lower].erasure
        rules = {
            f.remote_field.on_delete
            for f in links_of(model)
            if hasattr(f.remote_field, "on_delete")
        }
        if model is User:
            continue
        if erasure is Erasure.DELETED:
            assert models.CASCADE in rules, model
        else:
            assert rules == {models.SET_NULL}, model


def test_a_history_row_names_only_who_changed_or_confirmed_it():
    for app in ("accounts", "vacancies"):
        for model in apps.get_app_config(app).get_models():
            if hasattr(model, "history_id"):
                assert {link.name for link in links_of(model)} <= {"history_user", "confirmed_by"}
