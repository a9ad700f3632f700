"""The normal form of each docket number that was in the record before there was one."""

from django.db import migrations

from docket.law.docket_numbers import normal

AT_ONCE = 2000


def fill(apps, schema_editor):
    cases = apps.get_model("docket", "Case").objects.using(schema_editor.connection.alias)
    with_number = cases.exclude(docket_number="").select_related("forum").order_by("pk")
    waiting = []
    for case in with_number.iterator(chunk_size=AT_ONCE):
        case.docket_number_normal = normal(case.docket_number, case.forum.docket_pattern if case.forum else "")
        waiting.append(case)
        if len(waiting) == AT_ONCE:
            cases.bulk_update(waiting, ["docket_number_normal"], batch_size=500)
            waiting = []
    cases.bulk_update(waiting, ["docket_number_normal"], batch_size=500)


class Migration(migrations.Migration):
    dependencies = [("docket", "0018_normal_numbers")]

    operations = [migrations.RunPython(fill, migrations.RunPython.noop)]
