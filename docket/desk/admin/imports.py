"""The court pages that were imported, and how tables are read."""

from __future__ import annotations

import json
from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.html import format_html

from docket.desk.admin.read_only import ReadOnlyAdmin
from docket.desk.clearance import cleared
from docket.desk.imports.conflicts import Conflicts
from docket.desk.lists.changelist import CappedPaginator, DeskChangeList, within
from docket.intake.files import PERMISSION
from docket.models import ConfirmedReading, ImportedFile


@admin.register(ImportedFile)
class ImportedFileAdmin(ReadOnlyAdmin):
    """Files that were imported: written by imports, changed by nobody."""

    list_display = ("file_name", "kind", "case", "imported_at", "imported_by")
    list_filter = ("kind", Conflicts, within("case"))
    list_select_related = ("case", "imported_by")
    search_fields = ("file_name",)
    fields = ("file_name", "kind", "case", "sha256", "imported_at", "imported_by", "what_it_did")
    paginator = CappedPaginator
    list_per_page = 100
    show_full_result_count = False
    change_list_template = "admin/record_list.html"

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        """What the user may see."""
        return cleared(super().get_queryset(request), request.user)

    def get_changelist(self, request: HttpRequest, **kwargs: Any) -> Any:
        """The list counts its lines up to a cap, as a whole count of a large table takes long."""
        return DeskChangeList

    def changelist_view(self, request: HttpRequest, extra_context: Any = None) -> HttpResponse:
        """With the way to import more."""
        tools = [(reverse("admin:import"), "Import court pages")] if request.user.has_perm(PERMISSION) else []
        return super().changelist_view(request, {**(extra_context or {}), "tools": tools})

    @admin.display(description="What it did")
    def what_it_did(self, row: ImportedFile) -> str:
        """The import's report as JSON: what was new, changed, kept and warned of."""
        return format_html("<pre>{}</pre>", json.dumps(row.report, indent=2, ensure_ascii=False))


@admin.register(ConfirmedReading)
class ConfirmedReadingAdmin(admin.ModelAdmin):  # type: ignore[type-arg]
    """Confirmed where a table asks; taken back here, and the next table of that court asks again."""

    list_display = ("reading", "forum", "confirmed_by", "updated_at")
    list_filter = (within("forum"),)
    list_select_related = ("forum", "confirmed_by")
    search_fields = ("reading",)
    fields = ("forum", "kind", "reading", "confirmed_by", "updated_at")
    paginator = CappedPaginator
    list_per_page = 100
    show_full_result_count = False
    change_list_template = "admin/record_list.html"

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def get_changelist(self, request: HttpRequest, **kwargs: Any) -> Any:
        """Counted to a cap."""
        return DeskChangeList
