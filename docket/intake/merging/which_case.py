"""Which case of the record a page is of: the candidates, what their three keys say, and the refusals."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db import connection
from django.db.models import Q

from docket.intake.matching.identity import Key, Keys, Verdict, told, verdict
from docket.intake.matching.likeness import names, people_key
from docket.intake.shape import Conflict, ImportedDocket, Refused
from docket.intake.wording.case_facts import CRIMINAL_TYPES
from docket.law.docket_numbers import may_be_one, parsed
from docket.models import Case, Forum
from docket.publishing import verbs
from docket.publishing.visibility import CONTENT_WITHHELD, Visibility

LOCK = "select pg_advisory_xact_lock(hashtextextended(name, 4242003)) from unnest(%s::text[]) name"
CLEARANCE = verbs.VERBS["seal"].permission
NO_CAPTION = "(caption not in the record)"
REMEDY = (
    "Nothing was changed. If the two are one case, give the case in the record the page's number or caption and import "
    "again; if not, correct there what agrees."
)


@dataclass(frozen=True)
class Found:
    """The page's case, None when it is new to the record.

    `nameless`: another one has the court's id and no number. `differing`: keys that differ while the two others agree.
    """

    case: Case | None
    nameless: bool = False
    differing: tuple[str, ...] = ()


def find(docket: ImportedDocket, forum: Forum, user: Any = None) -> Found:
    """The case with which two of three keys agree (identity.py); other imports of that case wait.

    Raises Conflict when one key speaks against another or two cases are meant, and Refused when the case is under
    seal; `user` (None: the command line) learns of such a case only with clearance.
    """
    wait_for_number(forum, docket.docket_number, docket.source_case_id)
    compared = [(row, keys_of(docket, row, forum.docket_pattern)) for row in _candidates(docket, forum)]
    met = [(row, keys) for row, keys in compared if verdict(keys) is not Verdict.NEW]
    _refuse_closed(docket, [row for row, _ in met], user)
    for row, keys in met:
        if verdict(keys) is Verdict.CONFLICT:
            raise Conflict(_contradiction(docket, row, keys), REMEDY, [row.public_id])
    same = [row for row, _ in met]
    numbered = [row for row in same if row.docket_number]
    if len(numbered) > 1:
        _refuse_two(docket, numbered)
    # a case known by its attachment pages only has no number: it comes last, and hinders nobody
    case = next(iter(numbered or same), None)
    nameless = [row for row in same if row != case and not row.docket_number] if docket.docket_number else []
    differing = (word for row, keys in met if row == case for word in told(keys, Key.DIFFERS))
    return Found(case, bool(nameless), tuple(differing))


def wait_for_number(forum: Forum, number: str, court_id: str = "") -> None:
    """Lock a number and a court's id until the transaction ends, in one order everywhere: some pages know one only."""
    core = parsed(number, forum.docket_pattern).core
    locked = {f"{forum.pk} {name}" for name in (core, f"id {court_id}" if court_id else "") if name}
    with connection.cursor() as cursor:
        cursor.execute(LOCK, [sorted(locked)])


def of_number(forum: Forum, number: str) -> Q:
    """Cases of a forum whose number may be this one; each is still to be compared with `may_be_one`."""
    core = parsed(number, forum.docket_pattern).core
    return Q(forum=forum) & (Q(docket_number=number) | Q(docket_number_normal__icontains=core))


def named_less_exactly(forum: Forum) -> Forum | None:
    """The row that stands for all courts of this one's sort in its state, where a case of it may have been entered."""
    above = forum.parent
    return above if above and (above.kind, above.level) == (forum.kind, forum.level) else None


def keys_of(docket: ImportedDocket, case: Case, pattern: str) -> Keys:
    """What id, number and people say of a page and a case of one forum; `pattern` is the form of its numbers."""
    court_id, number = _id_key(docket, case), _number_key(docket, case, pattern)
    if court_id is number is Key.AGREES:
        return Keys(court_id, number, Key.MISSING)  # whatever the names say, two agree
    return Keys(court_id, number, people_key_of(docket, case))


def _id_key(docket: ImportedDocket, case: Case) -> Key:
    if not (docket.source_case_id and case.court_case_id):
        return Key.MISSING
    if docket.source_case_id == case.court_case_id:
        return Key.AGREES
    # a criminal case has an id for each defendant under one number: another id tells nothing
    criminal = (docket.number_parts.case_type or "").lower() in CRIMINAL_TYPES
    return Key.MISSING if criminal else Key.DIFFERS


def _number_key(docket: ImportedDocket, case: Case, pattern: str) -> Key:
    if not (docket.docket_number and case.docket_number):
        return Key.MISSING
    if docket.docket_number == case.docket_number:
        return Key.AGREES
    defendant = docket.number_parts.defendant_number
    number = f"{docket.docket_number}-{defendant}" if defendant else docket.docket_number
    return Key.AGREES if may_be_one(number, case.docket_number, pattern) else Key.DIFFERS


def people_key_of(docket: ImportedDocket, case: Case) -> Key:
    """Our own description of a case is no title of the court's."""
    own = case.caption_is_descriptive or case.caption == NO_CAPTION
    titles = [] if own else [case.caption, case.caption_short]
    page = names(party.name for party in docket.parties)
    known = case.case_parties.values_list("name_as_filed", "party__name") if page else ()
    return people_key([docket.caption], titles, page, names(filed or name for filed, name in known))


def _candidates(docket: ImportedDocket, forum: Forum) -> list[Case]:
    same = Q(pk__in=[])
    for court in (forum, named_less_exactly(forum)):
        if court and docket.docket_number:
            same |= of_number(court, docket.docket_number)
        if court and docket.source_case_id:
            same |= Q(forum=court, court_case_id=docket.source_case_id)
    return list(Case.objects.filter(same).exclude(visibility=Visibility.EXPUNGED).order_by("pk"))


def _refuse_closed(docket: ImportedDocket, met: Sequence[Case], user: Any) -> None:
    closed = next((row for row in met if row.visibility in CONTENT_WITHHELD), None)
    if closed is None:
        return
    if user is not None and not user.has_perm(CLEARANCE):
        raise Refused("This page cannot be imported by you.", "Ask the person who answers for the record.")
    number = docket.docket_number or closed.docket_number
    raise Refused(
        f"The case {number} is {closed.get_visibility_display().lower()} in this record.",
        "Unseal it before importing into it.",
    )


def _refuse_two(docket: ImportedDocket, cases: Sequence[Case]) -> None:
    listed = " and ".join(described(row.caption, row.docket_number, row.court_case_id) for row in cases)
    page = described(docket.caption, docket.docket_number, docket.source_case_id)
    raise Conflict(
        f"The page is of {page}, and leads to several cases of the record: {listed}.",
        "Correct the number or the court's id of one of them.",
        [row.public_id for row in cases],
    )


def _contradiction(docket: ImportedDocket, case: Case, keys: Keys) -> str:
    """Both cases, what agrees and what differs, in words."""
    page = described(docket.caption, docket.docket_number, docket.source_case_id)
    known = described(case.caption, case.docket_number, case.court_case_id)
    agreeing, differing = (" and ".join(told(keys, key)) for key in (Key.AGREES, Key.DIFFERS))
    return (
        f"Two cases, or one? The page is of {page}; the record has {known}. They agree in {agreeing}, "
        f"and differ in {differing}."
    )


def described(caption: str, number: str, court_id: str) -> str:
    said = (
        f"“{caption}”" if caption else "a case without caption",
        f"No. {number}" if number else "",
        f"court's id {court_id}" if court_id else "",
    )
    return ", ".join(part for part in said if part)
