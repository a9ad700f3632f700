"""Which motion, and which order: what follows the word, in the courts' wording. The first that the text comes to holds."""

from docket.choices import FilingType as F

# after "motion", "application", "request"
MOTIONS: list[tuple[str, str]] = [
    (
        r"to (?:approve|confirm) (?:[\w'] ?)*?(?:settlement|compromise)|for approval of … (?:settlement|compromise)|for settlement|to approve flsa",
        F.MOT_APPROVE_SETTLEMENT,
    ),
    ("for (?:determination of )?good faith settlement", F.MOT_GOOD_FAITH_SETTLEMENT),
    (
        r"to (?:vacate|reconsider|set aside) (?:\w+ ){0,3}?(?:order|dismissal|judgment)\b(?! of default)",
        F.MOT_RECONSIDER,
    ),
    ("to dismiss", F.MOT_DISMISS),
    ("for (?:a )?more definite statement", F.MOT_MORE_DEFINITE_STATEMENT),
    ("to strike", F.MOT_STRIKE),
    ("for (?:partial )?judgment on the pleadings", F.MOT_JUDGMENT_ON_PLEADINGS),
    ("to compel (?:\\w+ )?arbitration", F.MOT_COMPEL_ARBITRATION),
    # a party may be compelled to more than discovery: "to Compel Defendant to Make Known Whether …"
    (
        r"to compel(?! debtor| assumption| trustee| (?:defendant|plaintiff)s? to (?!produce|answer|respond|disclose|provide|supplement))",
        F.MOT_COMPEL_DISCOVERY,
    ),
    ("to remand", F.MOT_REMAND),
    ("to change venue|for change of venue", F.MOT_CHANGE_OF_VENUE),
    ("to transfer", F.MOT_TRANSFER),
    ("for partial summary judgment", F.MOT_PARTIAL_SUMMARY_JUDGMENT),
    ("for summary judgment", F.MOT_SUMMARY_JUDGMENT),
    ("for (?:entry of )?default judgment", F.MOT_DEFAULT_JUDGMENT),
    ("for (?:clerk'?s )?entry of (?:clerk'?s )?default", F.MOT_ENTRY_OF_DEFAULT),
    (
        r"(?:for leave )?(?:to )+(?:file )?(?:an? |his |her |their |its )?(?:first |second |third )?amend(?:ed)? (?!judgment|order)",
        F.MOT_AMEND,
    ),
    ("to intervene", F.MOT_INTERVENE),
    (r"to (?:join|add) part(?:y|ies)", F.MOT_JOIN),
    (r"to substitute (?:party|parties|plaintiff|defendant)", F.MOT_SUBSTITUTE),
    (
        "to substitute (?:attorney|counsel)|for (?:leave to )?withdraw(?:al)? (?:of|as) … (?:attorney|counsel)",
        F.MOT_WITHDRAW_COUNSEL,
    ),
    (
        r"(?:for leave )?to withdraw (?:as|appearance|following|by|of)|of … counsel to withdraw|for … to withdraw as counsel",
        F.MOT_WITHDRAW_COUNSEL,
    ),
    ("to consolidate", F.MOT_CONSOLIDATE),
    ("to (?:sever|bifurcate)", F.MOT_SEVER),
    ("for (?:a )?protective order", F.MOT_PROTECTIVE_ORDER),
    ("to quash", F.MOT_QUASH),
    ("to exclude … (?:expert|testimony of)|daubert", F.MOT_EXCLUDE_EXPERT),
    ("in limine", F.MOT_LIMINE),
    ("to suppress", F.CRIM_MOTION_SUPPRESS),
    (
        r"(?:for|to|of) (?:an? |additional |further )*(?:extension|enlargement) of (?:\w+ ){0,2}(?:time|deadlines?|page)|for (?:additional|more) time",
        F.MOT_EXTEND_TIME,
    ),
    (r"to (?:extend|enlarge)(?! exclusiv| automatic stay| stay| the stay)", F.MOT_EXTEND_TIME),
    ("to (?:continue|adjourn|postpone|reschedule|reset)|for (?:a )?continuance", F.MOT_CONTINUE),
    ("(?:for leave )?to (?:file )?(?:\\w+ )?(?:under seal|seal)", F.MOT_SEAL),
    (r"(?:for|to|of) (?:\w+ ){0,6}?pro hac vice|for visiting attorney|for admission of attorney", F.MOT_PRO_HAC_VICE),
    ("(?:for|to) appoint(?:ment)? (?:of )?counsel", F.MOT_APPOINT_COUNSEL),
    ("for (?:a )?temporary restraining order|for tro", F.MOT_TRO),
    ("for (?:a )?preliminary injunction", F.MOT_PRELIMINARY_INJUNCTION),
    (
        r"(?:for|to obtain|to) (?:relief|relieve?)(?: from)? (?:the )?(?:automatic )?stay|to lift (?:the )?stay",
        F.MOT_RELIEF_FROM_STAY,
    ),
    (r"to stay|for (?:a )?stay", F.MOT_STAY),
    ("(?:for|to) (?:class certification|certify (?:a )?class)", F.MOT_CLASS_CERTIFICATION),
    ("(?:for|to) reconsider(?:ation)?", F.MOT_RECONSIDER),
    ("for (?:a )?new trial", F.MOT_NEW_TRIAL),
    (r"for (?:judgment (?:as a matter of law|of acquittal)|jmol|acquittal)", F.MOT_JUDGMENT_AS_MATTER_OF_LAW),
    ("to (?:alter|amend) (?:or amend )?(?:the )?judgment", F.MOT_ALTER_JUDGMENT),
    ("for relief from (?:a )?judgment|to (?:vacate|set aside) … (?:judgment|default)", F.MOT_RELIEF_FROM_JUDGMENT),
    (r"for (?:\w+ ){0,3}(?:attorney'?s?'?|attorneys'?) fees", F.MOT_ATTORNEY_FEES),
    # professionals who are no lawyers are paid by the same application
    (
        r"for (?:\w+ )?compensation(?!.{0,150}\b(?:investment bank|financial advis|accountant|auditor|apprais|auctioneer|realtor|broker))",
        F.MOT_ATTORNEY_FEES,
    ),
    (
        "(?:for|to) (?:leave to )?(?:proceed|appeal|file) (?:in forma pauperis|without prepay\\w+)|in forma pauperis",
        F.MOT_IN_FORMA_PAUPERIS,
    ),
    ("to confirm … award", F.MOT_CONFIRM_AWARD),
    ("to vacate … award", F.MOT_VACATE_AWARD),
    # these stop the search: what follows is what is asked for by another motion, or what it is about
    (
        r"for leave to|to file|for (?:an )?order|re(?:garding)?:?|for (?:emergency |expedited )?hearing|to (?:set|shorten|expedite)",
        F.MOT_MOTION,
    ),
    (r"(?:to|for) (?:use|assume|reject|sell|employ|pay|approve|unseal|limit|appear)", F.MOT_MOTION),
]

# Motions by the name a court's feed gives them, without the word: "Extension of Time to File Answer".
BARE_MOTIONS: list[tuple[str, str]] = [
    ("extension of time … |extension of time", F.MOT_EXTEND_TIME),
    ("in limine", F.MOT_LIMINE),
    ("summary judgment", F.MOT_SUMMARY_JUDGMENT),
    ("default judgment", F.MOT_DEFAULT_JUDGMENT),
    ("dismiss", F.MOT_DISMISS),
    ("compel", F.MOT_COMPEL_DISCOVERY),
    ("appear pro hac vice", F.MOT_PRO_HAC_VICE),
    ("(?:continue|adjourn conference|continuance)", F.MOT_CONTINUE),
    ("remand to state court", F.MOT_REMAND),
    ("seal(?: document| case)?", F.MOT_SEAL),
    ("withdraw as attorney", F.MOT_WITHDRAW_COUNSEL),
    ("(?:reconsideration)", F.MOT_RECONSIDER),
    ("(?:attorney fees)", F.MOT_ATTORNEY_FEES),
    ("(?:leave to (?:file document|appear|proceed)|preclude|conference|discovery|miscellaneous relief)", F.MOT_MOTION),
]

# after "order", within its first words
ORDERS: list[tuple[str, str]] = [
    ("(?:on|granting|denying|re|regarding|approving|granted|finding|adopting|overruling|sustaining)", ""),
    (r"(?:to|setting|of) (?:\w+ ){0,2}show cause(?: hearing)?", F.ORDER_SHOW_CAUSE),
    (
        r"(?:setting|scheduling|for|resetting|rescheduling) (?:\w+ ){0,4}?(?:conference|trial|schedule|deadlines?|hearing|progression)",
        F.ORDER_SCHEDULING,
    ),
    ("(?:setting|scheduling)", F.ORDER_SCHEDULING),
    (r"(?:of|for) (?:temporary |pretrial )?detention|(?:setting )?conditions of release", F.CRIM_BAIL_ORDER),
    (
        "(?:of|for|appointing|appointment)(?: of)? (?=\\w)(?:federal public|public defender|counsel|mediator|guardian|trustee|cja)",
        F.ORDER_APPOINTING,
    ),
    ("appointing", F.ORDER_APPOINTING),
    (
        "of dismissal|dismissing (?:the )?(?:case|action|complaint|adversary|petition|proceeding|appeal)",
        F.JUDG_ORDER_OF_DISMISSAL,
    ),
    ("of remand|remanding (?:the )?(?:case|action|matter)", F.ORDER_REMAND),
    ("of transfer|transferring (?:the )?(?:case|action)", F.ORDER_TRANSFER),
    (r"(?:of )?reassign(?:ing|ment)|of recusal", F.ORDER_REASSIGNMENT),
    ("(?:of )?consolidat(?:ion|ing)", F.ORDER_CONSOLIDATION),
    ("staying|to stay|of stay", F.ORDER_STAYING),
    ("lifting (?:the )?stay", F.ORDER_LIFTING_STAY),
    ("compelling arbitration", F.ORDER_COMPELLING_ARBITRATION),
    ("sealing|to seal", F.ORDER_SEALING),
]
