"""Of tables imported before: each reading counts as confirmed for its court by whoever imported the first so."""

from django.db import migrations

CONFIRM = """
insert into docket_confirmedreading (row_version, forum_id, kind, reading, confirmed_by_id)
select distinct on (c.forum_id, f.kind, f.report->>'reading')
    1, c.forum_id, f.kind, f.report->>'reading', f.imported_by_id
from docket_importedfile f join docket_case c on c.id = f.case_id
where c.forum_id is not null and length(f.report->>'reading') between 1 and 2000
order by c.forum_id, f.kind, f.report->>'reading', f.imported_at
"""


class Migration(migrations.Migration):
    dependencies = [("docket", "0040_confirmed_readings")]

    operations = [migrations.RunSQL(CONFIRM, migrations.RunSQL.noop)]
