"""Requests of readers: corrections and takedowns asked for, what was decided and answered."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.http import HttpRequest
from django.utils import timezone

from docket.desk.admin.record_admin import RecordAdmin
from docket.desk.lists.changelist import within
from docket.models import ReaderRequest


@admin.register(ReaderRequest)
class ReaderRequestAdmin(RecordAdmin):
    """Never public: the page /corrections/ says how to ask, and what was corrected says so itself."""

    list_display = ("received_on", "kind", "sender", "case", "decision", "decided_on", "replied_on", "handled_by")
    list_display_links = ("received_on", "kind")
    list_filter = ("decision", "kind", ("replied_on", admin.EmptyFieldListFilter), within("case"))
    search_fields = ("sender", "text", "address")
    search_help_text = "Words of the request, the sender, an address."
    related = ("case",)
    readonly_fields = ("handled_by",)
    fieldsets = (
        ("What came", {"fields": (("kind", "received_on"), "sender", "contact", "address", "case", "text")}),
        ("What became of it", {"fields": ("handled_by", ("decision", "decided_on"), "reasons", "reply", "replied_on")}),
    )

    def get_changeform_initial_data(self, request: HttpRequest) -> dict[str, Any]:
        """It came today."""
        return {"received_on": timezone.localdate(), **super().get_changeform_initial_data(request)}

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        """Who entered it looks after it, and from the decision on who decided it."""
        if not change or "decision" in form.changed_data:
            obj.handled_by = request.user
        super().save_model(request, obj, form, change)
