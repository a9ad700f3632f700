"""A box for a name: of a known row, chosen while it is typed or asked for when it is sent, or of a new one.

Three values go with it: `name` the text, `name_pick` the number of the chosen row or "new", `name_asked` the text for
which it was chosen. Of a text that was changed since, the choice is forgotten. Without script the first alone is sent;
where the record knows somebody of such a name, the page then asks which one, “a new one” last.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.contrib import admin
from django.http import HttpRequest

from docket.desk.setting_up.known import SORTS, Known, clean_name, known, row_of
from docket.desk.workspace.opened import may_add

NEW = "new"


class NameBox:
    """What was typed for one person, firm or forum. error: what is wrong with it; offered: whom it may mean."""

    def __init__(self, sort: str, name: str, label: str, data: Mapping[str, Any]) -> None:
        self.sort, self.name, self.label = sort, name, label
        self.text = clean_name(str(data.get(name, "")))
        is_of_text = clean_name(str(data.get(f"{name}_asked", ""))) == self.text
        self.pick = str(data.get(f"{name}_pick", "")) if is_of_text else ""
        self.row: Any = None
        self.error = ""
        self.offered: list[Known] = []
        self.adds = sort != "forum"

    @property
    def is_new(self) -> bool:
        """Whether a new row is to be made of it."""
        return bool(self.text) and self.row is None and self.pick == NEW

    @property
    def key(self) -> tuple[str, str]:
        """By which the same name, twice in one form, is the same person."""
        return self.sort, self.text.casefold()

    def decide(self, request: HttpRequest, before: Mapping[tuple[str, str], str]) -> None:
        """Find out whom it means; `before`: what was decided of the names above it in the form."""
        if not self.text:
            return
        self.pick = self.pick or before.get(self.key, "")
        if self.pick == NEW and self.adds:
            self._refuse_unless_addable(request)
            return
        self.row = row_of(request, self.sort, self.pick) if self.pick else None
        if self.row is None:
            self._ask(request)

    def _ask(self, request: HttpRequest) -> None:
        self.offered, self.pick = known(request, self.sort, self.text), ""
        exact = [one for one in self.offered if one.name.casefold() == self.text.casefold()]
        if self.offered and not self.adds and len(exact or self.offered) == 1:
            self.row = row_of(request, self.sort, str((exact or self.offered)[0].pk))
            self.pick, self.offered = str(self.row.pk), []
        elif self.offered:
            self.error = f"Which “{self.text}” is it? Choose below; nothing is saved yet."
        elif self.adds:
            self.pick = NEW
            self._refuse_unless_addable(request)
        else:
            self.error = f"No {self.sort} is called “{self.text}”. Write another part of its name, or leave it empty."

    def _refuse_unless_addable(self, request: HttpRequest) -> None:
        if not may_add(request, SORTS[self.sort]):
            self.error = f"You may not add a new {self._one}: choose one that is there."

    @property
    def _one(self) -> str:
        return str(SORTS[self.sort]._meta.verbose_name)

    @property
    def told(self) -> str:
        """What the page says of it beside the box: who was chosen."""
        if self.row is not None:
            return admin.site.get_model_admin(type(self.row)).choice_label(self.row)  # type: ignore[attr-defined,no-any-return]
        return f"a new {self._one}" if self.is_new else ""
