"""manage.py event_words: docs/event-words.md, what the public reads of each kind of event, from the tables."""

from argparse import ArgumentParser
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, cast

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from docket.choices import CLAIM_EVENT_RULES, CaseCategory, ClaimEventKind, DecisionGround, Prejudice, PrevailingSide
from docket.claims import ClaimStatus, Family, status_from
from docket.site.outcomes import head_of, own_outcome
from docket.site.wording import is_pending, note_of, status_line

BROUGHT, HAPPENED, COMPARED = date(2026, 1, 2), date(2026, 3, 1), date(2026, 6, 1)
AGAINST = "Bell Corp."
BEGINS = {Family.CHARGE: ClaimEventKind.CHARGED, Family.CITATION: ClaimEventKind.CITED}
# the first of these in which an event can happen; elsewhere the words are the same but for silence
FAMILIES = (
    (CaseCategory.CIVIL, "a suit", Family.SUIT),
    (CaseCategory.ARBITRATION, "an arbitration", Family.ARBITRATION),
    (CaseCategory.CRIMINAL, "a prosecution", Family.CHARGE),
    (CaseCategory.REGULATORY, "a citation", Family.CITATION),
    (CaseCategory.BANKRUPTCY, "a bankruptcy", Family.PROOF),
    (CaseCategory.TRIBUNAL, "a tribunal", Family.SUIT),
)
HEAD = f"""# What each kind of event says in public

Written by `manage.py event_words` from the tables of events and the sentences of the site; a test fails where it is
stale.

Each row is a claim against {AGAINST} that was brought on 2 January 2026 and to which the one event happened on 1 March
2026, in a docket that was compared with the court's on 1 June. **Beside the claim** stands on the page of the claim, of
the case, of the party against whom it is made and of the one that makes it, and without the days in `claims.csv`
(`status`); `claim-events.csv` has the kind. **Of the defendant** is the outcome on the defendant's own page, in lists
and in `case-parties.csv` (`outcome`). **Beneath** is the sentence under it for whom the event records that it was
decided, where it rests on the merits; without that record there is none. **The head** counts it so where several are
charged or cited. **Also rests on** names what is read of the event besides its kind and day: what the record leaves
empty is not spoken of.
"""
COLUMNS = (
    *("Kind", "In", "Beside the claim", "Of the defendant", "Beneath, for the claimant"),
    *("Beneath, for the defendant", "The head", "Also rests on"),
)


@dataclass
class Told:
    """An event as the derivation and the sentences read it."""

    kind: str
    date: date | None
    with_prejudice: str = ""
    prevailing: str = ""
    ground: str = ""
    offense: str = ""
    response: str = ""
    date_precision: str = "day"
    position: int = 0
    pk: int = 0
    filing: Any = None


class Command(BaseCommand):
    help = "Write docs/event-words.md from the kinds of events; with --check only say whether it is stale."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--check", action="store_true", help="Write nothing; fail where the file is stale.")

    def handle(self, *args: Any, **options: Any) -> None:
        file = Path(settings.BASE_DIR) / "docs" / "event-words.md"
        if options["check"]:
            if not file.exists() or file.read_text() != document():
                raise CommandError(f"{file} is stale: run manage.py event_words.")
            return
        file.write_text(document())


def document() -> str:
    """The whole file: a row for each kind of event, in the order of the vocabulary."""
    head = [_row(COLUMNS), _row("---" for _ in COLUMNS)]
    return HEAD + "\n" + "\n".join([*head, *(_row(words_of_kind(kind)) for kind in ClaimEventKind)]) + "\n"


def words_of_kind(kind: ClaimEventKind) -> tuple[str, ...]:
    """The cells of a kind, in the order of the columns."""
    where, family = family_in(kind)
    status = status_after(kind, family)
    decided = [_beneath(kind, family, side) for side in (PrevailingSide.ASSERTING, PrevailingSide.RESPONDING)]
    return (
        f"`{kind.value}` {kind.label}",
        where,
        status_line(status),
        own_outcome([status]),
        *decided,
        "" if is_pending(status) else head_of({1: [status]}),
        ", ".join(_rests_on(kind)),
    )


def family_in(kind: ClaimEventKind) -> tuple[str, Family]:
    """In what sort of proceeding the row tells of an event, and by what rules its claims are answered."""
    at_home = CLAIM_EVENT_RULES[kind].categories
    return next((where, family) for category, where, family in FAMILIES if category in at_home)


def status_after(kind: ClaimEventKind, family: Family, prevailing: str = "", ground: str = "") -> ClaimStatus:
    """Where a claim stands after this one event."""
    rule = CLAIM_EVENT_RULES[kind]
    prejudice = Prejudice.WITHOUT if rule.needs_prejudice else ""
    begun = Told(BEGINS.get(family, ClaimEventKind.ASSERTED), BROUGHT)
    event = Told(kind, HAPPENED, with_prejudice=prejudice, prevailing=prevailing, ground=ground, pk=1)
    return status_from(cast("Any", [begun, event]), family, COMPARED)


def _beneath(kind: ClaimEventKind, family: Family, side: PrevailingSide) -> str:
    ground = DecisionGround.MERITS if CLAIM_EVENT_RULES[kind].takes_ground else ""
    return note_of(status_after(kind, family, prevailing=side, ground=ground), AGAINST, family)


def _rests_on(kind: ClaimEventKind) -> Iterator[str]:
    rule = CLAIM_EVENT_RULES[kind]
    yield from (
        column
        for column, is_read in (
            ("response", rule.takes_response),
            ("with_prejudice", rule.needs_prejudice),
            ("prevailing, ground", rule.takes_ground),
            ("offense", rule.takes_offense),
            ("amount", rule.takes_amount),
        )
        if is_read
    )


def _row(cells: Any) -> str:
    return f"| {' | '.join(cells)} |"
