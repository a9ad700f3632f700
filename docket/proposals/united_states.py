"""Where the United States, its agency or officer is a party, other periods hold (FRCP 12(a)(2), FRAP 4(a)(1)(B))."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from docket.choices import CapacityKind
from docket.law.deadlines.government import is_of_united_states
from docket.law.deadlines.periods import Period, by_id
from docket.models import Capacity, Case, CaseParty
from docket.proposals.found import Following, Found

FOR_THE_PARTY = ("answer",)  # other periods are the same for everyone in the case


def fitted(case: Case, found: Found) -> Found:
    """The periods of the United States in the place of others; what the record does not tell is left to staff."""
    if not any(following.period.united_states for following in found.followings):
        return found
    told = _told(case)
    followings: list[Following] = []
    unclear: list[str] = []
    for following in found.followings:
        instead = following.period.united_states
        answer = _answer(following, told) if instead else False
        other = replace(following, period=by_id(instead, following.trigger_date)) if instead else following
        if answer is None:
            followings += [replace(following, condition=IF_NOT), replace(other, condition=IF_SO)]
            unclear.append(_words(following, other.period))
        elif instead and not answer and following.purpose not in FOR_THE_PARTY:
            followings += [following, replace(other, condition=IF_A_PARTY)]
        else:
            followings.append(other if answer else following)
    return found.with_followings(followings, *unclear)


IF_SO = "If the party is an agency or officer of the United States."
IF_A_PARTY = "If the United States, its agency or officer is a party."
IF_NOT = "If the party is no agency or officer of the United States."


def _told(case: Case) -> dict[int, bool | None]:
    """By the case party's primary key."""
    offices = dict(
        Capacity.objects.filter(case=case, kind=CapacityKind.OFFICIAL_CAPACITY).values_list("case_party", "object")
    )
    parties: Iterable[CaseParty] = CaseParty.objects.filter(case=case).select_related("party")
    return {row.pk: is_of_united_states(row.party.name, row.party.kind, offices.get(row.pk)) for row in parties}


def _answer(following: Following, told: dict[int, bool | None]) -> bool | None:
    if following.purpose not in FOR_THE_PARTY:
        return any(told.values())  # where nothing is known the shorter period is the safe one
    if following.case_party:
        return told.get(following.case_party.pk, False)
    return None if any(answer is not False for answer in told.values()) else False


def _words(following: Following, other: Period) -> str:
    who = following.case_party.party.name if following.case_party else "the party served"
    return (
        f"{following.period.title} ({following.period.rule}): the record does not tell whether {who} is an agency or "
        f"officer of the United States, which would have {other.n} days ({other.rule}), not {following.period.n}. "
        "Ask for the one that holds."
    )
