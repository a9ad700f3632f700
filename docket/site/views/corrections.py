"""What was corrected on a case's pages."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponseBase
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from docket.models import Case
from docket.site.corrected import MOST, of_case, told
from docket.site.heading_notes import notes_of
from docket.site.views.answers import gone, is_sealed


@require_safe
def case_corrections(request: HttpRequest, public_id: str) -> HttpResponseBase:
    """Each correction of what the public read of a case, the newest first."""
    case = get_object_or_404(Case, public_id=public_id)
    if removed := gone(request, case):
        return removed
    if is_sealed(case):
        raise Http404("Of a case under seal nothing is told.")
    name = case.caption_short or case.caption
    context = {
        "case": case,
        "corrections": told(of_case(case)[:MOST]),
        "most": MOST,
        "heading_notes": notes_of([case.pk]).get(case.pk, []),
        "title": f"Corrections: {name}",
        "description": f"What was corrected or changed in the record of {name}, and when.",
        "canonical": reverse("case_corrections", args=[case.public_id]),
        "crumbs": [("Cases", reverse("cases")), (name, case.get_absolute_url())],
        "noindex": case.noindex or case.is_sample,
    }
    return render(request, "docket/case/corrections.html", context)
