"""What a line begins with, and what sort of paper that makes it: the table a lawyer reviews.

The clerk writes the event first ("ORDER granting …", "Notice of Appearance by …"), so a rule stands at the beginning
of the text. Order counts: the first rule that fits holds, so the longer wording comes first. Motions and orders are
told apart further in `motion_rules`. The signs are explained in `wording`.
"""

from docket.choices import FilingType as F

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
# Tried only when no rule fits without them: an amended complaint is another sort of paper, an amended notice is not.
AMENDMENTS = ("amended", "supplemental", "supplement to", "revised", "corrected and amended", "re-?notice of")

TYPES: list[tuple[str, str]] = [
    # what became of a thing is not the thing
    (r"(?:clerk'?s )?default judgments? (?:is )?denied", F.ORDER_ORDER),
    (
        r"(?:clerk'?s )?(?:entry of )?default(?: judgment)? (?:is |as to [^.;]{1,60}? )?(?:vacated|set aside|withdrawn|stricken|denied)",
        "",
    ),
    (r"(?:guilty )?pleas? (?:agreement )?(?:is )?(?:withdrawn|vacated)|withdrawal of (?:guilty )?plea", ""),
    (r"(?:answers?|response|reply|discovery|dispositive motions?) (?:deadlines?|due)", F.ADMIN_DEADLINES),
    (r"\*{0,3}motions? (?:terminated|no longer referred|referred|withdrawn|submitted|taken under)", F.ADMIN_ENTRY),
    (r"(?:orders? )?referr(?:ing|al)(?: order)?\b(?= motion)", "order"),
    (r"(?:mandate|judgment|verdict) (?:is |was )?(?:vacated|stayed|recalled|set aside)", ""),
    (
        r"(?:(?:superseding )?indictment|information|complaint|summons|warrant|petition|case) (?:is |was )?"
        r"(?:unsealed|withdrawn|vacated|stayed|recalled|superseded|returned unexecuted|quashed|sealed|filed in error)",
        F.ADMIN_ENTRY,
    ),
    (r"motions? (?:\w+ )?transferred", F.ADMIN_ENTRY),
    (r"opinion vacated", ""),
    (r"notice of (?:lodging|lodgment)", F.NOTICE_NOTICE),
    (r"notice of (?:request|agreement)(?= (?:for|in|of) )", F.NOTICE_NOTICE),
    (r"request discharge order", F.ADMIN_ENTRY),
    (r"entry error", F.ADMIN_CORRECTION),
    (r"summons requests?|summons requested", F.INIT_SUMMONS_REQUEST),
    (r"payment advices?", F.BK_STATEMENT),
    (r"appendix in support", F.BRIEF_EXHIBIT),
    (r"brief - reply", F.BRIEF_REPLY),
    (r"exhibit/witness list", F.NOTICE_EXHIBIT_LIST),
    (r"certification of debtor education", F.BK_COURSE_CERTIFICATE),
    (r"cover sheet\. motion", ""),
    (r"petition for (?:panel )?rehearing", F.MOT_RECONSIDER),
    # what a clerk does besides filing
    ("audio file|pdf with attached audio", F.ADMIN_AUDIO),
    (
        r"(?:receipts?|payments?|fees?|filing fee|fld receipt|received payment|court fee|appeal fee payment|appeal fees received)(?! of service| agreement| application| and acknowledg)",
        F.ADMIN_FEE,
    ),
    (r"received \$|fee (?:paid|due)|court fee due", F.ADMIN_FEE),
    (
        "(?:add|added|terminate[sd]?|case assigned|remark) judges?|(?:case|cases?|action) (?:re)?assign\\w*|(?:case )?designated|case designat\\w+",
        F.ADMIN_ASSIGNMENT,
    ),
    (
        r"(?:random )?(?:re)?assignment of (?:\w+ )?judges?|magistrate judge [\w. ]{3,40} is so designated|judge [\w. ]{3,40}(?: added| no longer assigned)",
        F.ADMIN_ASSIGNMENT,
    ),
    (
        r"(?:case|cases) (?:transferred|received)|(?:case )?transfer(?:red)? (?:in|out|from)\b|electronic case transferred|(?:original )?file received from|notice to receiving district|intra-?district transfer|probation jurisdiction transferred|certified copy of transfer",
        F.ADMIN_TRANSFER,
    ),
    (
        r"(?:bankruptcy |adversary |civil |criminal )?case (?:opened|closed|terminated|reopened|referred|no longer|ready|docketed|flag|unsealed|discharged|dismissed)|close (?:bankruptcy |adversary )?case|(?:\*+)?(?:civil )?case terminated",
        F.ADMIN_CASE_STATUS,
    ),
    (r"(?:civil|criminal|direct criminal|attorney discipline) case docketed", F.ADMIN_CASE_STATUS),
    (
        r"(?:~util - )?(?:\*{1,3})?(?:set/reset|terminate[sd]?|set|reset|update|clear|remove|add)(?: (?:other |and )*(?:deadlines?|hearings?|motion and r&r|scheduling order))[\w/& ]*",
        F.ADMIN_DEADLINES,
    ),
    (
        r"(?:mail|notice|document|order) (?:was )?returned(?: as)? (?:undeliver\w+|unclaimed)|returned mail|mail returned|undeliverable",
        F.ADMIN_RETURNED_MAIL,
    ),
    (
        r"corrective entry|incorrect (?:pdf|event)|(?:\*+)?deleted document|image replaced|corrected entry|(?:filing|docketing) error|clerk'?s (?:correction|note|remark)|note (?:to|regarding)|corrected? docket",
        F.ADMIN_CORRECTION,
    ),
    (
        r"(?:add and terminate|added|remark|docket annotation|utility|qc -|~util|mail order|notice mailed|transmission|mailed|copy mailed|pending order|staff notes?|text entry)",
        F.ADMIN_ENTRY,
    ),
    (
        r"(?:\(?court only\)?|restricted|sealed|attorney only|redacted|under seal) (?:document|evaluation|event|entry|addendum)",
        F.ADMIN_SEALED_DOCUMENT,
    ),
    (
        r"distributed for conference|circulated|argued\b|set for (?:argument|submission)|submitted$|record (?:requested|received)|electronic communication",
        F.ADMIN_ENTRY,
    ),
    (r"(?:arraignment|initial appearance|sentencing|plea|trial|detention hearing) minute entry", F.ORDER_MINUTES),
    (
        r"tendered … title: (?:[\w ]{0,30})brief|tendered from [^:]{1,400}? title: (?:[\w ]{0,30})brief",
        F.BRIEF_APPELLATE_BRIEF,
    ),
    (r"designation of (?:\w+ )?(?:experts?|expert witness\w*)", F.DISC_EXPERT_DESIGNATION),
    (r"(?:civil |so ordered )*case management plan(?: and scheduling order)?|status report order", F.ORDER_SCHEDULING),
    (r"clerk'?s certificate of default|certificate of default", F.JUDG_ENTRY_OF_DEFAULT),
    (r"memorandum; etc", F.ORDER_OPINION),
    (r"interested persons order", F.ORDER_ORDER),
    (r"appeal docketed|case docketed", F.ADMIN_CASE_STATUS),
    (r"please disregard|docketed in error", F.ADMIN_CORRECTION),
    (r"disclosure statement (?:form )?pursuant to (?:frcp|fed|rule)", F.NOTICE_CORPORATE_DISCLOSURE),
    (r"in accordance with the provisions of 28|as required by 28", F.NOTICE_NOTICE),
    # bankruptcy papers
    (
        r"(?:preconfirmation |post-?confirmation |modified |proposed )?(?:chapter (?:\d+|nine|eleven|twelve|thirteen) )?(?:small business )?plan(?: of (?:reorganization|liquidation|adjustment))?(?= (?:filed|and|dated|with|of|before|,|\.|-|\()|$|[.,(])(?! administ)",
        F.BK_PLAN,
    ),
    (r"(?:chapter (?:\d+) )(?:\w+ )?plan", F.BK_PLAN),
    (
        r"(?:chapter \d+ )?(?:small business )?disclosure statement(?! pursuant to (?:fed|rule|frcp))",
        F.BK_DISCLOSURE_STATEMENT,
    ),
    (
        r"disclosure of compensation|attorney'?s? (?:disclosure|compensation) statement|statement pursuant to (?:bankruptcy )?rule 2016",
        F.BK_COMPENSATION,
    ),
    (
        r"(?:amendments? to |balance of |summary of |statistical summary of )*(?:schedules|schedule(?:\(s\))?(?! notice)|statistical summary)(?:\(s\))?(?=[ :]*(?:[A-J]\b|and\b|filed|of assets|i\b|for|$|[.,(]|no))",
        F.BK_SCHEDULES,
    ),
    (r"(?:statement of )?financial affairs", F.BK_FINANCIAL_AFFAIRS),
    (
        r"(?:chapter \d+ )?(?:statement of )?(?:your )?current monthly income|(?:chapter \d+ )?means test|no presumption of abuse|presumption of abuse",
        F.BK_MEANS_TEST,
    ),
    (r"(?:chapter \d+ )?(?:individual )?(?:debtor'?s? )?statement of intent(?:ion)?s?", F.BK_INTENTION),
    (
        r"statement (?:of|about|re:?|concerning) (?:your )?(?:social security|no employee|payment advices)|social security (?:statement|number)|(?:employee )?income records?|payment advices?|pay ?stubs?"
        r"|tax (?:documents|returns?|information)|statement regarding payment advices|evidence of (?:employer )?payments?|corporate resolution|resolution",
        F.BK_STATEMENT,
    ),
    (
        r"(?:joint )?(?:debtor'?s? )?(?:certificates?|certification) (?:of|that|about) (?:\w+ ){0,4}?(?:counsel+ing|instructional course|personal financial management|financial management|completion)"
        r"|(?:personal )?financial management course|credit counsel+ing",
        F.BK_COURSE_CERTIFICATE,
    ),
    (
        r"(?:amendments? to |verification of |amended )*(?:(?:creditor|mailing) matrix|matrix|list of (?:\d+ |twenty )?(?:largest |unsecured )*(?:creditors|equity)|(?:\d+|twenty) largest|creditor list|list of creditors)",
        F.BK_CREDITOR_LIST,
    ),
    (
        r"(?:chapter \d+ )?(?:standing )?trustee'?s? (?:\w+ ){0,3}?(?:reports?|certificate|statement)|(?:final |initial |interim |no.?asset )*(?:report of (?:no )?distribution|report of (?:no )?assets|report and account|distribution report)"
        r"|report of (?:trustee|sale|operations)|trustee'?s? (?:statement|interim|final)|final report",
        F.BK_TRUSTEE_REPORT,
    ),
    (
        r"(?:statement|report|(?:appointment|notice) of (?:appointment|unsecured creditors)|bankruptcy administrator'?s? statement) (?:of|by) (?:the )?(?:united states|unites states|u\.?s\.?) trustee|the united states trustee has|u\.? ?s\.? trustee'?s? (?:statement|report)",
        F.BK_UST_STATEMENT,
    ),
    (
        r"(?:u ?\.?s\.? trustee |chapter 11 )?quarterly fee (?:statement|report)|summary of cash receipts|cash (?:receipts|disbursements)",
        F.NOTICE_STATUS_REPORT,
    ),
    (
        r"objections? (?:by [^.;]{1,60}? )?to (?:\w+ ){0,3}?(?:proofs? of )?claims?\b(?! of exemption)|claims? objections?",
        F.BK_CLAIM_OBJECTION,
    ),
    (
        r"(?:court'?s? )?(?:notice of )?(?:partial )?transfers?(?:/assignment)? of (?:proof of )?claims?|assignment of claims?|transfer agreement",
        F.BK_CLAIM_TRANSFER,
    ),
    (r"proofs? of claim|claim no", F.BK_CLAIM),
    (r"reaffirmation agreement|reviewed - no presumption", F.BK_REAFFIRMATION),
    (r"(?:chapter 11 )?(?:summary of |report of )?ballots?(?: summary| tabulation| report)?", F.BK_BALLOTS),
    (
        r"(?:chapter \d+ )?(?:request for )?(?:notice of )?(?:chapter \d+ )?(?:section )?341(?:\(a\))? meeting|(?:statement adjourning|continued|adjourned) (?:341|meeting of creditors)|(?:first )?meeting of creditors (?:held|continued|not held|chapter)",
        F.BK_CREDITORS_MEETING,
    ),
    # trial
    (
        r"(?:court'?s? |final |proposed |requested |preliminary )*(?:jury (?:instructions?|charge)|instructions? to (?:the )?jury|charge to the jury)|(?:objections? to )?proposed jury instructions?",
        F.TRIAL_JURY_INSTRUCTIONS,
    ),
    (r"(?:minutes? … )?(?:jury (?:selection|impanel\w+|list|panel)|voir dire (?:held|begun))", F.TRIAL_JURY_SELECTION),
    (r"(?:jury (?:notes?|questions?)|note from (?:the )?jury)", F.TRIAL_JURY_NOTE),
    (
        r"(?:proposed |special )+(?:verdict|interrogator\w+)(?: form| sheet)?|(?:proposed )?verdict form",
        F.TRIAL_VERDICT_FORM,
    ),
    (r"proposed voir dire|voir dire(?: questions)?", F.TRIAL_VOIR_DIRE),
    # criminal papers
    (
        r"(?:appearance |surety |unsecured |cash |property |secured |personal recognizance |appeal )*bonds?\b(?=.{0,40}\b(?:as to|entered|filed|posted|release|set|for))|personal recognizance|recognizance",
        F.CRIM_BOND,
    ),
    (r"arrest (?:of|in|as to|warrant returned)|arrests?\b(?= )(?! warrant)", F.CRIM_ARREST),
    (
        r"cja \d+(?! ?-? ?appointment)|(?:financial affidavit)(?: - cja\w*| by| as to|$)|cja (?:voucher|form)",
        F.CRIM_CJA,
    ),
    (
        r"(?:final |draft |initial |sealed |addendum to )*(?:presentence|pre-sentence)|(?:acceptance|adoption|addendum) (?:to|of|of/statement regarding) (?:\d+ )?(?:final )?(?:presentence|pre-sentence)|psr\b|tentative findings",
        F.CRIM_PRESENTENCE_REPORT,
    ),
    (
        r"(?:pretrial|probation|supervised release|bail) (?:services )?(?:report|form|memorandum|petition)|(?:usp[o0]|petition|report|request) (?:for|on|request) (?:\w+ ){0,6}?(?:supervision|supervised release|probation)|usp[o0] ",
        F.CRIM_PROBATION_REPORT,
    ),
    (
        r"sentencing (?:memorandum|submission|memo|position|statement)|(?:position (?:regarding|re|with respect to)|memorandum (?:in aid of|regarding)) (?:\w+ )?sentencing",
        F.CRIM_SENTENCING_MEMORANDUM,
    ),
    (
        r"waivers? of (?:\w+ ){0,3}?(?:indictment|speedy trial|presence|preliminary|detention|rule 5|appearance|counsel|personal appearance|arraignment|extradition|identity|removal|hearing)",
        F.CRIM_WAIVER,
    ),
    (r"(?:application for )?writ of habeas corpus ad|writs? (?:ad|of habeas)(?= .{0,30}(?:issued|ad\b))", F.CRIM_WRIT),
    (r"statement of reasons", F.CRIM_STATEMENT_OF_REASONS),
    (
        r"(?:us|u\.s\.) att(?:orne)?ys? criminal docket|interpreter|passport|rule 5\(c\)|rule 20|rule 40|restitution questionnaire|acknowledge?ment of (?:next )?court date|receipt and acknowledg",
        F.ADMIN_ENTRY,
    ),
    # appeals and transcripts
    (
        r"(?:appell\w+'?s? )?designation of (?:clerk'?s )?(?:the )?(?:records?|contents?)|designated clerk'?s record|(?:supplemental )?(?:clerk'?s?|reporter'?s?|court reporter/recorder'?s?) record|(?:statement of issues)|record on appeal|(?:transmi\w+|certif\w+) (?:of )?(?:\w+ ){0,3}?(?:appeal|record)|appeal (?:record|packet|information)|docketing statement|(?:usca|appeal) (?:case )?(?:number|no)|scheduling letter|notification of appeal|certificate (?:regarding|of) (?:notice of )?appeal",
        F.NOTICE_APPEAL_RECORD,
    ),
    (
        r"(?:transcript (?:order|request|designation)|(?:request|order) for transcripts?|requests? transcript|transcript purchase|court reporter acknowledg)",
        F.NOTICE_TRANSCRIPT_ORDER,
    ),
    (
        r"(?:certified )?(?:social security )?administrative record|administrative transcript|ssa administrative",
        F.NOTICE_ADMINISTRATIVE_RECORD,
    ),
    (
        r"adr (?:certification|certificate|notice|clerk|questionnaire|multi)|(?:notice (?:of|re|to) (?:\w+ ){0,4}?)?(?:adr|mediat(?:or|ion))\b(?= .{0,30}(?:report|certificat|statement|questionnaire|program|assign|select|notice|unit|held|result))|(?:mediation|mediator'?s?) (?:report|certification|questionnaire|statement)|notice of mediat\w+|stipulation (?:and \[?proposed\]? order )?selecting adr",
        F.NOTICE_ADR,
    ),
    (
        r"report (?:on|of) the (?:filing|determination)(?: or determination)? of an? action|(?:patent|trademark|copyright)(?:/\w+)? report|ao 12[01]",
        F.NOTICE_INTELLECTUAL_PROPERTY_REPORT,
    ),
    (
        r"certificate of (?:interest|interested)|rule (?:1\.9|26\.1|7\.1) (?:certificate|statement|disclosure)|(?:corporate )?ownership statement|disclosure statement (?:pursuant|by|filed by)|notice of interested",
        F.NOTICE_CORPORATE_DISCLOSURE,
    ),
    (
        r"(?:declination|decline) (?:of|to)? ?(?:magistrate|proceed)|declin\w+ … magistrate",
        F.NOTICE_MAGISTRATE_DECLINED,
    ),
    (
        r"(?:supersedeas |surety |cost |trustee'?s? |removal |injunction |blanket )*(?:bonds?|undertaking)(?= (?:of|in|for|filed|posted|by|on|and|number|no)|[.,]|$)",
        F.NOTICE_BOND,
    ),
    (
        r"certificates? of (?:compliance|conference|good faith|consultation|filing|counsel|corporate|amount)|certification (?:of(?! interested)|by|regarding|pursuant)|certificates?$",
        F.NOTICE_CERTIFICATE,
    ),
    (r"final decree", F.JUDG_JUDGMENT),
    (r"endorsed letter|memo endorse\w*", F.ORDER_ORDER),
    (r"text minute entry|hearing stricken|docket call", F.ORDER_MINUTES),
    (r"(?:notice of )?(?:chapter \d+ bankruptcy case, )?meeting of creditors", F.BK_CREDITORS_MEETING),
    (
        r"text oral motion|oral motion|(?:in limine |administrative )motion|request to amend|request for discovery|motion(?=pursuant|for|to)",
        "motion",
    ),
    (r"(?:court )?certificate of mailing", F.SVC_CERTIFICATE_OF_SERVICE),
    (r"order(?=dated|signed)", "order"),
    (
        r"clerk'?s notice … (?:continuing|vacating|scheduling|rescheduling|resetting)|notice of continuance",
        F.ORDER_NOTICE_OF_HEARING,
    ),
    (r"memorandum by (?!the court|judge)", F.BRIEF_MEMORANDUM),
    (r"notice … (?:pendency of (?:other )?actions?)", F.NOTICE_RELATED_CASE),
    (r"petition (?:for|to) (?:[\w ]{1,40})?(?:forfeiture|remission|amendment)", F.MOT_MOTION),
    (r"deposition|(?:video )?deposition of", F.DISC_DEPOSITION_NOTICE),
    (
        r"requests? for (?:leave|entry|issuance|hearing|extension|continuance|clarification|discharge|oral argument|permission|an? )?(?:[\w ]{0,40}?) ?order(?!s? (?:granting|denying))",
        F.MOT_MOTION,
    ),
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
    (r"(?:notice of )?(?:entry of )?(?:attorney )?appearances?\b(?! (?:bond|before))", F.NOTICE_APPEARANCE),
    ("(?:notice of )?request (?:for|to receive) (?:courtesy |special )?(?:service of )?notices?", F.NOTICE_APPEARANCE),
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
        r"(?:debtor-in-possession )?(?:small business )?(?:monthly|quarterly|periodic) (?:[\w/]+ ){0,3}reports?|operating report",
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
    # motions and orders: `motion_rules` tells which
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
