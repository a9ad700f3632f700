"""The page of the box: what was found, by sort; a single hit is opened at once."""

from __future__ import annotations

from django import forms
from django.contrib import admin, messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.html import format_html
from django.utils.http import urlencode
from django.views.decorators.http import require_safe

from docket.desk.finding.groups import Group, Hit, alike, are_named, found, only_one
from docket.listing.filter_by_row import LONGEST, refuse_long
from docket.listing.words import tidy


class FindForm(forms.Form):
    """The box. all: show the page also where one hit could be opened."""

    q = forms.CharField(max_length=LONGEST, required=False, validators=[refuse_long])
    all = forms.BooleanField(required=False)


@require_safe
def find_view(request: HttpRequest) -> HttpResponse:
    """GET ?q=: opens the only hit, or the case of which the number was typed; else lists what was found."""
    form = FindForm(request.GET)
    text = tidy(form.cleaned_data["q"]) if form.is_valid() else ""
    groups = found(request, text) if text else []
    one = only_one(groups, text)
    if one and not form.cleaned_data["all"]:
        return _opened(request, one, groups, text)
    context = {
        **admin.site.each_context(request),
        "title": "Find",
        "form": form,
        "sought": text,
        "groups": groups,
        "alike": alike(request, text) if text and not are_named(groups) else [],
    }
    return TemplateResponse(request, "admin/find.html", context)


def _opened(request: HttpRequest, hit: Hit, groups: list[Group], text: str) -> HttpResponse:
    """Go to the one; where more was found, say so."""
    if sum(group.count for group in groups) > 1:
        where = f"{reverse('admin:find')}?{urlencode({'q': text, 'all': 'on'})}"
        words = 'Opened by its number. More was found: <a href="{}">all for “{}”</a>.'
        messages.info(request, format_html(words, where, text))
    return HttpResponseRedirect(hit.address)
