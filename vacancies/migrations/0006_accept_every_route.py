"""A vacancy of before routes were asked accepts every route that opens its function.

A career switcher in training only where the school trains. The approved text gets the same, so
that nothing seems changed since.
"""

from django.db import migrations

IN_TRAINING = 1 << 3
OPENS = {
    "practice_coach": 0b011110000000,
    "guest_teacher": 0b000000111111,
    "instructor": 0b001110000000,
    "teacher": 0b000000011111,
    "contract_trainer": 0b000001011111,
    "workplace_trainer": 0b100000000000,
    "other_staff": 0b010000000000,
}
BATCH = 500


def accept(apps, schema_editor):
    vacancies = apps.get_model("vacancies", "Vacancy").objects.using(schema_editor.connection.alias)
    waiting = vacancies.filter(routes_mask=0).exclude(function_kind="")
    rows = []
    for row in waiting.only("function_kind", "will_train", "approved_snapshot").iterator(BATCH):
        opens = OPENS[row.function_kind]
        row.routes_mask = opens if row.will_train else opens & ~IN_TRAINING
        if row.approved_snapshot:
            row.approved_snapshot |= {"routes_mask": row.routes_mask, "named_teacher": ""}
        rows.append(row)
    vacancies.bulk_update(rows, ["routes_mask", "approved_snapshot"], batch_size=BATCH)


class Migration(migrations.Migration):

    dependencies = [
        ("vacancies", "0005_one_open_constant"),
    ]

    operations = [migrations.RunPython(accept, migrations.RunPython.noop)]
