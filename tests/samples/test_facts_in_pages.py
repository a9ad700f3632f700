"""A fact taken out of the record takes its sentence off the pages: each page changes where the fact was told.

The facts of both samples are drawn at random from a fixed seed, each taken out in a transaction that is rolled back: as
many as REMOVALS says, 60 unless told: `REMOVALS=1000 pytest …`. What opens under “Why?” is left out: the sentence
itself must change or vanish.
"""

from __future__ import annotations

import os
import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from random import Random
from typing import Any

import pytest
from django.db import transaction

from docket.claims import Event, for_status, status_on_record
from docket.forums.table import all_forums
from docket.forums.table.loading import load_forums
from docket.models import Case, ClaimAgainst, ClaimEvent, Deadline, Filing, Matter, SourceLink, Summary
from docket.samples.cases import write
from docket.samples.files import read
from docket.site.one_party import outcomes_of_roles
from tests.site.words import words

pytestmark = [pytest.mark.django_db, pytest.mark.urls("config.urls_public")]
REMOVALS = int(os.environ.get("REMOVALS", "60"))
WHY = re.compile(r'<details class="why.*?</details>', re.DOTALL)
STANDS = r'<section aria-labelledby="stands">.*?</section>'
HEAD = r'<p class="now">.*?</p>'
ACCOUNT = r'<div class="lead">.*?<h2 id="next">'
ROLES = r'<section class="sec" aria-labelledby="roles">.*?</section>'
CLAIMS = r'<section class="sec[^"]*" aria-labelledby="claims">.*?</section>'
DEADLINE = r'<dl class="facts">.*?</dl>'


@dataclass(frozen=True)
class Told:
    """A fact, how it is taken out of the record, and where it is told: the pages' addresses, each with its part."""

    sort: str
    name: str
    remove: Callable[[], Any]
    pages: tuple[tuple[str, str], ...]
    row: int = 0


def without(event: Event) -> Callable[[], Any]:
    def remove() -> None:
        SourceLink.objects.filter(claim_event=event.pk).delete()
        ClaimEvent.objects.filter(pk=event.pk).delete()

    return remove


def emptied(row: Any, **values: Any) -> Callable[[], Any]:
    return lambda: type(row)._base_manager.filter(pk=row.pk).update(**values)


def events() -> Iterator[Told]:
    """What the status of an operative claim names."""
    rows = ClaimAgainst.objects.filter(claim__carried_to__isnull=True, disclosure="shown")
    for row in for_status(rows.select_related("case_party__party", "claim__case")).order_by("pk"):
        pages = (
            (row.claim.get_absolute_url(), STANDS),
            (row.case_party.party.get_absolute_url(), ROLES),
            (row.case.get_absolute_url(), CLAIMS),
        )
        for part in status_on_record(row).parts:
            if part.event is not None:
                yield Told("event", f"{row}: {part.words}", without(part.event), pages, row.case_party_id)


def heads() -> Iterator[Told]:
    """What the head of a case, and the tally of its matter, say."""
    for case in Case.objects.order_by("pk"):
        here = ((case.get_absolute_url(), HEAD),)
        matters = tuple((matter.get_absolute_url(), HEAD) for matter in case.matters.all())
        if case.status != "unknown":
            yield Told("status", str(case), emptied(case, status="unknown"), (*here, *matters))
        if case.date_terminated:
            yield Told("day of closing", str(case), emptied(case, date_terminated=None), here)
        for summary in Summary.objects.filter(case=case).order_by("pk"):
            account = ((case.get_absolute_url(), ACCOUNT),)
            yield Told("account", str(case), emptied(summary, text="Not told."), account)


def deadlines() -> Iterator[Told]:
    """The filing that set a deadline or from which it runs, and the rule."""
    for deadline in Deadline.objects.order_by("pk"):
        page = ((deadline.get_absolute_url(), DEADLINE),)
        if deadline.trigger_id:
            yield Told("trigger", str(deadline), emptied(deadline, trigger=None), page)
        if deadline.satisfied_by_id:
            yield Told("what closed it", str(deadline), emptied(deadline, satisfied_by=None), page)


def filings() -> Iterator[Told]:
    """A filing that counts for nothing takes what it did along: as stricken in error it never happened."""
    for filing in Filing.objects.filter(pk__in=_doing()).order_by("pk"):
        done = filing.claim_events.filter(claim_against__disclosure="shown").select_related("claim_against__claim")
        rows = {event.claim_against for event in done}
        pages = tuple((row.claim.get_absolute_url(), STANDS) for row in rows if _names(row, filing))
        if pages:
            yield Told("filing", str(filing), emptied(filing, state="filed_in_error"), pages)


def _doing() -> Any:
    return ClaimEvent.objects.filter(filing__state="ok", claim_against__disclosure="shown").values("filing")


def _names(row: ClaimAgainst, filing: Filing) -> bool:
    row = for_status(ClaimAgainst.objects.filter(pk=row.pk)).get()
    return any(part.event and part.event.filing_id == filing.pk for part in status_on_record(row).parts)  # type: ignore[attr-defined]


def seen(client: Any, address: str, part: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200, address
    return " | ".join(words(found) for found in re.findall(part, WHY.sub("", answer.content.decode()), re.DOTALL))


@pytest.fixture
def samples() -> None:
    load_forums(all_forums())
    for name in ("rust", "fictional"):
        write(read(name))


def test_a_page_changes_where_its_fact_is_taken_out(client, samples) -> None:
    facts = [*events(), *heads(), *deadlines(), *filings()]
    assert Counter(fact.sort for fact in facts)["event"] >= 80
    random, before = Random(11), {}
    drawn = random.choices(facts, k=REMOVALS)
    unchanged = []
    for fact in drawn:
        address, part = random.choice(fact.pages)
        if (address, part) not in before:
            before[address, part] = seen(client, address, part)
        with transaction.atomic():
            own = outcomes_of_roles([fact.row])
            fact.remove()
            if seen(client, address, part) == before[address, part]:
                unchanged.append(f"{fact.sort}: {fact.name}, on {address}")
            if fact.sort == "event" and outcomes_of_roles([fact.row]) == own != {fact.row: ("",)}:
                unchanged.append(f"{fact.sort}: {fact.name}, in case-parties.csv")
            transaction.set_rollback(True)
    sorts = Counter(fact.sort for fact in drawn)
    print(f"\n{REMOVALS:,} facts taken out of {len(facts):,}, {len(before):,} pages: {dict(sorts)}")
    assert unchanged == []


def test_nothing_is_left_taken_out(client, samples) -> None:
    """Or the removals would not be of one fact each."""
    fact = next(events())
    address, part = fact.pages[0]
    before = seen(client, address, part)
    with transaction.atomic():
        fact.remove()
        assert seen(client, address, part) != before
        transaction.set_rollback(True)
    assert seen(client, address, part) == before
    assert Matter.objects.count() == 2
