"""What juriscraper does the long way for each row of a docket, done the short way with the same answer.

Half of its time on a long page goes into making every link absolute, writing the cell of each number out as HTML to
read it again, reading the same days over and over and finding the table of entries three times.
"""

from functools import lru_cache
from typing import Any

from juriscraper.lib.html_utils import clean_html
from juriscraper.pacer import DocketReport, docket_report
from juriscraper.pacer.utils import get_pacer_doc_id_from_doc1_url, get_pacer_seq_no_from_doc1_anchor
from lxml.etree import XPath

docket_report.convert_date_string = lru_cache(maxsize=4096)(docket_report.convert_date_string)

TEXTS = XPath(".//text()", smart_strings=False)
IS_ENTRY = XPath("count(./td[not(./input)]) >= 3 and not(./td/table)")


class QuickRows(DocketReport):  # type: ignore[misc]
    """juriscraper's reader of a docket, which reads the lines once where it would read them several times."""

    _rows: list[Any] | None = None

    def _parse_text(self, text: str) -> None:
        # without the links: of those it reads only each entry's own, below
        text = clean_html(text)
        self.check_validity(text)
        if self.is_valid:
            self._strip_bad_html_tags_insecure(text)

    def _get_docket_entry_rows(self) -> list[Any]:
        if self._rows is None:
            self._rows = super()._get_docket_entry_rows()
        return self._rows

    @property
    def rows(self) -> int:
        """How many rows of the tables of entries are entries; rows of a main entry's attachments are not."""
        return sum(1 for row in self._get_docket_entry_rows()[1:] if IS_ENTRY(row))

    def _get_document_number(self, cell: Any) -> Any:
        if self.court_id == "txnb" or next(cell.iter("br", "p"), None) is not None:
            return super()._get_document_number(cell)
        words = " ".join(TEXTS(cell)).split()
        # text may also stand between an empty cell and the next one
        return words[0] if words else super()._get_document_number(cell)

    @staticmethod
    def _get_pacer_doc_id_and_seq_no(cell: Any, document_number: str | None) -> tuple[Any, Any]:
        for anchor in cell.iter("a") if document_number else ():
            if anchor.text_content().strip() == document_number:
                link = f"/{anchor.attrib['href'].strip().partition('#')[0]}"
                return get_pacer_doc_id_from_doc1_url(link), get_pacer_seq_no_from_doc1_anchor(anchor)
        return None, None
