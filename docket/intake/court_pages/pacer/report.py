"""The one adapter to juriscraper: its docket report, with what it gets wrong about real pages made safe."""

import re
from collections.abc import Mapping
from itertools import pairwise
from typing import Any

from lxml.html import fromstring

from docket.intake.court_pages.juriscraper_parsers import REVIEW, refuse_what_is_cut
from docket.intake.court_pages.pacer.rows import QuickRows
from docket.intake.court_pages.sniff import TAIL
from docket.intake.shape import Refused

ENTRY_TABLE = re.compile(r">\s*Docket\s+Text\s*<", re.I)
HEADING = re.compile(r"\bDOCKET\s+FOR\s+CASE\s*#")
PARTY_TABLE = re.compile(
    r"represented(?:\s|&nbsp;|<[^<>]{0,200}>)+by\b|<b>\s*(?:<i>\s*)?<u>(?:\s|<[^<>]{0,200}>)*\w", re.I
)
RECEIPT = re.compile(r"Transaction(?:<[^>]*>|\s)*Receipt", re.I)
_END_OF_PARTIES = fromstring("<table><tr><td><td>represented by<td></table>").find(".//tr")


NO_PARTIES = "No parties were found where the page has a table of parties."
CHANGED = (
    "Where the browser translated the page, or an extension changed it, turn that off, open the page again and save it."
)


class Report(QuickRows):
    """juriscraper's reader, with two of its habits made safe.

    It refuses a page that holds "Format: text" or "*** This case was administratively closed.***" anywhere,
    also in the text of an entry; here only what stands outside the table of entries is tested. And it gives
    criminal counts to parties by counting blocks, which goes wrong when it has dropped a repeated block: then
    no counts at all are better than one person's on another's name.
    """

    phrase = ""
    """What made the page invalid, as it stands in the page."""
    counts_unassigned = False
    """The page has criminal counts, and whose they are is not sure."""

    def check_validity(self, text: str) -> None:
        frame = _without_entries(text)
        self.is_valid = True
        for words in self.ERROR_STRINGS:
            if hit := re.search(r"\s+".join(words.split()), frame, re.I):
                self.phrase = " ".join(hit[0].split())[:80]
                self.is_valid = False

    def _add_criminal_data_to_parties(self, parties: list[Any], party_rows: list[Any]) -> None:
        # The reader hands a block's counts over when the next block begins; the last one needs an end too.
        rows = [*party_rows, _END_OF_PARTIES]
        blocks: list[dict[str, Any]] = [{} for _ in rows]
        super()._add_criminal_data_to_parties(blocks, rows)
        charged = [place for place, block in enumerate(blocks) if block]
        if charged and (self._blocks(party_rows) != len(parties) or charged[-1] >= len(parties)):
            self.counts_unassigned = True
            return
        for place in charged:
            parties[place].update(blocks[place])

    @staticmethod
    def _blocks(party_rows: list[Any]) -> int:
        """How many blocks the reader of counts steps over: it must be the number of parties."""
        total = 0
        for row, after in pairwise([*party_rows, _END_OF_PARTIES]):
            cells = row.xpath(".//td")
            if len(cells) == 3:
                total += "represented by" in _squeezed(cells[1])
            elif len(cells) == 1 and cells[0].xpath(".//b/u"):
                total += bool(after.xpath(".//b")) and "represented by" not in _squeezed(after)
        return total


def parse(html: str, court: str) -> tuple[Report, Mapping[str, Any]]:
    """The report, and its data, of a page of the court that PACER calls `court`; raises Refused."""
    refuse_what_is_cut(html)
    report = Report(court)
    try:
        report._parse_text(html)
        found = report.data
    except Exception as fault:  # the parser raises whatever the page makes it stumble over
        raise _not_readable(html, fault) from fault
    if not found:
        said = f": the page says “{report.phrase}”" if report.phrase else ""
        raise Refused(f"The page is not recognised as a docket{said}.", REVIEW)
    if not found["docket_number"]:
        raise Refused("The page shows no docket number.", REVIEW)
    if not found["parties"] and PARTY_TABLE.search(_without_entries(html)):
        raise Refused(NO_PARTIES, CHANGED)
    return report, found


def _not_readable(html: str, fault: Exception) -> Refused:
    """What hindered the parser, as far as the page shows it."""
    if (dockets := len(HEADING.findall(html))) > 1:
        return Refused(f"The file holds {dockets} docket pages one after the other.", "Save each in a file of its own.")
    if (tables := len(ENTRY_TABLE.findall(html))) > 1:
        return Refused(f"The page has {tables} tables of entries, where the court's own page has one.", CHANGED)
    said = f"The page could not be read as a docket ({type(fault).__name__})."
    return Refused(said, f"{CHANGED} Otherwise keep the file and have someone look at it; nothing was imported.")


def left_out(report: Report, taken: int) -> tuple[str, ...]:
    """What the page shows and the parser did not take over; `taken` is the number of entries taken."""
    said = []
    rows = report.rows
    if rows > taken:
        said.append(f"{rows - taken} of {rows} rows have no date or no readable number and were left out.")
    if report.counts_unassigned:
        said.append("The page has criminal counts, but whose they are is not clear: none was taken over.")
    return tuple(said)


def _squeezed(element: Any) -> str:
    return " ".join(element.text_content().replace("\xa0", " ").split()).lower()


def _without_entries(html: str) -> str:
    start = ENTRY_TABLE.search(html)
    if not start:
        return html
    ends = [hit.start() for hit in RECEIPT.finditer(html, max(start.end(), len(html) - TAIL))]
    return html[: start.start()] + html[ends[-1] if ends else len(html) :]
