"""Entries that came and went between two looks at a page that shows only the newest."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from itertools import pairwise

from docket.intake.merging.import_run import Run
from docket.intake.page_kinds.row import About
from docket.intake.page_kinds.table import PAGE_KINDS
from docket.intake.shape import ImportedDocket
from docket.intake.wording.case_facts import coverage
from docket.models import Case, Filing, FollowedState, ImportTrace

Spans = list[tuple[int, int]]
MOST = 2000  # numbers further on are none of entries: ids of a court's system
REMEDY = "It shows only the newest: save the court's docket page and import it."


def note_missed(run: Run, docket: ImportedDocket) -> None:
    """Say in the report which numbers lie between the record's last entry and those of the page, before it is merged.

    Of a docket of which the record knows no number nothing is said: whatever came before was never looked for.
    """
    if run.is_new or not PAGE_KINDS[docket.kind].shows_newest:
        return
    spans = between(known_numbers(run.case), _numbers(entry.number for entry in docket.entries))
    run.report.missed += spans
    if spans:
        number = f" of {docket.docket_number}" if docket.docket_number else ""
        run.report.warnings.append(f"{sentence(spans, number)} {REMEDY}")


def known_numbers(case: Case) -> set[int]:
    """The numbers of the docket, also of rows that staff deleted and of those that they renumbered.

    What an import once brought did not go by unseen, whatever staff made of it.
    """
    traced = ImportTrace.objects.filter(case=case, label=Filing._meta.label_lower)
    return _numbers(case.filings.values_list("entry_number", flat=True)) | _numbers(
        traced.values_list("values__entry_number", flat=True)
    )


def close_missed(case: Case, docket: ImportedDocket) -> None:
    """Take from what is noted as missed of the case's followed sources what a page that was merged brought, or settles.

    A whole docket settles every number up to its last: what it does not show, the court does not show to anybody.
    """
    for state in FollowedState.objects.select_for_update(no_key=True).filter(case=case).exclude(missed=[]):
        left = still_missed(state.missed, known_numbers(case) | _settled(docket))
        if left != [tuple(span) for span in state.missed]:
            state.missed = left
            state.save(update_fields=["missed"])


def _settled(docket: ImportedDocket) -> set[int]:
    kind = PAGE_KINDS[docket.kind]
    if kind.about is not About.CASE or kind.shows_newest or coverage(docket):
        return set()
    return set(range(1, max(_numbers(entry.number for entry in docket.entries), default=0) + 1))


def between(known: Collection[int], shown: Iterable[int]) -> Spans:
    """The spans that are missing between the highest known number and the highest shown: {1, 2}, [5, 7] → 3–4, 6."""
    if not known:
        return []
    last = max(known)
    numbers = [last, *sorted(number for number in shown if last < number <= last + MOST)]
    return [(before + 1, after - 1) for before, after in pairwise(numbers) if after > before + 1]


def still_missed(spans: Iterable[Iterable[int]], known: Collection[int]) -> Spans:
    """Spans without the numbers that have come since, overlapping ones as one: 3–6 without 4 is 3–3 and 5–6."""
    missing = sorted({number for first, last in spans for number in range(first, last + 1)} - set(known))
    found: Spans = []
    for number in missing:
        if found and number == found[-1][1] + 1:
            found[-1] = (found[-1][0], number)
        else:
            found.append((number, number))
    return found


def sentence(spans: Iterable[Iterable[int]], of: str = "", where: str = "in this feed") -> str:
    """ "Entries 31–34, 36 are not in this feed." """
    told = [f"{first}" if first == last else f"{first}–{last}" for first, last in spans]
    one = len(told) == 1 and told[0].isdecimal()
    return f"{'Entry' if one else 'Entries'} {', '.join(told)}{of} {'is' if one else 'are'} not {where}."


def _numbers(told: Iterable[str | None]) -> set[int]:
    return {int(number) for number in told if number and number.isdecimal()}
