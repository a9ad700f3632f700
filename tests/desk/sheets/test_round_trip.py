"""Our own files come back unchanged: no row of any kind is new, changed or refused."""

from __future__ import annotations

from datetime import date, time
from decimal import Decimal

import pytest
from django.http import QueryDict

from docket import models as m
from docket.choices import ClaimKind
from docket.samples.loading import load
from docket.site.exports.calendar import HEARINGS
from docket.site.exports.cases import CASES
from docket.site.exports.claims import CLAIMS
from docket.site.exports.columns import File
from docket.site.exports.copy import csv_of
from docket.site.exports.filings import FILINGS
from docket.site.exports.parties import PARTIES
from tests.desk.sheets.sheets import checked, reasons
from tests.records.desk_cast import a_case, a_filing, a_party, member

pytestmark = pytest.mark.usefixtures("committed")
FILES = {"filings": FILINGS, "cases": CASES, "parties": PARTIES, "claims": CLAIMS, "hearings": HEARINGS}
ODD = '=SUM("x")\r\nsecond line, with “quotes”; and a trailing space '


def exported(file: File, bom: bool) -> bytes:
    asked = file.filter(QueryDict(""), file.listed())
    assert asked.is_valid()
    return b"".join(csv_of(file, asked, bom=bom))


def odd_record() -> None:
    """What is hard to write down and read again, in every sort of column."""
    forum = m.Forum.objects.create(slug="odd", kind="court", name="Court", system="state")
    case = a_case(
        ODD,
        forum=forum,
        docket_number="-1/23",
        flags=["CLOSED", "+STAYED"],
        amount=Decimal("1234.50"),
        currency="USD",
        date_filed=date(2021, 1, 1),
        date_filed_precision="year",
        last_checked=date(2024, 2, 3),
        caption_is_descriptive=True,
    )
    filing = a_filing(
        case,
        "@title",
        docket_text=ODD,
        entry_number="'3",
        date_filed=date(2022, 4, 1),
        date_filed_precision="month",
        date_served=date(2022, 3, 4),
        filing_type="resp.answer",
        state="stricken",
    )
    party = a_party(case, "Ñandú, Sons & Co. =")
    claim = m.Claim.objects.create(
        case=case, kind=ClaimKind.values[0], title=ODD, label="Count I", relief=["damages"], amount=5, currency="USD"
    )
    m.ClaimAgainst.objects.create(claim=claim, case=case, case_party=party)
    m.Claim.objects.filter(pk=claim.pk).update(asserted_in=filing)
    m.Hearing.objects.create(
        case=case, title=ODD, date=date(2025, 3, 4), time=time(9, 30), place="+1", set_by=filing, is_vacated=True
    )


def test_our_own_files_come_back_unchanged() -> None:
    load(["fictional"])
    odd_record()
    chief = member("chief")
    for kind, file in FILES.items():
        sheet = checked(chief, exported(file, bom=kind == "cases"), kind)
        assert reasons(sheet) == []
        assert list(sheet.counts) == ["unchanged"], (kind, sheet.shown)
        assert sheet.counts["unchanged"] == sheet.rows_total > 0
