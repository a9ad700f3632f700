"""Importing court pages by upload: the same readers, merge and report as the command."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import admin
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import reverse

from docket.desk.addresses import desk_page
from docket.desk.choosing import GrowingSelect
from docket.desk.clearance import cleared
from docket.importers.intake import import_bytes
from docket.importers.report import FileReport
from docket.models import Case, CaseMatter, Forum, ImportedFile, Matter

PERMISSION = "docket.add_importedfile"
LARGEST = 50 * 1024 * 1024
RECENT = 15


class SeveralFilesInput(forms.FileInput):
    allow_multiple_selected = True


class SeveralFilesField(forms.FileField):
    """Cleans to a list of files."""

    widget = SeveralFilesInput

    def clean(self, data: Any, initial: Any = None) -> list[UploadedFile]:
        files: list[UploadedFile] = [super(SeveralFilesField, self).clean(file, initial) for file in data or [None]]
        for file in files:
            if (file.size or 0) > LARGEST:
                raise ValidationError(
                    f"“{file.name}” has more than 50 MB. A court page is a few: is it the right file?"
                )
        return files


class UploadForm(forms.Form):
    """Which files, and what they do not say themselves."""

    pages = SeveralFilesField(help_text="Saved court pages. The kind of each is recognised.")
    forum = forms.ModelChoiceField(
        Forum.objects.all(), required=False, help_text="Only for pages that do not name their court."
    )
    matter = forms.ModelChoiceField(
        Matter.objects.all(), required=False, help_text="What the cases arise from; may be given later."
    )

    def __init__(self, user: Any, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, key in (("forum", Case._meta.get_field("forum")), ("matter", CaseMatter._meta.get_field("matter"))):
            field: Any = self.fields[name]
            field.queryset = cleared(field.queryset, user)
            field.widget = GrowingSelect(key, admin.site)
            field.widget.is_required, field.widget.choices = False, field.choices


@transaction.non_atomic_requests
def upload_view(request: HttpRequest) -> HttpResponse:
    """One transaction a file: what was imported stays, whatever becomes of the next. Drafts only."""
    if not request.user.has_perm(PERMISSION):
        raise PermissionDenied
    sent = (request.POST, request.FILES) if request.method == "POST" else ()
    form = UploadForm(request.user, *sent)
    done = _imported(form, request.user) if form.is_valid() else []
    context = {
        **admin.site.each_context(request),
        "title": "Import court pages",
        "form": form,
        "media": form.media,
        "done": done,
        "recent": cleared(ImportedFile.objects.select_related("case", "imported_by"), request.user)[:RECENT],
    }
    return TemplateResponse(request, "admin/upload.html", context)


def _imported(form: UploadForm, user: Any) -> list[tuple[FileReport, str, str]]:
    """Each file's report, with the addresses of its case and of what is proposed in it, if the user may see it."""
    given = {"forum": form.cleaned_data["forum"], "matter": form.cleaned_data["matter"]}
    reports = [
        import_bytes(file.name or "", file.read(), publish=False, user=user, **given)
        for file in form.cleaned_data["pages"]
    ]
    cases = cleared(Case.objects.filter(public_id__in={r.case for r in reports if r.case}), user)
    pages = {case.public_id: (desk_page(case), f"{reverse('admin:proposals')}?case={case.pk}") for case in cases}
    return [(report, *pages.get(report.case or "", ("", ""))) for report in reports]
