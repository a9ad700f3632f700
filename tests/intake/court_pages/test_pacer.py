"""Reading PACER docket reports: what is taken over, what is refused, every trap of the parser underneath."""

import dataclasses
import json
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest

from docket.forums.pacer_courts import court_in_heading, court_in_links, forum_id, pacer_id
from docket.intake.court_pages.pacer.docket import flags, read_page
from docket.intake.court_pages.pacer.page import case_id
from docket.intake.court_pages.sniff import sniff
from docket.intake.shape import ImportedAlias, ImportedDocket, Kind, Refused
from tests.court_pages import pacer_pages as pages
from tests.court_pages.pacer_pages import Block, Row
from tests.shared import DOCKET_REPORTS, days_of, needs_dockets


def load(page: str, forum: str = "") -> ImportedDocket:
    data = page.encode()
    return read_page(sniff(data), data, "page.html", forum)


class TestWhatIsRead:
    def test_the_head_of_a_civil_docket(self) -> None:
        docket = load(pages.district())
        assert (docket.kind, docket.court_id, docket.docket_number) == (
            Kind.DISTRICT,
            "cand",
            "3:21-cv-01234",
        )
        assert docket.docket_number_as_filed == "3:21-cv-01234-QRS-TUV"
        assert dataclasses.astuple(docket.number_parts) == ("3", "cv", "QRS", "TUV", None)
        assert (docket.caption, docket.date_filed) == ("Marsh v. Brightwater Pictures, LLC", date(2021, 3, 4))
        assert (docket.assigned_to, docket.referred_to) == ("Quentin R. Sable", "Tess U. Vane")
        assert docket.nature_of_suit == "360 P.I.: Other"
        assert docket.flags == ("ADRMOP", "REFDIS")
        assert (docket.source_case_id, docket.ordered_by) == ("371234", "date_filed")
        assert docket.warnings == ()

    def test_the_source_with_the_day_of_the_receipt_and_without_the_login(self) -> None:
        docket = load(pages.district(criteria="Starting with document: 40"))
        assert docket.source.retrieved_at == datetime(2021, 6, 1, 10, 11, 12)
        assert docket.source.search_criteria.endswith("Starting with document: 40")
        assert len(docket.source.sha256) == 64
        assert "secretlogin" not in repr(docket)

    def test_entries_keep_the_page_s_order_numbers_and_both_dates(self) -> None:
        newest_first = load(pages.district(rows=list(reversed(pages.ROWS))))
        assert [(e.ordinal, e.number) for e in newest_first.entries] == [(0, "2"), (1, None), (2, "1")]
        complaint = newest_first.entries[2]
        assert (complaint.date_filed, complaint.date_entered) == (date(2021, 3, 4), date(2021, 3, 5))

    def test_repeats_and_unnumbered_lines_keep_their_count(self) -> None:
        rows = [Row("7", "NOTICE"), Row("7", "NOTICE"), Row("", "Text order"), Row("", "Text order")]
        assert [e.number for e in load(pages.district(rows=rows)).entries] == ["7", "7", None, None]

    def test_markup_in_text_stays_literal(self) -> None:
        rows = [Row("1", "&lt;script&gt;alert(1)&lt;/script&gt; =SUM(A1) &amp; co")]
        assert load(pages.district(rows=rows)).entries[0].text == "<script>alert(1)</script> =SUM(A1) & co"

    def test_a_null_character_reference_is_dropped(self) -> None:
        assert "\0" not in repr(load(pages.district(rows=[Row("1", "NOTICE&#0; of appeal")])))

    def test_document_ids_must_be_numbers_of_eight_digits_or_more(self) -> None:
        junk = '<tr><td>03/04/2021</td><td><a href="/cgi-bin/show_doc.pl?x=1">3</a></td><td>NOTICE</td></tr>'
        page = pages.district().replace("</table><br>\n<HR><CENTER>", f"{junk}</table><br>\n<HR><CENTER>")
        ids = {entry.number: entry.source_document_id for entry in load(page).entries}
        assert ids["3"] == ""
        assert ids["1"] == "03501111111"

    def test_documents_where_the_page_lists_them(self) -> None:
        files = [("Main Document", 12), ("Exhibit A", 3), ("Exhibit B", 1)]
        rows = [Row("1", "COMPLAINT", document="035023513538", sequence=10, files=files), *pages.ROWS[1:]]
        docket = load(pages.district(rows=rows))
        complaint = docket.entries[0]
        assert complaint.page_count == 12
        assert [(a.number, a.description, a.page_count) for a in complaint.attachments] == [
            (1, "Exhibit A", 3),
            (2, "Exhibit B", 1),
        ]
        assert complaint.attachments[0].source_document_id == "035023513539"
        assert len(docket.entries) == 3
        assert docket.warnings == ()

    def test_a_bankruptcy_docket(self) -> None:
        docket = load(pages.bankruptcy())
        assert (docket.kind, docket.court_id, docket.docket_number) == (Kind.BANKRUPTCY, "alsb", "21-10276")
        assert (docket.date_converted, docket.docket_number_as_filed) == (date(2021, 2, 2), "21-10276-QRS")
        assert [(p.name, p.role_as_filed) for p in docket.parties] == [
            ("Lantern Mills, Inc.", "Debtor"),
            ("Bankruptcy Administrator", "U.S. Trustee"),
        ]
        assert docket.flags == ("PlnDue", "DsclsDue")


class TestPeople:
    def test_counsel_with_roles_and_the_contact_kept_apart(self) -> None:
        counsel = load(pages.district()).parties[0].attorneys[0]
        assert (counsel.name, counsel.roles) == (
            "Quill R. Harbottle",
            ("LEAD ATTORNEY", "ATTORNEY TO BE NOTICED"),
        )
        assert "quill@harbottle.example" in counsel.contact
        assert not counsel.self_represented

    def test_a_party_without_counsel_and_one_without_lawyer_are_not_the_same(self) -> None:
        blocks = [
            Block("Plaintiff", "Ottoline Marsh", counsel=pages.PRO_SE.format(name="Ottoline Marsh")),
            Block("Defendant", "Brightwater Pictures, LLC", counsel=pages.NO_COUNSEL),
        ]
        alone, none = load(pages.district(blocks=blocks)).parties
        assert [counsel.self_represented for counsel in alone.attorneys] == [True]
        assert none.attorneys == ()

    def test_the_same_name_twice_in_one_role_stays_twice(self) -> None:
        other = pages.COUNSEL.replace("Harbottle", "Nightjar")
        blocks = [
            Block("Defendant", "John Smith"),
            Block("Defendant", "John Smith", counsel=other),
            Block("Plaintiff", "Ann Poe"),
        ]
        assert [p.name for p in load(pages.district(blocks=blocks)).parties] == [
            "John Smith",
            "John Smith",
            "Ann Poe",
        ]

    def test_only_capacity_and_alias_leave_the_block_under_a_name(self) -> None:
        under = (
            "<BR><I>individually and as personal representative of the Estate of Job Marsh</I>"
            "<BR>12 Weir Street<BR>Port Example, CA 90001<BR>SSN / ITIN: xxx-xx-9876<BR>555-010-9999"
            "<BR><I>also known as</I><BR>Otti Marsh<BR><I>TERMINATED: 04/01/2021</I>"
        )
        party = load(pages.district(blocks=[Block("Plaintiff", "Ottoline Marsh", under=under), *pages.BLOCKS])).parties[
            0
        ]
        assert party.capacities == ("individually and as personal representative of the Estate of Job Marsh",)
        assert party.aliases == (ImportedAlias("aka", "Otti Marsh"),)
        assert party.date_terminated == date(2021, 4, 1)
        assert "xxx-xx-9876" in party.extra_info


class TestCriminalCounts:
    def test_counts_go_to_the_person_under_whose_name_they_stand(self) -> None:
        crook, government = load(pages.criminal()).parties
        assert crook.charges is not None
        assert [(c.name, c.status, c.disposition) for c in crook.charges.counts] == [
            ("18:1343 WIRE FRAUD(1)", "pending", ""),
            ("18:1341 MAIL FRAUD(2)", "terminated", "Dismissed on motion of the government"),
        ]
        assert government.charges is None

    def test_the_last_party_of_a_page_gets_its_counts_too(self) -> None:
        blocks = [
            Block("Plaintiff", "USA"),
            Block("Defendant (1)", "Barnaby Crook", counts=[("Pending", "FRAUD", "")]),
        ]
        parties = load(pages.criminal(blocks=blocks)).parties
        assert [bool(party.charges) for party in parties] == [False, True]

    def test_no_one_gets_counts_when_it_is_not_sure_whose_they_are(self) -> None:
        # the parser drops the repeated block and would charge the next party with the counts
        twice = Block("Movant", "The Port Example Gazette")
        blocks = [
            twice,
            twice,
            Block("Defendant (1)", "Barnaby Crook", counts=[("Pending", "FRAUD", "")]),
            Block("Plaintiff", "USA"),
        ]
        docket = load(pages.criminal(blocks=blocks))
        assert [party.charges for party in docket.parties] == [None] * len(docket.parties)
        assert any("whose they are is not clear" in warning for warning in docket.warnings)


class TestTraps:
    @pytest.mark.parametrize(
        "words",
        [
            "Format: text",
            "*** This case was administratively closed.***",
            "MetaMask and web3",
            "quoting Drumpf",
            "There are no documents in this case.",
        ],
    )
    def test_words_of_an_entry_do_not_make_a_docket_invalid(self, words: str) -> None:
        docket = load(pages.district(rows=[*pages.ROWS, Row("3", f"NOTICE {words}")]))
        assert [entry.number for entry in docket.entries] == ["1", None, "2", "3"]

    def test_the_same_words_outside_the_entries_refuse_the_page_and_are_named(self) -> None:
        with pytest.raises(Refused, match="Format: text"):
            load(pages.district(criteria="Format: text"))

    def test_rows_that_are_left_out_are_counted(self) -> None:
        docket = load(pages.district(rows=[*pages.ROWS, Row("9", "UNDATED", filed=""), Row("doc", "A WORD")]))
        assert len(docket.entries) == 3
        assert docket.warnings == ("2 of 5 rows have no date or no readable number and were left out.",)

    def test_a_page_without_a_docket_is_refused_and_not_imported_as_an_empty_case(self) -> None:
        with pytest.raises(Refused):
            load("<html><body><h3>CIVIL DOCKET FOR CASE #: </h3></body></html>")

    def test_whatever_the_parser_stumbles_over_is_a_refusal(self) -> None:
        page = pages.district().replace("Date Filed: 03/04/2021", "Date Filed: 99/99/2021")
        with pytest.raises(Refused, match="could not be read"):
            load(page)

    def test_nothing_is_logged(self, caplog: pytest.LogCaptureFixture) -> None:
        with caplog.at_level("DEBUG"):
            load(pages.district())
        assert caplog.records == []


class TestWhichCourt:
    def test_links_and_heading_must_agree(self) -> None:
        with pytest.raises(Refused, match="heading says 'cand' and its links say 'njd'"):
            load(pages.district(host="ecf.njd.uscourts.gov"))

    def test_a_forum_that_the_page_contradicts_is_refused(self) -> None:
        with pytest.raises(Refused, match="'cand', not 'njd'"):
            load(pages.district(), forum="njd")

    def test_a_forum_decides_between_heading_and_links(self) -> None:
        assert load(pages.district(host="ecf.njd.uscourts.gov"), forum="njd").court_id == "njd"

    def test_a_page_that_names_no_court_needs_a_forum(self) -> None:
        page = pages.district(court="Live System", host="example.org")
        with pytest.raises(Refused, match="does not say which court"):
            load(page)
        assert load(page, forum="cand").court_id == "cand"

    @pytest.mark.parametrize(
        ("heading", "bankruptcy", "court"),
        [
            ("U.S. District Court Southern District of Georgia (Augusta)", False, "gasd"),
            ("U.S. District Court California Northern District (San Francisco)", False, "cand"),
            (
                "UNITED STATES DISTRICT COURT, CENTRAL DISTRICT OF CALIFORNIA (Western Division)",
                False,
                "cacd",
            ),
            ("United States District Court for the Western District of Washington", False, "wawd"),
            ("U.S. District Court Northern District of West Virginia (Elkins)", False, "wvnd"),
            ("U.S. District Court District of Columbia (Washington, DC)", False, "dcd"),
            ("District Court of the Virgin Islands", False, "vid"),
            ("District Court for the Northern Mariana Islands", False, "nmid"),
            ("U.S. Bankruptcy Court District of Nebraska (Omaha)", True, "neb"),
            ("U.S. Court of International Trade LIVE Database (New York)", False, "cit"),
            ("Live System", False, ""),
        ],
    )
    def test_headings(self, heading: str, bankruptcy: bool, court: str) -> None:
        assert court_in_heading(heading, bankruptcy) == court

    def test_ids_where_pacer_and_the_forum_table_differ(self) -> None:
        assert (forum_id("neb"), forum_id("azb"), forum_id("nysd")) == ("nebraskab", "arb", "nysd")
        assert (pacer_id("nebraskab"), pacer_id("nysd")) == ("neb", "nysd")

    def test_the_court_of_most_links_counts(self) -> None:
        other = '<a href="https://ecf.nysd.uscourts.gov/doc1/1">x</a>'
        assert court_in_links(pages.district() + other) == "cand"

    def test_member_cases_do_not_lend_their_number(self) -> None:
        member = '<a href="/cgi-bin/DktRpt.pl?288102">1:06-cv-05929</a>'
        assert case_id(member + pages.district()) == "371234"
        assert case_id(member) == ""

    def test_a_page_without_flags(self) -> None:
        assert flags("<table><tr><td align=right></td></tr></table>") == ()


def stored(docket: ImportedDocket) -> dict[str, Any]:
    """The docket in the words of the expected results."""
    iso = lambda day: day.isoformat() if day else None  # noqa: E731
    return {
        "court_id": docket.court_id,
        "docket_number": docket.docket_number,
        "case_name": docket.caption,
        **{
            key: iso(getattr(docket, key))
            for key in ("date_filed", "date_terminated", "date_converted", "date_discharged")
        },
        "assigned_to_str": docket.assigned_to,
        "referred_to_str": docket.referred_to,
        **{
            key: getattr(docket, key)
            for key in ("cause", "nature_of_suit", "jury_demand", "demand", "jurisdiction", "mdl_status")
        },
        "docket_entries": [(e.number, iso(e.date_filed), iso(e.date_entered), e.text) for e in docket.entries],
        "parties": [
            (
                p.name,
                p.role_as_filed,
                iso(p.date_terminated),
                p.extra_info,
                [(a.name, list(a.roles), a.contact) for a in p.attorneys],
                [(c.name, c.disposition, c.status) for c in p.charges.counts] if p.charges else [],
                [(c.name, c.disposition) for c in p.charges.complaints] if p.charges else [],
            )
            for p in docket.parties
        ],
    }


@needs_dockets
@pytest.mark.parametrize("file", DOCKET_REPORTS, ids=lambda file: file.stem)
def test_real_pages_read_as_expected(file: Path) -> None:
    data = file.read_bytes()
    expected = json.loads(file.with_suffix(".json").read_text())
    expected["docket_entries"] = [
        (e["document_number"], *days_of(e, expected["ordered_by"]), e["description"])
        for e in expected["docket_entries"]
    ]
    expected["parties"] = [
        (
            p["name"],
            p["type"],
            p["date_terminated"],
            p["extra_info"],
            [(a["name"], a["roles"], a["contact"]) for a in p.get("attorneys", [])],
            [(c["name"], c["disposition"], c["status"]) for c in p.get("criminal_data", {}).get("counts", [])],
            [(c["name"], c["disposition"]) for c in p.get("criminal_data", {}).get("complaints", [])],
        )
        for p in expected["parties"]
    ]
    read_as = stored(read_page(sniff(data), data, file.name))
    assert read_as == {key: expected[key] for key in read_as}
