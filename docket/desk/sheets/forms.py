"""The form of a line of a docket, for lines that nobody types one by one."""

from __future__ import annotations

from docket.desk.forms.filing_form import FilingForm


class SheetFilingForm(FilingForm):
    """A line of a docket; who filed it is read from its text."""

    filers = None  # type: ignore[assignment]

    def offer_number(self) -> None:
        """Nothing is offered: nobody types."""
