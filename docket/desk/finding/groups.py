"""What is found, by sort of row. Each is looked for as in its own list, so nobody finds what is not theirs to see."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.contrib import admin
from django.db import connection, models
from django.db.models import QuerySet
from django.http import HttpRequest

from docket.desk.addresses import desk_list, desk_page
from docket.listing.likeness import compare_loosely, has_words, spelled_alike
from docket.models import Case, Document, Filing, Matter, StaffNote
from parties.models import Attorney, Firm, Party

# the column by whose spelling rows are found that no word names exactly; "" for text, of which words are enough
SORTS: dict[type[models.Model], str] = {
    Case: "caption",
    Matter: "title",
    Party: "name",
    Attorney: "name",
    Firm: "name",
    Filing: "",
    Document: "",
    StaffNote: "",
}
# what names a row of them or what it belongs to
JOINS: dict[type[models.Model], tuple[str, ...]] = {
    Case: ("forum",),
    Filing: ("case",),
    Document: ("case", "filing"),
    StaffNote: ("case", "matter", "filing", "case_party__party", "party"),
}
# what a row of them belongs to: the first that is there
OWNERS: dict[type[models.Model], tuple[str, ...]] = {
    Filing: ("case",),
    Document: ("case",),
    StaffNote: ("case", "matter", "filing", "case_party", "party"),
}
SHOWN = 8
CAP = 1000


@dataclass(frozen=True)
class Hit:
    """A row that was found: its name, where it is, and what it belongs to."""

    row: Any
    words: str
    of: str
    address: str


@dataclass(frozen=True)
class Group:
    """Rows of one sort; count: all that were found, at most CAP + 1; address: the list that shows them all."""

    name: str
    hits: list[Hit]
    count: int
    address: str

    @property
    def counted(self) -> str:
        """The count, in words that stay true at the cap."""
        return f"{CAP:,}+" if self.count > CAP else f"{self.count:,}"


def found(request: HttpRequest, text: str) -> list[Group]:
    """What the words or the number name, in as many queries for a large record as for a small one."""
    looked = [group for model in _seen_by(request) if (group := _exactly(request, model, text))]
    return [group for group in looked if group.count]


def alike(request: HttpRequest, text: str) -> list[Group]:
    """Names spelled nearly so: for when nothing is named so."""
    if not has_words(text):
        return []
    compare_loosely(connection)
    looked = [_alike(request, model, SORTS[model], text) for model in _seen_by(request) if SORTS[model]]
    return [group for group in looked if group.count]


def are_named(groups: list[Group]) -> bool:
    """Whether some of them were found by a name or number, and not in a text only."""
    return any(SORTS[type(group.hits[0].row)] for group in groups)


def only_one(groups: list[Group], text: str) -> Hit | None:
    """What to open at once: the only hit, or the one case whose number was typed."""
    hits = [hit for group in groups for hit in group.hits]
    if len(hits) == 1:
        return hits[0]
    numbered = [hit for hit in hits if isinstance(hit.row, Case) and hit.row.may_be_numbered(text)]
    whole = all(group.count <= SHOWN for group in groups if isinstance(group.hits[0].row, Case))
    return numbered[0] if len(numbered) == 1 and whole else None


def _seen_by(request: HttpRequest) -> list[type[models.Model]]:
    return [model for model in SORTS if _admin(model).has_view_permission(request)]


def _admin(model: type[models.Model]) -> Any:
    return admin.site.get_model_admin(model)


def _exactly(request: HttpRequest, model: type[models.Model], text: str) -> Group:
    owner = _admin(model)
    rows = owner.found_everywhere(request, text)
    # unordered first: in the list's order a rare word is looked for through the whole table
    keys = list(rows.order_by().values_list("pk", flat=True)[: CAP + 1])
    rows = rows if len(keys) > CAP else model._default_manager.filter(pk__in=keys)
    rows = _with_names(rows, model).order_by(*owner.get_ordering(request))[:SHOWN] if keys else rows.none()
    return _group(model, rows, len(keys), f"{desk_list(model)}?{urlencode({'q': text})}")


def _alike(request: HttpRequest, model: type[models.Model], column: str, text: str) -> Group:
    # clearance is asked of the few that are alike: asked of a whole table it takes longer than the index saves
    keys = spelled_alike(model._default_manager.all(), column, text)
    seen = _with_names(_admin(model).get_queryset(request), model).in_bulk(keys) if keys else {}
    rows = [seen[key] for key in keys if key in seen]
    return _group(model, rows[:SHOWN], len(rows), "")


def _with_names(rows: QuerySet[Any], model: type[models.Model]) -> QuerySet[Any]:
    return rows.select_related(*JOINS[model]) if model in JOINS else rows


def _group(model: type[models.Model], rows: Any, count: int, address: str) -> Group:
    label = _admin(model).choice_label
    hits = [Hit(row, label(row), _belongs_to(row), desk_page(row)) for row in rows]
    return Group(str(model._meta.verbose_name_plural), hits, count, address)


def _belongs_to(row: models.Model) -> str:
    return next((str(owner) for name in OWNERS.get(type(row), ()) if (owner := getattr(row, name))), "")
