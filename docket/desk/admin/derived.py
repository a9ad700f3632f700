"""What was read from docket texts: links to be confirmed or rejected, days to be made hearings and deadlines."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.http import HttpRequest
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.text import Truncator

from docket.desk.addresses import desk_page
from docket.desk.admin.record_admin import RecordAdmin
from docket.desk.imports.derived_rows import day_actions, link_actions
from docket.desk.lists.changelist import within
from docket.models import DerivedDate, Filing, FilingLink

WORDS = 110  # of a line's text


class ListedOnly(RecordAdmin):
    """A list with actions: the rows are entered and changed in the page of their filing."""

    list_display_links = None

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False


def line(filing: Filing) -> SafeString:
    """A line of the docket by its number, which leads to its page, with words enough to decide by."""
    words = Truncator(filing.title or filing.docket_text or filing.short_text or "(no text)").chars(WORDS)
    return format_html('<a href="{}">{}</a> {}', desk_page(filing), filing.entry_number or "–", words)


@admin.register(FilingLink)
class FilingLinkAdmin(ListedOnly):
    """How filings relate, as far as it was read and not confirmed, or all of it."""

    list_display = ("later", "does", "earlier", "case", "is_derived")
    list_filter = ("is_derived", "kind", within("case", "from_case"))
    list_select_related = ("from_filing__case", "to_filing__case", "from_case")
    search_fields = ("=from_filing__entry_number", "=to_filing__entry_number")
    search_help_text = "An entry number."
    ordering = ("-from_filing", "pk")

    def get_list_display(self, request: HttpRequest) -> Any:
        """Where only those are listed that wait, each need not say so."""
        shown = super().get_list_display(request)
        return [name for name in shown if name != "is_derived" or "is_derived__exact" not in request.GET]

    @admin.display(description="Case", ordering="from_case")
    def case(self, row: FilingLink) -> str:
        """Of the later filing; left out where the list is one case's."""
        return str(row.from_case)

    @admin.display(description="Filing", ordering="from_filing")
    def later(self, row: FilingLink) -> SafeString:
        """The filing that says so."""
        return line(row.from_filing)

    @admin.display(description="does", ordering="kind")
    def does(self, row: FilingLink) -> str:
        """What the one filing does to the other: “Rules on: granted”."""
        return f"{row.get_kind_display()}{f': {row.get_outcome_display().lower()}' if row.outcome else ''}"

    @admin.display(description="to filing", ordering="to_filing")
    def earlier(self, row: FilingLink) -> SafeString:
        """The filing that it means."""
        return line(row.to_filing)

    def get_actions(self, request: HttpRequest) -> Any:
        """Confirmed or rejected, many at once."""
        return {**super().get_actions(request), **link_actions(request)}


@admin.register(DerivedDate)
class DerivedDateAdmin(ListedOnly):
    """Days that lines set, the furthest first."""

    list_display = ("date", "time", "kind", "title", "set_by", "case", "state")
    list_filter = ("state", "kind", within("case"))
    list_select_related = ("filing__case", "case__forum")
    search_fields = ("title",)
    date_hierarchy = "date"

    @admin.display(description="Set by", ordering="filing")
    def set_by(self, row: DerivedDate) -> SafeString:
        """The line that says so."""
        return line(row.filing)

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Seen by whoever may see hearings."""
        return bool(request.user.has_perm("docket.view_hearing"))

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Changed by no form: a proposal is accepted or dismissed by the list's actions."""
        return False

    def get_actions(self, request: HttpRequest) -> Any:
        """Accepted or dismissed, many at once."""
        return {**super().get_actions(request), **day_actions(request)}
