"""How clerks shorten the name of a party when they say who filed. Data."""

# Where the name proper ends: what follows it in a list of parties is about the party. "…" and spaces as in `wording`.
NAME_ENDS = (
    r",? (?:also|formerly|now) (?:known|doing business) as\b",
    r",? (?:doing business as|a/k/a|aka|f/k/a|fka|n/k/a|d/b/a|dba)\b",
    r",? (?:individually|in (?:his|her|its|their|the) (?:\w+ )?capacit(?:y|ies)|as (?:an? |the )?(?:co-?)?(?:trustee|executor|executrix|administrat\w+|personal representative|guardian|receiver|liquidator))\b",
    r",? lead case\b",
    r",? (?:a|an) (?:[\w.'&-]+ ){0,6}(?:corporation|company|partnership|llc|trust|association|bank)\b",
    r",? et al\.?",
)
# What a clerk leaves away at its end.
FORMS = r",? (?:inc|incorporated|corp|corporation|co|company|llc|l\.l\.c|llp|l\.l\.p|lp|l\.p|ltd|limited|n\.a|pllc|p\.c|pc|jr|sr)\.?"
# The same party by other words.
SAME: dict[str, tuple[str, ...]] = {
    "united states of america": ("usa", "united states", "u.s.a.", "the government", "government"),
    "usa": ("united states of america", "united states", "the government", "government"),
    "united states": ("usa", "united states of america", "the government", "government"),
}
# After a shortened name: anything else with a capital may be the rest of another, longer name.
AFTER_SHORT = r"$|\s*[.,;:()\[\]/]|\s+(?:re|as|and|to|for|in|on|of|with|filed|hearing|objections?|responses?|the|who|from|against)\b"
