"""What is told from the rest first: a clerk's own entries, and the filings of bankruptcy, trial, crime and appeal.

Part of the table in `types`, whose signs and order it shares.
"""

from docket.choices import FilingType as F

CLERK_AND_SPECIAL: list[tuple[str, str]] = [
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
    (r"letter sent(?= (?:granting|denying) )", "order"),
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
    # bankruptcy filings
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
    # criminal filings
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
]
