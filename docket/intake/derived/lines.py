"""The lines of a docket as they are read, and which line a reference means."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from functools import cached_property

from django.db.models import F, Q

from docket.law.reading import Reading, read_line
from docket.law.reading.rules import without
from docket.models import Case, Filing, SwitchedOffRule
from docket.publishing.visibility import CONTENT_WITHHELD, Visibility


class Readings:
    """Readings by text: a docket repeats itself, and an import reads each text once."""

    def __init__(self) -> None:
        self._of: dict[tuple[str, str], Reading] = {}

    @cached_property
    def _off(self) -> frozenset[str]:
        return frozenset(SwitchedOffRule.objects.values_list("name", flat=True))

    def of(self, docket_text: str, short_text: str) -> Reading:
        """What the words of a line say, without what rules that are switched off would read."""
        key = (docket_text, short_text)
        if key not in self._of:
            self._of[key] = without(read_line(docket_text, short_text), self._off)
        return self._of[key]


@dataclass(frozen=True, slots=True)
class Line:
    """One filing of the case, with its place in the docket."""

    pk: int
    place: int
    entry_number: str
    court_sequence: str
    filing_type: str
    type_derived: str
    type_rule: str
    row_version: int
    reading: Reading


@dataclass
class Docket:
    """The lines of one case. Those under seal can be referred to and are not read."""

    lines: list[Line]
    _by_target: dict[str, list[Line]] = field(default_factory=dict)

    @classmethod
    def of(cls, case: Case, readings: Readings, only: Q | None = None) -> Docket:
        """Read every line, or those of a condition; two queries at most."""
        columns = ("pk", "entry_number", "court_sequence", "filing_type", "type_derived", "type_rule", "row_version")
        rows = Filing.objects.filter(only or Q(), case=case).exclude(visibility=Visibility.EXPUNGED)
        rows = rows.order_by(F("date_filed").asc(nulls_last=True), "sequence")
        lines = []
        for place, row in enumerate(rows.values_list(*columns, "visibility", "docket_text", "short_text").iterator()):
            *values, visibility, docket_text, short_text = row
            pk, number, sequence, filing_type, derived, rule, version = values
            reading = Reading() if visibility in CONTENT_WITHHELD else readings.of(docket_text, short_text)
            lines.append(Line(pk, place, number, sequence, filing_type, derived, rule, version, reading))
        return cls(lines, _targets(lines))

    def narrowed(self, pks: Collection[int]) -> Docket:
        """The same docket, of which only some lines are asked what they say."""
        return Docket([line for line in self.lines if line.pk in pks], self._by_target)

    def meant(self, target: str, line: Line) -> Line | None:
        """The one line that a reference means: not the line itself, and none where the number repeats."""
        found = [other for other in self._by_target.get(target, ()) if other.pk != line.pk]
        return found[0] if len(found) == 1 and len(self._by_target[target]) == 1 else None


def _targets(lines: Iterable[Line]) -> dict[str, list[Line]]:
    by_target: dict[str, list[Line]] = defaultdict(list)
    for line in lines:
        if line.entry_number:
            by_target[line.entry_number].append(line)
        if line.court_sequence:
            by_target[f"@{line.court_sequence}"].append(line)
    return by_target
