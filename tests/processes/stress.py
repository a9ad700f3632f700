"""Writers for the stress test: they act at random, in transactions of several steps with rollbacks.

Through the models, the verbs and plain SQL they publish, withhold, move, edit and delete the same few rows at the same
time, while the test compares snapshots with the oracle.
"""

from __future__ import annotations

import json
import random
import time
from collections import Counter
from collections.abc import Callable
from typing import Any

from django.core.exceptions import ObjectDoesNotExist, ValidationError
from django.db import DatabaseError, connection, models, transaction

from docket import models as m
from docket.models.parts.sequence import take_sequences
from docket.publishing import verbs
from docket.publishing.wall.tables import published_tables
from parties import models as p
from tests.records import cast

Step = Callable[[random.Random], None]


class RolledBack(Exception):
    """Thrown on purpose."""


def seed() -> None:
    """A record small enough that the writers meet on every row of it."""
    matters = [cast.a_matter() for _ in range(3)]
    forums = [cast.a_forum() for _ in range(2)]
    cases = [cast.a_case(forum=forums[n % 2], new_filings=("draft", "public")[n % 2]) for n in range(6)]
    people = [cast.a_party() for _ in range(6)]
    firms = [p.Firm.objects.create(name=f"Firm {n}") for n in range(2)]
    for n, case in enumerate(cases):
        m.CaseMatter.objects.create(case=case, matter=matters[n % 3])
        parts = [cast.in_case(case, party=people[(n + k) % 6]) for k in range(3)]
        cast.counsel(parts[0], firm=firms[n % 2])
        filings = [cast.a_filing(case) for _ in range(6)]
        for filing in filings:
            cast.a_document(filing)
            m.FilingParty.objects.create(filing=filing, case_party=parts[0])
        cast.a_link(filings[1], filings[0])
        claim = cast.a_claim(case, asserted_in=filings[0])
        cast.an_event(cast.against(claim, parts[1]), filing=filings[2])
        m.SourceLink.objects.create(source=cast.a_source(), filing=filings[3], basis="record")
        m.MatterParty.objects.create(matter=matters[n % 3], party=people[n], role="witness")
        m.Hearing.objects.create(case=case, title="Conference", date="2024-01-01", set_by=filings[4])
        day = {"earliest": "2024-01-01", "latest": "2024-02-01"}
        m.Deadline.objects.create(case=case, title="Answer", trigger=filings[5], case_party=parts[2], **day)
        m.Summary.objects.create(case=case, text="So.", as_of="2024-01-01")
        m.Update.objects.create(matter=matters[n % 3], title="News", date="2024-01-01")
        if n % 3:
            cast.publish(case)
    cast.publish(matters[0])


def some(model: type[models.Model], r: random.Random) -> Any:
    ids = list(model._default_manager.values_list("pk", flat=True))
    return model._default_manager.get(pk=r.choice(ids or [0]))


def run(statement: str, *values: Any) -> None:
    with connection.cursor() as cursor:
        cursor.execute(statement, values)


def withhold_or_show(model: type[models.Model]) -> Step:
    def step(r: random.Random) -> None:
        row = some(model, r)
        choices = [v for v in verbs.allowed(row) if v != "expunge" or (model is m.Filing and r.random() < 0.05)]
        # an expunged row stays what it is; what is public should stay so for a while, or nothing would be left to leak
        if not choices or (row.visibility == "public" and r.random() < 0.4):
            return
        verbs.act(r.choice(choices), row, actor=None, reason="at random", with_rows_below=r.random() < 0.7)

    return step


def raw_visibility(r: random.Random) -> None:
    model = r.choice([m.Case, m.Filing, m.Document, p.Party])
    row, says_now = some(model, r), r.choice(["public", "hidden"])
    run(
        "insert into docket_sealevent (verb, label, object_id, old_visibility, new_visibility, includes, reason,"
        " authority, actor_name, transaction, previous_hash, hash)"
        " values ('raw', %s, %s, '', %s, '{}', 'by hand', '', 'psql', '', '', '')",
        *(model._meta.label_lower, row.pk, says_now),
    )
    run(f"update {model._meta.db_table} set visibility = %s where id = %s", says_now, row.pk)


def add_filings(r: random.Random) -> None:
    case = some(m.Case, r)
    public = case.visibility == "public" and case.new_filings == "public"
    for _ in range(r.randint(1, 3)):
        filing = cast.a_filing(case, visibility="public" if public else "draft")
        if r.random() < 0.5:
            cast.a_document(filing, visibility=filing.visibility)


def add_people(r: random.Random) -> None:
    case, role = some(m.Case, r), r.choice(["plaintiff", "witness", "intervenor", "appellant"])
    earlier = case.case_parties.order_by("?").first()
    part = cast.in_case(case, party=some(p.Party, r), role=role, substituted_for=earlier)
    if r.random() < 0.5:
        cast.counsel(part, attorney=some(p.Attorney, r), firm=some(p.Firm, r))


def add_claims(r: random.Random) -> None:
    case = some(m.Case, r)
    claim = cast.a_claim(case, asserted_in=case.filings.order_by("?").first())
    claim.carried_from = case.claims.filter(carried_to=None).exclude(pk=claim.pk).order_by("?").first()
    claim.save()
    for part in case.case_parties.order_by("?")[:2]:
        cast.an_event(cast.against(claim, part), filing=case.filings.order_by("?").first())


def add_links(r: random.Random) -> None:
    one, other = some(m.Filing, r), some(m.Filing, r)
    cast.a_link(one, other, kind="refers_to")
    m.Excerpt.objects.create(filing=one, text="whereas", source=some(m.Source, r))
    m.SourceLink.objects.create(source=some(m.Source, r), filing=other, basis="record")


def edit(r: random.Random) -> None:
    model, column = r.choice(
        [(m.Filing, "title"), (m.Case, "cause"), (p.Party, "description"), (m.Document, "title"), (m.Forum, "name")]
    )
    row = some(model, r)
    setattr(row, column, f"edited {r.random()}")
    row.save()


def edit_many(r: random.Random) -> None:
    m.Filing.objects.filter(case=some(m.Case, r)).update(short_text=f"in bulk {r.random()}")


def move_filing(r: random.Random) -> None:
    filing, case = some(m.Filing, r), some(m.Case, r)
    for table in ("filingparty", "excerpt"):
        run(f"delete from docket_{table} where filing_id = %s", filing.pk)
    run("update docket_claim set asserted_in_id = null where asserted_in_id = %s", filing.pk)
    run("update docket_claimevent set filing_id = null, filing_case_id = null where filing_id = %s", filing.pk)
    run("update docket_filinglink set from_case_id = %s where from_filing_id = %s", case.pk, filing.pk)
    run("update docket_filinglink set to_case_id = %s where to_filing_id = %s", case.pk, filing.pk)
    run("update docket_document set case_id = %s where filing_id = %s", case.pk, filing.pk)
    place = take_sequences(case.pk)[0]
    run("update docket_filing set case_id = %s, sequence = %s where id = %s", case.pk, place, filing.pk)


def repoint(r: random.Random) -> None:
    event = some(m.ClaimEvent, r)
    event.filing = m.Filing.objects.filter(case=event.case).order_by("?").first() if r.random() < 0.7 else None
    event.save()
    part = some(m.CaseParty, r)
    m.CaseParty.objects.filter(pk=part.pk).update(party=some(p.Party, r))
    join = some(m.CaseMatter, r)
    m.CaseMatter.objects.filter(pk=join.pk).update(matter=some(m.Matter, r))


def withhold_claim(r: random.Random) -> None:
    row = some(m.ClaimAgainst, r)
    m.ClaimAgainst.objects.filter(pk=row.pk).update(disclosure=r.choice(["shown", "incomplete", "withheld"]))


def delete(r: random.Random) -> None:
    model = r.choice([m.FilingParty, m.FilingLink, m.Excerpt, m.SourceLink, m.Filing, m.Document, m.ClaimEvent])
    run(f"delete from {model._meta.db_table} where id = %s", some(model, r).pk)


SAYS_SO = [t.model for t in published_tables() if t.has_visibility and t.model is not m.SitePage]
# how often, and what
STEPS: list[tuple[int, Step]] = [
    *((4, withhold_or_show(model)) for model in SAYS_SO),
    *((10, withhold_or_show(model)) for model in (m.Case, m.Matter, p.Party, m.Filing)),
    *((8, raw_visibility), (16, add_filings), (6, add_people), (6, add_claims), (6, add_links), (14, edit)),
    *((4, edit_many), (8, move_filing), (8, repoint), (6, withhold_claim), (8, delete)),
]


def one_transaction(r: random.Random) -> None:
    with transaction.atomic():
        if r.random() < 0.05:
            run("set constraints all immediate")
        for step in r.choices([s for _, s in STEPS], [w for w, _ in STEPS], k=r.randint(1, 3)):
            try:
                with transaction.atomic():
                    step(r)
                    if r.random() < 0.15:
                        raise RolledBack
            except RolledBack:
                continue
        if r.random() < 0.1:
            raise RolledBack


def write(number: int, seconds: float) -> Counter[str]:
    r, happened = random.Random(number), Counter[str]()
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        try:
            one_transaction(r)
            happened["commits"] += 1
        except RolledBack:
            happened["rollbacks"] += 1
        except ValidationError:
            happened["refused"] += 1
        except DatabaseError as error:
            happened[type(error.__cause__).__name__] += 1
        except ObjectDoesNotExist:
            happened["gone meanwhile"] += 1
    return happened


def main(number: str, seconds: str) -> None:
    print(json.dumps(write(int(number), float(seconds))))
