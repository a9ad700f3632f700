"""What a line begins with, and what sort of filing that makes it: the table a lawyer reviews.

The clerk writes the event first ("ORDER granting …", "Notice of Appearance by …"), so a rule stands at the beginning
of the text. Order counts: the first rule that fits holds, so the longer wording comes first. Motions and orders are
told apart further in `motions`. The signs are explained in `wording`.
"""

from docket.choices import FilingType as F
from docket.law.reading.tables.clerk import CLERK_AND_SPECIAL

# Words that may come before the event and do not change what it is.
QUALIFIERS = (
    *("joint", "unopposed", "opposed", "consent", "agreed", "emergency", "expedited", "urgent", "uncontested"),
    *("sealed", "unsealed", "redacted", "unredacted", "restricted", "under seal", "corrected", "proposed sufficient"),
    *(
        "first",
        "second",
        "third",
        "fourth",
        "fifth",
        "sixth",
        "seventh",
        "eighth",
        "ninth",
        "tenth",
        "final",
        "interim",
        "monthly",
        "renewed",
        "partial",
    ),
    *("sufficient", "initial", "further", "limited", "ex parte", "verified", "original", "pro se", "prisoner"),
    *(
        "civil rights",
        "class action",
        "text only",
        "telephonic",
        "adjourned",
        r"debtor\(s\)",
        "us attorney'?s",
        "miscellaneous",
        "omnibus",
        "prehearing",
        "post-trial",
    ),
    *("e-filed", "electronic", "received", "form \\d+\\w?", "\\d+ day", "(?:rule )?7\\.1"),
    *("appellate", "united states'?", "government'?s?", "usa'?s?"),
    r"(?:plaintiff|defendant|petitioner|respondent|appellant|appellee|debtor|creditor|trustee|movant)s?(?:'s|'|’s|’)?",
    *("request for leave to", "clerk'?s", "judge'?s?", "dft'?s", r"stipulated(?=\s+(?:motion|request|application))"),
)
# Tried only when no rule fits without them: an amended complaint is another sort of filing, an amended notice is not.
AMENDMENTS = ("amended", "supplemental", "supplement to", "revised", "corrected and amended", "re-?notice of")

TYPES: list[tuple[str, str]] = [
    *CLERK_AND_SPECIAL,
    # court acts, the particular before the general
    ("(?:received )?unsigned order|(?:ex parte )?received unsigned order", F.BRIEF_PROPOSED_ORDER),
    (r"(?:\[?proposed\]?|text of proposed|lodged) (?:\w+ ){0,3}(?:order|judgment|findings)", F.BRIEF_PROPOSED_ORDER),
    ("proposed summons", F.INIT_SUMMONS_REQUEST),
    ("request for (?:issuance of )?summons(?: issuance)?", F.INIT_SUMMONS_REQUEST),
    (r"so ordered stipulation", F.STIP_STIPULATION_AND_ORDER),
    (r"stipulat\w+ (?:and|with|\[?proposed\]?) … order|stipulat\w+ and order", F.STIP_STIPULATION_AND_ORDER),
    ("report and recommendations?", F.ORDER_REPORT_AND_RECOMMENDATION),
    ("(?:findings and recommendations?|proposed findings … recommendations?)", F.ORDER_REPORT_AND_RECOMMENDATION),
    ("findings of fact", F.JUDG_FINDINGS),
    ("jury verdict|verdict", F.JUDG_VERDICT),
    (
        "(?:(?:written )?opinion|memorandum opinion|memorandum decision|published opinion|unpublished opinion)",
        F.ORDER_OPINION,
    ),
    (
        r"(?:docket )?text(?:-only)? (?:entry )?order|endorsed order|minute order|electronic order|paperless order",
        "minute_order",
    ),
    ("oral order|bench order|order \\(text only\\)", "minute_order"),
    (r"memo(?:randum)? endorsement", F.ORDER_ORDER),
    (r"(?:virtual )?minute(?: entry|s?)\b(?! order)", F.ORDER_MINUTES),
    ("(?:courtroom|civil|criminal) minutes|disposition of hearing|proceeding memo", F.ORDER_MINUTES),
    ("abstract of judgment", ""),
    ("(?:clerk'?s )?(?:entry of )?default judgment", F.JUDG_DEFAULT_JUDGMENT),
    ("(?:clerk'?s )?(?:entry of )?default(?: as to)?", F.JUDG_ENTRY_OF_DEFAULT),
    ("consent judgment", F.JUDG_CONSENT_JUDGMENT),
    ("satisfaction of judgment|acknowledgment of satisfaction", F.JUDG_SATISFACTION),
    ("amended (?:final )?judgment", F.JUDG_AMENDED_JUDGMENT),
    ("judgment and (?:commitment|sentence)", F.CRIM_JUDGMENT_AND_SENTENCE),
    ("judgment as to|criminal judgment", F.CRIM_JUDGMENT_AND_SENTENCE),
    ("judgment", F.JUDG_JUDGMENT),
    ("(?:usca )?mandate", F.JUDG_MANDATE),
    ("discharge of debtor", F.JUDG_DISCHARGE),
    ("tentative ruling", F.ORDER_TENTATIVE_RULING),
    ("(?:preliminary )?injunction", F.ORDER_INJUNCTION),
    ("temporary restraining order", F.ORDER_TRO),
    ("osc", F.ORDER_SHOW_CAUSE),
    (
        r"(?:judicial )?notice of (?:\w+ ){0,4}(?:re)?(?:assignment|designation) (?:to|of) (?:\w+ )?judge",
        F.ORDER_REASSIGNMENT,
    ),
    # service
    (r"(?:bnc )?certificate of (?:mailing|notice|no\. of notices)", F.SVC_CERTIFICATE_OF_SERVICE),
    (r"certificates? of service", F.SVC_CERTIFICATE_OF_SERVICE),
    ("notice and acknowledge?ment (?:of|and)|acknowledge?ment of (?:receipt|service)", F.SVC_ACKNOWLEDGMENT_OF_RECEIPT),
    (
        r"(?:affidavit|declaration|affidavit/declaration|proof|return|acceptance) of (?:\w+ )?service",
        F.SVC_PROOF_OF_SERVICE,
    ),
    ("proof-service", F.SVC_PROOF_OF_SERVICE),
    (r"summons(?:es)? … (?:returned|executed|service executed)", F.SVC_PROOF_OF_SERVICE),
    ("process receipt(?: and return)?|marshal'?s? … return", F.SVC_PROOF_OF_SERVICE),
    ("waivers? of (?:the )?service", F.SVC_WAIVER_OF_SERVICE),
    (r"(?:alias )?(?:amended |second |third )*summons(?:es)?", F.SVC_SUMMONS),
    # initiating
    (r"chapter \d+ (?:\w+ )?(?:voluntary|involuntary) petition", F.INIT_BANKRUPTCY_PETITION),
    ("(?:in)?voluntary petition", F.INIT_BANKRUPTCY_PETITION),
    ("amended complaint", F.INIT_AMENDED_COMPLAINT),
    ("supplemental complaint", F.INIT_SUPPLEMENTAL_COMPLAINT),
    ("third[- ]party complaint", F.INIT_THIRD_PARTY_COMPLAINT),
    ("(?:complaint in intervention|intervenor complaint)", F.INIT_COMPLAINT_IN_INTERVENTION),
    ("cross[- ]complaint", F.INIT_CROSS_COMPLAINT),
    ("counterclaim", F.INIT_COUNTERCLAIM),
    ("cross[- ]?claim", F.INIT_CROSSCLAIM),
    ("criminal complaint|complaint (?:as to|\\(sealed\\))", F.CRIM_COMPLAINT),
    ("complaint", F.INIT_COMPLAINT),
    (r"petition for (?:an? )?writ of certiorari|petition for certiorari", F.INIT_PETITION_CERTIORARI),
    (r"petition for (?:an? )?(?:writ|extraordinary relief|habeas)", F.INIT_PETITION_WRIT),
    ("petition (?:to|for) … review|petition for review", F.INIT_PETITION_REVIEW),
    ("petition (?:for|to) compel arbitration", F.INIT_PETITION_COMPEL_ARBITRATION),
    ("petition (?:for|to) confirm … award", F.INIT_PETITION_CONFIRM_AWARD),
    ("petition (?:for|to) vacate … award", F.INIT_PETITION_VACATE_AWARD),
    ("petition (?:denied|granted|dismissed)", F.ORDER_ORDER),
    ("petition for (?:payment of|return of) unclaimed funds", F.MOT_MOTION),
    ("petition", F.INIT_PETITION),
    (r"notice of removal", F.INIT_NOTICE_OF_REMOVAL),
    (r"notice of (?:cross[- ])?appeal|notice of interlocutory appeal|notice appeal", F.INIT_NOTICE_OF_APPEAL),
    ("(?:civil|criminal|adversary) cover sheet|cover sheet", F.INIT_COVER_SHEET),
    # criminal
    ("superseding indictment", F.CRIM_SUPERSEDING_INDICTMENT),
    ("indictment", F.CRIM_INDICTMENT),
    (r"(?:superseding )?(?:misdemeanor )?information(?= as to| \(|\.| filed| -|$)", F.CRIM_INFORMATION),
    ("(?:guilty )?plea agreement", F.CRIM_PLEA_AGREEMENT),
    ("guilty plea|plea entered", F.CRIM_PLEA),
    ("(?:final |draft |revised |initial )*pre-?sentence (?:investigation )?report", F.CRIM_PRESENTENCE_REPORT),
    ("sentencing memorandum|memorandum … sentencing|sentencing summary chart", F.CRIM_SENTENCING_MEMORANDUM),
    (r"(?:arrest )?warrants? (?:issued|for arrest)|arrest warrant(?! returned)", F.CRIM_ARREST_WARRANT),
    (r"(?:arrest )?warrant (?:returned|return)", F.SVC_PROOF_OF_SERVICE),
    ("search (?:and seizure )?warrant", F.CRIM_SEARCH_WARRANT),
    (
        "order (?:of )?(?:pretrial )?detention|order setting conditions of release|appearance bond|order of detention",
        F.CRIM_BAIL_ORDER,
    ),
    ("notice of intent", F.CRIM_NOTICE_OF_INTENT),
    ("bill of particulars", F.CRIM_BILL_OF_PARTICULARS),
    # answers
    ("amended answer", F.RESP_AMENDED_ANSWER),
    (r"answer to (?:\w+ ){0,3}counter-?claim", F.RESP_ANSWER_TO_COUNTERCLAIM),
    ("answer to cross-?claim", F.RESP_ANSWER_TO_CROSSCLAIM),
    ("answer to third[- ]party", F.RESP_ANSWER_TO_THIRD_PARTY_COMPLAINT),
    ("answer … (?:and|with) counter-?claims?|answer … counterclaim against", F.RESP_ANSWER_AND_COUNTERCLAIM),
    ("answering brief", F.BRIEF_APPELLATE_BRIEF),
    ("answer (?:to|in) (?:\\w+ ){0,2}interrogator(?:y|ies)", F.DISC_DISCOVERY_RESPONSE),
    ("answer", F.RESP_ANSWER),
    ("general denial", F.RESP_GENERAL_DENIAL),
    ("demurrer", F.RESP_DEMURRER),
    (
        r"(?:court )?notice (?:to attorney to re-file|of correction|regarding defic\w+|of docket\w* (?:error|correction))",
        F.NOTICE_FILING_ERROR,
    ),
    # notices of the court
    (
        r"notice of (?:[\w/()-]+ ){0,5}(?:hearing|setting|resetting|conference|trial)\b(?! held)",
        F.ORDER_NOTICE_OF_HEARING,
    ),
    (r"notice of (?:a )?change?d? of plea|notice of (?:agenda|rescheduled)", F.ORDER_NOTICE_OF_HEARING),
    (
        r"notice: (?:\w+ ){0,5}(?:hearing|conference)|hearing notice|re-?notice motion hearing",
        F.ORDER_NOTICE_OF_HEARING,
    ),
    (r"(?:oral argument|hearing|argument) (?:set|scheduled|calendared)", F.ORDER_NOTICE_OF_HEARING),
    ("meeting of creditors", F.BK_CREDITORS_MEETING),
    (
        r"(?:telephonic |status |motion |bond |plea |jury |bench )*(?:hearing|conference|trial|sentencing|arraignment)s? (?:held|continued|\(bk)",
        F.ORDER_MINUTES,
    ),
    # notices of the parties
    (
        r"(?:notice of )?(?:entry of )?(?:attorney )?(?:limited )?appearances?(?: form)?(?: filed| received| of| by| for| -|$)",
        F.NOTICE_APPEARANCE,
    ),
    (
        r"(?:notice of )?(?:entry of )?(?:attorney )?appearances?\b(?! (?:bond|before|minute|hearing))",
        F.NOTICE_APPEARANCE,
    ),
    # who asks for copies out of courtesy appears for nobody
    ("(?:notice of )?request (?:for|to receive) courtesy notices?", F.NOTICE_NOTICE),
    ("(?:notice of )?request (?:for|to receive) (?:special )?(?:service of )?notices?", F.NOTICE_APPEARANCE),
    (
        r"(?:notice of )?change of (?:address|contact|firm)|notice of (?:address change|change of)",
        F.NOTICE_CHANGE_OF_ADDRESS,
    ),
    (
        r"notice of (?:\w+ ){0,3}withdrawal (?:as|of) (?:\w+ ){0,2}(?:counsel|attorney|appearance)",
        F.NOTICE_WITHDRAWAL_OF_COUNSEL,
    ),
    (
        "(?:notice of )?association of (?:counsel|attorney)|notice of substitution of (?:counsel|attorney)",
        F.NOTICE_ASSOCIATION_OF_COUNSEL,
    ),
    (
        r"notice of (?:pendency of |filing of )?(?:other |related )(?:actions?|cases?)|notice of pendency of related",
        F.NOTICE_RELATED_CASE,
    ),
    ("(?:notice|suggestion) of (?:bankruptcy|automatic stay)", F.NOTICE_BANKRUPTCY_STAY),
    (
        r"(?:corporate|financial|corporate/financial) (?:ownership )?(?:interest )?disclosure(?: statement)?|disclosure statement pursuant to rule",
        F.NOTICE_CORPORATE_DISCLOSURE,
    ),
    (
        r"(?:rule 7\.1 )(?:corporate )?disclosure|certific(?:ate|ation) (?:and notice )?of interested|(?:notice of )?interested (?:parties|persons)",
        F.NOTICE_CORPORATE_DISCLOSURE,
    ),
    ("(?:notice of )?lien", F.NOTICE_LIEN),
    ("notice of (?:unavailability|leave of absence)|leave of absence", F.NOTICE_UNAVAILABILITY),
    ("(?:demand for )?jury (?:demand|trial demand)|demand for (?:a )?(?:trial by )?jury", F.NOTICE_JURY_DEMAND),
    ("(?:notice of )?peremptory (?:challenge|excusal)", F.NOTICE_PEREMPTORY_EXCUSAL),
    (r"(?:notice of )?(?:filing of )?(?:official )?transcripts?", F.NOTICE_TRANSCRIPT),
    ("(?:court )?exhibit list|list of exhibits", F.NOTICE_EXHIBIT_LIST),
    ("witness list|list of witnesses", F.NOTICE_WITNESS_LIST),
    (
        "(?:joint )?(?:case )?status report|(?:joint )?case management (?:statement|report)|status conference statement",
        F.NOTICE_STATUS_REPORT,
    ),
    (
        r"(?:debtor-in-possession )?(?:small business )?(?:(?:monthly|quarterly|periodic) )?(?:[\w/]+ ){0,2}operating reports?",
        F.BK_STATEMENT,
    ),
    (
        r"(?:debtor-in-possession )?(?:small business )?(?:monthly|quarterly|periodic) (?:[\w/]+ ){0,3}reports?",
        F.NOTICE_STATUS_REPORT,
    ),
    (
        r"notice of (?:dismissal|voluntary dismissal)|request for dismissal|(?:notice of )?voluntary dismissal",
        F.JUDG_NOTICE_OF_DISMISSAL,
    ),
    (
        "(?:stipulation|joint stipulation|stipulated notice) of (?:voluntary )?dismissal",
        F.STIP_STIPULATION_OF_DISMISSAL,
    ),
    ("notice of (?:conditional )?settlement", F.STIP_NOTICE_OF_SETTLEMENT),
    (
        r"(?:notice of )?withdrawal of (?:\w+ ){0,3}(?:motion|application|objection|claim|document|pleading|request|response)",
        F.NOTICE_WITHDRAWAL_OF_FILING,
    ),
    (
        r"(?:court )?notice (?:of|to) (?:\w+ ){0,3}(?:defective|deficient|deficienc|error|correction|filer|re-?file)\w*",
        F.NOTICE_FILING_ERROR,
    ),
    (
        "notice of (?:non-?opposition|no opposition|no objection)|certificate of no (?:objection|response)|(?:statement|declaration) of non-?opposition",
        F.BRIEF_NON_OPPOSITION,
    ),
    (
        "notice of supplemental authority|statement of recent decision|citation of supplemental authorit(?:y|ies)|notice of (?:additional|new) authority",
        F.BRIEF_SUPPLEMENTAL_AUTHORITY,
    ),
    (r"notice of errata|errata", F.BRIEF_ERRATA),
    (r"notice of (?:\w+ )?motion and (?:\w+ )?(?:motion|application)", "motion"),
    (r"notice of (?:\w+ )?motion|notice of application|notice of motion/application", F.BRIEF_NOTICE_OF_MOTION),
    (r"notice of (?:manual )?(?:filing|lodging) … (?:transcript)", F.NOTICE_TRANSCRIPT),
    ("notice of (?:taking )?(?:video )?deposition", F.DISC_DEPOSITION_NOTICE),
    ("notice of supplemental", F.NOTICE_NOTICE),
    (r"(?:ruling )letters? sent", F.ORDER_ORDER),
    ("letters?", F.NOTICE_LETTER),
    # motion papers
    (r"motions? (?:\([^)]*\) )?(?:disp|disposed|granted|denied)", F.ORDER_ORDER),
    (r"(?:applications?|motions?|petitions?) … (?:is|are) (?:granted|denied|dismissed)", F.ORDER_ORDER),
    (r"motion for … disposed|motion … disposed", F.ORDER_ORDER),
    (
        r"(?:combined )?(?:opposition|memorandum … opposition|memorandum … contra|memorandum of law in opposition|brief in opposition|response in opposition|opposition/response|answer in opposition)",
        F.BRIEF_OPPOSITION,
    ),
    ("sur-?reply", F.BRIEF_SUR_REPLY),
    ("reply to answer", F.RESP_REPLY_TO_ANSWER),
    (r"reply(?: brief| memorandum)? (?:filed|received)|reply", F.BRIEF_REPLY),
    ("responses?", F.BRIEF_RESPONSE),
    ("brief (?:of|by) … in opposition", F.BRIEF_OPPOSITION),
    (r"(?:brief )?(?:of )?amic(?:us|i)(?: curiae)?(?: brief)?|brief amic(?:us|i)", F.BRIEF_AMICUS_BRIEF),
    (r"(?:memorandum|memorandum of law|memorandum of points and authorities|brief) … (?:support)", F.BRIEF_MEMORANDUM),
    ("memorandum and order|memorandum order", "order"),
    ("memorandum (?:of|in)", F.BRIEF_MEMORANDUM),
    ("points and authorities", F.BRIEF_MEMORANDUM),
    (
        "(?:statement of )?(?:undisputed|uncontroverted) (?:material )?facts|statement of (?:material |undisputed )*facts|rule 56\\.1 statement",
        F.BRIEF_STATEMENT_OF_FACTS,
    ),
    ("separate statement", F.BRIEF_SEPARATE_STATEMENT),
    ("request for judicial notice", F.BRIEF_JUDICIAL_NOTICE),
    (r"(?:joint/)?joinder", F.BRIEF_JOINDER),
    (r"objections?", F.BRIEF_OBJECTION),
    ("declaration", F.BRIEF_DECLARATION),
    ("affidavits?|affirmation", F.BRIEF_AFFIDAVIT),
    (r"exhibits?(?:\(s\))?", F.BRIEF_EXHIBIT),
    ("trial (?:brief|memorandum)", F.BRIEF_TRIAL_BRIEF),
    ("(?:supplemental|letter) brief", F.BRIEF_SUPPLEMENTAL_BRIEF),
    (
        r"(?:(?:appellant|appellee|petitioner|respondent|opening|answering|reply|principal|joint|a/pet)(?:'s)? )+briefs?|briefs? filed|record excerpts|joint appendix|appendix",
        F.BRIEF_APPELLATE_BRIEF,
    ),
    ("brief", F.BRIEF_MEMORANDUM),
    # stipulations
    (
        "consent to (?:jurisdiction|magistrate|trial|proceed)|consent/declination|magistrate judge consent",
        F.STIP_CONSENT_TO_MAGISTRATE,
    ),
    ("offer of judgment", F.STIP_OFFER_OF_JUDGMENT),
    (r"stipulat(?:ion|ed)", F.STIP_STIPULATION),
    (r"waivers?", F.NOTICE_WAIVER),
    # discovery
    ("(?:initial |expert )?disclosures?(?: pursuant| of expert|$)", F.DISC_DISCLOSURES),
    ("subpoena", F.DISC_SUBPOENA),
    ("(?:joint )?(?:rule )?26\\(f\\)|discovery plan", F.DISC_DISCOVERY_PLAN),
    ("interrogatories", F.DISC_INTERROGATORIES),
    ("requests? for production", F.DISC_REQUESTS_FOR_PRODUCTION),
    ("expert (?:designation|witness designation)|designation of expert", F.DISC_EXPERT_DESIGNATION),
    # motions and orders: `motions` tells which
    (r"(?:motions?|applications?|ex parte motion)(?! hearing| and r&r| referred| reserved| ruling| taken)", "motion"),
    ("request for entry of (?:clerk'?s )?default", F.MOT_ENTRY_OF_DEFAULT),
    ("bill of costs", F.MOT_BILL_OF_COSTS),
    (
        r"request to (?:enter|appear|continue|extend)|request for (?:leave|hearing|extension|continuance|appointment|status conference)",
        "motion",
    ),
    (
        r"(?:orders?|ordered|decision and order|opinion and order|opinion & order|memorandum (?:opinion |decision )?and order|judge order|clerk order|per curiam order)",
        "order",
    ),
    ("ruling|decision|action taken", "order"),
    (
        "pretrial (?:conference )?order|(?:adr |pretrial |case management |initial case management |civil |jury trial |case management and )*(?:scheduling|case management) order|schedul(?:e|ing) notice|briefing notice",
        F.ORDER_SCHEDULING,
    ),
    ("standing order|protective order|agreed order|consent order", "order"),
    # what is left of orders and notices
    (r"cja \d+ -? ?appointment", F.ORDER_APPOINTING),
    (r"(?:(?!transcript|proposed|unsigned)[\w/'-]+ ){1,3}orders?", "order"),
    ("notice|notification", F.NOTICE_NOTICE),
]

# A line that is only the name of a hearing is its minutes ("Status Conference", "Jury Trial -Held").
BARE_HEARINGS = (
    r"(?:(?:status|initial|final|pretrial|telephone|telephonic|scheduling|motion|settlement|case management|bond|plea|evidentiary|jury|bench|show cause|detention|revocation|change of plea|markman|in chambers|discovery)[ -]?)*"
    r"(?:hearing|conference|trial|sentencing|arraignment|initial appearance|selection)"
)
