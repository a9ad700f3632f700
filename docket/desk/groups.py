"""The roles of staff, as groups. Each holds all that its members need: one group a person is enough."""

from __future__ import annotations

from django.contrib.auth.models import Group, Permission
from django.db.models import Q, QuerySet

from docket.publishing.wall.tables import APPS

# written by verbs, imports and the database itself
NOT_BY_HAND = (
    "sealevent",
    "sealedtext",
    "sealedreading",
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
    "sheetimport",
    "rememberedcolumns",
    "correction",
    "merge",
    "formeraddress",
    "assignment",
    "openform",
    "filingmove",
)
GROUPS: dict[str, tuple[str, ...]] = {
    "clerk": ("view_importedfile", "add_importedfile"),
    "editor": ("view_importedfile", "add_importedfile", "publish_record"),
    "custodian": (
        *("view_importedfile", "add_importedfile", "publish_record", "seal_record", "expunge_record"),
        *("view_sealevent", "view_sealedtext"),
    ),
}
# accounts and what is noted of them; nothing of the record
ADMINISTRATOR = "administrator"
ADMINISTERS = ("add_user", "change_user", "view_user", "view_group", "view_accessfailurelog", "view_sealedreading")
# what a role was called in an earlier release
RENAMED = {"records officer": "custodian"}


def make_groups() -> list[str]:
    """Create the groups that are missing and give all their permissions; what else was given to them stays."""
    for before, name in RENAMED.items():
        if not Group.objects.filter(name=name).exists():
            Group.objects.filter(name=before).update(name=name)
    made = []
    for name, more in GROUPS.items():
        group, is_new = Group.objects.get_or_create(name=name)
        group.permissions.add(
            *_by_hand(), *Permission.objects.filter(content_type__app_label="docket", codename__in=more)
        )
        made += [name] if is_new else []
    group, is_new = Group.objects.get_or_create(name=ADMINISTRATOR)
    group.permissions.add(*Permission.objects.filter(codename__in=ADMINISTERS))
    return [*made, ADMINISTRATOR] if is_new else made


def _by_hand() -> QuerySet[Permission]:
    """To add, change, look at and delete whatever staff enter themselves."""
    history = Q(content_type__model__endswith="history")
    acts = Q(codename__in=("publish_record", "seal_record", "expunge_record"))
    theirs = Permission.objects.filter(content_type__app_label__in=APPS)
    return theirs.exclude(content_type__model__in=NOT_BY_HAND).exclude(history).exclude(acts)
