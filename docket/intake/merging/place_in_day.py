"""Filings of one day in the order in which the best page shows them, whichever source brought each of them."""

from collections import defaultdict
from datetime import date

from docket.intake.merging.import_run import Run
from docket.intake.precedence.settle import Values
from docket.intake.precedence.source_rank import rank_in
from docket.models import Filing
from docket.models.parts.sequence import take_sequences
from docket.publishing.visibility import CONTENT_WITHHELD

LAST = 10**12


def put_in_order(run: Run) -> None:
    """Give the filings of a day that stand in another order than on the best page new places at the docket's end.

    The docket is read by day and then by place, so only the order within the day changes. What staff entered and
    no page shows follows the lines of the page.
    """
    days: dict[date | None, list[Filing]] = defaultdict(list)
    for filing in run.case.filings.exclude(visibility__in=CONTENT_WITHHELD).order_by("sequence"):
        days[filing.date_filed].append(filing)
    moved: dict[Filing, dict[str, int]] = {}
    for filings in days.values():
        wanted = _in_order(run, filings) if len(filings) > 1 else filings
        if wanted != filings:
            sequences = take_sequences(run.case.pk, len(wanted))
            moved |= {filing: {"sequence": place} for filing, place in zip(wanted, sequences, strict=True)}
    run.write(Filing, moved)


def _in_order(run: Run, filings: list[Filing]) -> list[Filing]:
    said = {filing.pk: run.traces.values(filing) for filing in filings}
    best = max(rank_in(values, "place") for values in said.values())
    return sorted(filings, key=lambda filing: _place(filing, said[filing.pk], best))


def _place(filing: Filing, values: Values, best: str) -> tuple[int, int, int, str]:
    if best and rank_in(values, "place") == best:
        return 0, int(values.get("place", 0)), 0, ""
    number = filing.entry_number
    return 1, 0, int(number) if number.isdigit() else LAST, filing.short_text or filing.docket_text
