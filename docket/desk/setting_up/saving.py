"""Writing what was set up: the case as its own form would, then its people, in the transaction of the request."""

from __future__ import annotations

from typing import Any, TypeVar

from django.contrib import admin
from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.http import HttpRequest

from docket.desk.setting_up.name_box import NameBox
from docket.desk.setting_up.rows import Row
from docket.intake.wording.capacities import doe_range, party_kind
from docket.models import Appearance, Case, CaseMatter, CaseParty, Matter
from parties.models import Attorney, Firm, Party

Made = dict[tuple[str, str], Any]
Saved = TypeVar("Saved", bound=models.Model)


@transaction.atomic
def save(request: HttpRequest, form: Any, rows: list[Row], matter: Matter | None) -> Case:
    """The new case, a draft, with everything that was typed. Raises ValidationError, and then nothing is saved."""
    owner: Any = admin.site.get_model_admin(Case)
    case: Case = owner.save_form(request, form, change=False)
    owner.save_model(request, case, form, change=False)
    owner.save_related(request, form, [], change=False)
    if matter is not None:
        CaseMatter.objects.create(case=case, matter=matter, is_primary=True)
    made: Made = {}
    party: CaseParty | None = None
    for position, row in enumerate(row for row in rows if not row.is_empty):
        try:
            party = _party(case, row, position, made) if row.party.text else party
            if row.attorney.text:
                _checked(_appearance(party, row, position, made))
        except ValidationError as refused:
            row.error = " ".join(refused.messages)
            raise
    return case


def _party(case: Case, row: Row, position: int, made: Made) -> CaseParty:
    first, last = doe_range(row.party.text) or (None, None)
    return _checked(
        CaseParty(
            case=case,
            party=_who(row.party, made),
            role=row.role,
            side=row.side,
            position=position,
            is_pro_se=row.is_pro_se,
            doe_from=first,
            doe_to=last,
        )
    )


def _appearance(party: CaseParty | None, row: Row, position: int, made: Made) -> Appearance:
    firm = _who(row.firm, made) if row.firm.text else None
    return Appearance(case_party=party, attorney=_who(row.attorney, made), firm=firm, position=position)


def _who(box: NameBox, made: Made) -> Any:
    """The known row, or the new one, which is made once for all places of the form that name it."""
    if box.row is not None:
        return box.row
    if box.key not in made:
        made[box.key] = _checked(_new(box))
    return made[box.key]


def _new(box: NameBox) -> Any:
    if box.sort == "party":
        return Party(name=box.text, kind=party_kind(box.text))
    return Attorney(name=box.text) if box.sort == "attorney" else Firm(name=box.text)


def _checked(row: Saved) -> Saved:
    row.full_clean()
    row.save()
    return row
