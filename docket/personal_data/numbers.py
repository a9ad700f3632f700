"""Numbers that are known by their own shape: Social Security, taxpayer, card and IBAN, alien numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator

from stdnum import iban, luhn

from docket.personal_data.shape import Finding, Kind

# Between the groups of a number: at most a line's end with its spaces, one mark and again spaces.
GAP = r"[ \t]*[-./·]?\s{0,8}"
# A digit, perhaps written apart from the next: “2 1 9 - 0 9”.
D = r"\d[ \t]?"
BEFORE = r"(?<![\w$€£#])(?<!\d[-./,])"
AFTER = r"(?![\w%])(?![-./,]\d)"
SSN_LABEL = r"(?:S\.?S\.?N\.?|SS\s?\#|soc(?:ial)?\.?\s+sec(?:urity)?\.?|social\s+insurance)"
TIN_LABEL = r"(?:F?(?:I|E)\.?I\.?N\b\.?|I?TIN\b|employer\s+identification(?=\s+n)|(?:fed(?:eral)?\.?\s+)?tax(?:payer)?(?:[\s-]+(?:id(?:entification)?|identifying))?)"
NUMBER_WORD = r"(?:['’]?s)?\s{0,4}(?:id(?:entification)?\b)?[\s.,:;#/(-]{0,6}(?:no\b|nos\b|num\b|number|numbers|\#)?[\s.,:;#=()-]{0,8}"
IS = r"(?:(?:is|was|being|of|as|:)[\s:]{1,4})?"

SEPARATED = re.compile(
    rf"{BEFORE}(?P<a>\d{{3}}|\d[ \t]\d[ \t]\d)(?P<one>\s*[-.·/]\s*|[ \t]+|\s*\n\s*)(?P<g>\d{{2}}|\d[ \t]\d)"
    rf"(?P<two>\s*[-.·/]\s*|[ \t]+|\s*\n\s*)(?P<s>\d{{4}}|\d[ \t]\d[ \t]\d[ \t]\d){AFTER}"
)
OF_PAPERS = re.compile(r"\b(?:exhibits?|exs?\.|bates|parcel|patent|pages?|pp?\.)\s*(?:nos?\.?)?\s*$", re.I)
LABELLED_SSN = re.compile(rf"\b{SSN_LABEL}{NUMBER_WORD}{IS}(?P<n>(?:\d[\s.·/-]{{0,3}}){{8}}\d){AFTER}", re.I)
LABELLED_TIN = re.compile(
    rf"\b{TIN_LABEL}{NUMBER_WORD}{IS}(?P<n>\d{{2}}\s?-\s?\d{{7}}|(?:\d[\s.·/-]{{0,3}}){{8}}\d){AFTER}", re.I
)
CARD = re.compile(rf"(?<![\w$€£])(?<!\d[-./,])(?<![a-z]-)\d(?:[ \t]?[-.·]?\s{{0,8}}\d){{12,18}}{AFTER}", re.I)
CARD_SHAPES = {  # first digits → lengths, by issuer (ISO/IEC 7812)
    r"4": (13, 16, 19),
    r"5[1-5]|222[1-9]|22[3-9]|2[3-6]|27[01]|2720": (16,),
    r"3[47]": (15,),
    r"6011|64[4-9]|65": (16, 19),
    r"30[0-5]|36|38": (14,),
    r"35(?:2[89]|[3-8])": (16,),
    r"62": (16, 17, 18, 19),
}
IBAN = re.compile(r"(?<!\w)[A-Z]{2}\d{2}(?:[ \t\n.-]{0,2}[A-Z0-9]){11,30}(?!\w)")
ALIEN = re.compile(
    r"(?<![\w-])A[ \t]?(?:\#|No\.?|Number|Nos\.?)?[ \t:#-]{0,3}"
    r"(?P<n>\d{3}[-. ]\d{3}[-. ]\d{3}|\d{2}[-. ]\d{3}[-. ]\d{3}|\d{3}\s?-?\s?\d{3}\s?-?\s?\d{3}|\d{8,9})(?![\w])(?!-\d)"
)
LABELLED_ALIEN = re.compile(
    rf"\b(?:alien(?:\s+registration)?|A-|USCIS)\s*(?:file\s*)?(?:no\b|number|\#){NUMBER_WORD}{IS}"
    r"(?P<n>A?[\s-]*(?:\d[\s.-]{0,2}){7,8}\d)(?!\w)",
    re.I,
)


def social_security(text: str) -> Iterator[Finding]:
    """Three, two and four digits; nine in a row only behind their name. 9xx is a taxpayer's (ITIN)."""
    for found in LABELLED_SSN.finditer(text):
        yield _of(found, _kind(_digits(found["n"])) or Kind.SOCIAL_SECURITY, "n")
    for found in SEPARATED.finditer(text):
        kind = _kind(_digits(found.group()))
        if (
            kind
            and not OF_PAPERS.search(text, max(0, found.start() - 20), found.start())
            and _one_mark(found["one"], found["two"])
        ):
            yield _of(found, kind)


def _kind(digits: str) -> Kind | None:
    area, group, serial = digits[:3], digits[3:5], digits[5:]
    if group == "00" or serial == "0000" or area in ("000", "666"):
        return None
    if area[0] != "9":
        return Kind.SOCIAL_SECURITY
    return Kind.TAXPAYER if "50" <= group <= "99" else None


def _one_mark(one: str, two: str) -> bool:
    """The same mark between the groups; where a line ends it may be missing once."""
    marks = {mark for gap in (one, two) if (mark := gap.strip())}
    bare = [gap for gap in (one, two) if not gap.strip()]
    return len(marks) <= 1 and (not bare or len(bare) == 2 or any("\n" in gap for gap in bare))


def taxpayer(text: str) -> Iterator[Finding]:
    """An employer's or a taxpayer's number behind its name."""
    return (_of(found, Kind.TAXPAYER, "n") for found in LABELLED_TIN.finditer(text))


def card(text: str) -> Iterator[Finding]:
    """13 to 19 digits that an issuer could have given, with a right check digit (Luhn, ISO/IEC 7812)."""
    for found in CARD.finditer(text):
        if is_card(_digits(found.group())):
            yield _of(found, Kind.CARD)


def is_card(digits: str) -> bool:
    """Whether digits are those of a payment card.

    >>> is_card("4111111111111111"), is_card("4111111111111112")
    (True, False)
    """
    fits = any(re.match(first, digits) and len(digits) in lengths for first, lengths in CARD_SHAPES.items())
    return fits and len(set(digits)) > 1 and luhn.is_valid(digits)


def bank_account(text: str) -> Iterator[Finding]:
    """An IBAN with the right check digits (ISO 13616)."""
    for found in IBAN.finditer(text):
        if end := _end_of_iban(found.group()):
            yield Finding(Kind.ACCOUNT, found.start(), found.start() + end)


def _end_of_iban(written: str) -> int:
    """How many characters of it are an IBAN, words behind it left out; 0: none of it is."""
    ends = [place for place in range(len(written), 14, -1) if written[place - 1].isalnum()]
    return next((end for end in ends if iban.is_valid(re.sub(r"[\s.-]", "", written[:end]))), 0)


def alien(text: str) -> Iterator[Finding]:
    """A with eight or nine digits, or behind its name (8 CFR 1.2)."""
    for pattern in (LABELLED_ALIEN, ALIEN):
        for found in pattern.finditer(text):
            yield _of(found, Kind.ALIEN)


def _digits(written: str) -> str:
    return re.sub(r"\D", "", written)


def _of(found: re.Match[str], kind: Kind, group: str | int = 0) -> Finding:
    return Finding(kind, found.start(group), found.end(group))
