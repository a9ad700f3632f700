"""The words by which the Supreme Court's and the Texas appellate courts' dockets end a case, or leave doubt of it."""

import re

from docket.choices import CaseDisposition as D

_PETITION = r"petition(?: for (?:a )?writ of certiorari(?: before judgment)?)?"
_WRIT = r"petition for (?:an? (?:extraordinary )?)?writs? of (?:mandamus|prohibition|habeas corpus)"
_GRANTED = r"(?: is| are)? granted(?: limited to .*| in part)?"
_REMANDED = r"(?:,? and (?:the )?case (?:is )?remanded(?: to the [^.;]*)?"
_REMANDED += r"(?: for further (?:proceedings|consideration)[^.;]*)?)?"
_JUDGED = r"(?:adjudged to be|(?:the )?judgment(?: is)?)"
_RULE_46 = r"(?: ?(?:-|–|pursuant to|under) rule 46(?:\.\d)?)?"
_OPINION = r"(?:memorandum )?opinion issued – "
_REVIEW = r"petition for review disposed – (?:filing |petition )?"
_BOTH = r"(?:mandamus|prohibition|habeas corpus)(?: and/or (?:mandamus|prohibition))?"
GRANTED = "granted"
DECIDED = {D.AFFIRMED, D.REVERSED, D.VACATED, D.AFFIRMED_IN_PART}
Forms = tuple[tuple[re.Pattern[str], D | str], ...]


def _forms(*rows: tuple[str, D | str]) -> Forms:
    return tuple((re.compile(words, re.I), disposition) for words, disposition in rows)


# Each sentence of an entry by itself, without its full stop (sup. ct. dockets since 2000).
SUPREME_COURT = _forms(
    (rf"(?:the )?{_PETITION}(?: is| are)? denied", D.REVIEW_DENIED),
    (rf"(?:the )?{_WRIT}(?: and/or {_BOTH})?(?: is| are)? denied", D.WRIT_DENIED),
    (
        rf"(?:the )?(?:{_PETITION}|{_WRIT})(?: is| are)? dismissed{_RULE_46}",
        D.DISMISSED_OTHER,
    ),
    (rf"(?:the )?(?:{_PETITION}|appeal)(?: is)? dismissed for want of jurisdiction", D.DISMISSED_JURISDICTION),
    (r"(?:the )?writ of certiorari(?: is)? dismissed as improvidently granted", D.DISMISSED_OTHER),
    (rf"{_JUDGED} affirmed{_REMANDED}(?: by an equally divided court)?", D.AFFIRMED),
    (rf"{_JUDGED} reversed{_REMANDED}", D.REVERSED),
    (rf"{_JUDGED} vacated{_REMANDED}", D.VACATED),
    (
        rf"{_JUDGED} affirmed in part,?(?: and)? (?:reversed|vacated) in part{_REMANDED}",
        D.AFFIRMED_IN_PART,
    ),
    (r"case considered closed", ""),
    (rf"(?:the )?(?:{_PETITION}|{_WRIT}){_GRANTED}", GRANTED),
    (rf"(?:the )?motion (?:to|for leave to) proceed in forma pauperis and (?:the )?{_PETITION}{_GRANTED}", GRANTED),
)
# The event, its disposition and any remark, each a part between dashes: “Memorandum opinion issued – Affirmed”.
TEXAS = _forms(
    (rf"{_REVIEW}(?:denied|refused)", D.REVIEW_DENIED),
    (rf"{_REVIEW}granted", GRANTED),
    (r"(?:pdr|final) disp – granted", GRANTED),
    (rf"{_REVIEW}dismissed", D.DISMISSED_OTHER),
    (
        r"petition for review disposed – (?:filing |petition )?dismissed (?:for want of jurisdiction|w\.?o\.?j\.?)",
        D.DISMISSED_JURISDICTION,
    ),
    (rf"petition for writ of {_BOTH} disposed – (?:filing |petition )?denied", D.WRIT_DENIED),
    (rf"petition for writ of {_BOTH} disposed – (?:filing |petition )?dismissed", D.DISMISSED_OTHER),
    (r"(?:pdr|final) disp – refused", D.REVIEW_DENIED),
    (r"final disp – affirmed", D.AFFIRMED),
    (r"final disp – reversed(?:[ &/]+(?:and )?(?:remanded|rendered))?", D.REVERSED),
    (r"action taken – hc denied w(?:/o|ithout) written order(?: on tc fndgs[^–]*)?", D.WRIT_DENIED),
    (r"action taken – hc dismissed", D.DISMISSED_OTHER),
    (rf"{_OPINION}affirmed", D.AFFIRMED),
    (rf"{_OPINION}reversed(?:[ &/]+(?:and )?(?:remanded|rendered))?", D.REVERSED),
    (rf"{_OPINION}vacated(?:[ &/]+(?:and )?remanded)?", D.VACATED),
    (
        rf"{_OPINION}affirmed in part[,;]?(?: and)? (?:reversed|vacated)(?:[ &/]+(?:and )?"
        r"(?:remanded|rendered))? in part",
        D.AFFIRMED_IN_PART,
    ),
    (rf"{_OPINION}(?:appeal )?dismissed", D.APPEAL_DISMISSED),
    (
        rf"{_OPINION}(?:appeal )?dismissed for want of prosecution",
        D.DISMISSED_WANT_OF_PROSECUTION,
    ),
    (rf"{_OPINION}(?:appeal )?dismissed for want of jurisdiction", D.DISMISSED_JURISDICTION),
    (r"case transferred from this court to another court of appeals(?: – motion or writ granted)?", D.TRANSFERRED),
)
# Words of an end, or of a grant, that are none of the forms: of one of several petitions, of a part, of one party.
_MATTER = r"(?:petitions?|writs?|(?:cross-)?appeals?|judgments?|cases?)"
_DONE = r"(?:granted|denied|dismissed|refused|affirmed|reversed|vacated|modified|rendered)"
STRANGE_IN_SUPREME_COURT = re.compile(rf"\A{_DONE}\b|\b{_MATTER}\b.*\b(?:{_DONE}|remanded)\b", re.I)
# a writ sent back to the trial court comes again, so that is no end
STRANGE_IN_TEXAS = re.compile(
    r"\A(?:(?:memorandum |per curiam )?opinion issued|petition for .*\bdisposed|(?:pdr|final) disp|action taken)\b"
    rf".*\b{_DONE}\b|\Aorder issued\b.*\b{_MATTER}\b.*\b{_DONE}\b",
    re.I,
)
ASKED_FOR = re.compile(
    r"\A(?:(?:the|joint|unopposed|supplemental|amended) )*(?:motions?|applications?|suggestions?|briefs?|letters?|"
    r"responses?|repl(?:y|ies)|requests?|memorand(?:um|a) (?:of|in)|notices?|waivers?|objections?|oppositions?)\b"
    rf"(?!.*\band (?:the )?{_MATTER}\b)|\bre-?hearing\b|\b(?:filed|received|submitted)\Z",
    re.I,
)
PARTLY = re.compile(
    r"\bas to (?!parts?\b|all but\b)|\botherwise\b|\bremain(?:ing|der)\b|\bother (?:party|part|petition)", re.I
)
# a case number, of this case or another: “Nos. 22-1 and 22-2”, “PD-0123-20”
NUMBER = re.compile(r"\b(?:\d{2}-\d{1,5}|(?:PD|WR|AP)-[\d,]+)\b", re.I)
CONSOLIDATED = re.compile(
    rf"\bconsolidated (?:with|into)\b|\b{_MATTER}\b.{{0,60}}\bconsolidated\b|\bconsolidated {_MATTER}\b", re.I
)
BROUGHT = re.compile(
    r"\A(?:(?:conditional )?cross-)?petition for (?:a )?(?:review|discretionary review|writ of certiorari)\b.*\bfiled\b"
    r"|\Apdr (?:filed|recd)\b|\Anotice of (?:cross-)?appeal (?:filed|received)\b",
    re.I,
)
AGAIN = re.compile(r"\b(?:amended|corrected|supplement\w*|extension|rehearing)\b", re.I)
# Something that may undo an end, and what shows that it did not.
UNDOES = re.compile(
    r"\b(?:reinstat|recall|reopen|set aside|withdrawn by (?:the )?court|restored to|abate)|\border\b.{0,120}\bvacated\b"
    r"|\b(?:re-?hearing|reconsider\w*|reh)\b.{0,80}\bgranted\b|\bgranted\b.{0,80}\bre-?hearing\b",
    re.I,
)
ASKS_AGAIN = re.compile(r"\b(?:re-?hearing|reconsideration|reh)\b.{0,80}\b(?:filed|rec(?:eive)?d|submitted)\b", re.I)
REFUSED_AGAIN = re.compile(
    r"\b(?:re-?hearing|reconsideration|reh)\b.{0,120}\b(?:denied|den|overruled|dismissed|refused)\b|\bmandate issued\b"
    r"|\A\W*judgment issued\b",
    re.I,
)
