"""What each role may do, read from the permissions that the groups have now."""

from __future__ import annotations

from dataclasses import dataclass

from django.contrib import admin
from django.contrib.auth.models import Group, Permission
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse

from docket.desk.groups import ADMINISTRATOR, GROUPS

PLAIN = ("add", "change", "delete", "view")


@dataclass(frozen=True)
class Row:
    """An act or a kind of row, and for each role in words what of it the role may: empty for nothing."""

    what: str
    may: list[str]


@dataclass(frozen=True)
class Roles:
    """The roles in order; the acts of which each is a permission of its own; the kinds of rows."""

    names: list[str]
    acts: list[Row]
    rows: list[Row]


def roles() -> Roles:
    """The desk's own roles first, then other groups by name."""
    groups = list(Group.objects.prefetch_related("permissions__content_type"))
    own = [*GROUPS, ADMINISTRATOR]
    groups.sort(key=lambda group: (own.index(group.name) if group.name in own else len(own), group.name))
    held = [{permission.pk for permission in group.permissions.all()} for group in groups]
    acts: list[Row] = []
    kinds: dict[str, list[list[str]]] = {}
    for permission in Permission.objects.filter(group__in=groups).distinct().select_related("content_type"):
        verb, _, of = permission.codename.partition("_")
        if verb in PLAIN and of == permission.content_type.model:
            words = kinds.setdefault(_kind(permission), [[] for _ in groups])
            for role, ids in enumerate(held):
                words[role] += [verb] if permission.pk in ids else []
        else:
            acts.append(Row(permission.name, ["yes" if permission.pk in ids else "" for ids in held]))
    rows = [Row(kind, [", ".join(verbs) for verbs in words]) for kind, words in sorted(kinds.items())]
    return Roles([group.name for group in groups], acts, rows)


def _kind(permission: Permission) -> str:
    model = permission.content_type.model_class()
    return str(model._meta.verbose_name_plural if model else permission.content_type.model)


def roles_view(request: HttpRequest) -> HttpResponse:
    """For everyone at the desk."""
    context = {**admin.site.each_context(request), "title": "Roles", "roles": roles()}
    return TemplateResponse(request, "admin/accounts/roles.html", context)
