"""Citations by which a ruling is found: neutral, of reporters, of databases (Bluebook R. 10.3, 10.8.1, 20). Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from docket.choices import CitationKind, DatePrecision
from docket.law.citing.forms import Citation, CitedCase, Day, named

ISLES_NEUTRAL = r"\[\d{4}\] [A-Z][A-Za-z]+(?: [A-Z][A-Za-z]+)? \d+(?: \([A-Za-z ]+\))?"
STATE_NEUTRAL = r"(?!.* (?:WL|LEXIS) )\d{4}[ -](?:[A-Z][A-Za-z.]*(?:[ -][A-Z][A-Za-z.]*)*)[ -]\d+(?:-?U)?"
FORMS = {
    CitationKind.NEUTRAL: re.compile(rf"(?:{ISLES_NEUTRAL}|{STATE_NEUTRAL})$"),
    CitationKind.REPORTER: re.compile(
        r"(?:\[\d{4}\] (?:\d+ )?|\d+ )[A-Z][\w.’' ]*(?: (?:2d|3d|\dth))? \d+(?: n\.\d+)?$"
    ),
    CitationKind.DATABASE: re.compile(r"\d{4} (?:WL|(?:[A-Z][A-Za-z.]* )*LEXIS) \d+$"),
}
EXAMPLES = {
    CitationKind.NEUTRAL: "[2026] EWHC 123 (Ch), 2026-NMCA-012",
    CitationKind.REPORTER: "601 F.4th 12, 999 U.S. 1",
    CitationKind.DATABASE: "2026 WL 123456, 2026 U.S. Dist. LEXIS 12345",
}
HIGHEST = "U.S."


@dataclass(frozen=True)
class Reported:
    """One citation of a ruling. kind: a value of `CitationKind`; text: as it is cited, without name, court and page."""

    kind: str
    text: str


def has_form(kind: str, text: str) -> bool:
    """Whether the text is written as citations of this kind are: “2026 WL 123456” is of a database, not a reporter."""
    others = [other for other in FORMS if other != kind and FORMS[other].match(text)]
    return bool(FORMS[CitationKind(kind)].match(text)) and not (kind == CitationKind.REPORTER and others)


def decision_citation(case: CitedCase, decided: Day | None, reported: Sequence[Reported]) -> Citation:
    """“Roe v. Poe, 601 F.4th 12 (10th Cir. 2026)”; of a database alone with number and day; “Roe v Poe [2026] EWHC 1”.

    A neutral citation tells the court and the year; a reporter's needs both; a database's the docket number too.
    """
    by_kind = {kind: [each.text for each in reported if each.kind == kind] for kind in CitationKind.values}
    neutral, printed = by_kind[CitationKind.NEUTRAL], by_kind[CitationKind.REPORTER]
    if neutral:
        return named(case, _joined([*neutral, *printed]))
    if printed:
        return named(case, _joined(printed) + _court_and_year(case, decided))
    found = _joined(by_kind[CitationKind.DATABASE])
    return named(case, case.numbered + found + case.dated(str(decided) if decided else ""))


def printed_in(reported: Sequence[Reported]) -> tuple[str, str, str]:
    """Volume, reporter and page of the first reporter's citation; all empty where there is none of that form."""
    printed = next((each.text for each in reported if each.kind == CitationKind.REPORTER), "")
    found = re.match(r"(\d+) (.+) (\d+)$", printed)
    return (found[1], found[2], found[3]) if found else ("", "", "")


def _joined(texts: Sequence[str]) -> str:
    first, *rest = texts
    return ", ".join([f" {first}" if first.startswith("[") else f", {first}", *rest])


def _court_and_year(case: CitedCase, decided: Day | None) -> str:
    year = str(Day(decided.date, DatePrecision.YEAR)) if decided else ""
    if case.forum == HIGHEST or not case.forum:
        return f" ({year})" if year else ""
    return case.dated(year)
