"""Citations in their legal form (DOMAIN 8.3): a case, a filing of it, an award. Pure."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from docket.choices import CaseCategory, DatePrecision, ForumKind, ForumSystem
from docket.law.citing.words import abbreviated_title

MONTHS = ("Jan.", "Feb.", "Mar.", "Apr.", "May", "June", "July", "Aug.", "Sept.", "Oct.", "Nov.", "Dec.")
REFERENCE_NUMBERS = {"JAMS": "Ref. No."}


@dataclass(frozen=True)
class Day:
    """A date, and how much of it is known."""

    date: date
    precision: str = DatePrecision.DAY

    def __str__(self) -> str:
        return cited_date(self.date, self.precision)


@dataclass(frozen=True)
class CitedCase:
    """What a citation says of a case. forum: as citations abbreviate it. Empty: not known, and left out.

    mdl: the number of its multidistrict litigation, given once though the docket number may hold it too.
    is_described: the name is a description of ours; no caption is known.
    """

    name: str
    number: str = ""
    forum: str = ""
    forum_kind: str = ForumKind.COURT
    system: str = ""
    category: str = CaseCategory.CIVIL
    filed: Day | None = None
    mdl: str = ""
    is_described: bool = False

    @property
    def set_name(self) -> tuple[str, str]:
        """The name as it stands upright, and in italics: a description of ours is no name, and stands in brackets."""
        return (f"[{self.name}]", "") if self.is_described else ("", self.name)

    @property
    def is_arbitral(self) -> bool:
        """Whether an institution administers it: its name then stands with the number."""
        return self.category == CaseCategory.ARBITRATION or self.forum_kind == ForumKind.ARBITRAL_INSTITUTION

    @property
    def numbered(self) -> str:
        """“, No. 1:23-cv-00871”; “, No. 2:25-cv-00012, MDL No. 2999”; “, JAMS Ref. No. 1220000000”."""
        if not self.is_arbitral or not self.forum:
            unnumbered = self.number.upper().startswith("MDL")
            number = f", {'' if unnumbered else 'No. '}{self.number}" if self.number else ""
            said = rf"\bmdl?[^a-z0-9]*(?:no[^a-z0-9]*)?0*{self.mdl}\b"
            is_said = not self.mdl or re.search(said, self.number, re.IGNORECASE)
            return number if is_said else f"{number}, MDL No. {self.mdl}"
        called = REFERENCE_NUMBERS.get(self.forum, "Case No.")
        return f", {self.forum} {called} {self.number}" if self.number else f", {self.forum}"

    def dated(self, when: str) -> str:
        """“ (D.N.M. Mar. 3, 2026)”; where neither court nor day is known, nothing."""
        where = "" if self.is_arbitral else self.forum
        inside = " ".join(part for part in (where, when) if part)
        return f" ({inside})" if inside else ""


@dataclass(frozen=True)
class CitedFiling:
    """A line of the docket. pin: page, paragraph or count. number: the forum's own."""

    title: str
    filed: Day | None = None
    number: str = ""
    pin: str = ""


@dataclass(frozen=True)
class Citation:
    """A citation in three parts, so that the name of the case can be set in italics."""

    before: str
    name: str
    after: str

    def __str__(self) -> str:
        return f"{self.before}{self.name}{self.after}"


def cited_date(day: date, precision: str) -> str:
    """“Feb. 15, 2022”, “Feb. 2022”, “2022”."""
    month = MONTHS[day.month - 1]
    if precision == DatePrecision.YEAR:
        return str(day.year)
    if precision == DatePrecision.MONTH:
        return f"{month} {day.year}"
    return f"{month} {day.day}, {day.year}"


def named(case: CitedCase, after: str, before: str = "") -> Citation:
    """What is said before and after the case, with its name."""
    upright, name = case.set_name
    return Citation(before + upright, name, after)


def case_citation(case: CitedCase) -> Citation:
    """“Roe v. Example Pictures, LLC, No. D-101-CV-2022-00099 (N.M. Dist. Ct. filed Feb. 15, 2022)”."""
    when = f"filed {case.filed}" if case.filed else ""
    return named(case, case.numbered + case.dated(when))


def filing_citation(filing: CitedFiling, case: CitedCase) -> Citation:
    """In a filing of another case, which always gives the docket number (Bluebook R. 10.8.3).

    A title of one word stands in full. The entry is named after the date: by its ECF number in a federal court.
    """
    title = abbreviated_title(filing.title) if " " in filing.title else filing.title
    before = " ".join(part for part in (title, filing.pin) if part)
    when = str(filing.filed) if filing.filed else ""
    return named(case, case.numbered + case.dated(when) + _entry(filing, case), f"{before}, ")


def award_citation(filing: CitedFiling, case: CitedCase) -> Citation:
    """“Roe v. Example Pictures, JAMS Ref. No. 1220000000, Final Award (May 1, 2024)”."""
    when = f" ({filing.filed})" if filing.filed else ""
    return named(case, f"{case.numbered}, {filing.title}{f' {filing.pin}' if filing.pin else ''}{when}")


def citation_within(filing: CitedFiling, case: CitedCase) -> str:
    """In a filing of the same case (Bluebook B17): “Compl. ¶ 12, ECF No. 1”, “Miller Aff. ¶ 8, Jan. 12, 2015”."""
    words = " ".join(part for part in (abbreviated_title(filing.title), filing.pin) if part)
    if entry := _entry(filing, case):
        return words + entry
    return f"{words}, {filing.filed}" if filing.filed else words


def attachment_within(number: str, attachment: int, page: str = "") -> str:
    """“ECF No. 12-3 at 4”."""
    return f"ECF No. {number}-{attachment}{f' at {page}' if page else ''}"


def has_ecf_numbers(case: CitedCase) -> bool:
    """Whether the entry numbers of its docket are those of the federal courts' system."""
    return case.system == ForumSystem.FEDERAL and case.forum_kind == ForumKind.COURT


def _entry(filing: CitedFiling, case: CitedCase) -> str:
    if not filing.number:
        return ""
    return f", ECF No. {filing.number}" if has_ecf_numbers(case) else f" (entry {filing.number})"
