"""Put the ideas that were answered before in their lane."""

from django.db import migrations

from datamatch.ideas.enums import LANE_QUESTIONS
from datamatch.safeguards.rules import lane_of


def put_in_lanes(apps, schema_editor):
    """Keep the lane of every idea that has answers behind it."""
    answers: dict[int, dict[str, str]] = {}
    rows = apps.get_model("ideas", "IdeaAnswer").objects.filter(question__slug__in=LANE_QUESTIONS)
    for idea, slug, answer in rows.values_list("idea", "question__slug", "answer").iterator():
        answers.setdefault(idea, {})[slug] = answer
    for idea, given in answers.items():
        apps.get_model("ideas", "Idea").objects.filter(pk=idea).update(lane=lane_of(given) or "")


class Migration(migrations.Migration):
    dependencies = [("safeguards", "0001_initial"), ("ideas", "0002_lane_and_nudge")]

    operations = [migrations.RunPython(put_in_lanes, migrations.RunPython.noop)]
