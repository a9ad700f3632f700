"""Documents, with their originals from the vault."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.contrib.postgres.search import SearchQuery
from django.core.exceptions import PermissionDenied, ValidationError
from django.db.models import QuerySet
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.urls import URLPattern, path, reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString

from docket.desk.admin.record_admin import RecordAdmin
from docket.desk.forms.inlines import StackedRecordInline
from docket.desk.forms.original_file import DocumentForm
from docket.desk.lists.changelist import within
from docket.desk.publication import redactions
from docket.listing.words import straight
from docket.models import Document, DocumentCheck
from docket.publishing.document_checks import page_image
from docket.publishing.redaction.shape import Hidden


def original_link(row: Document) -> str:
    """The original in the vault, to be taken out by staff."""
    original = getattr(row, "original", None) if row.pk else None
    if original is None:
        return "no file yet"
    address = reverse("admin:docket_document_original", args=[row.pk])
    return format_html(
        '<a href="{}">{}</a> <span class="quiet">SHA-256 {}</span>', address, original.file_name, original.sha256[:16]
    )


def _saying(text: str) -> QuerySet[Any, Any]:
    """The keys of documents in whose file these words stand, published or not."""
    words = SearchQuery(straight(text), config="english", search_type="websearch")
    return DocumentCheck.objects.filter(text_vector=words).order_by().values("document")


def _original(document: Any) -> Any:
    if getattr(document, "original", None) is None:
        raise PermissionDenied
    return document.original


class DocumentInline(StackedRecordInline):
    """The documents of a filing."""

    model = Document
    form = DocumentForm
    fields = (("attachment_number", "title"), "upload", ("kept", "visibility"))
    readonly_fields = ("kept", "visibility")
    related = ("original",)
    show_change_link = True

    @admin.display(description="Original")
    def kept(self, row: Document) -> str:
        """A link to the original that the vault holds, or “no file yet”."""
        return original_link(row)

    def upload(self, row: Document) -> str:
        """For those who may only look."""
        return ""


@admin.register(Document)
class DocumentAdmin(RecordAdmin):
    """The main document (0) or an attachment."""

    form = DocumentForm
    starts_from = "filing"
    list_display = ("name", "attachment_number", "filing", "case", "page_count")
    list_filter = ("visibility", within("case"), within("filing"))
    search_fields = ("title", "court_document_id")
    related = ("filing", "case", "original", "redacts")
    fieldsets = (
        (None, {"fields": ("filing", ("attachment_number", "title"), "upload", "kept", "hidden")}),
        ("More", {"fields": ("page_count", "court_document_id", "source_url", "redacts")}),
    )
    readonly_fields = ("kept", "hidden")

    @admin.display(description="Hidden in the file")
    def hidden(self, row: Document) -> SafeString | str:
        """What was found when the file came: what a copy would carry, and what it leaves behind."""
        check = DocumentCheck.objects.filter(document=row.pk).first() if row.pk else None
        if check is None:
            return "not looked through yet"
        return render_to_string(
            "admin/publication/_hidden.html",
            {
                "found": redactions.shown([check]) if check.findings else None,
                "left_behind": [Hidden(kind).label for kind in check.left_behind],
                "reason": check.reason,
            },
        )

    @admin.display(description="Document", ordering="title")
    def name(self, row: Document) -> str:
        """Its title, or its place among the filing's documents where it has none."""
        return str(row)

    @admin.display(description="Original")
    def kept(self, row: Document) -> str:
        """A link to the original that the vault holds, or “no file yet”."""
        return original_link(row)

    def upload(self, row: Document) -> str:
        """For those who may only look."""
        return ""

    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet[Any], search_term: str
    ) -> tuple[QuerySet[Any], bool]:
        """By title, the court's id, or the words of the file's text."""
        if not search_term.strip():
            return queryset, False
        named, _ = super().get_search_results(request, Document.objects.order_by(), search_term)
        # one after the other, each by its index; an OR would have none
        return queryset.filter(pk__in=named.values("pk").union(_saying(search_term), all=True)), False

    def found_everywhere(self, request: HttpRequest, text: str) -> QuerySet[Any]:
        """By the words of the file's text: titles, of which no index knows, are looked for in the list."""
        return self.get_queryset(request).filter(pk__in=_saying(text))

    def choice_label(self, row: Document) -> str:
        """With the entry that it is of: “Exhibit A, of no. 14”."""
        return f"{row}, of {row.filing}"

    def get_urls(self) -> list[URLPattern]:
        """The original is handed out by the desk alone."""
        view = self.admin_site.admin_view(self.original_view)
        page = self.admin_site.admin_view(self.page_view)
        return [
            path("<int:pk>/original/", view, name="docket_document_original"),
            path("<int:pk>/page/<int:number>.png", page, name="docket_document_page"),
            *super().get_urls(),
        ]

    def page_view(self, request: HttpRequest, pk: int, number: int) -> HttpResponse:
        """A page of the original as an image, what is hidden on it marked."""
        document: Any = self._seen(request, pk)
        check = DocumentCheck.objects.filter(document=document).first()
        boxes = [list(found.box) for found in redactions.found_in(check) if found.page == number] if check else []
        try:
            image = page_image(_original(document), number, boxes)
        except ValidationError as error:
            raise Http404(*error.messages) from error
        return HttpResponse(image, content_type="image/png", headers={"Cache-Control": "no-store"})

    def original_view(self, request: HttpRequest, pk: int) -> FileResponse:
        """The file as received, as a download."""
        document: Any = self._seen(request, pk)
        file = _original(document).file.open("rb")
        return FileResponse(
            file, as_attachment=True, filename=f"{document.public_id}.pdf", content_type="application/pdf"
        )
