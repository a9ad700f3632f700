"""Two rows of one person made one, and parted again: nothing is lost, nothing withheld told, all can be undone.

As many random histories are lived as HISTORIES says, 12 unless told: `HISTORIES=2000 pytest …`.
"""

from __future__ import annotations

import os
import random
from collections.abc import Iterator

import pytest
from django.core.exceptions import ValidationError

from docket.models import CaseParty, Correction, MatterParty, StaffNote
from docket.publishing.visibility import Visibility
from parties import merging
from parties.models import Attorney, Firm, FormerAddress, Merge, Party, PartyAlias, ProtectedIdentity
from tests.conftest import differences
from tests.processes.public_side import row, rows, sees
from tests.records.cast import a_case, a_matter, a_party, a_public_case, act, counsel, in_case

HISTORIES = int(os.environ.get("HISTORIES", "12"))
db_only = pytest.mark.django_db


def refused(kept: object, merged: object) -> str:
    with pytest.raises(ValidationError) as found:
        merging.merge(kept, merged)
    return " ".join(found.value.messages)


# What moves


@db_only
def test_every_key_of_the_record_to_a_person_is_known():
    names = {merging.name_of(key) for key in merging.keys_to(Party)}
    assert names == {
        "docket.caseparty.party",
        "docket.correction.party",
        "docket.matterparty.party",
        "docket.staffnote.party",
        "docket.staffnote.other_party",
        "parties.formeraddress.party",
        "parties.partyalias.party",
        "parties.protectedidentity.party",
    }


@db_only
def test_roles_notes_and_other_names_move_and_come_back():
    kept, merged = a_party(), a_party()
    role = in_case(a_case(), party=merged, role="plaintiff")
    part = MatterParty.objects.create(matter=a_matter(), party=merged, role="witness")
    alias = PartyAlias.objects.create(party=merged, name="Another Name")
    note = StaffNote.objects.create(party=merged, text="Ask.")
    identity = ProtectedIdentity.objects.create(party=merged, contact="An address")
    made = merging.merge(kept, merged)
    for each in (role, part, alias, note, identity):
        each.refresh_from_db()
        assert each.party_id == kept.pk
    assert merging.undo(made) == {}
    for each in (role, part, alias, note, identity):
        each.refresh_from_db()
        assert each.party_id == merged.pk
    assert Merge.objects.get().undone_at is not None


@db_only
def test_a_correction_of_the_merged_name_stays_as_it_is_true_of_no_other():
    kept, merged = a_party(), a_party()
    note = Correction.objects.create(what="party.name", party=merged)
    merging.merge(kept, merged)
    note.refresh_from_db()
    assert note.party_id == merged.pk


@db_only
def test_attorneys_and_firms_are_merged_too():
    firm, other_firm = Firm.objects.create(name="A LLP"), Firm.objects.create(name="A, LLP")
    attorney, other = Attorney.objects.create(name="B. Lawyer"), Attorney.objects.create(name="Bea Lawyer")
    appearance = counsel(in_case(a_case()), attorney=other, firm=other_firm)
    merging.merge(attorney, other)
    merging.merge(firm, other_firm)
    appearance.refresh_from_db()
    assert (appearance.attorney, appearance.firm) == (attorney, firm)


@db_only
def test_two_different_roles_of_one_case_are_both_kept():
    case, kept, merged = a_case(), a_party(), a_party()
    in_case(case, party=kept, role="plaintiff")
    in_case(case, party=merged, role="counter_defendant")
    merging.merge(kept, merged)
    assert set(case.case_parties.values_list("role", flat=True)) == {"plaintiff", "counter_defendant"}
    assert set(case.case_parties.values_list("party", flat=True)) == {kept.pk}


@db_only
def test_the_name_is_kept_as_another_name_only_when_asked_and_goes_with_the_undo():
    kept, merged, third = a_party(), a_party(name="Old Name"), a_party(name="Third Name")
    made = merging.merge(kept, merged, alias="fka")
    merging.merge(kept, third)
    assert list(kept.aliases.values_list("kind", "name")) == [("fka", "Old Name")]
    merging.undo(made)
    assert not kept.aliases.exists()


@db_only
def test_what_was_added_since_stays_and_what_was_changed_since_is_counted():
    kept, merged, third = a_party(), a_party(), a_party()
    first, second = in_case(a_case(), party=merged), in_case(a_case(), party=merged)
    made = merging.merge(kept, merged)
    added = in_case(a_case(), party=kept)
    CaseParty.objects.filter(pk=second.pk).update(party=third)
    assert merging.undo(made) == {"docket.caseparty.party": 1}
    owners = {each.pk: each.party_id for each in CaseParty.objects.all()}
    assert owners == {first.pk: merged.pk, second.pk: third.pk, added.pk: kept.pk}


@db_only
def test_a_box_offers_no_row_that_was_merged_and_a_name_leads_to_the_one_that_stays():
    kept, merged, first = a_party(), a_party(), a_party()
    merging.merge(merged, first)
    merging.merge(kept, merged)
    assert set(merging.unmerged(Party.objects.all())) == {kept}
    assert merging.survivors(Party, [first.pk, merged.pk, kept.pk]) == {
        first.pk: kept.pk,
        merged.pk: kept.pk,
        kept.pk: kept.pk,
    }


# What is refused


@db_only
def test_the_same_role_of_one_case_is_refused_and_neither_row_is_lost():
    case, kept, merged = a_case(caption="Roe v. Poe"), a_party(), a_party()
    for party in (kept, merged):
        in_case(case, party=party)
    assert "a role is never dropped" in refused(kept, merged)
    assert case.case_parties.count() == 2
    assert not Merge.objects.exists()


@db_only
def test_it_refuses_itself_another_kind_a_merged_row_and_what_has_changed_meanwhile():
    kept, merged = a_party(), a_party()
    assert "itself" in refused(kept, kept)
    with pytest.raises(ValidationError, match="changed since"):
        merging.merge(kept, merged, shown="what stood there before")
    merging.merge(kept, merged, shown=merging.plan(kept, merged).digest)
    assert "was merged into" in refused(a_party(), merged)


@db_only
@pytest.mark.parametrize("protected", ["minor", "pseudonym"])
def test_a_protected_name_is_not_brought_together_with_another_name(protected: str):
    open_name, hidden_name = a_party(name="Jane Roe"), a_party(name="J.R.", is_minor=protected == "minor")
    if protected == "pseudonym":
        ProtectedIdentity.objects.create(party=hidden_name, true_name="Jane Roe")
    assert "protected" in refused(hidden_name, open_name)
    assert "protected" in refused(open_name, hidden_name)


@db_only
def test_a_merge_is_not_undone_once_the_kept_name_is_protected():
    kept, merged = a_party(name="Jane Roe"), a_party(name="Jane A. Roe")
    made = merging.merge(kept, merged)
    Party.objects.filter(pk=kept.pk).update(name="J.R.", is_minor=True)
    with pytest.raises(ValidationError, match="protected identity"):
        merging.undo(made)


@db_only
def test_merges_upon_merges_are_undone_from_the_last():
    one, two, three = a_party(), a_party(), a_party()
    first = merging.merge(two, one)
    second = merging.merge(three, two)
    with pytest.raises(ValidationError, match="undo that first"):
        merging.undo(first)
    merging.undo(second)
    merging.undo(first)
    with pytest.raises(ValidationError, match="undone already"):
        merging.undo(first)


# Through the wall


def test_the_old_address_leads_to_the_new_one_while_that_one_is_public(projected):
    case = a_public_case()
    kept, merged = in_case(case, role="plaintiff").party, in_case(a_public_case()).party
    made = merging.merge(kept, merged)
    assert sees(kept, merged) == [True, False]
    assert [(each.former, each.party_id) for each in rows(FormerAddress)] == [(merged.public_id, kept.pk)]
    act("hide", kept)
    assert rows(FormerAddress) == []
    act("publish", kept)
    merging.undo(made)
    assert sees(kept, merged) == [True, True]
    assert rows(FormerAddress) == []


def test_a_withheld_party_leaves_no_address_no_name_and_no_role(projected):
    kept, merged = in_case(a_public_case()).party, in_case(a_case(), role="plaintiff").party
    PartyAlias.objects.create(party=merged, name="A name of drafts")
    before = row(kept)
    merging.merge(kept, merged)
    assert (rows(FormerAddress), rows(PartyAlias)) == ([], [])
    assert len(rows(CaseParty)) == 1
    assert row(kept).updated_at == before.updated_at


def test_the_public_one_of_two_is_kept_and_a_hidden_one_is_not_shown_by_merging(projected):
    public, draft = in_case(a_public_case()).party, in_case(a_case()).party
    assert "keep the public one" in refused(draft, public)
    act("hide", draft)
    assert "hidden" in refused(public, draft)
    assert "hidden" in refused(draft, public)


def test_a_name_that_is_not_public_is_not_kept_as_another_name_of_one_that_is(projected):
    public, draft = in_case(a_public_case()).party, in_case(a_case()).party
    with pytest.raises(ValidationError, match="is not public"):
        merging.merge(public, draft, alias="aka")
    assert Party.objects.filter(pk=draft.pk, name=draft.name).exists()
    merging.merge(public, draft)
    assert rows(PartyAlias) == []


def test_expunging_takes_what_was_merged_with_it(projected):
    case = a_public_case()
    kept, merged = in_case(case).party, in_case(a_case()).party
    merging.merge(kept, merged)
    for each in CaseParty.objects.exclude(case=case):
        each.delete()
    act("expunge", case)
    assert not Party.objects.filter(pk__in=[kept.pk, merged.pk]).exists()


# Random histories


class History:
    """Parties in cases, merged and parted at random; `owner` is what each role's party should be."""

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)
        self.cases = [a_public_case() if n % 2 else a_case() for n in range(5)]
        self.parties = [a_party() for _ in range(6)]
        for party in self.parties:
            PartyAlias.objects.create(party=party, name=f"other name of {party.name}")
            for case in self.random.sample(self.cases, self.random.randint(0, 3)):
                in_case(case, party=party, role=self.random.choice(["plaintiff", "defendant", "intervenor"]))
        self.owner = self.owners()
        self.stack: list[tuple[Merge, Party, Party, list[int]]] = []

    def owners(self) -> dict[int, int]:
        return dict(CaseParty.objects.values_list("pk", "party"))

    def steps(self, number: int) -> Iterator[None]:
        for _ in range(number):
            self.random.choice([self.merge, self.merge, self.part, self.show])()
            yield

    def merge(self) -> None:
        kept, merged = self.random.sample(self.parties, 2)
        roles = {pk: party for pk, party in self.owner.items() if party in (kept.pk, merged.pk)}
        held = [(role.case_id, role.role) for role in CaseParty.objects.filter(pk__in=roles)]
        gone = {each[2].pk for each in self.stack}
        public, other = sees(kept, merged)
        if len(set(held)) < len(held) or gone & {kept.pk, merged.pk} or (other and not public):
            refused(kept, merged)
            return
        made = merging.merge(kept, merged)
        moved = [pk for pk, party in self.owner.items() if party == merged.pk]
        self.owner |= dict.fromkeys(moved, kept.pk)
        self.stack.append((made, kept, merged, moved))

    def part(self) -> None:
        if not self.stack:
            return
        made, kept, merged, moved = each = self.random.choice(self.stack)
        if kept.pk in {other[2].pk for other in self.stack}:
            with pytest.raises(ValidationError, match="undo that first"):
                merging.undo(made)
            return
        merging.undo(made)
        self.owner |= dict.fromkeys(moved, merged.pk)
        self.stack.remove(each)

    def show(self) -> None:
        case = self.random.choice(self.cases)
        case.refresh_from_db()
        act("hide" if case.visibility == Visibility.PUBLIC else "publish", case)


@pytest.mark.parametrize("seed", range(HISTORIES))
def test_a_random_history_leaves_the_record_and_what_is_published_as_built_anew(projected, seed: int):
    history = History(seed)
    began, names = history.owners(), list(PartyAlias.objects.order_by("pk").values_list("pk", "party"))
    for _ in history.steps(8):
        assert history.owners() == history.owner
        assert all(row(each.party) for each in rows(FormerAddress))
        assert differences() == []
    while history.stack:
        history.part()
    assert history.owners() == began
    assert list(PartyAlias.objects.order_by("pk").values_list("pk", "party")) == names
    assert not FormerAddress.objects.exists()
