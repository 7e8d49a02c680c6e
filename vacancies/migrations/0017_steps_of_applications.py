"""Applications of before get the steps that are known of them, and the school's answer in words."""

from collections.abc import Iterator

from django.db import migrations

NOT_KEPT = (
    "Achteraf opgeschreven: toen een school nog in één keer koos, werd deze stap niet bewaard."
)
PATHS = {
    "new": (),
    "withdrawn": ("withdraw",),
    "declined": ("decline",),
    "placed": ("offer", "accept"),
}
TARGETS = {"withdraw": "withdrawn", "decline": "declined", "offer": "offered", "accept": "placed"}
BATCH = 500


def tell_steps(apps, schema_editor):
    step_model = apps.get_model("vacancies", "ApplicationStep")
    message_model = apps.get_model("vacancies", "Message")
    rows = apps.get_model("vacancies", "Application").objects.filter(steps=None)
    actors = dict(
        apps.get_model("accounts", "AuditEvent")
        .objects.filter(target_type="vacancies.application", verb="application.declined")
        .order_by("pk")
        .values_list("target_id", "actor")
    )
    steps, answers = [], []
    for row in rows.select_related("professional").order_by("pk"):
        steps += [step_model(application=row, **step) for step in _steps_of(row, actors)]
        if row.answer and row.ended_at:
            answers.append(
                message_model(application=row, side="school", text=row.answer, at=row.ended_at)
            )
    step_model.objects.bulk_create(steps, BATCH)
    message_model.objects.bulk_create(answers, BATCH)


def _steps_of(row, actors) -> Iterator[dict[str, object]]:
    """The yes, and the shortest way from it to how it ended."""
    user = row.professional.user_id
    yes = {"side": "professional", "by_id": user, "at": row.created_at}
    yield {"verb": "say_yes", "source": "", "target": "new", **yes}
    state = "new"
    at = max(row.created_at, row.ended_at or row.created_at)
    for verb in PATHS[row.status]:
        step = {"verb": verb, "source": state, "target": TARGETS[verb], "at": at}
        yield step | _taken_by(verb, user, actors.get(row.pk), is_told=row.pk in actors)
        state = TARGETS[verb]


def _taken_by(verb, user, actor, *, is_told) -> dict[str, object]:
    if verb == "withdraw":
        return {"side": "professional", "by_id": user}
    if verb == "decline":
        return {"side": "school" if actor or not is_told else "clock", "by_id": actor}
    return {"side": "clock", "reason": NOT_KEPT}


def forget_steps(apps, schema_editor):
    """Back: the last words of the school are its answer again."""
    for row in apps.get_model("vacancies", "Application").objects.exclude(ended_at=None):
        said = row.messages.filter(side="school", at=row.ended_at).last()
        if said:
            row.answer = said.text[:2000]
            row.save(update_fields=["answer"])
            said.delete()
    apps.get_model("vacancies", "ApplicationStep").objects.all().delete()


class Migration(migrations.Migration):
    dependencies = [("vacancies", "0016_known_facts_of_courses"), ("accounts", "0002_papers")]
    operations = [migrations.RunPython(tell_steps, forget_steps)]
