"""What a deadline or a proposal points at belongs to its own case."""

from importlib import import_module

from django.db import migrations

integrity = import_module("docket.migrations.0002_integrity")

IN_CASE = [
    ("docket_deadline", "case_id", "hearing_id", "docket_hearing"),
    ("docket_deadline", "case_id", "extended_from_id", "docket_deadline"),
    ("docket_deadlineproposal", "case_id", "deadline_id", "docket_deadline"),
    ("docket_deadlineproposal", "case_id", "case_party_id", "docket_caseparty"),
    ("docket_deadlineproposal", "case_id", "trigger_id", "docket_filing"),
    ("docket_deadlineproposal", "case_id", "hearing_id", "docket_hearing"),
    ("docket_deadlineproposal", "case_id", "satisfied_by_id", "docket_filing"),
]


def each(statement):
    return [statement.format(table=t, case=c, key=k, parent=p) for t, c, k, p in IN_CASE]


class Migration(migrations.Migration):
    dependencies = [("docket", "0004_calendar")]

    operations = [migrations.RunSQL(each(integrity.ADD), each(integrity.DROP))]
