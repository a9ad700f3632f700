"""What nobody looks at before it is imported: an answer of a followed source changes its own case or nothing."""

from collections.abc import Sequence
from dataclasses import dataclass

from docket.forums.finding import forum_by_court_id
from docket.intake.matching.identity import Key, Verdict, told, verdict
from docket.intake.merging.which_case import Found, described, keys_of, named_less_exactly, people_key_of
from docket.intake.shape import Conflict, ImportedDocket, Refused
from docket.law.docket_numbers import may_be_one
from docket.models import Case

SEAL = "Nothing was changed. If the court has sealed it, seal it here too."
ASK = (
    "Nothing was changed. If it is the same case, import the court's page by hand, or give the case in the record what "
    "the source has; from then on it is followed again."
)


@dataclass(frozen=True)
class Followed:
    """The case that a source is followed for.

    is_shared: the source shows other cases too, which are passed over. of_one_court: all of them are of one court.
    """

    case: Case
    is_shared: bool = False
    of_one_court: bool = False


def of_case(dockets: Sequence[ImportedDocket], followed: Followed) -> tuple[ImportedDocket, ...]:
    """Those of a file that are of the case.

    Raises Refused where the court marks the case as closed, where a source of one case shows another, and where one of
    a court is of another court.
    """
    case, first = followed.case, dockets[0]
    pattern = case.forum.docket_pattern if case.forum else ""
    in_court = [docket for docket in dockets if _is_of_court(docket, case)]
    if in_court and any(may_be_one(number, case.docket_number, pattern) for number in first.closed_beside):
        raise Refused("The court marks this case as not open to the public.", SEAL)
    # whether it is that case, the merge asks: here it is enough that number or court's id lead to it
    theirs = tuple(docket for docket in in_court if verdict(keys_of(docket, case, pattern)) is not Verdict.NEW)
    if not in_court and followed.of_one_court:
        raise Refused(f"The source is of another court ({first.court_id}).", "Correct its address.")
    if not theirs and not followed.is_shared:
        raise _another(first)
    return theirs


def _is_of_court(docket: ImportedDocket, case: Case) -> bool:
    forum = forum_by_court_id(docket.court_id)
    return bool(case.forum and forum and case.forum in (forum, named_less_exactly(forum)))


def _another(docket: ImportedDocket) -> Refused:
    shown = described(docket.caption, docket.docket_number, docket.source_case_id)
    return Refused(f"The source shows another case: {shown}.", "Correct its address, or import the page by hand.")


def hold_to(case: Case, found: Found, docket: ImportedDocket) -> None:
    """Raise Conflict where number, court's id or people are no longer the case's, and Refused where it is another one.

    A page that somebody chose and looks at may rename a case; one that came by itself asks first.
    """
    if found.case is None or found.case.pk != case.pk:
        raise _another(docket)
    keys = keys_of(docket, case, case.forum.docket_pattern if case.forum else "")
    keys = keys._replace(people=people_key_of(docket, case))
    if Key.DIFFERS in keys:
        shown = described(docket.caption, docket.docket_number, docket.source_case_id)
        known = described(case.caption, case.docket_number, case.court_case_id)
        differing = " and ".join(told(keys, Key.DIFFERS))
        raise Conflict(f"The source shows {shown}; the record has {known}. They differ in {differing}.", ASK, [])
