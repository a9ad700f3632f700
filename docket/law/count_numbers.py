"""How many counts of an indictment one line of a criminal docket stands for: courts list those of one charge together.

“18:1344 BANK FRAUD(5-20)” is sixteen counts, “18:1343 WIRE FRAUD(1s, 3ss-5ss)” four. Pure.
"""

import re

_NUMBER = r"\d{1,4}(?:s{1,6}|r{1,3})?"
"""A count's number; each “s” stands for one superseding indictment, “r” for a redacted one."""
_ITEM = rf"({_NUMBER})(?:\s?[-–]\s?({_NUMBER}))?"
LISTED = re.compile(rf"\(\s*(?:counts?\s+)?((?:{_ITEM}(?:\s*[,;&]\s*|\s+and\s+)?)+)\)\s*\Z", re.I)
ITEM = re.compile(_ITEM, re.I)
MOST = 1000


def counts_in(title: str) -> int:
    """The number of counts that the bracket at the end of a title lists; 1 where it lists none."""
    found = LISTED.search(title)
    return sum(_between(first, last) for first, last in ITEM.findall(found[1])) if found else 1


def _between(first: str, last: str) -> int:
    """The counts of one item; a span that runs backwards, or is too long to be one, is taken for its two ends."""
    if not last:
        return 1
    span = int(re.sub(r"\D", "", last)) - int(re.sub(r"\D", "", first)) + 1
    return span if 1 <= span <= MOST else 2
