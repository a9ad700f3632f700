"""What of an imported page the public can read, as the public's own role on committed data, and who may do so."""

import json
import threading
from typing import Any

import pytest
from django.contrib.auth.models import Permission, User
from django.db import connections

from docket.intake.court_pages.pacer.docket import read_page
from docket.intake.court_pages.sniff import sniff
from docket.intake.files import import_bytes
from docket.intake.matching.rows import squeeze
from docket.models import Case, Filing, SealEvent, StaffNote
from docket.publishing import verbs
from docket.publishing.wall import lifecycle
from parties import merging
from tests.court_pages import court_pages
from tests.court_pages import pacer_pages as pages
from tests.court_pages.importing import imported, make_forum, published, record, the_case
from tests.court_pages.pacer_pages import Block, Row
from tests.records.cast import a_public_case, in_case
from tests.shared import DOCKETS, needs_dockets

pytestmark = pytest.mark.usefixtures("committed")
LATER = "07/01/2021 09:00:00"
PRIVATE_UNDER = (
    "<BR><I>individually</I><BR>12 Weir Street<BR>Port Example, CA 90001<BR>SSN / ITIN: xxx-xx-9876"
    "<BR>Tax ID / EIN: 00-0001234<BR>555-010-9999<BR>c/o Gatekeeper Hall"
)
CANARIES = [
    *("12 Weir Street", "xxx-xx-9876", "00-0001234", "555-010-9999", "Gatekeeper Hall", "Port Example, CA"),
    *("77 Inkwell Row", "555-010-4477", "555-010-4478", "quill@harbottle.example", "4 Lantern Lane", "555-010-1234"),
    *("secretlogin", "Suite 900"),
]


def private_page() -> str:
    alone = pages.PRO_SE.format(name="Barnaby Crook")
    blocks = [
        Block("Plaintiff", "Ottoline Marsh", under=PRIVATE_UNDER),
        Block("Defendant", "Barnaby Crook", under=PRIVATE_UNDER, counsel=alone),
    ]
    return pages.district(blocks=blocks)


def text_of(tables: dict[str, list[Any]]) -> str:
    return "\n".join(row for rows in tables.values() for (row,) in rows)


def visibilities() -> dict[str, str]:
    return dict(Filing.objects.values_list("entry_number", "visibility"))


@pytest.fixture(autouse=True)
def forums() -> None:
    for court in ("cand", "alsb"):
        make_forum(court)


class TestWhatTheVaultHolds:
    def test_a_draft_shows_nothing_of_the_case_or_its_people(self) -> None:
        imported(private_page())
        shown = text_of(published())
        assert "Court cand" in shown
        assert not [word for word in ("Marsh", "Crook", "Harbottle", "COMPLAINT", *CANARIES) if word in shown]

    def test_the_published_case_shows_names_and_words_and_no_address_or_number_of_a_person(self) -> None:
        imported(private_page(), publish=True)
        imported(pages.bankruptcy(), publish=True)
        shown = text_of(published())
        for marker in ("Ottoline Marsh", "Barnaby Crook", "Quill R. Harbottle", "COMPLAINT against", "Lantern Mills"):
            assert marker in shown
        assert not [word for word in CANARIES if word in shown]

    def test_nothing_restricted_of_any_other_kind_is_published_nor_an_alien_number_kept_at_all(self) -> None:
        for court in ("ca9", "scotus", "calsuppctla"):
            make_forum(court)
        text = "Petition for review by A099-888-777 and A 099 888 777 docketed."
        for place, page in enumerate(
            (
                court_pages.appellate(text=text),
                court_pages.acms(text=text),
                court_pages.supreme_court(),
                court_pages.los_angeles(),
                court_pages.archive(
                    parties="<party><name>Ottoline Marsh</name><type>Plaintiff</type>"
                    "<extra_info>12 Weir Street\nSSN / ITIN: xxx-xx-9876\n555-010-9999</extra_info></party>"
                ),
            )
        ):
            imported(page, f"page {place}", publish=True)
        shown, kept = text_of(published()), text_of(record())
        for marker in (
            "Ottoline Marsh",
            "Quill R. Harbottle",
            "Petition for review by A[number withheld]",
            "Minute Order",
        ):
            assert marker in shown
        assert not [word for word in (*CANARIES, "AL0373", "01/02/1980", "CXC-4477") if word in shown]
        assert "4 Lantern Lane" in kept  # in the vault
        for number in ("099-888-777", "099888777", "099 888 777"):
            assert number not in kept
            assert number not in shown

    @needs_dockets
    def test_no_contact_block_of_a_real_page_is_published(self) -> None:
        """Lines of contact blocks and details, but for what the page also prints as a name, capacity or entry."""
        leaked, looked, allowed = [], 0, ""
        for file in sorted((DOCKETS / "district").glob("*.html")) + sorted((DOCKETS / "bankruptcy").glob("*.html")):
            data = file.read_bytes()
            docket = read_page(sniff(data), data, file.name)
            make_forum(docket.court_id)
            report = import_bytes(file.name, data, publish=True)
            assert report.error is None
            is_held = any("Not published" in warning for warning in report.warnings)
            allowed += squeeze(" ".join([docket.caption, *(entry.text for entry in docket.entries)]))
            for party in docket.parties:
                public = [*party.capacities, *(alias.name for alias in party.aliases), party.name]
                public += [counsel.name for counsel in party.attorneys]
                allowed += squeeze(f" {' '.join(public)} {party.role_as_filed} {party.date_terminated}")
            shown = squeeze(text_of(published()).replace('""', '"').replace("\\\\", "\\"))
            for party in docket.parties:
                blocks = [party.extra_info, *(counsel.contact for counsel in party.attorneys)]
                for line in {line.strip() for block in blocks for line in block.splitlines()}:
                    words = squeeze(line).strip('"')
                    if len(words) < 8 or words.startswith("terminated:") or words in allowed:
                        continue
                    looked += 1
                    if words in shown:
                        leaked.append((file.name, line))
            first = squeeze(docket.parties[0].name).replace('"', "") if docket.parties else ""
            assert is_held or first in shown.replace('"', "")
        assert looked > 500
        assert leaked == []


class TestPublishing:
    def test_publish_goes_through_the_verb_with_a_reason(self) -> None:
        report = imported(pages.district(), name="marsh.html", publish=True)
        assert the_case().visibility == "public"
        event = SealEvent.objects.get()
        assert (event.verb, event.label, event.includes) == ("publish", "docket.case", {"docket.filing": 3})
        assert event.reason == "Imported from marsh.html and published"
        assert str(report.case) in text_of(published())

    def test_without_it_nothing_changes_visibility(self) -> None:
        imported(pages.district(), publish=True)
        imported(pages.district(rows=[*pages.ROWS, Row("3", "REPLY")], served=LATER))
        assert the_case().visibility == "public"
        assert visibilities() == {"1": "public", "": "public", "2": "public", "3": "draft"}
        assert "REPLY" not in text_of(published())

    def test_what_was_held_is_published_when_asked(self) -> None:
        imported(pages.district(), publish=True)
        longer = pages.district(rows=[*pages.ROWS, Row("3", "REPLY")], served=LATER)
        imported(longer)
        imported(longer, publish=True)
        assert visibilities()["3"] == "public"
        assert SealEvent.objects.latest("pk").includes == {"docket.filing": 1}

    def test_a_public_case_may_publish_what_is_added(self) -> None:
        imported(pages.district(), publish=True)
        Case.objects.update(new_filings="public")
        imported(pages.district(rows=[*pages.ROWS, Row("3", "REPLY")], served=LATER))
        assert visibilities()["3"] == "public"

    def test_a_hidden_case_stays_hidden(self) -> None:
        imported(pages.district())
        verbs.act("hide", the_case(), actor=None, reason="not ours")
        report = imported(pages.district(), publish=True)
        assert the_case().visibility == "hidden"
        assert any("not published" in warning for warning in report.warnings)

    def test_the_public_copy_equals_the_record_after_each_import(self) -> None:
        imported(pages.district(), publish=True)
        imported(pages.criminal(), publish=True)
        imported(pages.district(rows=[*pages.ROWS, Row("3", "REPLY")], served=LATER), publish=True)
        with connections["owner"].cursor() as cursor:
            assert lifecycle.differences(cursor) == []


class TestWhoMay:
    def clerk(self, *permissions: str) -> User:
        user = User.objects.create_user("clerk")
        user.user_permissions.add(*Permission.objects.filter(codename__in=permissions))
        return User.objects.get(pk=user.pk)

    def test_a_clerk_imports_drafts(self) -> None:
        report = imported(pages.district(), user=self.clerk())
        assert report.filings.new == 3
        assert the_case().imported_files.get().imported_by == User.objects.get()

    def test_a_clerk_does_not_publish(self) -> None:
        report = import_bytes("page.html", pages.district().encode(), publish=True, user=self.clerk())
        assert "publish_record" in (report.error or "")
        assert not Case.objects.exists()

    def test_a_clerk_does_not_change_a_public_case(self) -> None:
        imported(pages.district(), publish=True)
        longer = pages.district(rows=[*pages.ROWS, Row("3", "REPLY")], served=LATER)
        report = import_bytes("page.html", longer.encode(), user=self.clerk())
        assert "The case is public" in (report.error or "")
        assert Filing.objects.count() == 3

    def test_an_editor_does(self) -> None:
        imported(pages.district(), publish=True, user=self.clerk("publish_record"))
        assert SealEvent.objects.get().actor_name == "clerk"


def test_a_page_of_a_draft_publishes_no_other_name_of_somebody_whom_a_public_case_names() -> None:
    known = [Block("Plaintiff", "Ottoline Marsh"), pages.BLOCKS[1]]
    imported(pages.district(blocks=known))
    person = the_case().case_parties.get(role="plaintiff").party
    merging.merge(in_case(a_public_case()).party, person)
    other = Block("Plaintiff", "Ottoline Marsh", under="<BR><I>also known as</I><BR>Otti Canary")
    report = imported(pages.district(blocks=[other, pages.BLOCKS[1]]))
    assert "Otti Canary" not in text_of(published())
    assert [warning for warning in report.warnings if "Otti Canary" in warning]
    assert "Otti Canary" in StaffNote.objects.get(kind="note").text


def test_four_imports_of_one_page_at_once_make_one_case() -> None:
    data, reports = pages.district().encode(), []

    def run() -> None:
        try:
            reports.append(import_bytes("page.html", data))
        finally:
            connections.close_all()

    threads = [threading.Thread(target=run) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=60)
    assert [report.error for report in reports] == [None] * 4
    assert sorted(report.filings.new for report in reports) == [0, 0, 0, 3]
    assert (Case.objects.count(), Filing.objects.count()) == (1, 3)


def test_an_entry_that_the_court_restricts_reaches_no_public_table() -> None:
    make_forum("ca9")
    page = json.loads(court_pages.acms(text="CASE OPENED in the matter of Zanzibar"))
    entry = page["docketInfo"]["docketEntries"][0]
    opened = entry | {"entryNumber": 2, "docketEntryText": "<p>Brief filed</p>"}
    page["docketInfo"]["docketEntries"] = [entry | {"restrictedPartyFilingDocketEntry": True}, opened]
    imported(json.dumps(page), "acms.json", publish=True)
    assert "Brief filed" in text_of(published())
    assert "Zanzibar" not in text_of(published())
    assert "Zanzibar" not in text_of(record())


class TestPersonalData:
    """Nobody is there to be asked for a reason: what has it waits, and the report says where."""

    NUMBERED = Row("3", "AFFIDAVIT of Ottoline Marsh, SSN 219-09-9999")

    def test_a_new_entry_of_a_public_case_waits_as_a_draft(self) -> None:
        imported(pages.district(), publish=True)
        Case.objects.update(new_filings="public")
        rows = [*pages.ROWS, self.NUMBERED, Row("4", "REPLY")]
        report = imported(pages.district(rows=rows, served=LATER))
        assert visibilities() | {"": ""} == {"1": "public", "": "", "2": "public", "3": "draft", "4": "public"}
        told = "entry 3 waits as a draft: it says a Social Security number. Publish it at the desk, with a reason."
        assert told in report.warnings
        assert "219-09-9999" not in text_of(published()) + " ".join(report.warnings)

    def test_a_public_entry_keeps_its_text(self) -> None:
        imported(pages.district(rows=[*pages.ROWS, Row("3", "AFFIDAVIT of Ottoline Marsh")]), publish=True)
        report = imported(pages.district(rows=[*pages.ROWS, self.NUMBERED], served=LATER))
        assert any("docket text has personal data; the record's was kept" in warning for warning in report.warnings)
        assert "219-09-9999" not in text_of(published())

    def test_a_case_is_not_published_with_it(self) -> None:
        report = imported(pages.district(rows=[*pages.ROWS, self.NUMBERED]), publish=True)
        assert any("Not published: 1 piece of personal data" in warning for warning in report.warnings)
        assert the_case().visibility == "draft"
        assert "Ottoline Marsh" not in text_of(published())
