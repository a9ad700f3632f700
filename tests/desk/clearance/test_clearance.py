"""A clerk who may not seal meets nothing of what is under seal, on any page of the desk."""

import pytest
from django.apps import apps
from django.contrib import admin
from django.contrib.admin.models import LogEntry
from django.db import models
from django.urls import reverse

from docket.desk.admin.record_admin import RecordAdmin
from docket.models import (
    Case,
    CaseLink,
    Document,
    Excerpt,
    Filing,
    FilingLink,
    ImportedFile,
    ImportTrace,
    Matter,
    RulingCitation,
    SealedText,
    SourceLink,
    StaffNote,
)
from docket.publishing import verbs
from docket.publishing.rules import Published, publication_of
from parties.models import Attorney, AttorneyContact, Party, PartyAlias, ProtectedIdentity
from tests.records.desk_cast import a_case, a_filing, a_party, address, list_of, member, new, one_of_each

pytestmark = pytest.mark.usefixtures("committed")
CANARY = "CNRY"
# stay on the public placeholder of a sealed case or filing, or are no text of anybody
OPEN = {
    "docket_number",
    "docket_number_as_filed",
    "entry_number",
    "public_id",
    "currency",
    "slug",
    "time_zone",
    "to_text",
}
START = {model: owner.starts_from for model, owner in admin.site._registry.items() if isinstance(owner, RecordAdmin)}
RECORD = [owner.model for owner in admin.site._registry.values() if isinstance(owner, RecordAdmin)]


def plant(row):
    """A canary in every free text of a row."""
    values = {}
    for field in row._meta.local_concrete_fields:
        free = isinstance(field, models.TextField) or (
            isinstance(field, models.CharField) and (field.max_length or 0) > 60
        )
        if free and not field.choices and field.name not in OPEN and not isinstance(field, models.FileField):
            values[field.name] = f"{CANARY}-{row._meta.model_name}-{row.pk}-{field.name}"
    if "offense" in values:
        values["kind"] = "convicted_lesser"  # which alone is of another offense
    type(row)._default_manager.filter(pk=row.pk).update(**values)


def is_of(row, case, people):
    """Whether the row hangs on the case or is one of its people."""
    return row == case or getattr(row, "case_id", None) == case.pk or row in people


@pytest.fixture
def sealed(committed):
    """A case under seal with a row of every model, a sealed filing and document in open cases; all their rows."""
    rows = one_of_each()
    case, party, filing = rows[Case], rows[apps.get_model("docket.CaseParty")], rows[Filing]
    people = [party.party, rows[Attorney], rows[apps.get_model("parties.Firm")]]
    apps.get_model("docket.MatterParty").objects.all().delete()
    more = [
        Excerpt.objects.create(filing=filing, text="words"),
        RulingCitation.objects.create(filing=filing, kind="database", text="2026 WL 123456"),
        PartyAlias.objects.create(party=party.party, name="alias"),
        ProtectedIdentity.objects.create(party=party.party, true_name="name"),
        AttorneyContact.objects.create(attorney=rows[Attorney], text="contact"),
        StaffNote.objects.create(filing=filing, text="note"),
        StaffNote.objects.create(case_party=party, text="note"),
        StaffNote.objects.create(party=party.party, text="same?", kind="same_person"),
        ImportedFile.objects.create(
            case=case, file_name="page.html", kind="district", sha256="0", report={"x": CANARY}
        ),
        ImportTrace.objects.create(case=case, label="x", object_id=1, key="k", values={"x": CANARY}),
    ]
    source = rows[apps.get_model("docket.Source")]
    more.append(SourceLink.objects.create(source=source, case=case, basis="record", pinpoint="p"))
    beside = a_case("Open v. Case")
    in_it = a_filing(beside, "Sealed one")
    more += [
        in_it,
        Document.objects.create(filing=in_it, title="Exhibit"),
        FilingLink.objects.create(from_filing=a_filing(beside, "Opposition"), to_filing=in_it, kind="opposes"),
        CaseLink.objects.create(from_case=beside, to_case=case, kind="related", note="n"),
    ]
    all_rows = [row for row in rows.values() if is_of(row, case, people)] + more + [source]
    for row in all_rows:
        plant(row)
    for row in (case, in_it):
        verbs.act("seal", row, actor=None, reason=f"{CANARY}-reason", authority="Order")
    return [row for row in all_rows if not isinstance(row, ImportTrace)]


def pages_of(rows):
    """The addresses of every page that could show them."""
    found = {"/", "/admin/", reverse("admin:same_person"), reverse("admin:import"), "/cases/", "/filings/", "/parties/"}
    for model in admin.site._registry:
        found |= {list_of(model), f"{list_of(model)}?q={CANARY}"}
    for row in rows:
        if admin.site.is_registered(type(row)):
            pages = ("change", "history", "delete") + (("publication",) if type(row) in RECORD else ())
            found |= {address(row, page) for page in pages if page != "publication" or _has_publication(row)}
            if _has_publication(row):
                found.add(f"{address(row, 'publication')}preview/?verb=publish")
        if hasattr(row, "get_absolute_url"):
            found.add(row.get_absolute_url())
        key = row._meta.model_name
        if key in ("case", "party", "filing"):
            found |= {f"{list_of(model)}?{key}={row.pk}" for model in RECORD}
            found |= {f"{new(model)}?{key}={row.pk}" for model in RECORD if key in (START.get(model), "case")}
    for model in RECORD:
        for field in (f for f in model._meta.local_concrete_fields if isinstance(f, models.ForeignKey)):
            about = f"app_label={model._meta.app_label}&model_name={model._meta.model_name}&field_name={field.name}"
            found |= {f"{reverse('admin:autocomplete')}?{about}&term={term}" for term in ("", CANARY)}
    return sorted(found)


def _has_publication(row):
    return isinstance(publication_of(type(row)), Published)


def crawl(client, addresses):
    client.raise_request_exception = False
    shown = {}
    for where in addresses:
        answer = client.get(where, follow=True)
        assert answer.status_code < 500, where
        body = b"".join(answer.streaming_content) if answer.streaming else answer.content
        shown[where] = CANARY in body.decode().replace(f"q={CANARY}", "").replace(f'value="{CANARY}"', "")
    return shown


def test_a_clerk_sees_nothing_of_it_where_an_officer_sees_it(sealed):
    addresses = pages_of(sealed)
    clerks = [where for where, has in crawl(member("clerk"), addresses).items() if has]
    assert clerks == []
    own_pages = [where for where in addresses if "?" not in where]
    officers = [where for where, has in crawl(member("custodian"), own_pages).items() if has]
    assert len(officers) > 60


def test_an_editor_who_may_not_seal_sees_nothing_of_it_either(sealed):
    addresses = [where for where in pages_of(sealed) if "?" not in where]
    assert [where for where, has in crawl(member("editor"), addresses).items() if has] == []


def test_a_clerk_changes_nothing_of_it(sealed):
    clerk = member("clerk")
    for row in sealed:
        if type(row) in RECORD and type(row).objects.filter(pk=row.pk).exists():
            before = row.history.count()
            clerk.post(address(row), {"caption": "x", "title": "x", "name": "x", "text": "x"})
            assert row.history.count() == before


def test_the_vault_is_not_even_listed_to_a_clerk(sealed):
    assert SealedText.objects.exists()
    page = member("clerk").get("/admin/").content.decode()
    assert "Sealed texts" not in page
    assert "Seal events" not in page
    assert member("clerk", "second").get(list_of(SealedText)).status_code == 403
    assert "Sealed texts" in member("custodian").get("/admin/").content.decode()


def test_the_desk_keeps_no_second_log_of_titles():
    chief = member("chief")
    matter = Matter.objects.create(title="Event")
    chief.post(list_of(Matter), {})
    chief.post(address(matter, "delete"), {"post": "yes"})
    assert not LogEntry.objects.exists()


def test_a_person_whom_an_open_case_names_too_stays_visible(sealed):
    case = a_case("Open v. Poe")
    party = a_party(case, "Known Person")
    under_seal = Case.objects.get(visibility="sealed")
    apps.get_model("docket.CaseParty").objects.create(case=under_seal, party=party.party, role="defendant")
    page = member("clerk").get(list_of(Party)).content.decode()
    assert "Known Person" in page
