"""Numbers that are known only by the words before them: accounts, licences, passports, medical records; birth dates."""

from __future__ import annotations

import re
from collections.abc import Iterator

from docket.personal_data.shape import Finding, Kind

NUMBERED = r"(?:['’]?s)?[\s,]{0,4}(?:(?:is|was|:|=|-)[\s:]{0,4})?(?:id(?:entification)?\b[\s.]{0,3})?(?:nos?\b\.?|num\b\.?|numbers?\b|\#)?[\s.:;=#(\"-]{0,6}(?:(?:is|was|being|of)\b[\s:]{0,4})?"
MUST_BE_NUMBERED = r"(?:['’]?s)?[\s,(]{0,4}(?:id(?:entification)?\b[\s.]{0,3})?(?:(?:nos?\b\.?|num\b\.?|numbers?\b|\#)[\s.:;=#(\"-]{0,6}(?:(?:is|was|being|of)\b[\s:]{0,4})?|:\s{0,6})(?:[A-Z]{2}\s)?"
# Letters and digits, at least five digits, none masked.
NUMBER = r"(?P<n>(?=(?:[A-Z-]*[\s.-]{0,2}\d){5})[A-Z]{0,3}[ -]?\d(?:[ .-]?\s{0,6}[0-9]|[A-Z](?![a-z])){4,19})(?![\w*])(?!-[\w*])"
LABELS = {
    Kind.MEDICAL_RECORD: r"\b(?:medical\s+records?|MRN|MR(?=\s?\#)|hospital\s+no\b\.?|med\.?\s*rec\.?|(?:patient|chart|health\s+record)(?=\s*(?:id|no\b|num|\#|identification)))",
    Kind.PASSPORT: r"\b(?:passport|PPT\b)(?:\s+(?:card|book))?",
    Kind.DRIVERS_LICENCE: r"\b(?:driv(?:er|ing)(?:'?s'?)?\s*,?\s+licen[cs]es?|driver\s+id|C?D\.?L\b\.?|O\.?L\.?N\b\.?|operator'?s\s+licen[cs]e)",
    Kind.ACCOUNT: r"\b(?:(?:bank|checking|savings?|brokerage|credit\s+card|financial|loan|deposit|retirement|401\(?k\)?|IRA|trust)\s{1,4}){0,3}"
    r"(?:accounts?|acc?ts?\b\.?|a/c|routing|ABA|credit\s+card|debit\s+card)",
}
NUMBERED_BY = {Kind.ACCOUNT: MUST_BE_NUMBERED, Kind.DRIVERS_LICENCE: rf"(?:\s*\([A-Z][A-Za-z. ]*\))?{NUMBERED}"}
# “account 1234567”: seven digits and more need no word between.
BARE_ACCOUNT = re.compile(
    r"\b(?:accounts?|acc?ts?\b\.?|a/c)\s+(?P<n>(?!(?:19|20)\d\d-(?:19|20)\d\d\b)\d{3,}[ -]?\d{4,}(?:[ -]?\d+)*)(?![\w*])(?!-[\w*])",
    re.I,
)
PATTERNS = {
    kind: re.compile(rf"{label}{NUMBERED_BY.get(kind, NUMBERED)}(?-i:{NUMBER})", re.I) for kind, label in LABELS.items()
}
ENDING = re.compile(r"ending|last\s+(?:four|4)", re.I)

MONTH = r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\b\.?"
DAY = r"(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?"
YEAR = r"(?:'?\d{2}|(?:18|19|20)\d{2})(?!\d)"
S = r"\s*[-./]\s*"
DATE = (
    rf"(?:(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?:19|20)\d\d(?!\d)|(?:0?[1-9]|1[0-2]){S}{DAY}{S}{YEAR}|{DAY}{S}(?:0?[1-9]|1[0-2]){S}{YEAR}|(?:18|19|20)\d\d{S}(?:0?[1-9]|1[0-2]){S}{DAY}(?!\d)"
    rf"|(?:0[1-9]|1[0-2])\s(?:0[1-9]|[12]\d|3[01])\s(?:18|19|20)\d\d(?!\d)"
    rf"|{MONTH}\s*{DAY}\s*,?\s*(?:18|19|20)\d\d(?!\d)|{DAY}[\s-]*(?:day\s+)?(?:of\s+)?{MONTH}[\s,-]*(?:18|19|20)\d\d(?!\d))"
)
BORN = r"\b(?:D\s?\.?\s?O\s?\.?\s?B\b\s?\.?|dates?\s+of\s+birth|birth\s*-?\s*dates?|birthdays?|was\s+born|born|\bb\.(?=\s?\d))"
# Words that may stand between the name and the date: “born in Albuquerque on”, “(DOB of the patient:”.
BETWEEN = r"(?:['’]s)?[\s,:;=(#-]{0,6}(?:(?:(?:is|was|on|of|the|as|in|at|to|be)\b|(?-i:[A-Z][\w.]{0,20}(?![\w.])))[\s,:;]{0,4}){0,5}"
BIRTH = re.compile(rf"{BORN}(?!-){BETWEEN}(?P<n>{DATE})", re.I)
BIRTH_AFTER = re.compile(
    rf"(?<!\d)(?P<n>{DATE})[\s,;]*[(\[]?\s*(?:D\s?\.?O\.?B\b|date\s+of\s+birth|birth\s*date)", re.I
)


def numbered(text: str) -> Iterator[Finding]:
    """Account, licence, passport and medical record numbers behind their names, whole: not “ending in 1234”."""
    for kind, pattern in (*PATTERNS.items(), (Kind.ACCOUNT, BARE_ACCOUNT)):
        for found in pattern.finditer(text):
            if not ENDING.search(found.group()):
                yield Finding(kind, found.start("n"), found.end("n"))


def birth_date(text: str) -> Iterator[Finding]:
    """A day, a month and a year that are said to be somebody's birth."""
    for pattern in (BIRTH, BIRTH_AFTER):
        for found in pattern.finditer(text):
            yield Finding(Kind.BIRTH_DATE, found.start("n"), found.end("n"))
