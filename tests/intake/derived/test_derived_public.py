"""Of what was read from the docket text the public sees only what was measured to be right often enough."""

from typing import Any

import pytest
from django.db import connections

from docket.intake.derived import confirmation
from docket.law.reading.public import public_outcomes, public_statements
from docket.models import Filing, FilingLink, FilingParty
from tests.court_pages import pacer_pages as pages
from tests.court_pages.importing import imported, make_forum, the_case
from tests.court_pages.pacer_pages import Block, Row

pytestmark = pytest.mark.usefixtures("committed")
ROWS = (
    Row("1", "COMPLAINT against Acme, Inc. filed by Ann Roe. (Poe, Ann) (Entered: 03/04/2021)"),
    Row("2", "MOTION to Dismiss 1 Complaint by Acme, Inc.."),
    Row("3", "RESPONSE in Opposition re 2 MOTION to Dismiss filed by Ann Roe."),
    Row("4", "ORDER granting 2 Motion to Dismiss. Signed by Judge Sable on 6/2/2021."),
    Row("5", "MOTION to Stay by Acme, Inc.."),
    Row("6", "ORDER Re: 5 Motion to Stay. Signed by Judge Sable on 6/3/2021."),
)
PARTIES = [Block("Plaintiff", "Ann Roe"), Block("Defendant", "Acme, Inc.")]


def published(sql: str) -> list[Any]:
    """What the public's own role reads."""
    with connections["published"].cursor() as cursor:
        cursor.execute(sql)
        rows: list[Any] = cursor.fetchall()
    return rows


def publish() -> None:
    make_forum("cand")
    imported(pages.district(rows=list(ROWS), blocks=PARTIES), publish=True)
    assert the_case().visibility == "public"


def public_links() -> set[tuple[str, str, str, str]]:
    number = dict(Filing.objects.values_list("pk", "entry_number"))
    rows = published("select from_filing_id, kind, to_filing_id, outcome from docket_filinglink")
    return {(number[a], kind, number[b], outcome) for a, kind, b, outcome in rows}


def test_a_link_that_is_not_sure_enough_is_a_mention_and_a_mention_that_is_not_is_absent():
    publish()
    assert {link[:3] for link in public_links()} >= {("4", "rules_on", "2")} if public_outcomes() else True
    for said, kind, to, outcome in public_links():
        row = FilingLink.objects.get(from_filing__entry_number=said, to_filing__entry_number=to)
        is_sure = row.outcome in public_outcomes() if row.kind == "rules_on" else row.kind in public_statements("link")
        assert (kind, outcome) == ((row.kind, row.outcome) if is_sure else ("refers_to", ""))
        assert is_sure or (row.kind != "refers_to" and public_statements("mention"))
    assert ("6", "rules_on", "5", "") not in public_links()


def test_types_and_filers_wait_for_staff_where_their_kind_is_not_sure_enough():
    publish()
    shown = dict(published("select entry_number, filing_type from docket_filing"))
    for filing in Filing.objects.all():
        is_sure = filing.filing_type.partition(".")[0] in public_statements("type")
        assert shown[filing.entry_number] == (filing.filing_type if is_sure else "")
    filers = published("select count(*) from docket_filingparty")[0][0]
    assert filers == (FilingParty.objects.count() if public_statements("filer") else 0)


def test_what_staff_confirmed_is_public_as_they_left_it_and_the_rule_never():
    publish()
    confirmation.confirm(FilingLink.objects.all())
    confirmation.confirm(Filing.objects.all())
    confirmation.confirm(FilingParty.objects.all())
    assert ("3", "opposes", "2", "") in public_links()
    assert dict(published("select entry_number, filing_type from docket_filing"))["2"] == "mot.dismiss"
    assert published("select count(*) from docket_filingparty")[0][0] == FilingParty.objects.count()
    assert published("select distinct rule from docket_filinglink") == [("",)]
    assert published("select distinct type_rule from docket_filing") == [("",)]
