"""Periods in the federal courts. A row that was not read in the rule's text says so in its source."""

from dataclasses import replace
from datetime import date
from functools import partial

from docket.law.deadlines.marks import Mark
from docket.law.deadlines.periods.shape import FIELD, Period, Source, Tolling
from docket.law.deadlines.periods.shape import Purpose as P
from docket.law.deadlines.periods.shape import Trigger as T
from docket.law.deadlines.units import Direction, Unit

D, MONTHS, YEARS = Unit.DAYS, Unit.MONTHS, Unit.YEARS
BEFORE = Direction.BEFORE
SINCE_2009 = date(2009, 12, 1)  # before that day the periods were multiples of 10 days, not of 7

RULE_6C = Source(Mark.READ, "https://www.law.cornell.edu/rules/frcp/rule_6")
RULE_12 = Source(Mark.READ, "USCS Fed Rules Civ Proc R 12, advance.lexis.com")
RULE_12A2 = Source(Mark.READ, "Fed. R. Civ. P. 12(a)(2), (3), in a stored copy of the rules as restyled")
RULE_81C = Source(
    Mark.SECONDARY, "FRCP 81(c)(2)(C) quoted in a petition for certiorari, https://www.scotusgate.com (22-5604)"
)
RULE_12A4 = Source(Mark.SECONDARY, "https://courtdeadlines.com")
RULE_14 = Source(Mark.SECONDARY, "a course page that restates FRCP 14(a)(1)")
RULE_15 = Source(Mark.READ, "https://uslawessentials.com/civil-procedure/…/frcivp15/")
RULE_59 = Source(Mark.READ, "https://textbookdiscrimination.com/Rules/RCivP/US/0590")
RULE_4M = Source(Mark.READ, "https://www.ded.uscourts.gov/news/amendment-fed-r-civ-p-4m")
FRAP_4 = Source(Mark.READ, "https://uscode.house.gov, USC-prelim-title28a-node6-node12-rule4")
REMOVAL = Source(Mark.READ, "http://codes.lp.findlaw.com/uscode/28/IV/89/1446")
ONE_YEAR_CAP = Source(Mark.SECONDARY, "https://reallaw.us/2006/05/31/defending_class_actions_remova_2")
FAA_9 = Source(Mark.READ, "https://loreelawfirm.com (quoting 9 U.S.C. 9)")
FAA_12 = Source(Mark.READ, "61 Stat. 673, https://en.wikisource.org")
CFR_1903 = Source(Mark.SECONDARY, "https://stepo.ai/osha/1903/1903.22")

IN_STATE_COURTS = ("nm1006", "ccp12")
AWARDS = ("frcp6", "arb_calendar", "aaa", "jams", "icc_art3_4", "icdr", "uncitral", "lcia")
NOT_EXTENDABLE = "The court cannot extend it (FRCP 6(b)(2))."
NOT_ABROAD = "Not for service in a foreign country."
LEAST = "The least time that the request may give."

LAST_MOTION = "From the order on the last of the motions that FRAP 4(a)(4)(A) names."
# A motion under Rule 54 suspends it only by order (FRCP 58(e)); what a motion to reconsider is, staff decide.
TOLLING = Tolling(
    cite="FRAP 4(a)(4)(A)",
    motions={
        "mot.judgment_as_matter_of_law": "fed.jmol",
        "mot.new_trial": "fed.new_trial",
        "mot.alter_judgment": "fed.amend_judgment",
        "mot.relief_from_judgment": "fed.new_trial",
    },
    runs_again="",
    ends_it=("mot.new_trial",),
)

civil = partial(Period, counted_by="frcp6")
since_2009 = partial(civil, first=SINCE_2009)
appeal = partial(Period, counted_by="frap26", proposed_in=("frcp6",))

# fmt: off
PERIODS: tuple[Period, ...] = (
    # Answering
    since_2009("fed.answer", 21, D, T.SUMMONS_SERVED, "FRCP 12(a)(1)(A)(i)", "Answer", RULE_12,
               united_states="fed.answer.us", purpose=P.ANSWER),
    civil("fed.answer.waiver", 60, D, T.WAIVER_REQUEST_SENT, "FRCP 12(a)(1)(A)(ii)",
          "Answer after waiver of service", RULE_12, purpose=P.ANSWER),
    civil("fed.answer.waiver_abroad", 90, D, T.WAIVER_REQUEST_SENT, "FRCP 12(a)(1)(A)(ii)",
          "Answer after waiver of service, defendant outside any U.S. judicial district", RULE_12,
          purpose=P.ANSWER, on_request="A defendant outside any judicial district of the United States."),
    since_2009("fed.answer.counterclaim", 21, D, T.COUNTERCLAIM_SERVED, "FRCP 12(a)(1)(B)",
               "Answer to a counterclaim or crossclaim", RULE_12, service_adds=True, purpose=P.ANSWER),
    since_2009("fed.reply.ordered", 21, D, T.REPLY_ORDER_SERVED, "FRCP 12(a)(1)(C)",
               "Reply to an answer, where ordered", RULE_12, service_adds=True,
               note="Unless the order sets another time.", purpose=P.REPLY_TO_ANSWER),
    civil("fed.answer.us", 60, D, T.US_ATTORNEY_SERVED, "FRCP 12(a)(2), (3)",
          "Answer of the United States, its agency or officer", RULE_12A2,
          note="Runs from service on the U.S. attorney: check that this is the day. An officer sued individually: from "
          "service on the officer or the U.S. attorney, the later. Under the Freedom of Information Act 30 days "
          "(5 U.S.C. 552(a)(4)(C)).", purpose=P.ANSWER),
    since_2009("fed.answer.removed_service", 21, D, T.SERVED_BEFORE_REMOVAL, "FRCP 81(c)(2)(A), (B)",
               "Answer after removal", RULE_81C,
               note="The longest of 21 days from service and 7 days from the notice of removal: here the former.",
               purpose=P.ANSWER),
    since_2009("fed.answer.removed", 7, D, T.REMOVED_UNANSWERED, "FRCP 81(c)(2)(C)", "Answer after removal", RULE_81C,
               note="The longest of 21 days from service and 7 days from the notice of removal: here the latter, by "
               "the services that are recorded. An answer filed before the removal stands.", purpose=P.ANSWER),
    since_2009("fed.answer.after_motion", 14, D, T.RULE_12_MOTION_DECIDED, "FRCP 12(a)(4)(A)",
               "Responsive pleading after a Rule 12 motion is denied or postponed", RULE_12A4, purpose=P.ANSWER),
    since_2009("fed.more_definite", 14, D, T.MORE_DEFINITE_STATEMENT_SERVED, "FRCP 12(a)(4)(B)",
               "Responsive pleading to a more definite statement", RULE_12A2, service_adds=True, purpose=P.ANSWER),

    # Service of process
    civil("fed.service", 120, D, T.COMPLAINT_FILED, "FRCP 4(m)", "Service of summons and complaint", RULE_4M,
          last=date(2015, 11, 30), note=NOT_ABROAD, purpose=P.SERVICE),
    civil("fed.service", 90, D, T.COMPLAINT_FILED, "FRCP 4(m)", "Service of summons and complaint", RULE_4M,
          first=date(2015, 12, 1), note=NOT_ABROAD, purpose=P.SERVICE),
    civil("fed.waiver_return", 30, D, T.WAIVER_REQUEST_SENT, "FRCP 4(d)(1)(F)",
          "Return of the waiver of service", FIELD, note=LEAST,
          purpose=P.WAIVER, on_request="The time that the request gave for returning the waiver."),
    civil("fed.waiver_return_abroad", 60, D, T.WAIVER_REQUEST_SENT, "FRCP 4(d)(1)(F)",
          "Return of the waiver of service, defendant outside any U.S. judicial district", FIELD, note=LEAST,
          purpose=P.WAIVER, on_request="The same, for a defendant abroad."),

    # Pleadings
    since_2009("fed.amend_course", 21, D, T.PLEADING_SERVED_BY_PARTY, "FRCP 15(a)(1)(A)",
               "Amending a pleading as a matter of course", RULE_15,
               purpose=P.AMEND, on_request="A party may amend its pleading without leave."),
    since_2009("fed.amend_course_response", 21, D, T.RESPONSE_SERVED, "FRCP 15(a)(1)(B)",
               "Amending as a matter of course after a response or a Rule 12(b), (e) or (f) motion", RULE_15,
               service_adds=True, note="From the earlier, where both a pleading and a motion are served.",
               purpose=P.AMEND, on_request="A party may amend its pleading without leave."),
    since_2009("fed.respond_amended", 14, D, T.AMENDED_PLEADING_SERVED, "FRCP 15(a)(3)",
               "Response to an amended pleading", RULE_15, service_adds=True,
               note="Or within the time that remains for the original pleading, whichever is later.", purpose=P.ANSWER),
    since_2009("fed.third_party", 14, D, T.ANSWER_SERVED_BY_PARTY, "FRCP 14(a)(1)",
               "Third-party complaint without leave", RULE_14,
               purpose=P.THIRD_PARTY, on_request="A defendant may bring in a third party without leave."),
    since_2009("fed.jury", 14, D, T.LAST_PLEADING_SERVED, "FRCP 38(b)", "Demand for a jury", FIELD,
               purpose=P.JURY, on_request="If the issue may be tried to a jury and none was demanded."),

    # Motions
    since_2009("fed.motion_notice", 14, D, T.HEARING, "FRCP 6(c)(1)", "Motion and notice of hearing", RULE_6C,
               direction=BEFORE, note="Unless heard ex parte, or a rule or an order sets another time.",
               purpose=P.MOTION, on_request="If the motion is not served yet."),
    since_2009("fed.motion_affidavits", 7, D, T.HEARING, "FRCP 6(c)(2)", "Opposing affidavits", FIELD,
               direction=BEFORE, purpose=P.OPPOSITION),

    # After judgment
    since_2009("fed.jmol", 28, D, T.JUDGMENT_ENTERED, "FRCP 50(b)",
               "Renewed motion for judgment as a matter of law", FIELD, note=NOT_EXTENDABLE,
               purpose=P.JMOL, on_request="After a jury trial."),
    since_2009("fed.new_trial", 28, D, T.JUDGMENT_ENTERED, "FRCP 59(b)", "Motion for a new trial", RULE_59,
               note=NOT_EXTENDABLE, purpose=P.NEW_TRIAL),
    since_2009("fed.amend_judgment", 28, D, T.JUDGMENT_ENTERED, "FRCP 59(e)",
               "Motion to alter or amend the judgment", RULE_59, note=NOT_EXTENDABLE, purpose=P.AMEND_JUDGMENT),
    civil("fed.fees", 14, D, T.JUDGMENT_ENTERED, "FRCP 54(d)(2)(B)", "Motion for attorney's fees", FIELD,
          purpose=P.FEES, on_request="If fees may be claimed by motion."),
    civil("fed.relief", 1, YEARS, T.JUDGMENT_ENTERED, "FRCP 60(c)(1)",
          "Motion for relief from the judgment on grounds (1) to (3)", FIELD,
          purpose=P.RELIEF, on_request="A motion under Rule 60(b)(1) to (3)."),
    appeal("fed.appeal", 30, D, T.JUDGMENT_ENTERED, "FRAP 4(a)(1)(A)", "Notice of appeal", FRAP_4,
           tolled_by=replace(TOLLING, runs_again="fed.appeal.after_motion"), united_states="fed.appeal_us",
           purpose=P.APPEAL),
    appeal("fed.appeal_us", 60, D, T.JUDGMENT_ENTERED, "FRAP 4(a)(1)(B)",
           "Notice of appeal, the United States, its agency or officer being a party", FRAP_4,
           tolled_by=replace(TOLLING, runs_again="fed.appeal_us.after_motion"), purpose=P.APPEAL),
    appeal("fed.appeal.after_motion", 30, D, T.TOLLING_MOTION_DECIDED, "FRAP 4(a)(1)(A), (4)(A)",
           "Notice of appeal", FRAP_4, note=LAST_MOTION, purpose=P.APPEAL),
    appeal("fed.appeal_us.after_motion", 60, D, T.TOLLING_MOTION_DECIDED, "FRAP 4(a)(1)(B), (4)(A)",
           "Notice of appeal, the United States, its agency or officer being a party", FRAP_4, note=LAST_MOTION,
           purpose=P.APPEAL),

    # Removal and remand
    civil("fed.removal", 30, D, T.REMOVABLE_PLEADING_RECEIVED, "28 U.S.C. 1446(b)",
          "Notice of removal", REMOVAL, proposed_in=IN_STATE_COURTS,
          purpose=P.REMOVAL, on_request="If the action could have been brought in a federal court."),
    civil("fed.removal_cap", 1, YEARS, T.COMPLAINT_FILED, "28 U.S.C. 1446(c)(1)",
          "Removal for diversity, at the latest", ONE_YEAR_CAP, proposed_in=IN_STATE_COURTS,
          note="Unless the plaintiff acted in bad faith to prevent removal.",
          purpose=P.REMOVAL, on_request="If the action could be removed for diversity."),
    civil("fed.remand_motion", 30, D, T.NOTICE_OF_REMOVAL_FILED, "28 U.S.C. 1447(c)",
          "Motion to remand for a defect in the removal", FIELD,
          note="Want of subject-matter jurisdiction may be raised at any time.", purpose=P.REMAND),

    # Arbitral awards in court
    civil("faa.confirm", 1, YEARS, T.AWARD_MADE, "9 U.S.C. 9", "Application to confirm an award", FAA_9,
          proposed_in=AWARDS, purpose=P.CONFIRM),
    civil("faa.vacate", 3, MONTHS, T.AWARD_DELIVERED, "9 U.S.C. 12",
          "Notice of a motion to vacate, modify or correct an award", FAA_12, proposed_in=AWARDS, purpose=P.VACATE),

    # Agencies
    Period("osh.contest", 15, Unit.COURT_DAYS, T.CITATION_RECEIVED, "29 U.S.C. 659(a)",
           "Notice of contest of a workplace-safety citation", CFR_1903, counted_by="osh1903",
           note="Working days. A State that runs its own plan sets its own period.", purpose=P.CONTEST),
)
# fmt: on
