"""Claims whose public status would be false, because what changed it is withheld: a person chooses what is said."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from docket.claims import status_on_record
from docket.desk.clearance import unseen
from docket.desk.publication import told
from docket.desk.publication.trial import Trial
from docket.desk.veil import UNNAMED
from docket.models import ClaimAgainst, ClaimEvent
from docket.models.claims import ClaimAgainstQuerySet
from docket.publishing.preview import as_published

# never “shown”: that would be the falsehood
CHOICES = [c for c in ClaimAgainst.Disclosure.choices if c[0] != ClaimAgainst.Disclosure.SHOWN]
UNSEEN = "not shown"


@dataclass(frozen=True)
class Falsified:
    """A claim × party that the record says one thing of, and the public page would say another.

    before: what the public reads now. publicly: what it would read after the act.
    """

    row: ClaimAgainst
    truly: str
    before: str
    publicly: str

    @property
    def choices(self) -> list[tuple[str, str]]:
        """What the public can be told instead; none for what it would not see at all."""
        return [] if self.publicly == UNSEEN else CHOICES

    @property
    def name(self) -> str:
        """The name of its box."""
        return f"disclosure-{self.row.pk}"


def falsified(trial: Trial, user: Any) -> list[Falsified]:
    """The claims that the act would show with another status than theirs, or no longer show while their case is.

    A user without clearance is asked of every claim to which an event under seal belongs, whatever it says: whether
    it changes the status would tell of it.
    """
    concerned = _concerned(trial.row)
    if concerned is None or not trial.act:
        return []
    truly = {claim.pk: claim for claim in concerned.with_events()}
    if not any(claim.events.all() for claim in truly.values()):
        return []
    now, then = trial.told
    before, after, cases = now.claims, then.claims, then.open_cases
    found, unnamed = [], _with_unseen_events(truly, user)
    for pk, claim in sorted(truly.items()):
        read, said = after.get(pk, UNSEEN), UNNAMED if pk in unnamed else status_on_record(claim).text
        vanishes = read == UNSEEN and pk in before and claim.case_id in cases
        if vanishes or (read not in (UNSEEN, said)):
            found.append(Falsified(claim, said, before.get(pk, UNSEEN), read))
    return found


def _with_unseen_events(claims: Iterable[int], user: Any) -> set[int]:
    """The claims to which events belong that the user may not see."""
    events = ClaimEvent.objects.filter(claim_against__in=list(claims))
    return set(unseen(events, user).values_list("claim_against", flat=True))


def hold(falsified: Iterable[Falsified]) -> None:
    """Lock what `choose` will change."""
    rows = ClaimAgainst.objects.filter(pk__in=[found.row.pk for found in falsified])
    list(rows.select_for_update(no_key=True).order_by("pk").values_list("pk"))


def choose(answers: Mapping[str, Any], falsified: list[Falsified]) -> None:
    """Write down what a person chose for each; “record incomplete” where nobody did."""
    for found in falsified:
        if found.choices:
            answer = answers.get(found.name)
            if answer not in dict(found.choices):
                answer = ClaimAgainst.Disclosure.INCOMPLETE
            ClaimAgainst.objects.filter(pk=found.row.pk).update(disclosure=answer)


def settle(rows: Iterable[Any]) -> int:
    """After several acts of which nobody was asked: what would be shown falsely is said to be incomplete. How many."""
    one_of_each = {(type(row), getattr(row, "case_id", row.pk)): row for row in rows}.values()
    concerned = {pk for row in one_of_each for pk in _pks(_concerned(row))}
    claims = ClaimAgainst.objects.filter(pk__in=concerned).with_events()
    truly = {claim.pk: status_on_record(claim).text for claim in claims}
    with as_published():
        publicly = told.read(truly, None).claims
    wrong = [pk for pk, said in publicly.items() if said != truly[pk]]
    return ClaimAgainst.objects.filter(pk__in=wrong).update(disclosure=ClaimAgainst.Disclosure.INCOMPLETE)


def _pks(rows: ClaimAgainstQuerySet | None) -> Iterable[int]:
    return () if rows is None else rows.values_list("pk", flat=True)


def _concerned(row: Any) -> ClaimAgainstQuerySet | None:
    """Of the claims that a row concerns, those that are shown with their status."""
    found = told.concerned(row)
    return None if found is None else found.filter(disclosure=ClaimAgainst.Disclosure.SHOWN)
