"""Where a line refers to other lines of its docket, and by which number.

Courts print a reference in a handful of ways; each is one expression here, with an example. A number in running text
is no reference: "Count 1", "Rule 12", "Chapter 13".
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from docket.law.reading.clean import end_of_bracket, outermost

DIGIT = re.compile(r"\d")
YEAR = re.compile(r"(?:19|20)\d\d")
MOST = 60  # references of one line: a list of everything is no reference to anything

FILING = (
    r"complaint|motion|application|order|answer|petition|notice|response|stipulation|report|injunction|judgment|indictment"
    r"|hearing|transcript|pleading|appeal|memorandum|declaration|affidavit|plan|objection|opposition"
)

# "(related document(s) 58 Order on …, 59)", "(Related Doc # 9 )", "(RE: related document(s): 2 Chapter 13 Plan …)",
# "(RE: 46 Modified Chapter 13 Plan)"
RELATED_AT_ALL = re.compile(r"related doc|\(re: \d", re.IGNORECASE)
RELATED = re.compile(
    r"(?:\(?(?:re: ?)?\(?related doc(?:ument)?(?:\(s\)|s)?\.?\s*#?:?\s*)+|\(re: (?=\d{1,5} [A-Z](?!\.))", re.IGNORECASE
)
NUMBER_IN_LIST = re.compile(
    r"(?:^|[,;&]|\band\b|\. (?=\d+ [A-Z]))\s*#?\s*\[?(\d{1,5})\]?(?=\s*(?:$|[,;&(\[)-]|\. |and\b|[A-Z]))"
)

# "the 22 MOTION", "re 12 MOTION", "Re: 42 Motion/Application", "(re 82 MOTION …)", "regarding 12", "RE 105 Notice of Appeal, 88 Notice of Appeal"
RE = re.compile(
    r"\b(?:(?:re|regarding):?,? [\[(]?(\d{1,5})(?:-\d{1,2})?[\])]? (?=[A-Z\"(*])(?!U\.? ?S\.?|C\.? ?F\.?|F\.|Fed\b|Days?\b)"
    rf"|(?:the|on|for) \[?(\d{{1,5}})\]? (?=(?:[\w'/-]+ ){{0,2}}?(?:motion|application|petition|request|stipulation)\b)"
    rf"|(?:as to|to|of|in support of|in opposition to|support|opposition),? (?!341\b)\[?(\d{{1,5}})\]? (?=(?:[\w'/-]+ ){{0,8}}?(?:{FILING})\b))",
    re.IGNORECASE,
)
RE_SMALL = re.compile(
    r"\b(?:re|regarding):? (?:doc(?:ket)?\.? ?(?:no\.?|#)? ?)?\[?(\d{1,5})\]?(?=[ ,.;)]|$)(?! (?:days?|months?|years?|U\.?S)\b)",
    re.IGNORECASE,
)
AND_ANOTHER = re.compile(r"[^.();]{0,160}?(?:,|\band) (\d{1,5})(?= [A-Z][\w/]+)")

# "granting 34 Motion", "denying as moot [155] MOTION", "GRANTING 100 STIPULATION", "adopting 12 Report"
RULING = re.compile(
    r"\b(?:grant|deny|deni|approv|overrul|sustain|adopt|strik|withdraw|terminat|defer|dismiss|find|allow|moot|vacat|refer|reinstat|consider|set aside|part|prejudice|modified|moot)(?:r?ing|ed?|s|es)?"
    r"(?: (?:as|in part|and|moot|modified|without prejudice|denying|granting|the|in|part|re)){0,6}[:;,]?(?: (?:the|[\w.&-]+(?:'s|s'|’s|s’)|defendants?|plaintiffs?|joint|unopposed|agreed|motion|application|in its entirety)){0,4} [\[(]?(\d{1,5})(?:-\d{1,2})?[\])]?,? (?=[A-Z])(?!(?:days?|weeks?|months?|years?|hours?|minutes?|pages?)\b)",
    re.IGNORECASE,
)
ALSO_RULED = re.compile(r"[^.();\d]{0,120}?; ?(?:\w+ ){0,6}[\[(]?(\d{1,5})(?=[\])]? [A-Z])")

# "46 motion is GRANTED", "(95) Motion", "Defendants' 84 Motion", "and 7 Motion"
LEADING = re.compile(
    r"(?:(?:^|[.;:,]\s+|\band |\b(?:the|this|said|that) |['’]s? |\bunopposed |\bjoint |setting aside )(?:\[(?=\d+(?:-\d+)?\]))?(\d{1,4})(?:-\d{1,2})?\]? "
    r"(?=(?:[\w'’/-]+ ){0,3}?(?:motion|application|petition|request|stipulation|objection)s?\b)(?!days?\b|(?:amended )?complaint|counts?\b|order\b))",
    re.IGNORECASE,
)
# "Motion to Dismiss (5), denying …", "Motion 5 is GRANTED", "49 is DENIED"
BEHIND_TITLE = re.compile(
    r"\b(?:motions?|applications?|petition|stipulation|request) (?:(?:#|nos?\.?) ?(\d{1,4})\b|(\d{1,4})(?= (?:is|are|and|be)\b)"
    r"|(?:to|for|in|of|by|re) (?:(?!\bas to\b)[^.;:()\[\]\d]){2,90}? \((\d{1,4})\)(?=\s*(?:$|[,.;)]|is\b|are\b|and\b)))"
    r"|(?:\bthe |^|[.;:] )#(\d{1,4})(?= )"
    r"|(?:^|[.;:,]\s+|\band |\bbut )[\[(]?(\d{1,4})[\])]?(?= (?:is|are) (?:hereby )?(?:granted|denied|allowed|approved|overruled|sustained|moot|stricken|withdrawn))",
    re.IGNORECASE,
)
# numbers of something else: "count(s) 1, 2-3, 4", "claims # 5 and 6", "Chapter 13", "Exhibits 1-4"
# "13 Meeting of Creditors Chapter 11 & 12" names the form
CHAPTERS = re.compile(r"\bchapters? \d+ ?(?:&|and|or) ?\d+", re.IGNORECASE)
STATUTE = re.compile(
    r"\b\d+,? ?(?:U\.? ?S\.? ?C|C\.? ?F\.? ?R|F\. ?(?:2d|3d|4th|Supp)|U\. ?S\.|S\. ?Ct|B\.? ?R\b)[. ]*(?:§+|secs?\.|sections?)?\s*\d*[\w()-]*(?:(?:,| and|,? &)? ?(?:§+ ?)?\d+(?:\([\w)(]+)?(?=[,. )]|$))*",
    re.IGNORECASE,
)
OF_SOMETHING_ELSE = re.compile(
    r"\b(?:counts?(?:\(s\))?|cja|claims?(?:\(s\))?(?: ?(?:#|nos?\.?|numbers?))?|chapters?|ch\.|exhibits?|exs?\.|proofs? of claim)[ :]*(?:#? ?\d+[a-z]{0,3}(?: ?- ?\d+[a-z]{0,3})?(?:\s*(?:,|;|&|and|through|to)\s*(?=#? ?\d))?)+",
    re.IGNORECASE,
)

# "(Doc. # 9 )", "(filing no. 48 )", "(ECF No. 12)", "[Dkt. 7]", "Docket No. 3"
NAMED = re.compile(
    r"\b(?:doc(?:ket|ument|\.)?|dkt\.?|ecf|filing|d\.e\.|de)\.? ?(?:entry )?(?:nos?\.?|numbers?|#)? ?#? ?\[?(\d{1,5})(?:-\d{1,2})?\]?(?=[ ,.;)\]]|$)(?!-cv|-cr|/)",
    re.IGNORECASE,
)

# "[31]", "[61-1] Motion", "[R. 11 ]", "[DN 12]"; a case number is [22-5459]
BRACKETED = re.compile(r"\[(?:R\. |DN )?(\d{1,5})(?:-\d{1,2})? ?\]")
# "[1961713-2]": the court's own sequence, with the part of the document
SEQUENCE = re.compile(r"\[(\d{6,10})-\d{1,2}\b")

# the name of the filing, then the number that was a link: "First Amended Complaint, 5 filed by", "preliminary injunction 5 (",
# "RESPONSIVE PLEADING 21 ."
TRAILING = re.compile(
    r"\b[\w)'-]{1,60},? (?!341 \()(\d{1,4})(?= [.;)](?:\s|$)| ?,(?:\s?filed| [A-Z])| (?:filed|as to|by|before|JURY|\())(?! \([^)]{0,30} (?:19|20)\d\d\))",
    re.IGNORECASE,
)
NOT_A_REFERENCE = re.compile(
    r"(?:\b(?:counts?(?:\(s\))?|rules?|chapter|no\.?|nos\.?|#|section|exhibits?|part|volume|vol\.?|form|class|claims?|title|page|pages|courtroom|room|suite"
    r"|at|on|for|days?|jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?"
    r"|dec(?:ember)?|local|local rule|copies|of|amount|fee|receipt|number|article|lot|unit|phase|line|lines|paragraph|through|thru)"
    r"|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.? \d{1,2},?|[#¶§$-])\s*,?\s*$",
    re.IGNORECASE,
)


A_FILING = re.compile(rf"\b(?:{FILING})", re.IGNORECASE)
# "Fed. R. Bankr. P. 5009", "28 U.S.C. 1447"
NO_ENTRY = re.compile(r"\b(?:P\.?|R\.|[CF]\. ?R\.|U\. ?S\. ?C\.?|USC) $")


@dataclass(frozen=True, slots=True)
class Reference:
    """A target and where in the text it stands.

    listed: the words with which a bracket of related documents begins, "" elsewhere; described: what the bracket calls it.
    again: where it is named once more in running text.
    """

    target: str
    start: int
    end: int
    listed: str = ""
    described: str = ""
    again: tuple[int, ...] = ()


def references(text: str) -> list[Reference]:
    """Every reference, each target once, in the order of the text; none at all where there are too many."""
    if not DIGIT.search(text):
        return []
    found: dict[str, Reference] = {}
    again: dict[str, list[int]] = {}
    starts: set[int] = set()
    for reference in sorted(_all(text), key=lambda reference: reference.start):
        if reference.start in starts and not reference.listed:
            continue
        starts.add(reference.start)
        if found.setdefault(reference.target, reference) is not reference and not reference.listed:
            again.setdefault(reference.target, []).append(reference.start)
    if len(found) > MOST:
        return []
    return [
        replace(one, again=tuple(again[one.target][:MOST])) if one.target in again else one for one in found.values()
    ]


def _all(text: str) -> Iterator[Reference]:
    listed = list(_listed(text))
    yield from (reference for _, _, references in listed for reference in references)
    spans = [(start, end) for start, end, _ in listed]
    spans += [match.span() for match in STATUTE.finditer(text)]
    spans += [match.span() for match in OF_SOMETHING_ELSE.finditer(text)]
    for reference in _running(text):
        if not any(start <= reference.start < end for start, end in spans):
            yield reference


def _listed(text: str) -> Iterator[tuple[int, int, list[Reference]]]:
    """Brackets of related documents; what they quote in brackets of their own is not read."""
    position = 0 if RELATED_AT_ALL.search(text) else len(text)
    while match := RELATED.search(text, position):
        end = end_of_bracket(text, match.start()) if text[match.start()] == "(" else _sentence_end(text, match.end())
        inner = text[match.end() : end]
        own = outermost(inner[:-1] if inner.endswith(")") else inner)
        own = CHAPTERS.sub(lambda found: " " * len(found[0]), own)
        numbers = list(NUMBER_IN_LIST.finditer(own))
        starts = [*(number.start() for number in numbers), len(own)]
        yield (
            match.start(),
            end,
            [
                Reference(
                    str(int(number[1])), match.start(), end, match[0].lower(), own[number.end() : following].strip()
                )
                for number, following in zip(numbers, starts[1:], strict=True)
            ],
        )
        position = max(end, match.end())


def _sentence_end(text: str, start: int) -> int:
    end = text.find(".", start)
    return len(text) if end < 0 else end


def _running(text: str) -> Iterator[Reference]:
    yield from (_reference(match) for match in BRACKETED.finditer(text))
    yield from (_reference(match) for match in NAMED.finditer(text))
    yield from (_reference(match) for match in _in_words(text) if not _is_other_number(match))
    for match in SEQUENCE.finditer(text):
        yield Reference(f"@{match[1]}", match.start(1), match.end())


def _in_words(text: str) -> Iterator[re.Match[str]]:
    for expression, further in ((RULING, ALSO_RULED), (RE, AND_ANOTHER)):
        for match in expression.finditer(text):
            yield match
            position = match.end()
            while another := further.match(text, position):
                if not NOT_A_REFERENCE.search(text[max(0, another.start(1) - 24) : another.start(1)]):
                    yield another
                position = another.end()
    yield from RE_SMALL.finditer(text)
    yield from LEADING.finditer(text)
    yield from BEHIND_TITLE.finditer(text)
    for match in TRAILING.finditer(text):
        if not NOT_A_REFERENCE.search(text[max(0, match.start(1) - 24) : match.start(1)]):
            yield match


def _is_other_number(match: re.Match[str]) -> bool:
    """Whether a number in running text is more likely a year, a house or a rule: "Regarding 2007 Toyota Tundra"."""
    group = match.lastindex or 1
    start, end = match.span(group)
    if YEAR.fullmatch(match[group]) or NO_ENTRY.search(match.string, max(0, start - 24), start):
        return True
    near = (max(0, start - 20), start), (end, end + 60)
    return len(match[group]) > 3 and not any(A_FILING.search(match.string, *place) for place in near)


def _reference(match: re.Match[str]) -> Reference:
    group = match.lastindex or 1
    return Reference(str(int(match[group])), match.start(group), match.end(group))
