"""The case that a user opened, its rows as that user may see them, each with what keeps it from the public."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.db import models
from django.db.models import QuerySet
from django.http import Http404, HttpRequest
from django.utils.safestring import SafeString

from docket.desk.publication.page import state
from docket.models import Case
from docket.publishing.why import why_not_each


def open_case(request: HttpRequest, pk: int) -> Case:
    """The case of an address, if the user may see it. Raises PermissionDenied or Http404."""
    owner = admin.site.get_model_admin(Case)
    if not owner.has_view_permission(request):
        raise PermissionDenied
    case = owner.get_queryset(request).filter(pk=pk).first()
    if case is None:
        raise Http404("No such case.")
    return case


def may_view(request: HttpRequest, model: type[models.Model]) -> bool:
    """Whether the user reads rows of that sort at all."""
    return admin.site.get_model_admin(model).has_view_permission(request)


def may_add(request: HttpRequest, model: type[models.Model]) -> bool:
    """Whether the user enters rows of that sort."""
    return admin.site.get_model_admin(model).has_add_permission(request)


def rows_of(request: HttpRequest, model: type[models.Model]) -> QuerySet[Any]:
    """The rows of a model that the user may see, with what their labels read."""
    return admin.site.get_model_admin(model).get_queryset(request)


def states(rows: list[Any]) -> dict[int, SafeString]:
    """“public”, or why not, of each row of one model; as few queries as for one."""
    return {pk: state(reasons) for pk, reasons in why_not_each(rows).items()}
