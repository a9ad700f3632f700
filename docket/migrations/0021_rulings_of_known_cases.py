"""Of cases imported before: whether a page was among their sources whose rulings can be read."""

from django.db import migrations

READ = (
    "'district docket', 'bankruptcy docket', 'special court docket', 'appellate docket', 'appellate docket (ACMS)', "
    "'Internet Archive docket'"
)
# they bring no docket: a case that has only these, and a number, was entered by staff
NO_DOCKET = "'attachment page', 'CSV of filings'"
SAY = f"""
update docket_case c set rulings_are_read = false
where exists (select 1 from docket_importedfile f where f.case_id = c.id
    and (f.kind not in ({NO_DOCKET}) or c.docket_number = ''))
  and not exists (select 1 from docket_importedfile f where f.case_id = c.id and f.kind in ({READ}))
"""  # noqa: S608


class Migration(migrations.Migration):
    dependencies = [("docket", "0020_rulings_are_read")]

    operations = [migrations.RunSQL(SAY, migrations.RunSQL.noop)]
