"""A unit whose last name has ended, has ended itself."""

from django.db import migrations
from django.db.models import F


def end(apps, schema_editor):
    """Write on each unit the day its last name ended, where it has ended."""
    unit, name = apps.get_model("people", "Unit"), apps.get_model("people", "UnitName")
    lasting = name.objects.filter(valid_until=None).values("unit")
    for one in unit.objects.filter(names__isnull=False).exclude(pk__in=lasting).distinct():
        one.ended_on = one.names.order_by(F("valid_until").desc()).first().valid_until
        one.save(update_fields=["ended_on"])


class Migration(migrations.Migration):
    """Runs after the column was made."""

    dependencies = [("people", "0003_units_through_time")]
    operations = [migrations.RunPython(end, migrations.RunPython.noop)]
