import pytest
from django.db import connections

from docket.models import Case, Filing
from docket.publishing import verbs, wall

pytestmark = pytest.mark.usefixtures("committed")


def differences():
    with connections["owner"].cursor() as cursor:
        return wall.differences(cursor)


def public_ids(table):
    with connections["published"].cursor() as cursor:
        cursor.execute(f"select public_id from {table}")
        return {row[0] for row in cursor.fetchall()}


def test_a_draft_is_not_there_and_publishing_shows_it_with_its_filings():
    case = Case.objects.create(caption="Roe v. Poe", category="civil")
    filing = Filing.objects.create(case=case, docket_text="COMPLAINT")
    assert public_ids("docket_case") == set()
    verbs.act("publish", case, actor=None, reason="ready")
    assert public_ids("docket_case") == {case.public_id}
    assert public_ids("docket_filing") == {filing.public_id}
    assert differences() == []
    verbs.act("seal", case, actor=None, reason="order of 3 May")
    assert public_ids("docket_filing") == set()
    assert differences() == []
