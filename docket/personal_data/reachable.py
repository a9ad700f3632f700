"""Where somebody can be reached: e-mail addresses, telephone numbers, home addresses. Not those of courts."""

from __future__ import annotations

import re
from collections.abc import Iterator

import phonenumbers

from docket.personal_data.shape import Finding, Kind

EMAIL = re.compile(
    r"(?<![\w.+-])[a-z0-9][\w.+-]{0,63}(?:\s{0,2}@\s{0,6}|\s?[\[(]at[\])]\s?)"
    r"(?P<host>[a-z0-9-]+(?:(?:\.\s{0,3}|\s?[\[(]dot[\])]\s?)[a-z0-9-]+)*(?:\.\s{0,3}|\s?[\[(]dot[\])]\s?)[a-z]{2,10})\b",
    re.I,
)
OF_A_COURT = re.compile(r"\.(?:gov|mil)$|courts?\.|courts?\.[a-z.]+$", re.I)

PHONE = re.compile(
    r"(?<![\w$#/])(?<!\d[-.,])(?:\+\d{1,3}[ .-]?(?:\(?\d{1,5}\)?[\s.-]{0,2}){2,5}\d{2,4}|(?:1[ .-]{0,3})?"
    r"(?:\(\s?\d{3}\s?\)\s{0,6}-?|\d{3}(?:[ \t]?[-./][ \t]?|[ \t]+|\s*\n\s*))\d{3}(?:\s?[-.]\s?|\s)\d{4})(?![\w%])(?![-/]\d)"
)
PHONE_LABEL = re.compile(
    r"\b(?:tel(?:ephone)?|ph(?:one)?|cell(?:ular)?|mobile|fax|facsimile)\b[\s.:#]*(?:no\b|number|\#)?[\s.:#]*(?:is\s+)?"
    r"(?P<n>1?[2-9]\d{2}[2-9]\d{6})(?!\w)",
    re.I,
)
# Lines of courts, into which anybody may dial.
PUBLIC_LINE = re.compile(
    r"(?:chambers|clerk|court\w*|judge|dial\w*|dial[\s-]+in|call[\s-]+in|conference|toll[\s-]+free|zoom|webinar|audio|"
    r"access\s+line|help\s*desk|AT&T|teleconference|join|transcri\w+|reporter\w*|RPR|CSR)\b",
    re.I,
)
LOOKS_BACK = 70

SUFFIX = (
    r"(?:Street|St|Avenue|Ave|Av|Road|Rd|Boulevard|Blvd|Drive|Dr|Lane|Ln|Court|Ct|Place|Pl|Way|Terrace|Ter|Circle|Cir|"
    r"Trail|Trl|Parkway|Pkwy|Highway|Hwy|Loop|Square|Sq|Row|Alley|Plaza|STREET|ST|AVENUE|AVE|ROAD|RD|BOULEVARD|BLVD|"
    r"DRIVE|DR|LANE|LN|COURT|CT|PLACE|PL|WAY|CIRCLE|CIR|HIGHWAY|HWY|LOOP)"
)
STREET = re.compile(
    rf"(?<![\w$.,-])\d{{1,6}}(?:-\d{{1,4}})?\s+(?:(?:N|S|E|W|NE|NW|SE|SW|North|South|East|West)\b\.?\s+)?"
    rf"(?:(?:Calle|Camino|Avenida|Via)\s+(?:[A-Z][\w'.]*\s*){{1,3}}|(?:(?:[A-Z][\w'.]*|\d{{1,3}}(?:st|nd|rd|th))\s+){{1,4}}{SUFFIX}\b\.?)"
    rf"(?P<rest>,?\s*(?P<unit>(?:Apt|APT|Apartment|APARTMENT|Unit|UNIT|Lot|Trlr|Space|Spc)\b\.?\s*\#?\s*[\w-]+|\#\s?\w+))?"
    r"(?:,?\s+[A-Z][a-z]+(?:\s[A-Z][a-z]+){0,2},\s*(?:[A-Z]{2}|[A-Z][a-z]+(?:\s[A-Z][a-z]+)?)\.?(?:\s+\d{5}(?:-\d{4})?)?)?"
)
BOX = re.compile(r"\bP\.?\s?O\.?\s+Box\s+\d+,\s+[A-Z][a-z]+(?:\s[A-Z][a-z]+){0,2},\s*[A-Z]{2}\s+\d{5}(?:-\d{4})?")
HOME = re.compile(
    r"\b(?:home|resid(?:es?|ed|ing|ence|ent|ential)|li(?:ves?|ved|ving)|dwell(?:s|ing)|domiciled?|house|apartment|"
    r"address(?:es)?|abode|mailed|returned|undeliverable|sent|moved|served|staying)\b",
    re.I,
)
OFFICE = re.compile(
    r"(?:suite\b|ste\b|floor\b|courtroom|court\s?house|court\b|federal\s+building|law\s+(?:firm|office|group)|LLP|P\.?C\.|"
    r"attorney|counsel|office|building|jail|prison|correction|detention|store|restaurant|hotel|school|hospital|"
    r"corporation|company|\bInc\b|\bLLC\b|business|hearing|premises|headquarters|registered\s+agent)",
    re.I,
)

OFFICE_AFTER = re.compile(r"[\s,.(]*(?:suite|ste|room|\w+\s+floor|courthouse|courtroom|federal\s+building)\b", re.I)


def email(text: str) -> Iterator[Finding]:
    """Not an address of a court or an agency, or of those who transcribe its hearings."""
    for found in EMAIL.finditer(text):
        if PUBLIC_LINE.search(_before(text, found.start())):
            continue
        host = re.sub(r"[\s\[\](]|\)", "", re.sub(r"\s?[\[(]dot[\])]\s?", ".", found["host"], flags=re.I))
        if not OF_A_COURT.search(host):
            yield Finding(Kind.EMAIL, found.start(), found.end())


def telephone(text: str) -> Iterator[Finding]:
    """A number that can be dialled, from the United States or with its country; not a court's, not toll-free."""
    for pattern, group in ((PHONE_LABEL, "n"), (PHONE, 0)):
        for found in pattern.finditer(text):
            if _is_somebodys(found.group(group)) and not PUBLIC_LINE.search(_before(text, found.start())):
                yield Finding(Kind.TELEPHONE, found.start(group), found.end(group))


def _is_somebodys(written: str) -> bool:
    try:
        number = phonenumbers.parse(" ".join(written.split()), "US")
    except phonenumbers.NumberParseException:
        return False
    kind = phonenumbers.number_type(number)
    return phonenumbers.is_valid_number(number) and kind != phonenumbers.PhoneNumberType.TOLL_FREE


def home_address(text: str) -> Iterator[Finding]:
    """A street with its number where somebody is said to live or to get mail, or with an apartment; no office."""
    for found in STREET.finditer(text):
        before, after = _before(text, found.start()), text[found.end() : found.end() + 30]
        is_home = bool(found["unit"] and re.match(r"(?i)apt|apartment|trlr|lot", found["unit"])) or HOME.search(before)
        if is_home and not OFFICE.search(before) and not OFFICE_AFTER.match(after):
            yield Finding(Kind.HOME_ADDRESS, found.start(), found.end())
    for found in BOX.finditer(text):
        if HOME.search(before := _before(text, found.start())) and not OFFICE.search(before):
            yield Finding(Kind.HOME_ADDRESS, found.start(), found.end())


def _before(text: str, start: int) -> str:
    return text[max(0, start - LOOKS_BACK) : start]
