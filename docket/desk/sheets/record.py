"""What the record has for some rows of a file, asked for together: rows by id, cases, keys, parties, known lines."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from typing import Any

from django.contrib import admin
from django.http import HttpRequest

from docket.desk.sheets.columns import Kind, SheetColumn
from docket.desk.workspace.opened import rows_of
from docket.desk.workspace.pasted_rows import Known, known
from docket.models import Case, CaseParty
from parties.models import Party


class Record:
    """Only what the user may see. newest: the last id before this run; what it made itself is not there for it."""

    def __init__(self, request: HttpRequest, kind: Kind, saving: bool) -> None:
        self.request, self.kind, self.saving = request, kind, saving
        self.owner: Any = admin.site.get_model_admin(kind.model)
        newest = kind.model._default_manager.order_by("-pk").values_list("pk", flat=True).first()
        self.newest: int = newest or 0
        self._parties: dict[int, list[CaseParty]] = {}

    def rows(self, ids: set[str]) -> dict[str, Any]:
        """By their public ids; held until the transaction ends where they are to be saved."""
        found = rows_of(self.request, self.kind.model).filter(public_id__in=ids - {""}).order_by("pk")
        found = found.select_for_update(no_key=True, of=("self",)) if self.saving else found
        return {row.public_id: row for row in found}

    def cases(self, ids: set[str]) -> dict[str, Case]:
        """By their public ids, each with its forum."""
        return {row.public_id: row for row in rows_of(self.request, Case).filter(public_id__in=ids - {""})}

    def keys(self, column: SheetColumn, texts: set[str]) -> dict[str, int]:
        """What the cells of a column of keys name."""
        field: Any = self.kind.model._meta.get_field(column.field)
        rows = rows_of(self.request, field.related_model).filter(**{f"{column.key}__in": texts - {""}})
        return {getattr(row, column.key): row.pk for row in rows}

    def parties(self, case: Case) -> list[CaseParty]:
        """Those of one case that the user may see."""
        if case.pk not in self._parties:
            self._parties[case.pk] = list(rows_of(self.request, CaseParty).filter(case=case).select_related("party"))
        return self._parties[case.pk]

    def lines(self, wanted: dict[Case, list[tuple[date | None, str]]]) -> dict[int, Known]:
        """Of each case the lines of these days and numbers that were there before."""
        found = {}
        for case, asked in wanted.items():
            days = {day for day, _ in asked if day}
            found[case.pk] = known(self.request, case, days, {number for _, number in asked}, upto=self.newest)
        return found

    def names(self, names: set[str]) -> dict[str, Any]:
        """Parties by their names in lower case."""
        rows = rows_of(self.request, Party).filter(name__in=names, pk__lte=self.newest)
        return {row.name.casefold(): row for row in rows}


def party_of(parties: list[CaseParty], said: str, in_role: str = "") -> CaseParty | str:
    """The party of a case that an id or a name means, “Jane Roe” or “Jane Roe (Plaintiff)”; or what is wrong."""
    bare, _, role = said.removesuffix(")").partition(" (")
    fits = [row for row in parties if row.party.public_id == said or row.party.name.casefold() == said.casefold()]
    if not fits:
        fits = [
            row
            for row in parties
            if row.party.name.casefold() == bare.casefold() and row.get_role_display().casefold() == role.casefold()
        ]
    if in_role and len(fits) > 1:
        fits = [row for row in fits if row.role == in_role]
    if len(fits) == 1:
        return fits[0]
    return f"“{said}” is {'several parties' if fits else 'no party'} of the case. Write its id, or “Name (Role)”."


def by_case(found: list[tuple[Case, date | None, str]]) -> dict[Case, list[tuple[date | None, str]]]:
    """Grouped, so that each case is asked once."""
    grouped: dict[Case, list[tuple[date | None, str]]] = defaultdict(list)
    for case, day, number in found:
        grouped[case].append((day, number))
    return grouped
