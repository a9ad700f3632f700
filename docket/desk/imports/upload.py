"""Importing court pages by upload: the same readers, merge and report as the command; what takes long by the worker."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import admin
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse

from docket.desk.clearance import cleared
from docket.desk.imports.court_form import offer
from docket.desk.imports.limits import LARGEST, MB, TOGETHER, takes_long, too_large_together
from docket.desk.imports.matter_of_cases import offered
from docket.desk.imports.queued import RECENT, recent_uploads
from docket.desk.imports.reports import ShownReport, matters_of, shown_to
from docket.intake.background.queue import keep, keep_question, worker_lives
from docket.intake.files import PERMISSION, import_bytes
from docket.intake.gathering import gathered
from docket.models import Case, CaseMatter, Forum, ImportedFile, Matter
from docket.publishing.bases import new_public_id


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
                    f"“{file.name}” has more than {LARGEST // MB} MB. A court page is a few: is it the right file?"
                )
        if (size := sum(file.size or 0 for file in files)) > TOGETHER:
            raise ValidationError(too_large_together(size))
        return files


class UploadForm(forms.Form):
    """Which files, and what they do not say themselves."""

    pages = SeveralFilesField(
        help_text="Saved court pages. The kind of each is recognised. Long ones go on in the background."
    )
    forum = forms.ModelChoiceField(
        Forum.objects.all(),
        required=False,
        help_text="Only where all are of one court that they do not name; else each asks.",
    )
    matter = forms.ModelChoiceField(
        Matter.objects.all(),
        required=False,
        help_text="What the cases arise from. Left empty, the report offers to make one of several cases.",
    )

    def __init__(self, user: Any, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "forum", Case._meta.get_field("forum"), user)
        offer(self, "matter", CaseMatter._meta.get_field("matter"), user)


@transaction.non_atomic_requests
def upload_view(request: HttpRequest) -> HttpResponse:
    """One transaction a file: what was imported stays, whatever becomes of the next. Drafts only.

    What takes long is left to the worker. Where none runs it is imported here all the same: better a long wait than
    one for a worker that nobody started, and `runserver` needs no other process.
    """
    if not request.user.has_perm(PERMISSION):
        raise PermissionDenied
    sent = (request.POST, request.FILES) if request.method == "POST" else ()
    form = UploadForm(request.user, *sent)
    is_sent = form.is_valid()
    if is_sent and takes_long(form.cleaned_data["pages"]) and worker_lives():
        return redirect("admin:queued_import", keep(form.cleaned_data["pages"], **_given(form, request.user)))
    done = _imported(form, request.user) if is_sent else []
    context = {
        **admin.site.each_context(request),
        "title": "Import court pages",
        "form": form,
        "media": form.media,
        "done": done,
        "matters": matters_of(request.user, done),
        "new_matter": offered(request.user, done),
        "uploads": recent_uploads(request.user),
        "recent": cleared(ImportedFile.objects.select_related("case", "imported_by"), request.user)[:RECENT],
    }
    return TemplateResponse(request, "admin/imports/upload.html", context)


def _imported(form: UploadForm, user: Any) -> list[ShownReport]:
    given = _given(form, user)
    pages = gathered((file.name or "", file.read()) for file in form.cleaned_data["pages"])
    reports, asking, upload = [], [], new_public_id()
    for name, data in pages:
        report = import_bytes(name, data, **given)
        reports.append(report)
        asking.append(keep_question(upload, name, data, report, **given) if report.question else None)
    return shown_to(user, reports, asking)


def _given(form: UploadForm, user: Any) -> dict[str, Any]:
    return {"user": user, "forum": form.cleaned_data["forum"], "matter": form.cleaned_data["matter"]}
