"""A case that is entered by hand under a number that the forum already gave to a case of the record: refused."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.html import format_html

from docket.desk.addresses import desk_page
from docket.desk.clearance import cleared
from docket.desk.forms.record_form import RecordForm
from docket.intake.merging.which_case import of_number, wait_for_number
from docket.law.docket_numbers import may_be_one
from docket.models import Case, Forum
from docket.publishing.visibility import Visibility

# the same words for whatever stands in the way: they must not tell that there is a case
UNTOLD = "The case cannot be entered under this number. Ask the person who answers for the record."


class CaseForm(RecordForm):
    """A case, of which the number is compared with the forum's others in whatever spelling."""

    def clean(self) -> dict[str, Any]:
        """Refuse a number that may be that of another case, with the way there."""
        cleaned = super().clean()
        forum, number = (cleaned.get(name, getattr(self.instance, name)) for name in ("forum", "docket_number"))
        if forum and number and (not self.instance.pk or {"forum", "docket_number"} & set(self.changed_data)):
            self._refuse_same(forum, number)
        return cleaned

    def _refuse_same(self, forum: Forum, number: str) -> None:
        # an import or another person may be entering it at this moment: the loser waits, and sees the winner's
        wait_for_number(forum, number)
        same = same_number(forum, number, self.instance.pk)
        if not same:
            return
        open_to_user = {
            row.pk for row in cleared(Case.objects.filter(pk__in=[row.pk for row in same]), self.request.user)
        }
        shown = next((row for row in same if row.pk in open_to_user), None)
        self.add_error("docket_number", ValidationError(_words(shown) if shown else UNTOLD, code="same_number"))


def same_number(forum: Forum, number: str, but: int | None = None) -> list[Case]:
    """The cases of a forum, but the one with this id, that may have the number; expunged ones are nobody's any more."""
    rows = Case.objects.filter(of_number(forum, number)).exclude(visibility=Visibility.EXPUNGED).order_by("pk")
    return [row for row in rows if row.pk != but and may_be_one(number, row.docket_number, forum.docket_pattern)]


def _words(case: Case) -> str:
    return format_html(
        'This forum already has a case of that docket number: <a href="{}">{}</a>. If this is another case, write '
        "what distinguishes the two numbers (the office, the defendant) in both.",
        desk_page(case),
        case,
    )
