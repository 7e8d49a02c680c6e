import pytest
from django.core.management import call_command

from accounts.models import Competence, User


@pytest.fixture
def elsewhere(settings, tmp_path):
    """A state folder and static files of this test alone."""
    files = tmp_path / "files"
    files.mkdir()
    (files / "a.css").write_text("a{}")
    settings.STATE_DIR = tmp_path / "var"
    settings.STATIC_ROOT = tmp_path / "var" / "static"
    settings.STATICFILES_DIRS = [files]
    settings.STATICFILES_FINDERS = ["django.contrib.staticfiles.finders.FileSystemFinder"]
    settings.STORAGES = {
        **settings.STORAGES,
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
    }
    return tmp_path


@pytest.mark.django_db
def test_public_site_gets_reference_data_and_nobody(elsewhere, settings):
    settings.DEMO = False

    call_command("prepare")

    assert Competence.objects.count() >= 400
    assert not User.objects.exists()
    assert not (elsewhere / "var/welcome.txt").exists()


@pytest.mark.django_db
def test_static_files_are_collected_when_one_changed(elsewhere, capsys):
    call_command("prepare")
    first = capsys.readouterr().out
    call_command("prepare")
    second = capsys.readouterr().out
    (elsewhere / "files/a.css").write_text("a{color:red}")
    call_command("prepare")

    collected = [
        "Collecting static files" in said for said in (first, second, capsys.readouterr().out)
    ]
    assert collected == [True, False, True]
    assert (elsewhere / "var/static/a.css").read_text() == "a{color:red}"
