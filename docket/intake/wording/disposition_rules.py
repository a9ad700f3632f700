"""The words by which a court says what became of a criminal count, and the words that speak against each: a table.

A line of `OUTCOMES` says: these words mean this, unless others stand beside them. What speaks against every outcome is
in disposition_words.py. Words are regular expressions; case does not count, and white space is one blank. To teach a
wording: a word here, and examples both ways in tests/data/count_dispositions.tsv.

Left out on purpose, since these few words do not say enough: not guilty by reason of insanity, incompetence, a lesser
offence, a pardon, what a mandate leaves of a conviction. Then the court's words are kept and the count says “record
incomplete” until staff have entered the event.
"""

from dataclasses import dataclass

from docket.choices import ClaimEventKind as Kind
from docket.intake.wording.disposition_words import Words

_SPAN = r"(?:\d+|[a-z]+(?:-[a-z]+)?) ?(?:\(\d+\) ?)?-?(?:days?|weeks?|months?|mos?\b\.?|years?|yrs?\b\.?)"
_TERM = rf"(?:an? (?:total )?(?:term|period) of )?(?:{_SPAN}|life)"
_BOP = r"(?:the )?(?:bop\b|(?:federal |u\.?s\.? )?bureau of prisons)"
_NOT = r"\b(?:not|never|neither|nor|no|cannot|\w+n't)\b(?! guilty) (?:\w+ ){0,3}"
"""Before a word: it is denied, at most three words earlier. “Not guilty” is no denial of what follows it."""
_UNGRANTED = r"\A(?!.*\bgrant(?:s|ed|ing)\b).*"
"""Before a word: nothing at all was granted."""
_WHOSE = (
    r"(?:(?:the|an?|oral|joint|unopposed|gov\w*(?:'t)?(?:'?s)?|plaintiff's?|def\w*(?:'?s)?|usa's|united|states'?) )"
    r"{0,4}"
)
_WHOM = r"(?:the )?(?:defendant |dft |deft |him |her |them )?"
_WHO_TRIED = r"(?:a |the )?(?:jury|court|bench|judge)"
_PRISON = r"(?:imprisonment|incarceration|custody|prison|jail|confinement)"


@dataclass(frozen=True, slots=True)
class Rule:
    """An outcome, and its words."""

    kind: Kind
    words_for: Words
    """One of these must stand there."""
    words_against: Words
    """None of these may."""
    words_beside: Words = ()
    """These agree with it: they are taken out before anything that speaks against it is looked for."""


_TRIED: Words = (r"\bmistrial", r"\bjury (?:was )?discharged")
_DEFERRED: Words = (r"\bdiver(?:sion|ted)", r"\bdefer(?:red|ral)", r"\bpre-?trial probation")
_MOVED: Words = (r"\btransfer", r"\brule 2[01]\b")
_DROPPED: Words = (r"\bdismiss", r"\bnol(?:le)?\.? ?pros", r"\bnolle\b", r"\bdropped\b")
_FREED: Words = (r"\bacquit", r"\bnot[ -]+guilty\b", r"\brule 29\b", r"\binnocen")
_DECIDED: Words = (r"(?<!not )(?<!not-)\bguilty\b", r"\bconvict", r"\bnolo\b", r"\bno contest\b")
_PUNISHED: Words = (
    r"\bsentenced?\b",
    r"\bimprison",
    r"\bincarcerat",
    r"\bbureau of prisons\b",
    r"\bbop\b",
    r"\bjail\b",
)
_PUNISHED += (r"\bsupervised release\b", r"\btime served\b", r"\bspecial assessment\b", rf"{_SPAN} (?:of )?probation\b")
_PUNISHED += (rf"\bprobation\b[^.;]{{0,20}}{_SPAN}", rf"{_SPAN} (?:in |of )?(?:custody|confinement|prison)")

OUTCOMES = (
    Rule(
        Kind.ACQUITTED,
        (
            rf"\b(?:found|finds?|finding of|adjudged) {_WHOM}not[ -]+guilty\b",
            r"\b(?:verdict|jury)(?:'s)?(?: verdict)?(?: is| was| of|:| -)* ?not[ -]+guilty\b",
            rf"\bnot[ -]+guilty (?:verdict|finding|by {_WHO_TRIED}|after (?:{_WHO_TRIED}|(?:a )?trial))",
            r"\bacquitted\b",
            r"\b(?:judgment|verdict|order) of acquittal\b",
            r"\bacquittal (?:is |was )?(?:entered|granted|ordered|by)\b",
        ),
        (
            *(_TRIED + _DEFERRED + _MOVED + _DROPPED + _DECIDED + _PUNISHED),
            r"\bplea",
            r"\bpl(?:ed|eads?)\b",
            rf"{_UNGRANTED}\bmotion",
            rf"{_NOT}(?:acquit|verdict|judgment|find)",
            r"\bpreviously\b",
        ),
    ),
    Rule(
        Kind.NOLLE_PROSEQUI,
        (r"\bnol(?:le)?\.? ?pros(?:equi|eque|sed|sequi|equied|'d|d)?\b",),
        (
            *(_TRIED + _DEFERRED + _MOVED + _FREED + _DECIDED + _PUNISHED),
            r"\bdismiss",
            rf"{_UNGRANTED}\bmotion",
            r"\bnotice\b",
            rf"{_NOT}nol",
        ),
    ),
    Rule(
        Kind.DISMISSED_CRIMINAL,
        (
            r"\bdismissed\b",
            r"\bdismissal (?:is |was )?(?:granted|entered|ordered|with|without|by|on|upon|per)\b",
            r"\b(?:order|judgment) of dismissal\b",
            r"\b(?:motion|mtn) (?:to|for) dismiss(?:al)?\b[^.;,]{0,40}\bgranted\b",
            rf"\bgrant(?:s|ed|ing) {_WHOSE}(?:motion|mtn|leave) (?:to|for) dismiss(?:al)?\b",
            r"\border(?:s|ed)? dismissing\b",
            r"\A\W*dismissal\W*\Z",
        ),
        (
            *(_TRIED + _DEFERRED + _MOVED + _FREED + _DECIDED + _PUNISHED),
            rf"{_NOT}(?:dismiss|grant)",
            rf"{_UNGRANTED}\b(?:motions?|mtn) (?:to dismiss|for dismissal)",
            r"\bmotions?\b.*\bmotions?\b",
            r"\b(?:motion|appeal|petition|forfeiture|allegation)s? (?:is |was |were )?dismissed",
            r"\b(?:juror|jury|witness|counsel|attorney)s? (?:is |was |were )?dismissed",
            r"\bjuror",
            r"\bnol(?:le|\b)",
            r"\brein?stat",
            r"\bre-?fil",
            r"\bre-?indict",
        ),
        (
            r"\b(?:at|on|upon) (?:the )?request of\b",
            r"\b(?:death of|(?:def(?:endan)?t|dft)(?: is)?(?: now)? deceased)\b",
        ),
    ),
    Rule(
        Kind.MISTRIAL,
        (r"\bmistrial(?: (?:is |was )?(?:declared|granted|ordered))?", r"\bdeclar(?:es|ed|ing) a mistrial"),
        (
            *(_DEFERRED + _MOVED + _DROPPED + _FREED + _DECIDED + _PUNISHED),
            rf"{_NOT}mistrial",
            rf"{_UNGRANTED}\bmotion",
            r"\bplea",
        ),
        (
            r"\b(?:the )?jury (?:was )?(?:could not|unable to|cannot) (?:agree|reach a (?:unanimous )?verdict)",
            r"\b(?:hung jury|jury (?:was )?deadlocked|(?:the )?jury (?:was )?discharged)",
            r"\b(?:pending|awaiting) (?:a )?re-?trial",
            r"\bre-?trial (?:is |to be )?(?:set|scheduled)(?: (?:for|on))?",
        ),
    ),
    Rule(
        Kind.DEFERRED,
        (
            r"\bpre-?trial diversion\b",
            r"\bdiverted\b",
            r"\bdiversion (?:agreement|program|for)",
            r"\bdeferred (?:prosecution|adjudication)\b",
        ),
        (
            *(_TRIED + _MOVED + _DROPPED + _FREED + _DECIDED),
            *(
                r"\bsentenced?\b",
                r"\bimprison",
                r"\bincarcerat",
                r"\bbop\b",
                r"\bbureau of prisons\b",
                r"\btime served\b",
            ),
            *(
                r"\bsupervised release\b",
                r"\bspecial assessment\b",
                r"\bjail\b",
                rf"{_SPAN} (?:in |of )?(?:custody|confinement|prison)",
            ),
            rf"{_NOT}(?:diver|defer|eligib|enter|accept|approv)",
            rf"\bprobation\b[^.;]{{0,20}}{_SPAN}",
            rf"{_SPAN} (?:of )?probation\b(?! supervision)",
            *(
                r"\bterminat",
                r"\bcomplet",
                r"\bfail",
                r"\bremov",
                r"\bunsuccess",
                r"\bineligib",
                r"\beligib",
                r"\bapplication",
            ),
            *(r"\bconsider", r"\bevaluat", r"\bmotion\b", r"\bnegotiat", r"\boffer"),
        ),
    ),
    Rule(
        Kind.TRANSFERRED,
        (
            r"\btransferred (?:under|pursuant to|per) rule 2[01]\b",
            r"\btransferred (?:under|pursuant to|per) (?:fed\. ?r\. ?crim\. ?p\.|f\.?r\.?cr\.?p\.?) ?(?:rule )?2[01]\b",
            r"\brule 2[01] transfer\b",
            r"\btransferred (?:out )?to (?:the )?(?:(?:north|south|east|west)ern |middle |central )?district of [a-z]",
        ),
        (
            *(_TRIED + _DEFERRED + _DROPPED + _FREED + _DECIDED + _PUNISHED),
            rf"{_NOT}transfer",
            *(r"\bconsent", rf"{_UNGRANTED}\bmotion", r"\btransferred (?:in|from|back)\b", r"\btransfer (?:in|from)\b"),
            *(r"\bjurisdiction\b", r"\bprobation\b", r"\bsupervis"),
        ),
    ),
    Rule(
        Kind.SENTENCED,
        (
            r"\bsentenced (?:to|on|for)\b",
            r"\bsentence (?:is |was )?imposed\b",
            r"\bsentence(?: of|:| -)",
            rf"\bcommitted to (?:the )?custody of {_BOP}",
            rf"\bcustody of {_BOP}[^a-z0-9]{{0,4}}(?:for )?{_TERM}",
            rf"\b(?:bop|bureau of prisons|custody|jail)[^a-z0-9]{{0,4}}(?:for )?{_TERM}",
            rf"\b(?:imprison(?:ment|ed)|incarcerat(?:ion|ed))[^a-z0-9]{{0,4}}(?:for )?(?:of )?{_TERM}",
            rf"\b(?:{_SPAN}|life) (?:of |in )?(?:the )?(?:custody of )?(?:{_BOP}|{_PRISON})\b",
            rf"\bprobation\b[^.;]{{0,20}}{_SPAN}",
            rf"{_SPAN} (?:of |on )?(?:supervised |unsupervised )?(?:probation|supervised release)\b",
            rf"\bsupervised release\b[^.;]{{0,20}}(?:{_SPAN}|life)",
            r"(?<!credit for )\btime served\b",
            r"\$ ?\d[\d,.]* (?:mandatory )?special assessment\b",
            r"\bspecial assessment\b[^.;]{0,12}\$ ?\d",
        ),
        (
            *(_TRIED + _DEFERRED + _MOVED + _DROPPED + _FREED),
            rf"{_NOT}(?:sentenc|impos|imprison|incarcerat)",
            r"\bsentence (?:has |was |is )?(?:not|never|suspended)\b",
            *(
                r"\bsentencing\b",
                r"\bimposition of sentence",
                r"\bsuspended\b",
                r"\bmodif",
                r"\bcontempt",
                r"\bdetain",
                r"\barrest",
            ),
            *(r"\bdetention hearing", r"\bpre-?trial\b", r"\bserving\b", r"\bremission\b", r"\bsought\b"),
            r"\bfor (?:an? )?(?:\w+ ){0,2}(?:evaluation|examination|study)\b",
        ),
        (
            r"\b(?:the )?court (?:also |further |strongly )?recommends\b",
            r"\brecommendations? (?:to|that) (?:the )?bop\b",
            r"\bsentencing (?:hearing )?held\b",
        ),
    ),
    Rule(
        Kind.CONVICTED,
        (
            rf"\bfound {_WHOM}guilty\b",
            r"\bconvicted\b",
            r"\bguilty verdict\b",
            r"\bverdict(?: is| was| of|:| -)* ?guilty\b",
            rf"\bguilty by {_WHO_TRIED}\b",
            rf"\bguilty after (?:{_WHO_TRIED} |a )?trial\b",
        ),
        (
            *(_TRIED + _DEFERRED + _MOVED + _DROPPED + _FREED),
            rf"{_NOT}(?:convict|found|guilty|verdict)",
            *(
                r"\bpreviously\b",
                r"\bprior\b",
                r"\bonce convicted",
                r"\bwhen convicted",
                r"\bafter (?:being )?convicted",
            ),
        ),
        (
            r"\bsentencing (?:hearing )?(?:is )?(?:set|scheduled|pending|continued)(?: (?:for|on|to)\b)?",
            r"\b(?:awaiting|pending) sentencing\b",
        ),
    ),
    Rule(
        Kind.PLEA,
        (
            r"\bpl(?:eads?|eaded|ed) (?:guilty|nolo contendere|no contest)\b",
            r"\bplea(?: of|:| -)* ?(?:guilty|nolo contendere|no contest)\b",
            r"\bguilty plea\b",
            r"\bnolo contendere\b",
        ),
        (
            *(_TRIED + _DEFERRED + _MOVED + _DROPPED + _FREED),
            rf"{_NOT}(?:plead|pled|plea|accept|enter|guilty|nolo)",
            *(
                r"\balford\b",
                r"\bplea (?:offer|deal|hearing|negotiat|bargain)",
                r"\bchange of plea",
                r"\bnotice\b",
                r"\bto plead\b",
            ),
        ),
        (
            r"\bsentencing (?:hearing )?(?:is )?(?:set|scheduled|pending|continued)(?: (?:for|on|to)\b)?",
            r"\b(?:awaiting|pending) sentencing\b",
        ),
    ),
)

# A sentence follows a conviction, and that a plea or a verdict: the first of those named is where the count stands.
STEPS = (Kind.SENTENCED, Kind.CONVICTED, Kind.PLEA)
