"""The form of a line of a docket, for lines that nobody types one by one."""

from __future__ import annotations

from docket.desk.forms.filing_form import FilingForm


class SheetFilingForm(FilingForm):
    """A line of a docket; who filed it is read from its text."""

    filers = None  # type: ignore[assignment]

    def _get_validation_exclusions(self) -> set[str]:
        """Without a question to the database for each date and its precision, which are set together; it has the last
        word when the rows are written.
        """
        return super()._get_validation_exclusions() | {f"{name}_precision" for name in self.dates}

    def offer_number(self) -> None:
        """Nothing is offered: nobody types."""
