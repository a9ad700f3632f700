"""Whole dockets, all invented: those whose entries agree are told to have ended, those that leave doubt are not."""

from datetime import date, timedelta

import pytest

from docket.law.reading.endings import ending

BEGUN = date(2025, 5, 5)
S, T, C, X = "scotus", "texapp-3", "tex", "texcrimapp"
FILED = "Petition for a writ of certiorari filed. (Response due June 5, 2025)"
REVIEW = "Petition for Review filed"
APPEAL = "Notice of appeal received"
PAUPER = "Motion to proceed in forma pauperis and petition for a writ of certiorari GRANTED."
GVR = "Petition GRANTED. Judgment VACATED and case REMANDED for further consideration in light of Roe v. Poe."
OPINION = "Bell, J., delivered the opinion of the Court, in which Marsh, J., joined as to Parts I and II."

# court, the entries in their order, each on a day of its own ("=" before one: the day of the one above), the end
TOLD = [
    (S, [FILED, "DISTRIBUTED for Conference of 9/25/2025.", "Petition DENIED."], "review_denied"),
    (S, [FILED, "Waiver of right of respondent Poe to respond filed.", "Petition DENIED."], "review_denied"),
    (S, [FILED, "Motion to dismiss the petition filed.", "Petition DENIED."], "review_denied"),
    (S, [FILED, "Motion to expedite the petition DENIED.", "Petition DENIED."], "review_denied"),
    (S, [FILED, "Letter of respondent that the judgment was vacated received.", "Petition DENIED."], "review_denied"),
    (S, [FILED, "Application (24A1) granted by Justice Bell.", "Petition DENIED."], "review_denied"),
    (S, [FILED, "Petition DENIED.", "Petition for Rehearing filed.", "Rehearing DENIED."], "review_denied"),
    (S, [FILED, "Petition DENIED.", "=Case considered closed."], "review_denied"),
    (S, [FILED, "Petition DENIED.", "Case considered closed."], "review_denied"),
    (S, [FILED, "Case considered closed."], ""),
    (S, [FILED, "Amended petition for a writ of certiorari filed.", "Petition DENIED."], "review_denied"),
    (S, [FILED, "Petition GRANTED.", f"Judgment REVERSED and case REMANDED. {OPINION}"], "reversed"),
    (S, [FILED, "Petition GRANTED limited to Question 1.", f"Judgment AFFIRMED. {OPINION}"], "affirmed"),
    (S, [FILED, "Petition GRANTED in part.", "Judgment AFFIRMED in part, VACATED in part."], "affirmed_in_part"),
    (S, [FILED, "Petition GRANTED.", "Judgment REVERSED.", "Judgment Issued."], "reversed"),
    (S, [FILED, "Petition GRANTED.", "Writ of certiorari DISMISSED as improvidently granted."], "dismissed_other"),
    (S, [PAUPER, "Judgment VACATED."], "vacated"),
    (S, [FILED, GVR], "vacated"),
    (S, [FILED, "Petition GRANTED.", "=Judgment VACATED and case REMANDED to the Fifth Circuit."], "vacated"),
    (S, ["Petition for a writ of mandamus filed.", "Petition for a writ of mandamus DENIED."], "writ_denied"),
    (S, [FILED, "Petition Dismissed - Rule 46."], "dismissed_other"),
    (C, [REVIEW, "Response to Petition filed", "Petition for Review disposed – Filing denied"], "review_denied"),
    (C, [REVIEW, REVIEW, *["Petition for Review disposed – Petition denied"] * 2], "review_denied"),
    (C, [REVIEW, f"Amended {REVIEW}", "Petition for Review disposed – Filing denied"], "review_denied"),
    (C, [REVIEW, "Petition for Review disposed – Filing granted", "Opinion issued – Reversed"], "reversed"),
    (C, ["Petition for Writ of Mandamus filed", "Petition for Writ of Mandamus disposed – Denied"], "writ_denied"),
    (T, [APPEAL, "Memorandum opinion issued – Affirmed", "Mandate issued"], "affirmed"),
    (T, [APPEAL, APPEAL, "Memorandum opinion issued – Affirmed"], "affirmed"),
    (T, [APPEAL, "Opinion issued – Abated", "Case reinstated", "Opinion issued – Affirmed"], "affirmed"),
    (T, [APPEAL, "Motion for leave disposed – Motion or Writ Denied", "Opinion issued – Affirmed"], "affirmed"),
    (T, [APPEAL, "Memorandum opinion issued – Appeal dismissed"], "appeal_dismissed"),
    (T, [APPEAL, "Opinion issued – Affirmed", "Opinion issued – Affirmed"], "affirmed"),
    (T, [APPEAL, APPEAL, "Case transferred from this court to another court of appeals"], "transferred"),
    (X, ["ACTION TAKEN – HC REMANDED TO TRIAL COURT", "ACTION TAKEN – HC denied W/O written order"], "writ_denied"),
    (X, ["PDR FILED", "PDR DISP – Granted", "FINAL DISP – Affirmed"], "affirmed"),
    (X, ["PDR FILED", "PDR DISP – Refused"], "review_denied"),
]  # fmt: skip
DOUBTED = [
    # one petition granted, another denied, in whatever order and words
    (S, [FILED, "Petition GRANTED.", "Petition DENIED."]),
    (S, [FILED, "Petition DENIED.", "Petition GRANTED."]),
    (S, [FILED, "Petition GRANTED.", "=Petition DENIED."]),
    (S, [FILED, "Petition GRANTED. Petition DENIED."]),
    (S, [FILED, "Petition of Ann Roe GRANTED.", "Petition DENIED."]),
    (S, [FILED, "Petition DENIED.", "Petition GRANTED limited to Question 1."]),
    (S, [PAUPER, "Petition DENIED."]),
    (S, [FILED, "Petition GRANTED.", "Petition Dismissed - Rule 46."]),
    (S, [FILED, "Judgment REVERSED.", "Petition GRANTED."]),
    (C, [REVIEW, "Petition for Review disposed – Filing granted", "Petition for Review disposed – Filing denied"]),
    (X, ["PDR DISP – Granted", "PDR DISP – Refused"]),
    # ends that differ
    (S, [FILED, "Petition DENIED.", "Judgment REVERSED."]),
    (S, [FILED, "Judgment REVERSED.", "=Judgment AFFIRMED."]),
    (S, [FILED, "Petition DENIED.", "Petition Dismissed - Rule 46."]),
    (S, [FILED, "Judgment AFFIRMED.", "Judgment VACATED and case REMANDED."]),
    (T, [APPEAL, "Memorandum opinion issued – Appeal dismissed", "Opinion issued – Affirmed"]),
    (T, [APPEAL, "Opinion issued – Affirmed", "Opinion issued – Reversed and Remanded"]),
    (T, [APPEAL, "Opinion issued – Affirmed", "Memorandum opinion issued – Motion or Writ Denied"]),
    (X, ["ACTION TAKEN – HC granted", "ACTION TAKEN – HC DISMISSED"]),
    # of a part, of one party
    (S, [FILED, "Petition DENIED as to petitioner Roe.", "Petition DENIED."]),
    (S, [FILED, "Petition DENIED as to Question 2.", "Judgment AFFIRMED."]),
    (S, [FILED, "Judgment VACATED as to petitioner Roe. Judgment AFFIRMED."]),
    (S, [FILED, "Judgment REVERSED. Affirmed as to respondent Poe."]),
    (S, [FILED, "Judgment VACATED and case REMANDED to the Fifth Circuit as to petitioner Roe."]),
    (S, [FILED, "Petition dismissed in part and denied in part.", "Petition DENIED."]),
    (S, [FILED, "Petition GRANTED. Judgment VACATED. The petition is otherwise denied."]),
    (S, [FILED, "The petition of Ann Roe is dismissed.", "Petition DENIED."]),
    (T, [APPEAL, "Opinion issued – Dismissed in part", "Opinion issued – Affirmed"]),
    (T, [APPEAL, "Opinion issued – Affirmed as to appellant Roe", "Opinion issued – Affirmed"]),
    (T, [APPEAL, "Order issued – Appeal of Ann Roe dismissed", "Opinion issued – Affirmed"]),
    (C, [REVIEW, "Petition for Review disposed – Denied in part", "Petition for Review disposed – Filing denied"]),
    # more than one petition, appeal or case
    (S, [FILED, "Petitions DENIED."]),
    (S, [FILED, "The petitions for writs of certiorari are denied."]),
    (S, [FILED, "Petition DENIED. Nos. 25-101 and 25-102."]),
    (S, [FILED, "Petition DENIED. (No. 25-102)"]),
    (S, [FILED, "Because the cases were consolidated, filings are docketed in one.", "Judgment REVERSED."]),
    (S, [FILED, "Consolidated with 25-102.", "Judgment REVERSED."]),
    (S, [FILED, "Conditional cross-petition for a writ of certiorari filed.", "Petition DENIED."]),
    (S, [FILED, FILED, "Petition DENIED."]),
    (C, [REVIEW, REVIEW, "Petition for Review disposed – Filing denied"]),
    (T, [APPEAL, "Notice of cross-appeal filed", "Memorandum opinion issued – Appeal dismissed"]),
    (T, [APPEAL, "Appeals consolidated", "Opinion issued – Affirmed"]),
    (X, ["PDR FILED – State", "PDR FILED – Appellant", "PDR DISP – Refused"]),
    # asked for again, taken back
    (S, [FILED, "Petition DENIED.", "Petition for Rehearing filed."]),
    (S, [FILED, "Petition DENIED.", "Rehearing GRANTED.", GVR]),
    (S, [FILED, "Judgment REVERSED.", "The opinion is withdrawn by the Court."]),
    (T, [APPEAL, "Opinion issued – Affirmed", "Motion for en banc reconsideration filed"]),
    (T, [APPEAL, "Opinion issued – Affirmed", "Order issued reinstating the appeal"]),
    # nothing is an end
    (S, [FILED, "Petition GRANTED."]),
    (S, [FILED, "Rehearing DENIED."]),
    (T, [APPEAL, "Mandate issued"]),
]  # fmt: skip


def docket_of(told: list[str]) -> list[tuple[date, str]]:
    entries, day = [], BEGUN
    for text in told:
        day += timedelta(days=0 if text.startswith("=") else 7)
        entries.append((day, text.removeprefix("=")))
    return entries


@pytest.mark.parametrize(("court", "told", "how"), TOLD)
def test_a_docket_whose_entries_agree_is_told_to_have_ended_so(court: str, told: list[str], how: str) -> None:
    for entries in (docket_of(told), docket_of(told)[::-1]):
        found = ending(court, entries)
        assert found
        assert found.disposition == how


@pytest.mark.parametrize(("court", "told"), DOUBTED)
def test_a_docket_whose_entries_leave_doubt_is_not(court: str, told: list[str]) -> None:
    assert ending(court, docket_of(told)) is None


@pytest.mark.parametrize(("court", "told"), DOUBTED)
def test_nor_in_another_order_of_its_lines(court: str, told: list[str]) -> None:
    assert ending(court, docket_of(told)[::-1]) is None


def test_what_differs_counts_without_a_day_too() -> None:
    entries: list[tuple[date | None, str]] = [(BEGUN, "Petition DENIED.")]
    assert ending(S, entries)
    assert ending(S, [*entries, (None, "Petition GRANTED.")]) is None
    assert ending(S, [*entries, (None, "Judgment REVERSED.")]) is None
