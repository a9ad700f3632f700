"""The rows of “who claims what from whom” as HTML: a matter has a hundred of them, too many for templates.

Like the lines of a docket they stay in Python: docket_line.py says what was measured.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape
from typing import cast

from django import template
from django.utils.safestring import SafeString, mark_safe

from docket.choices import ClaimEventKind
from docket.claims import ClaimStatus, certainty
from docket.models import ClaimEvent
from docket.site.grid.marks import Mark
from docket.site.grid.overview import NOBODY, ClaimLine, Outcome
from docket.templatetags.grid_cell import beside
from docket.templatetags.record import claimed_by, money

register = template.Library()

CHANGED_THE_AMOUNT = (ClaimEventKind.MODIFIED_ON_APPEAL, ClaimEventKind.JUDGMENT_AMENDED)


@register.simple_tag
def claim_lines(lines: Iterable[ClaimLine], footing: str = "") -> SafeString:
    """A row for each claim: left what is claimed, right each party with where it stands.

    footing: on which all of them stand, where that is said above.
    """
    # every text of the record is escaped below
    return mark_safe("".join(_line(line, footing) for line in lines))  # noqa: S308


@register.simple_tag
def outcomes_of_person(outcomes: Iterable[Outcome], usual: tuple[str, str]) -> SafeString:
    """A line for each claim against one party; usual: by whom and on what footing, where a line says nothing else."""
    return mark_safe("".join(_of_person(outcome, *usual) for outcome in outcomes))  # noqa: S308


@register.simple_tag
def marks(row: Iterable[Mark]) -> SafeString:
    """One mark after another; the words beside them say the same."""
    return mark_safe("".join(f'<i class="{mark}"></i>' for mark in row))  # noqa: S308


def _line(line: ClaimLine, footing: str) -> str:
    claim = line.claim
    beneath = "" if footing else f" <small>{certainty.of_claim(claim)}</small>"
    against = "".join(
        f'<li class="{outcome.mark}"><b>{escape(outcome.party.name)}:</b> {"".join(_said(outcome))}</li>'
        for outcome in line.outcomes
    )
    return (
        f'<li><p><a href="{claim.address}">{escape(claim.name)}</a>{beneath}</p>'
        f"<ul>{against or '<li>against whom is not in this record</li>'}</ul></li>\n"
    )


def _in_full(outcome: Outcome) -> Iterator[str]:
    cell = outcome.cell
    yield f'<span class="st">{escape(cell.words)}</span>'
    if amount := _amount(outcome):
        yield f", {escape(amount)}"
    yield from beside(cell, says_why=False)


def _amount(outcome: Outcome) -> str:
    amount = amount_decided(outcome.cell.status)
    return "" if amount in outcome.cell.words else amount


def _of_person(outcome: Outcome, usual_by: str, usual_footing: str) -> str:
    claim = outcome.claim
    by, footing = ", ".join(claim.by) or NOBODY, certainty.of_claim(claim)
    said = [f"{claimed_by(claim.kind).lower()} {escape(by)}"] if by != usual_by else []
    said += [footing] if footing != usual_footing else []
    beneath = f" <small>{'; '.join(said)}</small>" if said else ""
    # the same claim stands under each party: without the name, many links would be called alike
    against = f'<span class="vh"> against {escape(outcome.party.name)}</span>'
    return (
        f'<li class="{outcome.mark}"><a href="{claim.address}">{escape(claim.name)}{against}</a>: '
        f"{''.join(_in_full(outcome))}{beneath}</li>\n"
    )


def _said(outcome: Outcome) -> Iterator[str]:
    cell = outcome.cell
    yield escape(cell.words)
    if amount := _amount(outcome):
        yield f", {escape(amount)}"
    yield from beside(cell, is_short=True, says_why=False)


def amount_decided(status: ClaimStatus) -> str:
    """“$3,150,000”: what the decision that stands gave; nothing where a later one changed it without saying to what."""
    event, decision = cast("ClaimEvent | None", status.event), cast("ClaimEvent | None", status.decision)
    if decision is None:
        return ""
    for one in (event, decision):
        if one is not None and one.amount is not None:
            return money(one.amount, one.currency)
        if one is not None and one.kind in CHANGED_THE_AMOUNT:
            return ""
    return ""
