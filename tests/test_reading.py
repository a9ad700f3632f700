"""Reading the docket text: the rules by example, and their precision and recall on the labelled sample."""

import time
from datetime import date
from datetime import time as clock

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docket.choices import FilingLinkKind as Kind
from docket.choices import FilingType as Type
from docket.choices import RulingOutcome as Outcome
from docket.reading import DateKind, ReadLink, read
from docket.reading.filers import Names
from tests.reading_sample import group_of, lines, sample, score

SAMPLE = sample()
TYPES = [
    (
        "COMPLAINT against Acme Corp. with Jury Demand filed by Ann Roe. (Attachments: # 1 Exhibit A)",
        Type.INIT_COMPLAINT,
    ),
    ("FIRST AMENDED COMPLAINT against Acme Corp. amending Complaint, 1, filed by Ann Roe", Type.INIT_AMENDED_COMPLAINT),
    ("Unopposed MOTION for Extension of Time to File Answer re 1 Complaint by Acme Corp.", Type.MOT_EXTEND_TIME),
    ("MOTION to Continue Hearing on Motion to Dismiss by Acme Corp.", Type.MOT_CONTINUE),
    ("MOTION for Leave to File Motion for Summary Judgment by Acme Corp.", Type.MOT_MOTION),
    ("Motion filed by Debtor Acme Inc. to Extend Time For Filing Schedules", Type.MOT_EXTEND_TIME),
    ("NOTICE of Motion and Motion to Reject Lease", Type.MOT_MOTION),
    ("ORDER granting 12 Motion to Dismiss", Type.ORDER_ORDER),
    ("ORDER SETTING SCHEDULING CONFERENCE", Type.ORDER_SCHEDULING),
    ("Order to Show Cause why the case should not be dismissed", Type.ORDER_SHOW_CAUSE),
    ("TEXT ORDER granting 7 Motion to Withdraw as Attorney", Type.ORDER_MINUTE_ORDER),
    ("Minute Entry for proceedings held before Judge Roe: Status Conference held on 3/4/2020", Type.ORDER_MINUTES),
    ("REPORT AND RECOMMENDATION re 5 Motion", Type.ORDER_REPORT_AND_RECOMMENDATION),
    ("ANSWER to 1 Complaint by Acme Corp.", Type.RESP_ANSWER),
    ("Answer to Complaint (Related Doc # 1), Counterclaim against Ann Roe", Type.RESP_ANSWER_AND_COUNTERCLAIM),
    ("DEFENDANT ACME CORP, INC.'S ANSWER TO PLAINTIFF'S UNVERIFIED COMPLAINT", Type.RESP_ANSWER),
    ("ANSWERING BRIEF filed by Appellee", Type.BRIEF_APPELLATE_BRIEF),
    ("NOTICE of Appearance by Ann Poe on behalf of Acme Corp.", Type.NOTICE_APPEARANCE),
    ("NOTICE OF HEARING on 7 Motion", Type.ORDER_NOTICE_OF_HEARING),
    ("NOTICE by Acme Corp. of filing", Type.NOTICE_NOTICE),
    ("BNC Certificate of Mailing (RE: related document(s) 12 Order)", Type.SVC_CERTIFICATE_OF_SERVICE),
    ("PROOF OF SERVICE OF SUMMONS", Type.SVC_PROOF_OF_SERVICE),
    ("Set/Reset Deadlines", ""),
    ("Receipt of filing fee for Motion to Dismiss", ""),
    ("", ""),
]
LINKS = [
    ("ORDER granting 34 Motion to Dismiss", Kind.RULES_ON, "34", Outcome.GRANTED),
    ("ORDER GRANTING, IN PART, AND DENYING, IN PART, 55 Motion", Kind.RULES_ON, "55", Outcome.GRANTED_IN_PART),
    ("ORDER finding as moot 12 Motion to Stay", Kind.RULES_ON, "12", Outcome.DENIED_AS_MOOT),
    ("ORDER. The second motion in limine (filing no. 48 ) is denied.", Kind.RULES_ON, "48", Outcome.DENIED),
    ("Order Granting Application to Employ (Related Doc # 9 )", Kind.RULES_ON, "9", Outcome.GRANTED),
    ("Order re 7 MOTION to Compel", Kind.RULES_ON, "7", ""),
    ("RESPONSE in Opposition re 12 MOTION to Dismiss filed by Ann Roe", Kind.OPPOSES, "12", ""),
    ("REPLY (re 82 MOTION to Dismiss ) filed by Acme", Kind.REPLIES_TO, "82", ""),
    ("MEMORANDUM in Support re 35 MOTION for Sanctions", Kind.SUPPORTS, "35", ""),
    ("ANSWER to First Amended Complaint, 5 filed by Acme Corp.", Kind.ANSWERS, "5", ""),
    ("BNC Certificate of Mailing (related document(s) 58 Order on Motion)", Kind.PROOF_OF_SERVICE_OF, "58", ""),
    (
        "Notice of Hearing (RE: related document(s) 7 Motion filed by A (RE: related document(s) 3))",
        "refers_to",
        "7",
        "",
    ),
    ("ORDER of the court on motion [1961713-2]", Kind.RULES_ON, "@1961713", ""),
    ("NOTICE OF APPEAL as to 90 Order by Acme Corp.", Kind.APPEALS, "90", ""),
]
NO_LINKS = [
    "MOTION to Dismiss Count 3 under Rule 12 by Acme Corp.",
    "Chapter 13 Voluntary Petition. Fee Amount $ 194 Filed by Ann Roe",
    "NOTICE OF REMOVAL pursuant to 28 USC § 1332",
    "Letter regarding 2007 Toyota Tundra",
    "MOTION to Compel by Acme Corp. (Attachments: # 1 Exhibit A, # 2 Exhibit B)",
    "APPEARANCE FORM FILED by Ann Poe [23-30126]",
]


@pytest.mark.parametrize(("text", "expected"), TYPES)
def test_it_names_the_type_by_what_the_line_begins_with(text: str, expected: str):
    assert read(text).filing_type == expected


@pytest.mark.parametrize(("text", "kind", "target", "outcome"), LINKS)
def test_it_links_to_the_entry_and_says_how_it_was_ruled(text: str, kind: str, target: str, outcome: str):
    assert read(text).links == (ReadLink(kind, target, outcome),)


@pytest.mark.parametrize("text", NO_LINKS)
def test_a_number_in_running_text_is_no_reference(text: str):
    assert read(text).links == ()


def test_an_order_rules_on_what_it_grants_and_only_mentions_the_rest():
    found = read("ORDER GRANTING 100 STIPULATION SETTING BRIEFING SCHEDULE as to 99 MOTION to Dismiss").links
    assert found == (ReadLink("rules_on", "100", "granted"), ReadLink("refers_to", "99"))


def test_it_reads_hearings_and_deadlines_with_their_time():
    text = "ORDER: Jury Trial set for 1/16/2007 09:00 AM. Discovery due by 10/16/2006. Signed on 3/1/2006."
    trial, discovery = read(text).dates
    assert (trial.kind, trial.day, trial.at, trial.title) == (
        DateKind.HEARING,
        date(2007, 1, 16),
        clock(9),
        "Jury Trial",
    )
    assert trial.hearing_kind == "jury_trial"
    assert (discovery.kind, discovery.day, discovery.title) == (DateKind.DEADLINE, date(2006, 10, 16), "Discovery due")


@pytest.mark.parametrize(
    "text",
    [
        "NOTICE canceling Case Management Hearing scheduled for 1/11/2017",
        "Hearing Scheduled For 5/11/05 Not Held",
        "Minute Entry: Status Conference held on 3/4/2020",
        "MOTION for Extension of Time from June 27, 2024 to July 29, 2024",
        "COMPLAINT filed on 3/4/2020 about an accident on March 1, 2019",
        "Terminate Deadlines: the Jury Trial set for 12/22/08 is vacated",
        "ORDER setting hearing for 13/45/2020",
    ],
)
def test_it_takes_no_date_that_is_over_asked_for_or_taken_back(text: str):
    assert read(text).dates == ()


def test_a_short_description_counts_where_there_is_no_text():
    assert read("", "Extension of Time to File Answer").filing_type == Type.MOT_EXTEND_TIME
    assert read("Extension of the fence was discussed", "").filing_type == ""


def test_filers_are_names_that_the_case_knows():
    names = Names([("Acme, Inc.", 1), ("Ann Roe", 2), ("Acme", 3), ("John Doe", 4), ("John Doe", 5)])
    assert names.listed_in(read("MOTION to Dismiss by Acme, Inc., Ann Roe. (Poe, A.)").filers) == [1, 2]
    assert names.listed_in(read("Objection Filed by Jo Poe on behalf of Debtor Acme (RE: 3)").filers) == [3]
    assert names.listed_in(read("MOTION to Strike filed by John Doe").filers) == []
    assert read("ORDER by Judge Ann Roe granting 3 Motion").filers == ""


@given(
    st.text(max_size=400)
    | st.lists(st.sampled_from([*(text for text, _ in TYPES), "(", "1/1/20", "re 5"])).map(" ".join)
)
def test_any_text_is_read(text: str):
    reading = read(text)
    assert reading.filing_type == "" or reading.filing_type in Type.values


@pytest.mark.parametrize(
    "piece",
    ["re 1 ", "(", "MOTION to ", "set for 1/1/2010 ", "related document(s) ", "shall file ", "as to 12 ", "due by "],
)
def test_a_hostile_text_is_read_in_a_moment(piece: str):
    started = time.perf_counter()
    read(piece * 20_000)
    assert time.perf_counter() - started < 2


@pytest.mark.skipif(not SAMPLE, reason="the collection of real dockets is not here")
@pytest.mark.parametrize("half", ["open", "held"])
def test_the_sample_is_read_as_people_read_it(half: str, capsys: pytest.CaptureFixture[str]):
    with capsys.disabled():
        print("", *lines(half), sep="\n")
    scores = score(half).of
    for name in ("motions", "orders", "answers", "complaints", "notices", "links in the record"):
        assert scores[name].precision >= 0.95, name
        assert scores[name].recall >= 0.85, name


@pytest.mark.skipif(not SAMPLE, reason="the collection of real dockets is not here")
def test_the_sample_is_large_and_names_nobody():
    assert len(SAMPLE) >= 400
    assert min(sum(entry.half == half for entry in SAMPLE) for half in ("open", "held")) >= 200
    assert all(group_of(entry.first_type) or not entry.first_type for entry in SAMPLE)
