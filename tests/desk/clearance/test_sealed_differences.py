"""Two records that differ only in what is under seal: whoever may not read it gets the same answers from the desk."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from django.contrib import admin
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Permission
from django.db import connection, models
from django.test import Client
from django.urls import URLResolver, get_resolver, resolve, reverse
from django.utils.http import urlencode
from django.utils.text import slugify

from docket import models as m
from docket.desk.publication.bulk import file_of
from docket.publishing import verbs
from docket.publishing.rules import Published, publication_of
from docket.publishing.wall.tables import published_tables
from docket.site.exports.files import FILES
from parties.models import Attorney, Merge, Party
from tests.records.desk_cast import a_case, a_filing, a_party, address, list_of, member, new

pytestmark = pytest.mark.usefixtures("committed")
CANARY = "CNRY"
NOBODY = 987654
# drawn anew for every request or session: nothing of the record
DRAWN = re.compile(
    r'nonce="[^"]*"|name="once" value="[^"]*"|name="csrfmiddlewaretoken" value="[^"]*"|object at 0x[0-9a-f]+'
)
# what stands behind the word in each row under seal
SEALED = re.compile(rf"{CANARY} (?:Order|Exhibit|Fraud|Hearing|Reply|Person|reason|two|more|v\.)")
# what an act would do is remembered with the page, signed with the moment
REMEMBERED = re.compile(r'name="shown" value="[^"]*"')


class Record:
    """An open case in which an order is under seal; what hangs on the order and what an open row says of it."""

    def __init__(self) -> None:
        self.case = a_case("Roe v. Poe", status="disposed", disposition="settled")
        self.roe, self.poe = a_party(self.case), a_party(self.case, "Poe Inc.", "defendant")
        self.complaint = self._filing("Complaint", "1", "init.complaint")
        self.motion = self._filing("Motion to dismiss", "2", "mot.dismiss")
        self.answer = self._filing("Answer", "3", "")
        self.sealed = self._filing(f"{CANARY} Order", "4", "order.order")
        self.hidden_case = a_case(f"{CANARY} v. {CANARY}")
        self.hidden_party = a_party(self.hidden_case, f"{CANARY} Person", "defendant")
        m.FilingLink.objects.create(from_filing=self.sealed, to_filing=self.motion, kind="rules_on", outcome="granted")
        m.CaseLink.objects.create(from_case=self.case, to_case=self.hidden_case, kind="related", note=CANARY)
        m.Document.objects.create(filing=self.sealed, title=f"{CANARY} Exhibit")
        m.StaffNote.objects.create(filing=self.sealed, text=f"{CANARY} note")
        m.Summary.objects.create(case=self.hidden_case, text=f"{CANARY} summary", as_of=date(2024, 1, 5))
        counsel = Attorney.objects.create(name=f"{CANARY} Counsel")
        m.Appearance.objects.create(case=self.hidden_case, case_party=self.hidden_party, attorney=counsel)
        self._claims()
        self._deadlines()
        m.Hearing.objects.create(case=self.case, title=f"{CANARY} Hearing", date=date(2024, 6, 1), set_by=self.sealed)
        verbs.act("publish", self.case, actor=None, reason="checked")
        for row in (self.sealed, self.hidden_case):
            verbs.act("seal", row, actor=None, reason=f"{CANARY} reason")

    def _filing(self, title: str, number: str, kind: str) -> Any:
        day = date(2024, 1, int(number))
        return a_filing(self.case, title, entry_number=number, filing_type=kind, date_filed=day)

    def _claims(self) -> None:
        self.claim = m.Claim.objects.create(case=self.case, title="Negligence", asserted_in=self.complaint)
        self.against = m.ClaimAgainst.objects.create(claim=self.claim, case_party=self.poe)
        m.ClaimEvent.objects.create(
            claim_against=self.against, kind="answered", date=date(2024, 1, 3), filing=self.answer
        )
        self.hidden_claim = m.Claim.objects.create(
            case=self.case, title=f"{CANARY} Fraud", asserted_in=self.sealed, label="Count IX"
        )
        self.carried = m.Claim.objects.create(
            case=self.case, title="Fraud", asserted_in=self.complaint, carried_from=self.hidden_claim
        )
        m.ClaimAgainst.objects.create(claim=self.carried, case_party=self.poe)
        self.event = self._ends("dismissed_motion", date(2024, 1, 4))

    def _ends(self, kind: str, day: date) -> Any:
        return m.ClaimEvent.objects.create(
            claim_against=self.against, kind=kind, date=day, filing=self.sealed, note=CANARY, with_prejudice="with"
        )

    def _deadlines(self) -> None:
        days = {"earliest": date(2099, 5, 3), "latest": date(2099, 5, 3)}
        self.deadline = m.Deadline.objects.create(case=self.case, title=f"{CANARY} Reply", trigger=self.sealed, **days)
        self.extended = m.Deadline.objects.create(
            case=self.case, title="Reply, as extended", extended_from=self.deadline, **days
        )

    def rows(self) -> Iterator[models.Model]:
        """Every row of every model that has a page at the desk, sealed ones too."""
        for model in admin.site._registry:
            if model._meta.app_label in ("docket", "parties") and model is not m.Forum:
                yield from model._default_manager.order_by("pk")

    def become_another(self) -> None:
        """The same record with other words, days and outcomes under seal, and more of them."""
        other = date(2024, 2, 8)
        self._write(self.sealed, docket_text=f"{CANARY} two", title=f"{CANARY} two", filing_type="judg.judgment")
        self._write(self.hidden_claim, title=f"{CANARY} two", label="Count X")
        self._write(self.event, kind="settled", date=other, with_prejudice="without")
        self._write(self.deadline, title=f"{CANARY} two", earliest=other, latest=other)
        self._write(self.hidden_case, caption=f"{CANARY} two")
        Party.objects.filter(pk=self.hidden_party.party_id).update(name=f"{CANARY} two")
        m.FilingLink.objects.filter(from_filing=self.sealed).update(outcome="denied")
        self._ends("voluntarily_dismissed", other)
        more = m.Claim.objects.create(case=self.case, title=f"{CANARY} more", asserted_in=self.sealed)
        m.ClaimAgainst.objects.create(claim=more, case_party=self.poe)
        m.Document.objects.create(filing=self.sealed, title=f"{CANARY} more", attachment_number=1)
        m.StaffNote.objects.create(filing=self.sealed, text=f"{CANARY} more")

    def _write(self, row: Any, **columns: Any) -> None:
        type(row)._default_manager.filter(pk=row.pk).update(**columns)


def pages_of(record: Record) -> list[str]:
    """Every address of the desk that takes a row, a list, a search or a box, and the desk's own pages."""
    found = {reverse(f"admin:{name}") for name in ("index", "import", "proposals", "proposed_changes", "same_person")}
    for model in admin.site._registry:
        found |= {list_of(model), f"{list_of(model)}?q={CANARY}", f"{new(model)}?case={record.case.pk}"}
        for field in (f for f in model._meta.local_concrete_fields if isinstance(f, models.ForeignKey)):
            about = f"app_label={model._meta.app_label}&model_name={model._meta.model_name}&field_name={field.name}"
            found.add(f"{reverse('admin:autocomplete')}?{about}&term=")
    for row in record.rows():
        found |= {address(row, page) for page in ("change", "history", "delete")}
        if isinstance(publication_of(type(row)), Published):
            where = address(row, "publication")
            found |= {where, f"{where}preview/?verb=publish"}
    for filing in m.Filing.objects.all():
        names = ("claims_pleaded", "claims_answered", "claims_decided")
        found |= {reverse(f"admin:{name}", args=[filing.pk]) for name in names}
        found.add(f"{reverse('admin:proposals')}?filing={filing.pk}")
    found |= {page for case in m.Case.objects.all() for page in workspace_of(case)}
    found |= {reverse("admin:close_case", args=[case.pk]) for case in m.Case.objects.all()}
    found |= {reverse("admin:recount", args=[deadline.pk]) for deadline in m.Deadline.objects.all()}
    for case in (record.case, record.hidden_case):
        found |= {f"{address(case, 'publication')}?verb={verb}" for verb in ("publish", "hide", "unseal")}
    return sorted({*found, *searches(), *originals(), *merges(), *proposals(), *entered(record), *nowhere()})


def searches() -> Iterator[str]:
    """The box over the whole desk: words of open rows, of sealed ones, and spelled nearly so."""
    for words in (CANARY, f"{CANARY[:3]}X", "Person", "Roe", "Roe v. Pooe", "Poe Inb.", "Fraud", "Count IX"):
        yield f"{reverse('admin:find')}?{urlencode({'q': words, 'all': 'on'})}"
        yield f"{reverse('admin:find')}?{urlencode({'q': words})}"


def originals() -> Iterator[str]:
    """Each document's file as received, and the image of its page."""
    for pk in m.Document.objects.values_list("pk", flat=True):
        yield reverse("admin:docket_document_original", args=[pk])
        yield reverse("admin:docket_document_page", args=[pk, 1])


def merges() -> Iterator[str]:
    """Each person with each other, merged and parted."""
    people = list(Party.objects.order_by("pk").values_list("pk", flat=True))
    for kept in people:
        where = reverse("admin:merge", args=["party", kept])
        yield from (where, *(f"{where}?other={other}" for other in people if other != kept))
    yield from (reverse("admin:merge_undo", args=[pk]) for pk in (*Merge.objects.values_list("pk", flat=True), 0))


def proposals() -> Iterator[str]:
    """What is proposed: of everything, of each case, one by one, and what a filing may start on request."""
    yield from (f"{reverse('admin:proposals')}?case={case.pk}" for case in m.Case.objects.all())
    yield from (reverse("admin:proposal", args=[pk]) for pk in m.DeadlineProposal.objects.values_list("pk", flat=True))
    yield from (reverse("admin:propose", args=[filing.pk]) for filing in m.Filing.objects.all())


def entered(record: Record) -> Iterator[str]:
    """Where rows are entered, moved and sent as files: of the open case, and of the one under seal."""
    for case in (record.case, record.hidden_case):
        yield address(case, "files")
        yield from (reverse(f"admin:{name}", args=[case.pk]) for name in ("case_checked", "case_assign"))
        yield reverse("admin:docket_case_file", args=[case.pk, NOBODY])
        yield f"{reverse('admin:sheets')}?kind=filings&case={case.pk}"
        rows = ",".join(str(pk) for pk in case.filings.order_by("pk").values_list("pk", flat=True))
        for other in (record.case, record.hidden_case):
            yield f"{reverse('admin:move_filings')}?{urlencode({'rows': rows, 'case': other.pk})}"
        yield f"{reverse('admin:move_filings')}?{urlencode({'rows': rows, 'q': 'Person'})}"
    yield from (reverse("admin:docket_case_set_up"), reverse("admin:matter_of_cases"))
    for sort in ("party", "attorney", "firm", "forum"):
        yield f"{reverse('admin:known_names')}?{urlencode({'sort': sort, 'q': CANARY[:-1]})}"
        yield f"{reverse('admin:known_names')}?{urlencode({'sort': sort, 'q': 'Poe Inc.'})}"


def nowhere() -> Iterator[str]:
    """What nobody has: a row of each model, an upload, a spreadsheet, a proposal, a move."""
    for model in admin.site._registry:
        if model._meta.app_label in ("docket", "parties"):
            nobody = model(pk=NOBODY)
            pages = ["change", "history", "delete"]
            yield from (address(nobody, page) for page in pages)
            if isinstance(publication_of(model), Published):
                yield from (address(nobody, "publication"), f"{address(nobody, 'publication')}preview/?verb=publish")
    yield from (reverse(f"admin:{name}", args=["nobody"]) for name in ("queued_import", "sheet", "sheet_refused"))
    yield from (reverse(f"admin:{name}", args=[NOBODY]) for name in ("proposal", "move_undo"))
    yield reverse("admin:sheet_template", args=["filings"])


def previews() -> Iterator[str]:
    """The public pages at the desk: the page of each row of any state, lists, searches, files, the API."""
    for table in published_tables():
        if any(field.name == "public_id" for field in table.model._meta.fields):
            kind = slugify(str(table.model._meta.verbose_name_plural))
            for name in table.model._default_manager.order_by("pk").values_list("public_id", flat=True):
                yield from (f"/{kind}/{name}/", f"/api/v1/{kind}/{name}/")
    for file in FILES:
        yield f"/{file.name}.csv"
        yield f"/api/v1/{file.name}/?limit=100"
    yield from (
        f"/{name}/" for name in ("matters", "cases", "filings", "parties", "claims", "forums", "calendar", "data")
    )
    yield from (f"/search/?q={words}&all=1" for words in (CANARY, "Roe", "Fraud", "Pooe"))
    yield from ("/", "/latest.atom", "/filings.atom", "/cases.atom", "/calendar.ics", "/sitemap.xml")


# what takes no row: accounts, what was typed before a session ended, the installation, one's own settings
OWN = re.compile(r"^admin/(login|logout|account|jsi18n|roles|installation|password_change|r/|auth/|axes/)")
# which lead on to others: an app's own list, a row without the name of its page, anything else
LEADS_ON = re.compile(r"^admin/(\^|.*<path:object_id>/$|\(\?P<url>)")


def desk_addresses() -> Iterator[str]:
    """The pattern of every address of the desk."""

    def under(patterns: list[Any], before: str = "") -> Iterator[str]:
        for pattern in patterns:
            route = before + str(pattern.pattern)
            yield from under(pattern.url_patterns, route) if isinstance(pattern, URLResolver) else [route]

    return (route for route in under(get_resolver().url_patterns) if route.startswith("admin/"))


def workspace_of(case: m.Case) -> list[str]:
    """The case's own page, as it is and after one of its lines, sealed ones too, was saved."""
    where = address(case, "workspace")
    return [
        where,
        f"{where}?page=2",
        address(case, "paste"),
        *(f"{where}?saved={pk}" for pk in case.filings.values_list("pk", flat=True)),
    ]


def answers(client: Client, addresses: list[str]) -> dict[str, str]:
    """What each address answers."""
    client.raise_request_exception = False
    return {where: _read(client.get(where, follow=True)) for where in addresses}


def files(client: Client, record: Record) -> dict[str, str]:
    """The CSV of all open rows of each list that offers one."""
    found = {}
    for model in admin.site._registry:
        if file_of(model):
            chosen = {
                "action": "export_csv",
                "_selected_action": list(model._default_manager.values_list("pk", flat=True)),
            }
            found[f"{list_of(model)} as CSV"] = _read(client.post(list_of(model), chosen))
    return found


def rows_digest() -> dict[str, str]:
    """Of each table of the record what stands in it."""
    with connection.cursor() as cursor:
        named = (
            "select tablename from pg_tables where schemaname = 'public' and tablename ~ '^(docket|parties)_'"
            " and tablename <> 'docket_openform'"  # who has a form open is noted as it opens
        )
        cursor.execute(named)
        found = {}
        for (table,) in cursor.fetchall():
            cursor.execute(f"select coalesce(md5(string_agg(t::text, E'\n' order by t::text)), '') from {table} t")
            found[table] = cursor.fetchone()[0]
    return found


def _read(answer: Any) -> str:
    body = b"".join(answer.streaming_content) if answer.streaming else answer.content
    text = DRAWN.sub("", body.decode()).replace(f"q={CANARY}", "").replace(f'value="{CANARY}"', "")
    return f"{answer.status_code} {REMEMBERED.sub('', text)}"


def _tells(where: str, text: str) -> bool:
    """Whether a page has words under seal: more of them than were typed, where it says what was looked for."""
    looked_for = "/find/" in where or where.startswith("/search/")
    return bool(SEALED.search(text)) if looked_for and CANARY in where else CANARY in text


def _lines_with(word: str, text: str) -> list[str]:
    return [line.strip()[:200] for line in text.splitlines() if word in line]


def _unlike(before: str, after: str) -> list[str]:
    """The lines of the one that the other has not."""
    return [line.strip()[:200] for line in set(before.splitlines()) ^ set(after.splitlines())]


def viewer() -> Client:
    """Somebody who may look at everything that staff enter and change nothing."""
    user = get_user_model().objects.create_user("viewer", is_staff=True)
    rows = Permission.objects.filter(codename__startswith="view_", content_type__app_label__in=("docket", "parties"))
    user.user_permissions.set(rows.exclude(content_type__model__in=("sealevent", "sealedtext")))
    client = Client()
    client.force_login(user)
    return client


WHO = {"viewer": viewer, "clerk": lambda: member("clerk"), "editor": lambda: member("editor")}


@pytest.mark.parametrize("who", WHO)
def test_what_is_under_seal_changes_no_answer_to_who_may_not_read_it(who: str) -> None:
    record = Record()
    client = WHO[who]()
    # to all of them the public pages answer from the published tables
    addresses = pages_of(record) + (list(previews()) if who == "clerk" else [])
    untouched = rows_digest()
    before = answers(client, addresses) | files(client, record)
    assert rows_digest() == untouched, "asking for a page has changed the record"
    record.become_another()
    after = answers(client, addresses) | files(client, record)
    assert [where for where, text in before.items() if text[:3] == "500"] == []
    assert {where: _lines_with(CANARY, text) for where, text in before.items() if _tells(where, text)} == {}
    assert {where: _unlike(before[where], text) for where, text in after.items() if text != before[where]} == {}
    assert len(addresses) > 300


def test_every_address_of_the_desk_is_asked_for() -> None:
    """A new address that takes rows fails here until `pages_of` has it."""
    asked = {resolve(where.partition("?")[0]).route for where in pages_of(Record())}
    assert [
        route for route in desk_addresses() if route not in asked and not OWN.match(route) and not LEADS_ON.match(route)
    ] == []
