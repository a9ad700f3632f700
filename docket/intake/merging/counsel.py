"""Counsel of the parties: an Attorney per name and address within the case, an Appearance per party."""

from typing import Any

from docket.choices import AttorneyRole, attorney_role_from_court
from docket.intake.matching.rows import Pass, Person, pair, same_person, squeeze
from docket.intake.merging.import_run import Run
from docket.intake.merging.people import Placed, better_place
from docket.intake.precedence.settle import is_empty
from docket.intake.shape import ImportedAttorney, ImportedParty
from docket.models import Appearance, CaseParty
from parties.models import Attorney, AttorneyContact

COUNSEL: tuple[Pass[Person], ...] = (Pass(lambda person: person.name_as_filed), Pass(lambda person: person.name))
Book = dict[tuple[str, str], Attorney]


def merge_counsel(run: Run, placed: Placed) -> None:
    """Bring the appearances of every placed party in line; a party for itself is a fact on the party, not counsel."""
    present = {} if run.is_new else _present(run)
    changed: dict[Appearance, dict[str, Any]] = {}
    new: list[tuple[CaseParty, int, ImportedAttorney]] = []
    for party, row in placed:
        counsels = lawyers(party)
        rows, known = present.get(row.pk, ([], []))
        found = [Person(squeeze(counsel.name), "", counsel.name) for counsel in counsels]
        for position, (counsel, index) in enumerate(zip(counsels, pair(known, found, COUNSEL), strict=True)):
            if index is None:
                new.append((row, position, counsel))
            elif (appearance := rows[index]) is None:
                run.report.attorneys.count("skipped")
            else:
                place = better_place(run, appearance, position)
                settled = run.settle(appearance, {**_columns(counsel), **place})
                run.report.attorneys.count(run.note(f"counsel “{counsel.name}” for “{party.name}”", settled))
                if settled.changes:
                    changed[appearance] = settled.changes
                _remember(run, appearance, counsel, place)
    run.write(Appearance, changed)
    _add(run, new)


def lawyers(party: ImportedParty) -> list[ImportedAttorney]:
    """The counsel of a party, without the row in which a party without lawyer is printed as its own."""
    return [
        counsel
        for counsel in party.attorneys
        if not (counsel.self_represented and same_person(counsel.name, party.name))
    ]


def _add(run: Run, new: list[tuple[CaseParty, int, ImportedAttorney]]) -> None:
    if not new:
        return
    book = {} if run.is_new else _book(run)
    made: list[Attorney] = []
    contacts: list[AttorneyContact] = []
    appearances: list[tuple[Appearance, ImportedAttorney]] = []
    taken: set[tuple[int, int]] = set()
    for row, position, counsel in new:
        key = (counsel.name, squeeze(counsel.contact))
        attorney = book.get(key) if counsel.name else None
        if attorney is None or (row.pk, id(attorney)) in taken:
            attorney = Attorney(name=counsel.name)
            made.append(attorney)
            book.setdefault(key, attorney)
            if counsel.contact.strip():
                contacts.append(AttorneyContact(attorney=attorney, text=counsel.contact))
        taken.add((row.pk, id(attorney)))
        given = {column: value for column, value in _columns(counsel).items() if not is_empty(value)}
        appearance = Appearance(case=run.case, case_party=row, attorney=attorney, position=position, **given)
        appearances.append((appearance, counsel))
        run.report.attorneys.count("new")
    run.add(made)
    run.add(contacts)
    run.add(appearance for appearance, _ in appearances)
    for appearance, counsel in appearances:
        _remember(run, appearance, counsel, {"position": appearance.position})


def _book(run: Run) -> Book:
    """The attorneys of this case by name and address: the same counsel for another party of it is the same row."""
    contacts = AttorneyContact.objects.filter(attorney__appearances__case=run.case).select_related("attorney")
    return {(contact.attorney.name, squeeze(contact.text)): contact.attorney for contact in contacts.distinct()}


def _present(run: Run) -> dict[int, tuple[list[Appearance | None], list[Person]]]:
    """For each party of the case its appearances, as the last import saw them; removed ones stand as None."""
    traces = run.traces.of(Appearance)
    found: dict[int, tuple[list[Appearance | None], list[Person]]] = {}
    seen = set()
    for appearance in run.case.appearances.select_related("attorney").order_by("position", "pk"):
        values = traces[appearance.pk].values if appearance.pk in traces else {}
        name = values.get("name", appearance.attorney.name)
        rows, known = found.setdefault(appearance.case_party_id, ([], []))
        rows.append(appearance)
        known.append(Person(squeeze(name), "", name))
        seen.add(appearance.pk)
    for pk, trace in traces.items():
        if pk not in seen:
            rows, known = found.setdefault(trace.values["case_party"], ([], []))
            rows.append(None)
            known.append(Person(squeeze(trace.values["name"]), "", trace.values["name"]))
    return found


def _remember(run: Run, appearance: Appearance, counsel: ImportedAttorney, place: dict[str, int]) -> None:
    values = {**_columns(counsel), **place, "name": counsel.name, "case_party": appearance.case_party_id}
    run.remember(appearance, values)


def _columns(counsel: ImportedAttorney) -> dict[str, Any]:
    read = [attorney_role_from_court(role) for role in counsel.roles]
    ends = [day for role, day in read if role in (AttorneyRole.TERMINATED, AttorneyRole.SELF_TERMINATED) and day]
    return {
        "roles": list(dict.fromkeys(str(role) for role, _ in read)),
        "roles_as_filed": list(counsel.roles),
        "date_terminated": max(ends, default=None),
    }
