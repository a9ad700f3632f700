"""What was read from docket texts: links to be confirmed or rejected, days to be made hearings and deadlines."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.http import HttpRequest

from docket.desk.changelist import within
from docket.desk.derived import day_actions, link_actions
from docket.desk.record import RecordAdmin
from docket.models import DerivedDate, FilingLink


class ListedOnly(RecordAdmin):
    """A list with actions: the rows are entered and changed in the page of their filing."""

    list_display_links = None

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False


@admin.register(FilingLink)
class FilingLinkAdmin(ListedOnly):
    """How filings relate, as far as it was read and not confirmed, or all of it."""

    list_display = ("from_filing", "kind", "to_filing", "outcome", "is_derived", "from_case")
    list_filter = ("is_derived", "kind", within("case", "from_case"))
    list_select_related = ("from_filing__case", "to_filing__case", "from_case")
    search_fields = ("=from_filing__entry_number", "=to_filing__entry_number")
    ordering = ("-from_filing", "pk")

    def get_actions(self, request: HttpRequest) -> Any:
        """Confirmed or rejected, many at once."""
        return {**super().get_actions(request), **link_actions(request)}


@admin.register(DerivedDate)
class DerivedDateAdmin(ListedOnly):
    """Days that lines set, the furthest first."""

    list_display = ("date", "time", "kind", "title", "filing", "case", "state")
    list_filter = ("state", "kind", within("case"))
    list_select_related = ("filing__case", "case__forum")
    search_fields = ("title",)
    date_hierarchy = "date"

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Whoever may see hearings."""
        return bool(request.user.has_perm("docket.view_hearing"))

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Only by the actions."""
        return False

    def get_actions(self, request: HttpRequest) -> Any:
        """Accepted or dismissed, many at once."""
        return {**super().get_actions(request), **day_actions(request)}
