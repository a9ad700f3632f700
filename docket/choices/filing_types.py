"""Types of filing, as dotted codes: the part before the dot is the group."""

from django.db.models import TextChoices


class FilingType(TextChoices):
    """What a line of the docket is. A court's own code or wording is kept beside it."""

    # initiating
    INIT_COMPLAINT = "init.complaint", "Complaint"
    INIT_AMENDED_COMPLAINT = "init.amended_complaint", "Amended complaint"
    INIT_SUPPLEMENTAL_COMPLAINT = "init.supplemental_complaint", "Supplemental complaint"
    INIT_THIRD_PARTY_COMPLAINT = "init.third_party_complaint", "Third-party complaint"
    INIT_CROSS_COMPLAINT = "init.cross_complaint", "Cross-complaint"
    INIT_COUNTERCLAIM = "init.counterclaim", "Counterclaim"
    INIT_CROSSCLAIM = "init.crossclaim", "Crossclaim"
    INIT_COMPLAINT_IN_INTERVENTION = "init.complaint_in_intervention", "Complaint in intervention"
    INIT_PETITION = "init.petition", "Petition"
    INIT_PETITION_COMPEL_ARBITRATION = "init.petition_compel_arbitration", "Petition to compel arbitration"
    INIT_PETITION_CONFIRM_AWARD = "init.petition_confirm_award", "Petition to confirm an award"
    INIT_PETITION_VACATE_AWARD = "init.petition_vacate_award", "Petition to vacate or modify an award"
    INIT_PETITION_WRIT = "init.petition_writ", "Petition for a writ"
    INIT_PETITION_REVIEW = "init.petition_review", "Petition for review"
    INIT_PETITION_CERTIORARI = "init.petition_certiorari", "Petition for certiorari"
    INIT_BANKRUPTCY_PETITION = "init.bankruptcy_petition", "Bankruptcy petition"
    INIT_NOTICE_OF_REMOVAL = "init.notice_of_removal", "Notice of removal"
    INIT_NOTICE_OF_APPEAL = "init.notice_of_appeal", "Notice of appeal"
    INIT_COVER_SHEET = "init.cover_sheet", "Civil cover sheet"
    INIT_SUMMONS_REQUEST = "init.summons_request", "Request for summons"
    # service
    SVC_SUMMONS = "svc.summons", "Summons issued"
    SVC_PROOF_OF_SERVICE = "svc.proof_of_service", "Proof of service"
    SVC_WAIVER_OF_SERVICE = "svc.waiver_of_service", "Waiver of service"
    SVC_ACKNOWLEDGMENT_OF_RECEIPT = "svc.acknowledgment_of_receipt", "Acknowledgment of receipt"
    SVC_CERTIFICATE_OF_SERVICE = "svc.certificate_of_service", "Certificate of service"
    SVC_SUBSTITUTED_SERVICE = "svc.substituted_service", "Declaration of substituted service"
    # responsive pleading
    RESP_ANSWER = "resp.answer", "Answer"
    RESP_AMENDED_ANSWER = "resp.amended_answer", "Amended answer"
    RESP_ANSWER_AND_COUNTERCLAIM = "resp.answer_and_counterclaim", "Answer and counterclaim"
    RESP_ANSWER_TO_COUNTERCLAIM = "resp.answer_to_counterclaim", "Answer to counterclaim"
    RESP_ANSWER_TO_CROSSCLAIM = "resp.answer_to_crossclaim", "Answer to crossclaim"
    RESP_ANSWER_TO_THIRD_PARTY_COMPLAINT = (
        "resp.answer_to_third_party_complaint",
        "Answer to a third-party claim",
    )
    RESP_GENERAL_DENIAL = "resp.general_denial", "General denial"
    RESP_REPLY_TO_ANSWER = "resp.reply_to_answer", "Reply to answer"
    RESP_DISCLAIMER = "resp.disclaimer", "Disclaimer"
    RESP_DEMURRER = "resp.demurrer", "Demurrer"
    RESP_MOTION_TO_STRIKE = "resp.motion_to_strike", "Motion to strike (California)"
    # motion
    MOT_MOTION = "mot.motion", "Motion"
    MOT_DISMISS = "mot.dismiss", "Motion to dismiss"
    MOT_MORE_DEFINITE_STATEMENT = "mot.more_definite_statement", "Motion for a more definite statement"
    MOT_STRIKE = "mot.strike", "Motion to strike"
    MOT_JUDGMENT_ON_PLEADINGS = "mot.judgment_on_pleadings", "Motion for judgment on the pleadings"
    MOT_COMPEL_ARBITRATION = "mot.compel_arbitration", "Motion to compel arbitration"
    MOT_REMAND = "mot.remand", "Motion to remand"
    MOT_TRANSFER = "mot.transfer", "Motion to transfer"
    MOT_CHANGE_OF_VENUE = "mot.change_of_venue", "Motion for change of venue"
    MOT_SUMMARY_JUDGMENT = "mot.summary_judgment", "Motion for summary judgment"
    MOT_PARTIAL_SUMMARY_JUDGMENT = "mot.partial_summary_judgment", "Motion for partial summary judgment"
    MOT_DEFAULT_JUDGMENT = "mot.default_judgment", "Motion for default judgment"
    MOT_ENTRY_OF_DEFAULT = "mot.entry_of_default", "Request for entry of default"
    MOT_AMEND = "mot.amend", "Motion for leave to amend"
    MOT_JOIN = "mot.join", "Motion to join a party"
    MOT_INTERVENE = "mot.intervene", "Motion to intervene"
    MOT_SUBSTITUTE = "mot.substitute", "Motion to substitute a party"
    MOT_CONSOLIDATE = "mot.consolidate", "Motion to consolidate"
    MOT_SEVER = "mot.sever", "Motion to sever or bifurcate"
    MOT_COMPEL_DISCOVERY = "mot.compel_discovery", "Motion to compel discovery"
    MOT_PROTECTIVE_ORDER = "mot.protective_order", "Motion for a protective order"
    MOT_QUASH = "mot.quash", "Motion to quash"
    MOT_LIMINE = "mot.limine", "Motion in limine"
    MOT_EXCLUDE_EXPERT = "mot.exclude_expert", "Motion to exclude an expert"
    MOT_EXTEND_TIME = "mot.extend_time", "Motion to extend time"
    MOT_CONTINUE = "mot.continue", "Motion to continue"
    MOT_SEAL = "mot.seal", "Motion to seal"
    MOT_WITHDRAW_COUNSEL = "mot.withdraw_counsel", "Motion to withdraw as counsel"
    MOT_APPOINT_COUNSEL = "mot.appoint_counsel", "Motion to appoint counsel"
    MOT_PRO_HAC_VICE = "mot.pro_hac_vice", "Motion for admission pro hac vice"
    MOT_PRELIMINARY_INJUNCTION = "mot.preliminary_injunction", "Motion for a preliminary injunction"
    MOT_TRO = (
        "mot.tro",
        "Motion for a temporary restraining order",
    )
    MOT_STAY = "mot.stay", "Motion to stay"
    MOT_RELIEF_FROM_STAY = "mot.relief_from_stay", "Motion for relief from a stay"
    MOT_CLASS_CERTIFICATION = "mot.class_certification", "Motion for class certification"
    MOT_RECONSIDER = "mot.reconsider", "Motion to reconsider"
    MOT_NEW_TRIAL = "mot.new_trial", "Motion for a new trial"
    MOT_JUDGMENT_AS_MATTER_OF_LAW = "mot.judgment_as_matter_of_law", "Motion for judgment as a matter of law"
    MOT_REMITTITUR = "mot.remittitur", "Motion for remittitur"
    MOT_ALTER_JUDGMENT = "mot.alter_judgment", "Motion to alter or amend a judgment"
    MOT_RELIEF_FROM_JUDGMENT = "mot.relief_from_judgment", "Motion for relief from a judgment"
    MOT_ATTORNEY_FEES = "mot.attorney_fees", "Motion for attorney's fees"
    MOT_BILL_OF_COSTS = "mot.bill_of_costs", "Bill of costs"
    MOT_APPROVE_SETTLEMENT = "mot.approve_settlement", "Motion to approve a settlement"
    MOT_GOOD_FAITH_SETTLEMENT = "mot.good_faith_settlement", "Motion for good-faith settlement"
    MOT_CONFIRM_AWARD = "mot.confirm_award", "Motion to confirm an award"
    MOT_VACATE_AWARD = "mot.vacate_award", "Motion to vacate an award"
    MOT_MODIFY_AWARD = "mot.modify_award", "Motion to modify an award"
    MOT_IN_FORMA_PAUPERIS = "mot.in_forma_pauperis", "Motion to proceed in forma pauperis"
    MOT_EX_PARTE_APPLICATION = "mot.ex_parte_application", "Ex parte application"
    # motion papers
    BRIEF_MEMORANDUM = "brief.memorandum", "Memorandum in support"
    BRIEF_OPPOSITION = "brief.opposition", "Opposition"
    BRIEF_RESPONSE = "brief.response", "Response"
    BRIEF_REPLY = "brief.reply", "Reply"
    BRIEF_SUR_REPLY = "brief.sur_reply", "Sur-reply"
    BRIEF_JOINDER = "brief.joinder", "Joinder"
    BRIEF_SEPARATE_STATEMENT = "brief.separate_statement", "Separate statement"
    BRIEF_STATEMENT_OF_FACTS = "brief.statement_of_facts", "Statement of undisputed facts"
    BRIEF_JUDICIAL_NOTICE = "brief.judicial_notice", "Request for judicial notice"
    BRIEF_DECLARATION = "brief.declaration", "Declaration"
    BRIEF_AFFIDAVIT = "brief.affidavit", "Affidavit"
    BRIEF_EXHIBIT = "brief.exhibit", "Exhibit"
    BRIEF_PROPOSED_ORDER = "brief.proposed_order", "Proposed order"
    BRIEF_NOTICE_OF_MOTION = "brief.notice_of_motion", "Notice of motion"
    BRIEF_NON_OPPOSITION = "brief.non_opposition", "Notice of non-opposition"
    BRIEF_OBJECTION = "brief.objection", "Objection"
    BRIEF_ERRATA = "brief.errata", "Errata"
    BRIEF_SUPPLEMENTAL_AUTHORITY = "brief.supplemental_authority", "Notice of supplemental authority"
    BRIEF_SUPPLEMENTAL_BRIEF = "brief.supplemental_brief", "Supplemental brief"
    BRIEF_APPELLATE_BRIEF = "brief.appellate_brief", "Appellate brief"
    BRIEF_AMICUS_BRIEF = "brief.amicus_brief", "Amicus brief"
    BRIEF_TRIAL_BRIEF = "brief.trial_brief", "Trial brief"
    # stipulation or consent
    STIP_STIPULATION = "stip.stipulation", "Stipulation"
    STIP_STIPULATION_AND_ORDER = "stip.stipulation_and_order", "Stipulation with proposed order"
    STIP_STIPULATION_OF_DISMISSAL = "stip.stipulation_of_dismissal", "Stipulation of dismissal"
    STIP_NOTICE_OF_SETTLEMENT = "stip.notice_of_settlement", "Notice of settlement"
    STIP_OFFER_OF_JUDGMENT = "stip.offer_of_judgment", "Offer of judgment"
    STIP_ACCEPTANCE_OF_OFFER = "stip.acceptance_of_offer", "Acceptance of offer"
    STIP_CONSENT_TO_MAGISTRATE = "stip.consent_to_magistrate", "Consent to a magistrate judge"
    # discovery
    DISC_DISCLOSURES = "disc.disclosures", "Disclosures"
    DISC_INTERROGATORIES = "disc.interrogatories", "Interrogatories"
    DISC_REQUESTS_FOR_PRODUCTION = "disc.requests_for_production", "Requests for production"
    DISC_REQUESTS_FOR_ADMISSION = "disc.requests_for_admission", "Requests for admission"
    DISC_DISCOVERY_RESPONSE = "disc.discovery_response", "Discovery response"
    DISC_DEPOSITION_NOTICE = "disc.deposition_notice", "Notice of deposition"
    DISC_SUBPOENA = "disc.subpoena", "Subpoena"
    DISC_EXPERT_DESIGNATION = "disc.expert_designation", "Expert designation"
    DISC_DISCOVERY_PLAN = "disc.discovery_plan", "Discovery plan"
    # court action
    ORDER_ORDER = "order.order", "Order"
    ORDER_MINUTE_ORDER = "order.minute_order", "Minute or text order"
    ORDER_MINUTES = "order.minutes", "Minutes"
    ORDER_SCHEDULING = "order.scheduling", "Scheduling order"
    ORDER_REPORT_AND_RECOMMENDATION = "order.report_and_recommendation", "Report and recommendation"
    ORDER_SHOW_CAUSE = "order.show_cause", "Order to show cause"
    ORDER_PROTECTIVE = "order.protective", "Protective order"
    ORDER_SEALING = "order.sealing", "Sealing order"
    ORDER_COMPELLING_ARBITRATION = "order.compelling_arbitration", "Order compelling arbitration"
    ORDER_STAYING = "order.staying", "Order staying the case"
    ORDER_LIFTING_STAY = "order.lifting_stay", "Order lifting a stay"
    ORDER_REMAND = "order.remand", "Order of remand"
    ORDER_TRANSFER = "order.transfer", "Order of transfer"
    ORDER_CONSOLIDATION = "order.consolidation", "Order of consolidation"
    ORDER_APPOINTING = "order.appointing", "Order appointing"
    ORDER_INJUNCTION = "order.injunction", "Injunction"
    ORDER_TRO = "order.tro", "Temporary restraining order"
    ORDER_TENTATIVE_RULING = "order.tentative_ruling", "Tentative ruling"
    ORDER_OPINION = "order.opinion", "Opinion"
    ORDER_REASSIGNMENT = "order.reassignment", "Order of reassignment"
    ORDER_NOTICE_OF_HEARING = "order.notice_of_hearing", "Notice of hearing"
    ORDER_WARRANT = "order.warrant", "Warrant issued"
    # disposition
    JUDG_ENTRY_OF_DEFAULT = "judg.entry_of_default", "Entry of default"
    JUDG_DEFAULT_JUDGMENT = "judg.default_judgment", "Default judgment"
    JUDG_CONSENT_JUDGMENT = "judg.consent_judgment", "Consent judgment"
    JUDG_SUMMARY_JUDGMENT = "judg.summary_judgment", "Summary judgment"
    JUDG_VERDICT = "judg.verdict", "Verdict"
    JUDG_JUDGMENT = "judg.judgment", "Judgment"
    JUDG_FINDINGS = "judg.findings", "Findings of fact and conclusions of law"
    JUDG_AMENDED_JUDGMENT = "judg.amended_judgment", "Amended judgment"
    JUDG_ORDER_OF_DISMISSAL = "judg.order_of_dismissal", "Order of dismissal"
    JUDG_NOTICE_OF_DISMISSAL = "judg.notice_of_dismissal", "Notice of voluntary dismissal"
    JUDG_SATISFACTION = "judg.satisfaction", "Satisfaction of judgment"
    JUDG_MANDATE = "judg.mandate", "Mandate"
    JUDG_DISCHARGE = "judg.discharge", "Discharge of debtor"
    # notice or administration
    NOTICE_NOTICE = "notice.notice", "Notice"
    NOTICE_APPEARANCE = "notice.appearance", "Notice of appearance"
    NOTICE_CHANGE_OF_ADDRESS = "notice.change_of_address", "Notice of change of address"
    NOTICE_WITHDRAWAL_OF_COUNSEL = "notice.withdrawal_of_counsel", "Notice of withdrawal of counsel"
    NOTICE_ASSOCIATION_OF_COUNSEL = "notice.association_of_counsel", "Association of counsel"
    NOTICE_RELATED_CASE = "notice.related_case", "Notice of related case"
    NOTICE_BANKRUPTCY_STAY = "notice.bankruptcy_stay", "Notice of bankruptcy stay"
    NOTICE_CORPORATE_DISCLOSURE = "notice.corporate_disclosure", "Corporate disclosure statement"
    NOTICE_LIEN = "notice.lien", "Notice of lien"
    NOTICE_UNAVAILABILITY = "notice.unavailability", "Notice of unavailability"
    NOTICE_JURY_DEMAND = "notice.jury_demand", "Jury demand"
    NOTICE_PEREMPTORY_EXCUSAL = "notice.peremptory_excusal", "Peremptory excusal of a judge"
    NOTICE_TRANSCRIPT = "notice.transcript", "Transcript"
    NOTICE_EXHIBIT_LIST = "notice.exhibit_list", "Exhibit list"
    NOTICE_WITNESS_LIST = "notice.witness_list", "Witness list"
    NOTICE_STATUS_REPORT = "notice.status_report", "Status report"
    NOTICE_WITHDRAWAL_OF_FILING = "notice.withdrawal_of_filing", "Withdrawal of a filing"
    NOTICE_FILING_ERROR = "notice.filing_error", "Notice of filing error"
    NOTICE_LETTER = "notice.letter", "Letter"
    # probate or minor
    PROB_PETITION_PR = (
        "prob.petition_pr",
        "Petition to appoint a personal representative",
    )
    PROB_PETITION_GAL = "prob.petition_gal", "Petition to appoint a guardian ad litem"
    PROB_LETTERS = "prob.letters", "Letters"
    PROB_ORDER_APPOINTING = "prob.order_appointing", "Order appointing a representative"
    PROB_MINORS_COMPROMISE = (
        "prob.minors_compromise",
        "Petition to approve a minor's compromise",
    )
    PROB_INVENTORY = "prob.inventory", "Inventory or accounting"
    # criminal
    CRIM_COMPLAINT = "crim.complaint", "Criminal complaint"
    CRIM_INFORMATION = "crim.information", "Information"
    CRIM_INDICTMENT = "crim.indictment", "Indictment"
    CRIM_SUPERSEDING_INDICTMENT = "crim.superseding_indictment", "Superseding indictment"
    CRIM_AMENDED_INFORMATION = "crim.amended_information", "Amended information"
    CRIM_ARREST_WARRANT = "crim.arrest_warrant", "Arrest warrant"
    CRIM_SEARCH_WARRANT = "crim.search_warrant", "Search warrant"
    CRIM_WARRANT_AFFIDAVIT = "crim.warrant_affidavit", "Affidavit for a warrant"
    CRIM_INITIAL_APPEARANCE = "crim.initial_appearance", "Initial appearance"
    CRIM_ARRAIGNMENT = "crim.arraignment", "Arraignment minutes"
    CRIM_BAIL_ORDER = "crim.bail_order", "Bail or detention order"
    CRIM_PLEA = "crim.plea", "Plea"
    CRIM_PLEA_AGREEMENT = "crim.plea_agreement", "Plea agreement"
    CRIM_BIND_OVER = "crim.bind_over", "Preliminary hearing or bind-over order"
    CRIM_BILL_OF_PARTICULARS = "crim.bill_of_particulars", "Bill of particulars"
    CRIM_MOTION_SUPPRESS = "crim.motion_suppress", "Motion to suppress"
    CRIM_MOTION_DISMISS = "crim.motion_dismiss", "Motion to dismiss charges"
    CRIM_MOTION_QUASH_INDICTMENT = "crim.motion_quash_indictment", "Motion to quash the indictment"
    CRIM_NOTICE_OF_INTENT = "crim.notice_of_intent", "Notice of intent"
    CRIM_VERDICT = "crim.verdict", "Criminal verdict"
    CRIM_PRESENTENCE_REPORT = "crim.presentence_report", "Presentence report"
    CRIM_SENTENCING_MEMORANDUM = "crim.sentencing_memorandum", "Sentencing memorandum"
    CRIM_JUDGMENT_AND_SENTENCE = "crim.judgment_and_sentence", "Judgment and sentence"
    CRIM_NOLLE_PROSEQUI = "crim.nolle_prosequi", "Nolle prosequi"
    CRIM_DISMISSAL = "crim.dismissal", "Dismissal of charges"
    CRIM_DEFERRED_DISPOSITION = "crim.deferred_disposition", "Deferred or conditional discharge"
    CRIM_PROBATION_ORDER = "crim.probation_order", "Probation order"
    CRIM_EXPUNGEMENT_PETITION = "crim.expungement_petition", "Petition to expunge"
    CRIM_EXPUNGEMENT_ORDER = "crim.expungement_order", "Order of expungement"
    # regulatory
    REG_COMPLAINT = "reg.complaint", "Complaint to the agency"
    REG_INSPECTION = "reg.inspection", "Inspection"
    REG_INVESTIGATION_REPORT = "reg.investigation_report", "Investigation report"
    REG_CITATION = "reg.citation", "Citation and notification of penalty"
    REG_NOTICE_OF_CONTEST = "reg.notice_of_contest", "Notice of contest"
    REG_INFORMAL_CONFERENCE = "reg.informal_conference", "Informal conference"
    REG_SETTLEMENT_AGREEMENT = "reg.settlement_agreement", "Settlement agreement"
    REG_COMMISSION_COMPLAINT = "reg.commission_complaint", "Complaint before the commission"
    REG_COMMISSION_ANSWER = "reg.commission_answer", "Answer before the commission"
    REG_ALJ_DECISION = "reg.alj_decision", "Administrative law judge's decision"
    REG_PETITION_FOR_REVIEW = "reg.petition_for_review", "Petition for commission review"
    REG_FINAL_ORDER = "reg.final_order", "Final order"
    REG_ABATEMENT_CERTIFICATION = "reg.abatement_certification", "Abatement certification"
    REG_PENALTY_PAYMENT = "reg.penalty_payment", "Penalty payment"
    # arbitration
    ARB_DEMAND = "arb.demand", "Demand for arbitration"
    ARB_AMENDED_DEMAND = "arb.amended_demand", "Amended demand for arbitration"
    ARB_ANSWERING_STATEMENT = "arb.answering_statement", "Answering statement"
    ARB_ANSWER_AND_COUNTERCLAIM = "arb.answer_and_counterclaim", "Answering statement and counterclaim"
    ARB_COUNTERCLAIM = "arb.counterclaim", "Arbitral counterclaim"
    ARB_REPLY_TO_COUNTERCLAIM = "arb.reply_to_counterclaim", "Reply to counterclaim"
    ARB_STATEMENT_OF_CLAIM = "arb.statement_of_claim", "Statement of claim"
    ARB_STATEMENT_OF_DEFENSE = "arb.statement_of_defense", "Statement of defense"
    ARB_REPLY = "arb.reply", "Reply (arbitration)"
    ARB_REJOINDER = "arb.rejoinder", "Rejoinder"
    ARB_FILING = "arb.filing", "Filing in the arbitration"
    ARB_TERMS_OF_REFERENCE = "arb.terms_of_reference", "Terms of reference"
    ARB_PROCEDURAL_ORDER = "arb.procedural_order", "Procedural order"
    ARB_APPOINTMENT = "arb.appointment", "Appointment of arbitrator"
    ARB_CHALLENGE = "arb.challenge", "Challenge to an arbitrator"
    ARB_DISCLOSURE = "arb.disclosure", "Arbitrator's disclosure"
    ARB_REQUEST_JOINDER = "arb.request_joinder", "Request for joinder or consolidation"
    ARB_APPLICATION_EMERGENCY = "arb.application_emergency", "Application for emergency relief"
    ARB_APPLICATION_INTERIM = "arb.application_interim", "Application for interim measures"
    ARB_MOTION_SUMMARY_DISPOSITION = "arb.motion_summary_disposition", "Motion for summary disposition"
    ARB_EMERGENCY_ORDER = "arb.emergency_order", "Emergency arbitrator's order"
    ARB_INTERIM_AWARD = "arb.interim_award", "Interim award"
    ARB_PARTIAL_AWARD = "arb.partial_award", "Partial award"
    ARB_FINAL_AWARD = "arb.final_award", "Final award"
    ARB_CONSENT_AWARD = "arb.consent_award", "Consent award"
    ARB_AWARD_CORRECTION = "arb.award_correction", "Correction of an award"
    ARB_ADDITIONAL_AWARD = "arb.additional_award", "Additional award"
    ARB_TERMINATION_ORDER = "arb.termination_order", "Order terminating the arbitration"
    ARB_WITNESS_STATEMENT = "arb.witness_statement", "Witness statement"
    ARB_EXPERT_REPORT = "arb.expert_report", "Expert report"
    ARB_HEARING_TRANSCRIPT = "arb.hearing_transcript", "Hearing transcript"
    ARB_POST_HEARING_BRIEF = "arb.post_hearing_brief", "Post-hearing brief"
    ARB_COSTS_SUBMISSION = "arb.costs_submission", "Costs submission"
    OTHER = "other", "Other"


FILING_GROUPS: dict[str, str] = {
    "init": "Initiating",
    "svc": "Service",
    "resp": "Responsive pleading",
    "mot": "Motion",
    "brief": "Motion papers",
    "stip": "Stipulation or consent",
    "disc": "Discovery",
    "order": "Court action",
    "judg": "Disposition",
    "notice": "Notice or administration",
    "prob": "Probate or minor",
    "crim": "Criminal",
    "reg": "Regulatory",
    "arb": "Arbitration",
    "other": "Other",
}


def filing_group(filing_type: str) -> str:
    """The prefix of a type, a key of FILING_GROUPS: "mot.dismiss" is of "mot"."""
    return filing_type.partition(".")[0]


def grouped_filing_types() -> list[tuple[str, list[tuple[str, str]]]]:
    """Every type under the label of its group, as Django's grouped choices."""
    return [
        (label, [(value, name) for value, name in FilingType.choices if filing_group(value) == group])
        for group, label in FILING_GROUPS.items()
    ]
