"""What an order rules on, by its words: each line an instance of a way in which a first verb per line misleads."""

import pytest

from docket.law.reading import read_line, ruled_on

RULINGS = [
    ("MEMORANDUM in Response to 10 MOTION to Dismiss for Failure to State a Claim filed by X.", "responds_to:10"),
    (
        "ORDER. The Court will hold a teleconference to discuss Defendant's pending motion to dismiss, Dkt. No. 10, on May 3, 2021 at 1:00 p.m.",
        "refers_to:10",
    ),
    (
        "ORDER granting 21 Motion to Withdraw 20 MOTION for Summary Judgment. Signed by Judge Roe.",
        "rules_on:21=granted refers_to:20",
    ),
    ("ORDER VACATING 31 Order granting 30 Motion to Compel. Signed by Judge Roe.", "vacates:31 refers_to:30"),
    (
        "ORDER granting 41 Motion for Leave to Substitute Document. The clerk is directed to replace R. Doc. 40 with 41-2. Signed",
        "rules_on:41=granted refers_to:40",
    ),
    (
        "ORDER re 50 MOTION for Sanctions: the motion will be denied unless defendant files a brief by 8/4/2021. Signed",
        "refers_to:50",
    ),
    (
        "Order Granting Motion to Extend Time to File Schedules (Related Doc # 5 ), Denying Motion to Dismiss Case (Related Doc # 6 ) Signed on 3/9/2021. (abc)",
        "rules_on:5=granted rules_on:6=denied",
    ),
    (
        "Order for Emergency Hearing on Motion (I) Approving Auction Sale of Property; (II) Granting Related Relief (RE: related document(s) 12 Motion to Sell filed by Debtor Acme, Inc.). Hearing scheduled for 3/20/2021 at 10:00 AM. (abc)",
        "refers_to:12",
    ),
    (
        "Declaration of Ann Roe in Support of Opposition to Motion for Restitution (Related document(s) 20 Motion, 21 Opposition). Filed by Debtor",
        "refers_to:20 supports:21",
    ),
    ("Debtor's Opposition to Motion for Restitution (Related document(s) 20 Motion). Filed by Debtor", "opposes:20"),
    ("DEFAULT JUDGMENT DENIED re 6 MOTION for Default Judgment. Signed by Judge", "rules_on:6=denied"),
    (
        "Minute Entry: Motion hearing held re 9 MOTION to Stay. Court hears argument; motion is not granted.",
        "refers_to:9",
    ),
    ("ORDER granting Defendant's 4 Motion to Seal. Signed by Judge", "rules_on:4=granted"),
    ("ORDER granting Defendants' 84 Motion", "rules_on:84=granted"),
    ("INDICTMENT as to Jo Roe (1) count(s) 1, 2-3, 4, 5-20. (xyz)", ""),
    ("JUDGMENT as to Jo Roe (1), Count(s) 1, 4, 24 months custody; Count(s) 2-3, 5-20, dismissed. (xyz)", ""),
    ("PLEA entered by Jo Roe. Court accepts plea. Guilty: Jo Roe (1) count(s) 1, 4 (xyz)", ""),
    (
        "ORDER: 46 motion is GRANTED in its entirety. 49 is DENIED. 47 is GRANTED.",
        "rules_on:46=granted rules_on:49=denied rules_on:47=granted",
    ),
    (
        "ORDER. 46 motion to seal is GRANTED, 49 motion is DENIED and 47 motion is GRANTED.",
        "rules_on:46=granted rules_on:49=denied rules_on:47=granted",
    ),
    (
        "ORDER: Motion to Seal (Doc. 4) is DENIED. Motion to Strike (Doc. 5) is GRANTED.",
        "rules_on:4=denied rules_on:5=granted",
    ),
    ("ORDER granting 118 Motion for Extension to Reply to 101 Motion for Fees", "rules_on:118=granted refers_to:101"),
    ("Order granting Motion to extend time (re 16 Motion for relief)", "refers_to:16"),
    ("ORDER granting Motion to Dismiss (5), denying Motion to Strike (6)", "rules_on:5=granted rules_on:6=denied"),
    ("ORDER granting (5) Motion to Dismiss; denying (6) Motion to Strike", "rules_on:5=granted rules_on:6=denied"),
    ("ORDER denying as moot (95) Motion to Dismiss in case 1:21-cv-01234-XYZ", "rules_on:95=denied_as_moot"),
    (
        "MINUTE entry: Motion hearing held on 9/28/2017. Plaintiff's motion for leave to file third amended complaint [63] is granted. Motions [30], [33] and [61] are denied without prejudice.",
        "rules_on:63=granted rules_on:30=denied_without_prejudice rules_on:33=denied_without_prejudice rules_on:61=denied_without_prejudice",
    ),
    ("ORDER: Having considered 5 Motion to Stay, 6 Motion to Seal is denied.", "refers_to:5 rules_on:6=denied"),
    ("ORDER re 5 Motion to Compel. Proposed: the motion is granted if no objection is filed.", "refers_to:5"),
    ("ORDER re 5 Motion to Compel. The Court recommends that the motion be denied.", "refers_to:5"),
    ("ORDER referring 5 Motion to Compel to Magistrate Judge Roe", "refers_to:5"),
    ("ORDER shortening time for response to 5 Motion to Compel", "refers_to:5"),
    ("ORDER continuing hearing on 5 Motion to Compel", "refers_to:5"),
    (
        "ORDER granting 5 Motion to Vacate 4 Order granting 3 Motion to Dismiss",
        "rules_on:5=granted refers_to:4 refers_to:3",
    ),
    ("ORDER denying 5 Motion for Reconsideration re 4 Order on Motion to Dismiss", "rules_on:5=denied refers_to:4"),
    (
        "ORDER granting in part and denying in part 5 Motion to Compel; granting 6 Motion to Seal",
        "rules_on:5=granted_in_part rules_on:6=granted",
    ),
    (
        "ORDER: The motion to compel (Doc. 5) is GRANTED as to interrogatory 1 and DENIED as to the rest.",
        "rules_on:5=granted_in_part",
    ),
    ("ORDER: Motion 5 is GRANTED; Motion 6 is DENIED.", "rules_on:5=granted rules_on:6=denied"),
    (
        "ORDER granting 5 Motion for Leave to File Sur-Reply in Opposition to 3 Motion and denying 6 Motion to Strike 5 Motion for Leave",
        "rules_on:5=granted refers_to:3 rules_on:6=denied",
    ),
    ("ORDER: the order granting 5 Motion is reversed.", "refers_to:5"),
    (
        "ORDER denying 5 Motion to Dismiss as moot and granting 7 Motion to Amend",
        "rules_on:5=denied_as_moot rules_on:7=granted",
    ),
    ("Order Granting Application to Employ (Related Doc # 9)", "rules_on:9=granted"),
    ("Order Denying Motion to Allow Claim 12 (Related Doc # 9)", "rules_on:9=denied"),
    ("ORDER: Plaintiff's response (Doc. 9) to the motion to dismiss (Doc. 7) is stricken.", "refers_to:9 refers_to:7"),
    ("ORDER: [12] Motion to Compel and [14] Motion for Sanctions are DENIED.", "rules_on:12=denied rules_on:14=denied"),
    (
        "TEXT ORDER: Defendant's unopposed 12 Motion for Extension of Time is GRANTED. Response to 10 Motion due 4/1.",
        "rules_on:12=granted refers_to:10",
    ),
    (
        "ORDER GRANTING PLAINTIFF'S MOTION FOR SUMMARY JUDGMENT [12] AND DENYING DEFENDANT'S MOTION FOR SUMMARY JUDGMENT [14]",
        "rules_on:12=granted rules_on:14=denied",
    ),
    (
        "ORDER denying Motion for Relief (related document(s): 5 Motion, 6 Response filed by A)",
        "rules_on:5=denied refers_to:6",
    ),
    ("Order Vacating Order Granting Motion for Relief (Related Doc # 30)", "vacates:30"),
    ("ORDER vacating hearing on 5 Motion to Compel", "refers_to:5"),
    (
        "ORDER granting 5 MOTION to Stay pending ruling on 3 MOTION to Dismiss and 4 MOTION to Transfer",
        "rules_on:5=granted refers_to:3 refers_to:4",
    ),
    ("ORDER terminating 5 Motion to Compel; granting 6 Motion to Withdraw", "refers_to:5 rules_on:6=granted"),
    ("JUDGMENT: 5 Motion for Summary Judgment is GRANTED", "rules_on:5=granted"),
    (
        "ORDER: The Court GRANTS 12 Motion to Seal and DENIES 13 Motion to Strike.",
        "rules_on:12=granted rules_on:13=denied",
    ),
    (
        "ORDER: For the reasons stated in open court, the Court hereby GRANTS Defendant's Motion to Dismiss (Doc. 12).",
        "rules_on:12=granted",
    ),
    ("ORDER: Defendant seeks an order granting 12 Motion.", "refers_to:12"),
    ("ORDER denying without prejudice 12 Motion to Seal", "rules_on:12=denied_without_prejudice"),
    ("ORDER ADOPTING 40 REPORT AND RECOMMENDATIONS, granting 30 Motion to Dismiss", "refers_to:40 rules_on:30=granted"),
    (
        "ORDER adopting Report and Recommendations re 30 Motion to Dismiss; motion is granted; case dismissed",
        "rules_on:30=granted",
    ),
    ("ENDORSED ORDER denying 12 Motion; 13 Motion to Stay. Signed", "rules_on:12=denied rules_on:13=denied"),
    # an objection, a claim and a plan are not the motion beside them
    ("Hearing Held (RE: related document(s) 5 Motion for Relief filed by Roe). Objection overruled.", "refers_to:5"),
    ("Hearing Held re 5 Motion to Sell. Debtor's objection is sustained.", "refers_to:5"),
    ("Hearing Held re 5 Motion to Sell. Objections are overruled. Motion granted.", "rules_on:5=granted"),
    (
        "Order Overruling Objection to Motion for Relief (RE: related document(s) 5 Motion for Relief filed by Roe)",
        "refers_to:5",
    ),
    ("Order Overruling Objection to Motion for Relief (Related Doc # 5). Signed on 1/2/2020.", "refers_to:5"),
    ("Order Sustaining Objection to Claim (Related Doc # 33). Signed on 1/2/2020.", "rules_on:33=granted"),
    (
        "Order Sustaining Objection to Confirmation (RE: related document(s) 2 Chapter 13 Plan, 14 Objection to Plan)",
        "refers_to:2 rules_on:14=granted",
    ),
    ("Order Disallowing Claim 1 (RE: related document(s) 33 Objection to Claim filed by Trustee).", "refers_to:33"),
    ("ORDER re 20 Objection to Claim filed by Trustee. The claim is allowed.", "refers_to:20"),
    (
        "Order Granting Motion to Sell (RE: related document(s) 33 Motion to Sell filed by Roe, 35 Objection filed by Poe)",
        "rules_on:33=granted refers_to:35",
    ),
    ("Order Striking Objection to Motion (related document(s) 5 Motion).", "refers_to:5"),
    # of several in one bracket the one that the words name
    (
        "Order Confirming Chapter 13 Plan as Last Amended (RE: related document(s) 27 Amended Chapter 13 Plan filed by "
        "Debtor Roe, 19 Amended Chapter 13 Plan filed by Debtor Roe, 2 Chapter 13 Plan filed by Debtor Roe).",
        "rules_on:27=granted refers_to:19 refers_to:2",
    ),
    (
        "Order Granting Motion to Shorten Time (RE: 43 Motion for Relief Stay, 44 Motion to Shorten Time). Signed",
        "refers_to:43 rules_on:44=granted",
    ),
    (
        "Order Granting Motion to Shorten Notice and setting Hearing on Motion to Extend (Related document # 134 )",
        "refers_to:134",
    ),
    # the forms of single courts
    (
        "District Judge Ann Roe: ELECTRONIC ORDER entered granting 10 Motion for Extension of Time to Answer.",
        "rules_on:10=granted",
    ),
    ("Judge Ann B. Roe: ORDER entered denying 10 Motion to Dismiss.", "rules_on:10=denied"),
    ("(E)Order Withdrawing Motion for Relief from Stay (Related Doc # 55). Signed", "rules_on:55=withdrawn"),
    ("Order Confirming Chapter 13 Plan (RE: 9 Chapter 13 Plan/Modified Plan). Signed", "rules_on:9=granted"),
    ("Order Scheduling (RE: 43 Motion for Relief Stay). Hearing continued on 1/29/2010.", "refers_to:43"),
    ("LETTER SENT granting motion to extend time to file brief [19] filed by Mr. Roe", "rules_on:19=granted"),
    (
        "ORDER: 1. The parties' Agreed Motion to Stay [R. 11 ] is GRANTED; 2. This action is STAYED",
        "rules_on:11=granted",
    ),
    (
        "ORDER, UPON CONSIDERATION OF THE JOINT MOTION FOR EXTENSION OF TIME (DOC. NO. 5 ) TO PLAINTIFFS COMPLAINT (DOC. "
        "NO. 1 ) IT IS HEREBY ORDERED THAT THE MOTION IS DENIED WITHOUT PREJUDICE FOR FAILURE TO SHOW CAUSE.",
        "rules_on:5=denied_without_prejudice refers_to:1",
    ),
    (
        "ENDORSED ORDER granting Defendants' motion for extension of time to respond to the Complaint. (Doc. # 9 ). Signed",
        "rules_on:9=granted",
    ),
    (
        "ORDER Reserving Ruling on 284 MOTION for New Trial filed by Ann Roe and 285 Renewed MOTION for Judgment filed",
        "rules_on:284=deferred rules_on:285=deferred",
    ),
    ("MINUTE entry before Judge Roe: Plaintiffs' motion for judgment [8] is withdrawn.", "rules_on:8=withdrawn"),
    (
        "Order of the Court Granting the Motion to Change Venue. So ORDERED by /s/ Roe. (related document(s) 8 )",
        "rules_on:8=granted",
    ),
    (
        "Order Denying for the Reasons Stated Motion to Extend Stay (Related Doc # 15. Signed on 7/18/2007. (Roe, L)",
        "rules_on:15=denied",
    ),
]


@pytest.mark.parametrize(("text", "said"), RULINGS)
def test_an_order_rules_only_on_what_its_verbs_govern(text: str, said: str):
    found = [
        f"{link.kind}:{link.target}" + (f"={link.outcome}" if link.outcome else "") for link in read_line(text).links
    ]
    assert sorted(found) == sorted(said.split())


OPPOSITE = {"granted": "denied", "denied": "granted"}
ONE_MOTION = [
    "ORDER {verb}ing {number} Motion to Compel",
    "ORDER {verb}ing Defendants' {number} Motion to Compel",
    "ORDER: {number} motion to compel is {done}.",
    "ORDER: Motion to compel (Doc. {number}) is {done}.",
    "ORDER. The motion to compel, ECF No. {number}, is hereby {done}.",
    "Order {verb}ing Motion to Compel (Related Doc # {number})",
]


@pytest.mark.parametrize("first", ONE_MOTION)
@pytest.mark.parametrize("second", ONE_MOTION)
def test_two_rulings_in_one_order_never_change_places(first: str, second: str):
    one = first.format(verb="grant", done="GRANTED", number=5)
    other = second.format(verb="deny", done="DENIED", number=8)
    text = f"{one.rstrip('.')}. {other.removeprefix('ORDER: ').removeprefix('ORDER. ').removeprefix('ORDER ').capitalize()}"
    outcomes = {link.target: link.outcome for link in read_line(text).links}
    assert outcomes.get("5", "") in ("granted", "")
    assert outcomes.get("8", "") in ("denied", "")


@pytest.mark.parametrize(
    "mood",
    [
        "is not {done}",
        "will be {done} unless Roe objects",
        "was {done} on 3/1/2020",
        "would be {done}",
        "may be {done}",
        "should be {done}",
        "has been {done} by another court",
        "is {done} if Roe pays",
        "cannot be {done}",
        "is to be {done} only upon a showing",
        "had been {done}",
    ],
)
@pytest.mark.parametrize("done", ["GRANTED", "denied", "allowed"])
def test_what_is_supposed_or_was_is_no_ruling(mood: str, done: str):
    text = f"ORDER re 5 Motion to Compel. The motion {mood.format(done=done)}."
    assert all(not link.outcome for link in read_line(text).links)


SEVERAL = "Order Denying Motion to Bar (related document(s) 400, 409 ) Order Signed on 12/18/2009."


@pytest.mark.parametrize(
    ("types", "ruled"),
    [
        ({"400": "", "409": ""}, {}),
        ({"400": "order.order", "409": "mot.motion"}, {"409": "denied"}),
        ({"400": "brief.declaration", "409": ""}, {}),
        ({"400": "", "409": "mot.motion"}, {"409": "denied"}),
    ],
)
def test_of_several_numbers_for_one_motion_only_a_known_motion_is_ruled_on(
    types: dict[str, str], ruled: dict[str, str]
):
    found = ruled_on(read_line(SEVERAL).links, lambda target: types[target])
    assert {link.target: link.outcome for link in found if link.kind == "rules_on"} == ruled
