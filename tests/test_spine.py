from django.core.management import call_command


def test_migrations_are_current(db, settings):
    settings.MIGRATION_MODULES = {}

    call_command("makemigrations", check=True, dry_run=True)
