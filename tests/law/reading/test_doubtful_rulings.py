"""Rulings that words beside the verb take back, narrow or give to something else: said exactly so, or not at all."""

import pytest

from docket.law.reading import read_line

# What is said besides, and the outcomes that may be told; {} is silence, also where an entry is named.
QUALIFIED: list[tuple[str, dict[str, str]]] = [
    ("ORDER tentatively granting 12 Motion to Dismiss", {}),
    ("ORDER: 12 Motion to Dismiss is tentatively DENIED.", {}),
    ("ORDER: The Court's tentative decision is that 12 Motion to Dismiss is DENIED.", {}),
    ("ORDER temporarily granting 12 Motion to Seal pending response", {}),
    ("ORDER: 12 Motion to Approve is preliminarily GRANTED pending hearing.", {}),
    ("ORDER: 12 Motion to Dismiss is hereby conditionally GRANTED.", {}),
    ("Order Provisionally Granting Motion to Seal (Related Doc # 12)", {}),
    ("Interim Order Granting Motion to Use Cash Collateral (Related Doc # 12)", {}),
    ("ORDER largely denying 12 Motion to Compel", {}),
    ("ORDER partially granting 12 Motion to Compel", {"12": "granted_in_part"}),
    ("Order Partially Granting Motion to Compel (Related Doc # 12)", {"12": "granted_in_part"}),
    ("ORDER granting 12 Motion to Compel and denying it in all other respects", {"12": "granted_in_part"}),
    (
        "ORDER granting 12 Motion to Dismiss as to Count I and denying in all other respects",
        {"12": "granted_in_part"},
    ),
    ("ORDER granting 12 Motion to Compel but denying sanctions", {}),
    ("ORDER granting 12 Motion to Compel as to interrogatories; denying as to documents", {"12": "granted_in_part"}),
    ("ORDER: 12 Motion to Stay is MOOT only in part.", {}),
    ("ORDER granting 12 Motion to Sell unless an objection is filed by May 1", {}),
    ("ORDER granting 12 Motion to Sell absent objection by May 1", {}),
    ("ORDER: 12 Motion to Sell is GRANTED effective May 1 absent objection by April 1.", {}),
    ("ORDER: 12 Motion to Sell is GRANTED subject to plaintiff's objection by May 1.", {}),
    ("ORDER granting 12 Motion to Sell, absent objection", {"12": "granted"}),
    ("ORDER denying in part 12 Motion to Compel", {}),
    ("ORDER: 12 Motion GRANTED? Parties to brief.", {}),
]
SOMEBODY_ELSE: list[tuple[str, dict[str, str]]] = [
    ("ORDER: The parties' agreement that 12 Motion to Stay is GRANTED is rejected.", {}),
    ("ORDER: Plaintiff believes that 12 Motion to Stay is DENIED.", {}),
    ("ORDER: Counsel reports that 12 Motion to Stay is GRANTED by the state court.", {}),
    ("ORDER: None of 12 Motion to Stay and 13 Motion to Seal is GRANTED.", {}),
    ("ORDER suspending ruling granting 12 Motion to Stay", {}),
    ("ORDER affirming decision denying 12 Motion to Stay", {}),
    ("ORDER reversing magistrate's decision denying 12 Motion to Stay", {}),
    ("ORDER denying request to find 12 Motion to Stay moot", {}),
    ("ORDER: It is ordered that 12 Motion to Stay is GRANTED.", {"12": "granted"}),
    ("ORDER: The Court finds that 12 Motion to Stay is DENIED.", {"12": "denied"}),
]
SOMETHING_ELSE: list[tuple[str, dict[str, str]]] = [
    ("ORDER on 12 Motion to Dismiss: hearing granted", {}),
    ("ORDER on 12 Motion to Dismiss: extension granted", {}),
    ("ORDER on 12 Motion to Dismiss: bail denied", {}),
    ("ORDER on 12 Motion for Bail: bail denied", {"12": "denied"}),
    ("ORDER re 12 Motion to Dismiss. Leave to amend is GRANTED.", {}),
    ("ORDER re 12 Motion to Dismiss. The request for sanctions is DENIED.", {}),
    ("ORDER re 12 Motion to Dismiss: request to appear by telephone GRANTED", {}),
    ("ORDER re 12 Motion to Stay. The motion to stay is GRANTED.", {"12": "granted"}),
    ("MINUTE ENTRY: government's motion to deny 12 Motion to Suppress is GRANTED.", {}),
    ("MINUTE ENTRY: government's motion to strike 12 Motion to Suppress is GRANTED.", {}),
    ("MINUTE ENTRY: motion for reconsideration of denial of 12 Motion to Suppress is GRANTED.", {}),
    ("MINUTE ENTRY: motion to withdraw 12 Motion to Suppress is GRANTED.", {}),
    ("MINUTE ENTRY: Motion to Strike [12] Motion to Dismiss is DENIED.", {}),
    ("MINUTE ENTRY: motion to strike motion to dismiss (12) is GRANTED.", {}),
    ("MINUTE ENTRY: motion to continue (12) is GRANTED.", {"12": "granted"}),
    ("MINUTE ENTRY: motion to extend time for pretrial motions [12] is GRANTED.", {"12": "granted"}),
    ("ORDER granting stipulation to continue motion [12]", {}),
    ("ORDER granting request for hearing on motion [12]", {}),
    ("ORDER granting extension of time to reply to motion [12]", {}),
    ("ORDER granting relief from motion [12]", {}),
    ("ORDER granting motion to continue [12]", {"12": "granted"}),
    ("ORDER granting 6 Motion to Stay. Oral argument on 7 Motion to Seal denied.", {"6": "granted"}),
    ("ORDER granting 6 Motion to Stay. Opposition to 7 Motion to Seal is overruled.", {"6": "granted"}),
    ("ORDER: Leave to file reply re 7 Motion to Seal is DENIED", {}),
    ("ORDER: Extension re 7 Motion to Seal is GRANTED", {}),
    ("ORDER: Oral motion GRANTED re 7 Motion to Seal", {}),
    ("ORDER denied as to 3 Motion to Stay, granted as to 4 Motion to Seal", {}),
    ("ORDER: Granted are 3 Motion to Stay and 4 Motion to Seal. Denied is 5 Motion to Strike.", {}),
]
NEXT_SENTENCE: list[tuple[str, dict[str, str]]] = [
    ("ORDER granting 12 Motion to Stay and 13 Motion to Seal is to be heard", {"12": "granted"}),
    ("ORDER granting 12 Motion to Stay; 14 Motion to Seal will be decided later", {"12": "granted"}),
    ("ORDER granting 12 Motion to Stay, 14 Motion to Seal is set for hearing", {"12": "granted"}),
    ("ORDER granting 12 Motion to Stay; 14 Motion to Seal to be decided after hearing", {"12": "granted"}),
    ("ORDER granting 12 Motion to Stay, 13 Motion to Seal having been withdrawn", {"12": "granted"}),
    (
        "ORDER granting 12 Motion to Stay, 13 Motion to Seal; 14 Motion to Strike is set for hearing",
        {"12": "granted", "13": "granted"},
    ),
    (
        "ORDER granting 50 Motion for Reconsideration; upon reconsideration, 12 Motion to Dismiss is DENIED",
        {"50": "granted", "12": "denied"},
    ),
    ("ORDER granting defendant's motion (12), plaintiff's motion (13) is denied", {"12": "granted"}),
    ("ORDER granting 12 Motion to Stay and 13 Motion to Seal", {"12": "granted", "13": "granted"}),
]
FORMS: list[tuple[str, dict[str, str]]] = [
    ("ORDER: 12 Motion to Stay: GRANTED ___ DENIED _X_", {}),
    ("ORDER: 12 Motion to Stay is ☐ GRANTED ☒ DENIED", {}),
    ("ORDER: 12 Motion to Stay ( ) granted (X) denied", {}),
    ("ORDER: 12 Motion to Stay GRANTED/DENIED", {}),
    ("ORDER granting/denying 12 Motion to Stay", {}),
    ("ORDER granting/denying in part 12 Motion to Stay", {}),
]


@pytest.mark.parametrize(("text", "outcomes"), [*QUALIFIED, *SOMEBODY_ELSE, *SOMETHING_ELSE, *NEXT_SENTENCE, *FORMS])
def test_it_says_an_outcome_only_where_nothing_beside_the_verb_speaks_against_it(text: str, outcomes: dict[str, str]):
    read = {link.target: str(link.outcome) for link in read_line(text).links if link.outcome}
    assert read == outcomes
