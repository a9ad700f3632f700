"""The three groups of staff. Each holds all that its members need: one group a person is enough."""

from __future__ import annotations

from django.contrib.auth.models import Group, Permission
from django.db.models import Q, QuerySet

from docket.publishing.wall.tables import APPS

# written by verbs, imports and the database itself
NOT_BY_HAND = (
    "sealevent",
    "sealedtext",
    "casecounter",
    "caserevision",
    "gatheredofcase",
    "gatheredoffiling",
    "importtrace",
    "importedfile",
    "deadlineproposal",
    "followedstate",
    "proposedchange",
    "deriveddate",
    "queuedimport",
)
GROUPS: dict[str, tuple[str, ...]] = {
    "clerk": ("view_importedfile", "add_importedfile"),
    "editor": ("view_importedfile", "add_importedfile", "publish_record"),
    "records officer": (
        *("view_importedfile", "add_importedfile", "publish_record", "seal_record", "expunge_record"),
        *("view_sealevent", "view_sealedtext"),
    ),
}


def make_groups() -> list[str]:
    """Create the groups that are missing and give all three their permissions; what else was given to them stays."""
    made = []
    for name, more in GROUPS.items():
        group, is_new = Group.objects.get_or_create(name=name)
        group.permissions.add(
            *_by_hand(), *Permission.objects.filter(content_type__app_label="docket", codename__in=more)
        )
        made += [name] if is_new else []
    return made


def _by_hand() -> QuerySet[Permission]:
    """To add, change, look at and delete whatever staff enter themselves."""
    history = Q(content_type__model__endswith="history")
    acts = Q(codename__in=("publish_record", "seal_record", "expunge_record"))
    theirs = Permission.objects.filter(content_type__app_label__in=APPS)
    return theirs.exclude(content_type__model__in=NOT_BY_HAND).exclude(history).exclude(acts)
