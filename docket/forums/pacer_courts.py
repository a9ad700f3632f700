"""Which federal court served a page: by the addresses in it and by its heading. The parser asks neither."""

import re
from collections import Counter

HOST = re.compile(r"https?://ecf\.([a-z]{2,6}\d{0,2})(?:-mega)?\.uscourts\.gov", re.I)
DIRECTIONS = {"northern": "n", "southern": "s", "eastern": "e", "western": "w", "middle": "m", "central": "c"}
STATES = {
    "alabama": "al", "alaska": "ak", "arizona": "az", "arkansas": "ar", "california": "ca",
    "colorado": "co", "connecticut": "ct", "delaware": "de", "district of columbia": "dc",
    "columbia": "dc", "florida": "fl", "georgia": "ga", "guam": "gu", "hawaii": "hi", "idaho": "id",
    "illinois": "il", "indiana": "in", "iowa": "ia", "kansas": "ks", "kentucky": "ky",
    "louisiana": "la", "maine": "me", "maryland": "md", "massachusetts": "ma", "michigan": "mi",
    "minnesota": "mn", "mississippi": "ms", "missouri": "mo", "montana": "mt", "nebraska": "ne",
    "nevada": "nv", "new hampshire": "nh", "new jersey": "nj", "new mexico": "nm", "new york": "ny",
    "north carolina": "nc", "north dakota": "nd", "northern mariana islands": "nmi", "ohio": "oh",
    "oklahoma": "ok", "oregon": "or", "pennsylvania": "pa", "puerto rico": "pr", "rhode island": "ri",
    "south carolina": "sc", "south dakota": "sd", "tennessee": "tn", "texas": "tx", "utah": "ut",
    "vermont": "vt", "virgin islands": "vi", "virginia": "va", "washington": "wa",
    "west virginia": "wv", "wisconsin": "wi", "wyoming": "wy",
}  # fmt: skip
# Longest first: "west virginia" before "virginia", "northern mariana islands" before a direction.
_STATE = "|".join(sorted(STATES, key=len, reverse=True))
_DIRECTION = "|".join(DIRECTIONS)
HEADINGS = (
    re.compile(rf"(?:(?P<direction>{_DIRECTION}) )?district (?:court )?(?:of|for)(?: the)? (?P<state>{_STATE})\b"),
    re.compile(rf"(?P<state>{_STATE}) (?P<direction>{_DIRECTION}) district\b"),
    re.compile(rf"district court,? (?P<state>{_STATE}) (?P<direction>{_DIRECTION})\b"),
    re.compile(rf"district court,? (?:district of )?(?P<state>{_STATE})\b"),
)
NAMED = (
    ("court of international trade", "cit"),
    ("court of federal claims", "cofc"),
    ("panel on multidistrict litigation", "jpml"),
)
CIRCUITS = {
    "first circuit": "ca1", "second circuit": "ca2", "third circuit": "ca3", "fourth circuit": "ca4",
    "fifth circuit": "ca5", "sixth circuit": "ca6", "seventh circuit": "ca7", "eighth circuit": "ca8",
    "ninth circuit": "ca9", "tenth circuit": "ca10", "eleventh circuit": "ca11",
    "district of columbia circuit": "cadc", "federal circuit": "cafc", "veterans claims": "cavc",
}  # fmt: skip
APPELLATE_NAMES = re.compile(
    r"(?:court of appeals for|(?P<panel>bankruptcy appellate panel)(?: of| for)?)"
    rf" (?:the )?(?P<circuit>{'|'.join(CIRCUITS)})"
)
# Where PACER's name of a court and the forum table's id (courts-db) differ.
FORUM_IDS = {"azb": "arb", "neb": "nebraskab", "cofc": "uscfc"}
PACER_IDS = {forum: pacer for pacer, forum in FORUM_IDS.items()}

BANKRUPTCY = re.compile(rf"(?:{'|'.join(sorted(set(STATES.values()), key=len, reverse=True))})[nsewmc]?b")
# Where most of a state lies; the courts of appeals write their own zone.
ZONES = {
    "America/Chicago": "al ar ia il ks la mn mo ms nd ne ok sd tn tx wi",
    "America/Denver": "co id mt nm ut wy",
    "America/Phoenix": "az",
    "America/Los_Angeles": "ca nv or wa",
    "America/Anchorage": "ak",
    "Pacific/Honolulu": "hi",
    "America/Puerto_Rico": "pr vi",
    "Pacific/Guam": "gu",
}


def court_in_links(html: str) -> str:
    """PACER's id of the court whose ECF address most links carry, "" without such links."""
    hosts = Counter(host.lower() for host in HOST.findall(html))
    return hosts.most_common(1)[0][0] if hosts else ""


def court_in_heading(heading: str, bankruptcy: bool) -> str:
    """PACER's id for a heading like "U.S. District Court Southern District of Georgia", or ""."""
    text = " ".join(re.sub(r"[^a-z,]+", " ", heading.lower()).split())
    for name, court in NAMED:
        if name in text:
            return court
    for pattern in HEADINGS:
        if match := pattern.search(text):
            direction = DIRECTIONS.get(match.groupdict().get("direction") or "", "")
            return f"{STATES[match['state']]}{direction}{'b' if bankruptcy else 'd'}"
    return ""


def court_of_appeals(words: str) -> str:
    """The federal court or bankruptcy panel of appeals that is named first in a text in lower case, or ""."""
    match = APPELLATE_NAMES.search(words)
    if match is None:
        return ""
    court = CIRCUITS[match["circuit"]]
    return court.replace("ca", "bap") if match["panel"] else court


def federal_court_named(words: str) -> str:
    """The forum table's id of the federal court that somebody's words name, "" where they name none for sure."""
    named = words.casefold()
    return forum_id(court_of_appeals(named) or court_in_heading(named, "bankruptcy" in named))


def may_serve(host: str, forum: str) -> bool:
    """Whether pages of a forum may carry addresses of this host: a circuit's own, or those of its bankruptcy panel."""
    return host == forum or host.replace("ca", "bap") == forum


def forum_id(pacer_id: str) -> str:
    """The forum table's id of a court that PACER calls `pacer_id`."""
    return FORUM_IDS.get(pacer_id, pacer_id)


def pacer_id(forum: str) -> str:
    """PACER's name of a forum of the forum table."""
    return PACER_IDS.get(forum, forum)


def is_bankruptcy(forum: str) -> bool:
    """Whether a forum id is of a federal bankruptcy court."""
    return bool(BANKRUPTCY.fullmatch(forum)) or forum in ("arb", "nebraskab")


def is_appellate(forum: str) -> bool:
    """Whether a forum id is of a federal court or bankruptcy panel of appeals, or of the Supreme Court."""
    return bool(re.fullmatch(r"(?:ca|bap)\d{1,2}|cadc|cafc|cavc|scotus", forum))


def zone(forum: str) -> str:
    """The time zone in which a federal court keeps its days."""
    state = "" if is_appellate(forum) else {"arb": "az"}.get(forum, forum[:2])
    return next((name for name, states in ZONES.items() if state in states.split()), "America/New_York")
