"""The normal form of a docket number: one for every usual way of writing it in a forum. Pure.

normal("1:03-cr-00076-ABC-DEF-1", "us_district") == "1:03-cr-00076-1"
normal("03cr76", "us_district") == "03-cr-00076"
normal("Case No. 23 STCV 09871", "lasc") == "23STCV09871"

More spellings stand in EXAMPLES. A normal form keeps what distinguishes two cases: the divisional office and the
number of a criminal defendant (1:20-cv-00001 and 2:20-cv-00001 are two cases). It drops what does not: labels,
judges' initials, which change with the judge, the parts' separators, leading zeros. A part that is not told
contradicts nothing: "03cr76" may be the number of 1:03-cr-00076 and of 2:03-cr-00076 (`may_be_one`). A number that
does not have the form of its forum, and one of a forum without a form, is squeezed only. Forms: DOCKET_PATTERNS.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from docket.choices import DOCKET_PATTERNS, DocketPattern

EXAMPLES: tuple[tuple[str, str, str], ...] = (
    # the forum's pattern, as written, normal form
    (DocketPattern.US_DISTRICT, "1:03-cr-00076", "1:03-cr-00076"),
    (DocketPattern.US_DISTRICT, "1:03-cr-76", "1:03-cr-00076"),
    (DocketPattern.US_DISTRICT, "01:03-CR-0076", "1:03-cr-00076"),
    (DocketPattern.US_DISTRICT, "Case No. 1:03-cr-00076-ABC-DEF", "1:03-cr-00076"),
    (DocketPattern.US_DISTRICT, "1:03-cr-00076-ABC-DEF-1", "1:03-cr-00076-1"),
    (DocketPattern.US_DISTRICT, "1:03-cr-00076-N/A-02", "1:03-cr-00076-2"),
    (DocketPattern.US_DISTRICT, "03cr76", "03-cr-00076"),
    (DocketPattern.US_DISTRICT, "03 Cr. 76 (ABC)", "03-cr-00076"),
    (DocketPattern.US_DISTRICT, "Civil Action No. 3:21–cv–01234", "3:21-cv-01234"),
    (DocketPattern.US_DISTRICT, "2021-CV-1234", "21-cv-01234"),
    (DocketPattern.US_BANKRUPTCY, "09-12118", "09-12118"),
    (DocketPattern.US_BANKRUPTCY, "1:09-bk-12118", "1:09-12118-bk"),
    (DocketPattern.US_BANKRUPTCY, "10-01083-8-RDD", "10-01083"),
    (DocketPattern.US_BANKRUPTCY, "10-ap-1083", "10-01083-ap"),
    (DocketPattern.US_APPELLATE, "No. 21-1397", "21-1397"),
    (DocketPattern.US_APPELLATE, "21-01397", "21-1397"),
    (DocketPattern.US_APPELLATE, "2021-1397", "21-1397"),
    (DocketPattern.US_APPELLATE, "21-1397-cv (L)", "21-1397"),
    (DocketPattern.SCOTUS, "No. 21-1397", "21-1397"),
    (DocketPattern.SCOTUS, "22 A 576", "22A576"),
    (DocketPattern.JPML, "MDL No. 2873", "MDL-2873"),
    (DocketPattern.JPML, "mdl-2873", "MDL-2873"),
    (DocketPattern.NM, "D-101-CV-202200244", "D-101-CV-2022-00244"),
    (DocketPattern.NM, "d101cv2022-244", "D-101-CV-2022-00244"),
    (DocketPattern.NM_PRE2000, "D-101-CV-9801525", "D-101-CV-1998-01525"),
    (DocketPattern.NM_APPEALS, "No. 40,123", "A-1-CA-40123"),
    (DocketPattern.NM_SUPREME, "S1SC39123", "S-1-SC-39123"),
    (DocketPattern.NM_METRO, "T4CR2022001234", "T-4-CR-2022-001234"),
    (DocketPattern.LASC, "23STCV09871", "23STCV09871"),
    (DocketPattern.LASC, "23stcv09871", "23STCV09871"),
    (DocketPattern.LASC, "23 STCV 09871", "23STCV09871"),
    (DocketPattern.LASC, "23-STCV-9871", "23STCV09871"),
    (DocketPattern.LASC, "BC 671284", "BC671284"),
    (DocketPattern.LASC_INTERNAL, "23STCV09871;SS;CV", "23STCV09871-SS-CV"),
    (DocketPattern.AAA, "01 22 0001 2345", "01-22-0001-2345"),
    (DocketPattern.JAMS, "JAMS Ref. No. 1220068485", "1220068485"),
    (DocketPattern.ICC, "25123/abc/DEF", "25123"),
    ("", "2:23-cv-01194-MEF-JRA", "2:23-cv-01194"),
    ("", "Index No. 650001/2020", "650001/2020"),
    ("", "A-12 34", "A12-34"),
)

# what stands before a number in captions and letters
LABEL = re.compile(
    r"(?:(?:JAMS|CASE|DOCKET|CAUSE|CIVIL|CRIMINAL|ACTION|INDEX|APPEAL|PETITION|REFERENCE|REF|FILE)\b[.:]?-?)*"
    r"(?:NOS?\.-?|NOS?-(?=[0-9A-Z]+-?[0-9])|NUMBER-|#-?)?:?-?"
)
DASHES = re.compile(r"[\u2010-\u2015\u2212_\s-]+")
UNSEEN = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")
BETWEEN_LETTER_AND_DIGIT = re.compile(r"(?<=[A-Z])-(?=[0-9])|(?<=[0-9])-(?=[A-Z])")
# letters by which the same sort of case is also called
TYPES = {"civ": "cv", "crim": "cr", "cri": "cr", "misc": "mc", "mag": "mj"}
# of a number that looks so, the forum need not be known
UNMISTAKABLE = (
    *(DocketPattern.US_DISTRICT, DocketPattern.JPML, DocketPattern.NM, DocketPattern.NM_PRE2000),
    *(DocketPattern.NM_APPEALS, DocketPattern.NM_SUPREME, DocketPattern.NM_METRO, DocketPattern.LASC),
)
OLDEST = 50  # a year of two digits is of this century below it


@dataclass(frozen=True, slots=True)
class Number:
    """A number taken apart. `office` stands before the core, `mark` behind it: a defendant, "ap", a courthouse."""

    core: str
    office: str = ""
    mark: str = ""

    def __str__(self) -> str:
        return f"{self.office and f'{self.office}:'}{self.core}{self.mark and f'-{self.mark}'}"


def _district(found: re.Match[str]) -> Number:
    letters = found["type"].lower()
    core = f"{found['year'][-2:]}-{TYPES.get(letters, letters)}-{int(found['seq']):05}"
    return Number(core, _office(found), str(int(found["defendant"])) if found["defendant"] else "")


def _bankruptcy(found: re.Match[str]) -> Number:
    kind = found["type"] or found["kind"] or ""
    return Number(f"{found['year'][-2:]}-{int(found['seq']):05}", _office(found), kind.lower())


def _office(found: re.Match[str]) -> str:
    return (found["office"] or "")[-1:]


def _appellate(found: re.Match[str]) -> Number:
    return Number(f"{found['year'][-2:]}-{int(found['seq'])}")


def _new_mexico(found: re.Match[str]) -> Number:
    short = int(found["short"] or 0)
    year = found["year"] or str(short + (1900 if short >= OLDEST else 2000))
    return Number(f"{found['court']}-{found['county']}-{found['type']}-{year}-{int(found['seq'] or found['old']):05}")


def _los_angeles(found: re.Match[str]) -> Number:
    mark = "-".join(part for part in (found["district"], found["division"]) if part)
    if found["old"]:
        return Number(f"{found['old']}{int(found['six']):06}", mark=mark)
    return Number(f"{found['year']}{found['house']}{found['type']}{int(found['seq']):05}", mark=mark)


Form = tuple[re.Pattern[str], Callable[[re.Match[str]], Number]]
DISTRICT: Form = (
    re.compile(
        r"(?:(?P<office>0?[0-9A-Z])[:-])?(?P<year>(?:\d\d)?\d\d)-?"
        r"(?P<type>[A-Z]{1,5}|(?<=-)(?=\d*[A-Z])[A-Z0-9]{1,5}(?=-))\.?-?0{0,9}(?P<seq>\d{1,6})"
        r"(?:-?\(?(?:N/A|P1|[A-Z]{1,5})\)?){0,6}(?:-(?P<defendant>\d{1,3}))?"
    ),
    _district,
)
LOS_ANGELES: Form = (
    re.compile(
        r"(?:(?P<year>\d\d)-?(?P<house>[A-Z]{2})-?(?P<type>[A-Z]{2})-?(?P<seq>\d{1,5})|(?P<old>[A-Z]{1,3})-?"
        r"(?P<six>\d{1,6}))(?:[;-](?P<district>[A-Z]{2,3})[;-](?P<division>[A-Z]{2}))?"
    ),
    _los_angeles,
)
NEW_MEXICO: Form = (
    re.compile(
        r"(?P<court>[DM])-?(?P<county>\d{3,4})-?(?P<type>[A-Z]{2})-?"
        r"(?:(?P<year>(?:19|20)\d\d)-?(?P<seq>\d{1,5})|(?P<short>\d\d)-?(?P<old>\d{1,5}))"
    ),
    _new_mexico,
)
FORMS: dict[str, Form] = {
    DocketPattern.US_DISTRICT: DISTRICT,
    DocketPattern.US_DISTRICT_SEARCH: DISTRICT,
    DocketPattern.US_APPELLATE: (
        re.compile(r"(?P<year>(?:\d\d)?\d\d)-0{0,9}(?P<seq>\d{1,6})(?:-?\(?[A-Z]{1,4}\)?){0,4}"),
        _appellate,
    ),
    DocketPattern.SCOTUS: (
        re.compile(r"(?P<year>\d\d)(?:-|-?(?P<sort>[AMO])-?)0{0,9}(?P<seq>\d{1,6})"),
        lambda found: Number(f"{found['year']}{found['sort'] or '-'}{int(found['seq'])}"),
    ),
    DocketPattern.US_BANKRUPTCY: (
        re.compile(
            r"(?:(?P<office>0?[0-9A-Z])[:-])?(?P<year>(?:\d\d)?\d\d)-?(?:-|(?P<type>BK|AP|MP)-?)(?P<seq>\d{1,5})"
            r"(?:-(?P<kind>BK|AP|MP)|(?:-[0-9A-Z]+){0,4})"
        ),
        _bankruptcy,
    ),
    DocketPattern.JPML: (
        re.compile(r"(?:MDL-?(?:DOCKET-?)?(?:NO\.?-?)?)?(?P<seq>\d{1,5})"),
        lambda found: Number(f"MDL-{int(found['seq'])}"),
    ),
    DocketPattern.NM: NEW_MEXICO,
    DocketPattern.NM_PRE2000: NEW_MEXICO,
    DocketPattern.NM_APPEALS: (
        re.compile(r"(?:A-?1-?CA-?)?(?P<seq>\d\d,?\d{3})"),
        lambda found: Number(f"A-1-CA-{found['seq'].replace(',', '')}"),
    ),
    DocketPattern.NM_SUPREME: (
        re.compile(r"(?:S-?1-?SC-?)?(?P<seq>\d\d,?\d{3})"),
        lambda found: Number(f"S-1-SC-{found['seq'].replace(',', '')}"),
    ),
    DocketPattern.NM_METRO: (
        re.compile(r"T-?4-?(?P<type>[A-Z]{2})-?(?P<year>\d{4})-?(?P<seq>\d{1,6})"),
        lambda found: Number(f"T-4-{found['type']}-{found['year']}-{int(found['seq']):06}"),
    ),
    DocketPattern.LASC: LOS_ANGELES,
    DocketPattern.LASC_OLD: LOS_ANGELES,
    DocketPattern.LASC_INTERNAL: LOS_ANGELES,
    DocketPattern.AAA: (
        re.compile(r"(\d\d)-?(\d\d)-?(\d{4})-?(\d{4})"),
        lambda found: Number("-".join(found.groups())),
    ),
    DocketPattern.JAMS: (re.compile(r"\d{10}"), lambda found: Number(found[0])),
    # the letters are those of the secretariat's team, which changes
    DocketPattern.ICC: (re.compile(r"(\d{4,6})(?:-?/-?[A-Z]{2,4})*"), lambda found: Number(found[1])),
}


def parsed(text: str, pattern: str = "") -> Number:
    """A number as written, by the form of its forum (a DocketPattern, "" for none); empty core for text without one."""
    plain = _plain(text)
    form = FORMS.get(pattern or _unmistakable(plain))
    match = form[0].fullmatch(plain) if form else None
    return form[1](match) if form and match else Number(BETWEEN_LETTER_AND_DIGIT.sub("", plain))


def normal(text: str, pattern: str = "") -> str:
    """The normal form of a number as written, "" for text without letters and digits."""
    return str(parsed(text, pattern))


def may_be_one(one: str, other: str, pattern: str = "") -> bool:
    """Whether two numbers of a forum can be the same case's: of one core, and no part told by both differs."""
    first, second = parsed(one, pattern), parsed(other, pattern)
    parts = ((first.office, second.office), (first.mark, second.mark))
    return first.core == second.core and bool(first.core) and not any(a and b and a != b for a, b in parts)


def searched(text: str) -> frozenset[Number]:
    """What somebody may mean who types a number without its forum: its normal form in every forum that has such."""
    plain = _plain(text)
    if not any(letter.isdigit() for letter in plain):
        return frozenset()
    return frozenset({parsed(text), *_in_each_form(plain)})


def _in_each_form(plain: str) -> Iterable[Number]:
    for form, build in FORMS.values():
        if match := form.fullmatch(plain):
            yield build(match)


def _plain(text: str) -> str:
    """Capital letters, without a label before the number, one hyphen for each gap."""
    plain = UNSEEN.sub("", unicodedata.normalize("NFKC", text)).upper()
    plain = LABEL.sub("", DASHES.sub("-", plain).strip("-"), count=1) if plain.strip() else ""
    return plain.strip("-.,;:#")


def _unmistakable(plain: str) -> str:
    return next((pattern for pattern in UNMISTAKABLE if re.fullmatch(DOCKET_PATTERNS[pattern], plain)), "")
