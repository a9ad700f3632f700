"""The case's own boxes on the page, checked as on its form; its forum comes from a box for a name."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.http import HttpRequest

from docket.desk.forms.same_number import CaseForm
from docket.desk.setting_up.name_box import NameBox
from docket.desk.workspace.line_form import DayField
from docket.intake.pasted.forum_order import order_of
from docket.models import Case, Forum

FIELDS = ("caption", "forum", "docket_number", "date_filed", "category", "date_terminated", "status")


class SetUpForm(CaseForm):
    """Its days are read in the order of the forum that was chosen."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("date_filed", "date_terminated"):
            before, day = self.fields[name], DayField(required=False)
            day.label, day.help_text = before.label, before.help_text
            day.order = order_of(self._forum())
            self.fields[name] = day
        self.fields["caption"].widget.attrs["autofocus"] = True

    def _forum(self) -> Forum | None:
        number = str(self.data.get("forum", "")) if self.is_bound else ""
        return Forum.objects.filter(pk=number).first() if number.isdecimal() else None


def case_form(request: HttpRequest, forum: NameBox) -> Any:
    """Empty, or filled by a POST."""
    owner: Any = admin.site.get_model_admin(Case)
    form = owner.get_form(request, None, form=SetUpForm, fields=[*FIELDS, "opened_version"])
    if request.method != "POST":
        return form(initial={"category": "civil"})
    data = request.POST.copy()
    data["forum"] = str(forum.row.pk) if forum.row is not None else ""
    return form(data)
