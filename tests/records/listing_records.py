"""A small record for the tests of lists and CSV files, committed and published for real."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from typing import Any

from django.db import connections
from psycopg import IsolationLevel

from config.database.postgres import django_settings
from docket.models import (
    Case,
    CaseMatter,
    CaseParty,
    Claim,
    ClaimAgainst,
    ClaimEvent,
    ClaimParty,
    Document,
    Filing,
    FilingParty,
    Forum,
    Matter,
)
from docket.publishing import verbs
from parties.models import Party
from tests import cluster


@contextmanager
def as_public(database: str = cluster.TEST_DATABASE) -> Iterator[None]:
    """Read as the public site does: with the public role alone, one snapshot a transaction."""
    kept = dict(connections.settings["default"])
    connections["default"].close()
    address = cluster.address("docket_public", database)
    connections.settings["default"].update(django_settings(address))
    connections.settings["default"]["OPTIONS"]["isolation_level"] = IsolationLevel.REPEATABLE_READ
    del connections["default"]
    try:
        yield
    finally:
        connections["default"].close()
        connections.settings["default"].clear()
        connections.settings["default"].update(kept)
        del connections["default"]


def publish(*rows: Any) -> None:
    """Say the verb for each, with what is below it."""
    for row in rows:
        verbs.act("publish", row, actor=None, reason="test")


def make_case(caption: str = "Roe v. Poe", **fields: Any) -> Case:
    """A civil case, still a draft."""
    return Case.objects.create(**{"caption": caption, "category": "civil"} | fields)


def make_filing(case: Case, text: str = "", filers: tuple[CaseParty, ...] = (), **fields: Any) -> Filing:
    """A line of its docket."""
    filing = Filing.objects.create(case=case, docket_text=text, **fields)
    for case_party in filers:
        FilingParty.objects.create(filing=filing, case_party=case_party)
    return filing


def make_party(case: Case, name: str, role: str) -> CaseParty:
    """A new party in a role."""
    side = {"plaintiff": "initiating", "defendant": "responding"}.get(role, "neutral")
    return CaseParty.objects.create(case=case, party=Party.objects.create(name=name), role=role, side=side)


def make_claim(case: Case, title: str, by: CaseParty, against: CaseParty, *events: dict[str, Any]) -> ClaimAgainst:
    """A claim against one party with what happened to it."""
    claim = Claim.objects.create(case=case, title=title)
    ClaimParty.objects.create(claim=claim, case_party=by)
    row = ClaimAgainst.objects.create(claim=claim, case_party=against)
    for event in events:
        ClaimEvent.objects.create(claim_against=row, **event)
    return row


class Cast:
    """Two matters, three cases in two forums, filings of several sorts and dates."""

    def __init__(self) -> None:
        self.court = Forum.objects.create(slug="xtest", kind="court", name="Test Court of Example County")
        self.tribunal = Forum.objects.create(slug="xarb", kind="arbitral_institution", name="Arbitral Centre of Ex")
        self.stage = Matter.objects.create(
            title="Collapse of the stage", happened_on=date(2021, 10, 1), happened_on_precision="month"
        )
        self.other = Matter.objects.create(title="Another dispute")
        self.suit = make_case(
            "Roe v. Poe Productions, Inc.",
            forum=self.court,
            docket_number="D-1-CV-2022-00001",
            date_filed=date(2022, 2, 15),
            status="pending_active",
        )
        self.arbitration = make_case(
            "Poe and Moe",
            forum=self.tribunal,
            category="arbitration",
            date_filed=date(2022, 3, 1),
            date_filed_precision="month",
        )
        self.undated = make_case("State v. Moe", category="criminal", status="disposed")
        CaseMatter.objects.create(case=self.suit, matter=self.stage)
        CaseMatter.objects.create(case=self.suit, matter=self.other, is_primary=False)
        CaseMatter.objects.create(case=self.arbitration, matter=self.stage)
        self.roe = make_party(self.suit, "Roe, Jane", "plaintiff")
        self.poe = make_party(self.suit, "Poe Productions, Inc.", "defendant")
        self.complaint = make_filing(
            self.suit,
            "COMPLAINT for negligence",
            (self.roe,),
            entry_number="1",
            filing_type="init.complaint",
            date_filed=date(2022, 2, 15),
        )
        self.answer = make_filing(
            self.suit,
            "ANSWER to the complaint",
            (self.poe,),
            entry_number="2",
            filing_type="resp.answer",
            date_filed=date(2022, 3, 20),
        )
        self.motion = make_filing(
            self.suit,
            "MOTION to dismiss for negligence of service",
            (self.poe,),
            filing_type="mot.dismiss",
            date_filed=date(2022, 3, 1),
            date_filed_precision="month",
        )
        self.demand = make_filing(self.arbitration, "Demand", filing_type="arb.demand")
        Document.objects.create(filing=self.complaint, title="Exhibit A", attachment_number=1)

    def publish(self) -> Cast:
        """All of it, as staff do."""
        publish(self.stage, self.other, self.suit, self.arbitration, self.undated)
        return self
