"""Parties of a page into the case, with their capacities, aliases and what only the vault may hold."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.db.models import Count, Min

from docket.choices import PARTY_ROLE_SIDE, role_from_court
from docket.intake.matching.rows import PARTIES, Person, pair, squeeze
from docket.intake.merging.import_run import Run
from docket.intake.precedence.settle import is_empty
from docket.intake.precedence.source_rank import rank_in
from docket.intake.shape import ImportedParty
from docket.intake.wording.capacities import capacities, doe_range, party_kind
from docket.models import Appearance, Capacity, CaseParty, StaffNote
from docket.publishing.visibility import Visibility
from docket.publishing.why import published_ids
from parties.merging import survivors
from parties.models import Party, PartyAlias, ProtectedIdentity
from parties.models.parties import NAME_AS_COMPARED

Placed = list[tuple[ImportedParty, CaseParty]]
HELD = (
    "The page of this case, which is not public, names a party of a public one otherwise too: {alias.kind} "
    "“{alias.name}”. It was not added to the other names, which readers see: add it there if they may."
)


def merge_parties(run: Run, parties: Sequence[ImportedParty], first: int = 0) -> Placed:
    """Pair the page's parties with those of the case; returns each with its row, unless staff removed the row.

    `first` is the place of the first of them among the parties of the case.
    """
    rows, known = ([], []) if run.is_new else _known(run)
    places = pair(known, [_person(party) for party in parties], PARTIES)
    placed: Placed = []
    positions: dict[int, int] = {}
    changed: dict[CaseParty, dict[str, Any]] = {}
    new: list[tuple[int, ImportedParty]] = []
    for position, (party, index) in enumerate(zip(parties, places, strict=True), first):
        if index is None:
            new.append((position, party))
        elif (row := rows[index]) is None:
            run.report.parties.count("skipped")
        else:
            place = better_place(run, row, position)
            settled = run.settle(row, {**_columns(party), **place})
            run.report.parties.count(run.note(f"{party.role_as_filed} “{party.name}”", settled))
            if settled.changes:
                changed[row] = settled.changes
            if place:
                positions[row.pk] = place["position"]
            placed.append((party, row))
    run.write(CaseParty, changed)
    added = _add(run, new)
    positions |= {row.pk: row.position for _, row in added}
    placed += added
    _merge_details(run, placed, positions)
    return placed


def better_place(run: Run, row: CaseParty | Appearance, position: int) -> dict[str, int]:
    """The place on the page, where the page stands better than the one that gave the row its present place."""
    before = run.traces.values(row)
    better = "position" in before and run.source_rank.of("position") > rank_in(before, "position")
    return {"position": min(position, 32_767)} if better else {}


def _add(run: Run, new: list[tuple[int, ImportedParty]]) -> Placed:
    if not new:
        return []
    people = _people(run, [party for _, party in new])
    placed: Placed = []
    for (position, party), person in zip(new, people, strict=True):
        given = {column: value for column, value in _columns(party).items() if not is_empty(value)}
        first, last = doe_range(party.name) or (None, None)
        row = CaseParty(
            case=run.case,
            party=person,
            side=PARTY_ROLE_SIDE[given["role"]],
            position=min(position, 32_767),
            doe_from=first,
            doe_to=last,
            **given,
        )
        placed.append((party, row))
        run.report.parties.count("new")
    run.add(row for _, row in placed)
    return placed


def _people(run: Run, parties: Sequence[ImportedParty]) -> list[Party]:
    """A Party for each: new ones, and one for the same name in another role of this case; never one of another case."""
    present: dict[str, list[tuple[Party, set[str]]]] = {}
    if not run.is_new:
        for row in run.case.case_parties.select_related("party").order_by("pk"):
            _joined(present, row.name_as_filed or row.party.name, row.role, row.party)
    people, made = [], []
    for party in parties:
        role = role_from_court(party.role_as_filed)
        person = next((known for known, roles in present.get(party.name, []) if role not in roles), None)
        if person is None:
            name = party.name or "(name not in the record)"
            person = Party(kind=party_kind(name, party.capacities), name=name, sort_name=name)
            made.append(person)
        _joined(present, party.name, role, person)
        people.append(person)
    run.add(made)
    _ask_about_namesakes(run, made)
    return people


def _joined(present: dict[str, list[tuple[Party, set[str]]]], name: str, role: str, person: Party) -> None:
    for known, roles in present.setdefault(name, []):
        if known is person or (known.pk is not None and known.pk == person.pk):
            roles.add(role)
            return
    present[name].append((person, {role}))


def _ask_about_namesakes(run: Run, made: Sequence[Party]) -> None:
    """A “same person?” note for each new party whose name the record already has; who is who, staff decide."""
    names = {_as_compared(person.name) for person in made}
    ids = [person.pk for person in made]
    namesakes = Party.objects.annotate(compared=NAME_AS_COMPARED).filter(compared__in=names).exclude(pk__in=ids)
    counted = namesakes.order_by().values_list("compared").annotate(first=Min("pk"), number=Count("pk"))
    older = {name: (first, number) for name, first, number in counted}
    same = survivors(Party, {first for first, _ in older.values()})
    notes = []
    for person in made:
        if found := older.get(_as_compared(person.name)):
            first, number = found
            more = f" {number:,} parties have this name." if number > 1 else ""
            text = f"Same person? An import brought “{person.name}”, a name already in the record.{more}"
            kind = StaffNote.Kind.SAME_PERSON
            notes.append(StaffNote(kind=kind, party=person, other_party_id=same[first], text=text))
    run.add(notes)


def _as_compared(name: str) -> str:
    return name[:200].upper()


def _merge_details(run: Run, placed: Placed, positions: Mapping[int, int]) -> None:
    """Capacities, aliases and the block as printed, as far as the last import did not already give them."""
    told: list[Capacity] = []
    aliases: list[PartyAlias] = []
    notes: list[StaffNote] = []
    disclosed = _public_elsewhere(run, placed)
    identities: list[ProtectedIdentity] = []
    for party, row in placed:
        last = run.traces.values(row)
        for position, (kind, what) in enumerate(capacities(party.capacities)):
            if f"{kind} {what}" not in last.get("capacities", ()):
                told.append(Capacity(case=run.case, case_party=row, kind=kind, object=what, position=position))
        for alias in party.aliases:
            if f"{alias.kind} {alias.name}" in last.get("aliases", ()):
                continue
            if row.party_id in disclosed:
                notes.append(StaffNote(kind=StaffNote.Kind.NOTE, case_party=row, text=HELD.format(alias=alias)))
                run.report.warnings.append(HELD.format(alias=alias))
            else:
                aliases.append(PartyAlias(party=row.party, kind=alias.kind, name=alias.name))
        if party.extra_info and party.extra_info != last.get("extra_info"):
            notes.append(StaffNote(kind=StaffNote.Kind.EXTRA_INFO, case_party=row, text=party.extra_info))
        if (contact := _own_contact(party)) and not last.get("contact"):
            identities.append(ProtectedIdentity(party=row.party, contact=contact))
        run.remember(
            row,
            {
                **_columns(party),
                "position": positions.get(row.pk),
                "capacities": [f"{kind} {what}" for kind, what in capacities(party.capacities)],
                "aliases": [f"{alias.kind} {alias.name}" for alias in party.aliases],
                "extra_info": party.extra_info,
                "contact": contact,
            },
        )
    run.add(told)
    run.add(aliases, skip_known=True)
    run.add(notes)
    run.add(identities, skip_known=True)


def _public_elsewhere(run: Run, placed: Placed) -> set[int]:
    """Of a case that is not public the parties that are, by another case: what rides on them is read at once."""
    if run.is_new or run.case.visibility == Visibility.PUBLIC:
        return set()
    return set(published_ids(Party, [row.party_id for _, row in placed]))


def _own_contact(party: ImportedParty) -> str:
    """The address block of a party that speaks for itself."""
    return "\n".join(counsel.contact for counsel in party.attorneys if counsel.self_represented).strip()


def _known(run: Run) -> tuple[list[CaseParty | None], list[Person]]:
    """The case's parties and how the last import saw them; rows that staff removed stand as None."""
    present = {row.pk: row for row in run.case.case_parties.select_related("party").order_by("position", "pk")}
    traces = run.traces.of(CaseParty)
    rows: list[CaseParty | None] = list(present.values())
    known = [_seen(row, traces[pk].values if pk in traces else {}) for pk, row in present.items()]
    for pk, trace in traces.items():
        if pk not in present:
            rows.append(None)
            known.append(_from_values(trace.values))
    return rows, known


def _seen(row: CaseParty, values: dict[str, Any]) -> Person:
    if values:
        return _from_values(values)
    name = row.name_as_filed or row.party.name
    return Person(squeeze(name), row.role, name, row.role_as_filed)


def _from_values(values: dict[str, Any]) -> Person:
    name = values.get("name_as_filed", "")
    return Person(squeeze(name), values.get("role", ""), name, values.get("role_as_filed", ""))


def _person(party: ImportedParty) -> Person:
    return Person(squeeze(party.name), role_from_court(party.role_as_filed), party.name, party.role_as_filed)


def _columns(party: ImportedParty) -> dict[str, Any]:
    charges = party.charges
    return {
        "role": str(role_from_court(party.role_as_filed)),
        "role_as_filed": party.role_as_filed,
        "name_as_filed": party.name,
        "date_terminated": party.date_terminated,
        "is_pro_se": any(counsel.self_represented for counsel in party.attorneys),
        "highest_offense_opening": charges.highest_offense_opening if charges else "",
        "highest_offense_terminated": charges.highest_offense_terminated if charges else "",
    }
