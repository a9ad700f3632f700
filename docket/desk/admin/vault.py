"""Notes, which are never public, and the texts that seals took out of the record."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.http import HttpRequest

from docket.desk.accounts.readings import note
from docket.desk.admin.read_only import ReadOnlyAdmin
from docket.desk.admin.record_admin import RecordAdmin
from docket.desk.clearance import PERMISSION, is_cleared
from docket.desk.forms.inlines import RecordInline
from docket.desk.lists.changelist import within
from docket.models import SealedReading, SealedText, StaffNote
from docket.publishing.chain import SealEvent

READINGS = "docket.view_sealedreading"
OF_NO_ROW = ("at", "reader_name", "page")
SUBJECTS = ("case", "matter", "filing", "case_party", "party")


class StaffNoteInline(RecordInline):
    """Notes in the page of what they are about. Name its key with fk_name where there are two."""

    model = StaffNote
    fields = ("kind", "text", "resolved_at")
    readonly_fields = ("resolved_at",)
    verbose_name_plural = "staff notes (never public)"
    classes = ("collapse",)


@admin.register(StaffNote)
class StaffNoteAdmin(RecordAdmin):
    """All notes; the questions “same person?” have a page of their own."""

    list_display = ("text_start", "kind", "created_at", "author", "resolved_at")
    list_filter = ("kind", ("resolved_at", admin.EmptyFieldListFilter), *(within(name) for name in SUBJECTS))
    list_select_related = ("author",)
    search_fields = ("text",)
    related = ("case", "matter", "filing", "case_party__party", "party", "other_party")
    readonly_fields = ("author", "created_at")

    @admin.display(description="Note", ordering="pk")
    def text_start(self, row: StaffNote) -> str:
        """The first 120 letters of the note."""
        return row.text[:120]

    def save_model(self, request: HttpRequest, obj: StaffNote, form: Any, change: bool) -> None:
        """A new note is signed."""
        if not change:
            obj.author = request.user  # type: ignore[assignment]
        super().save_model(request, obj, form, change)


class ForTheCleared(ReadOnlyAdmin):
    """To be read by those who may seal; written by the verbs only."""

    list_per_page = 100
    show_full_result_count = False

    def has_module_permission(self, request: HttpRequest) -> bool:
        return bool(request.user.has_perm(PERMISSION))

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return bool(request.user.has_perm(PERMISSION))


@admin.register(SealedText)
class SealedTextAdmin(ForTheCleared):
    """Texts under seal: what a column held before its row was sealed."""

    list_display = ("label", "object_id", "field", "sealed_at")
    list_filter = ("label", "field")

    def get_object(self, request: HttpRequest, object_id: str, from_field: str | None = None) -> Any:
        """Who reads it is noted."""
        text = super().get_object(request, object_id, from_field)
        if text is not None and is_cleared(request.user):
            note(request.user, [(text.label, text.object_id)], SealedReading.Page.VAULT)
        return text


@admin.register(SealedReading)
class SealedReadingAdmin(ForTheCleared):
    """Who read what is under seal. An administrator without clearance reads who and when, not what."""

    list_display = ("at", "reader_name", "page", "label", "object_id")
    list_filter = ("page",)
    search_fields = ("reader_name",)
    ordering = ("-pk",)
    fields = list_display

    def get_list_display(self, request: HttpRequest) -> Any:
        """Without the rows for who may not know of them."""
        return self.list_display if is_cleared(request.user) else OF_NO_ROW

    def get_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        """A single row shows the columns of the list."""
        return self.get_list_display(request)

    def has_module_permission(self, request: HttpRequest) -> bool:
        return bool(request.user.has_perm(READINGS))

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return bool(request.user.has_perm(READINGS))


@admin.register(SealEvent)
class SealEventAdmin(ForTheCleared):
    """The chain: who published or sealed what, when and why."""

    list_display = ("at", "verb", "label", "object_id", "actor_name", "reason")
    list_filter = ("verb", "label")
    search_fields = ("reason", "authority", "actor_name")
    ordering = ("-pk",)
