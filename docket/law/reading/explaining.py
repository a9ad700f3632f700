"""Why a line is read as it is: its clauses, and for each statement the words and the rule behind it."""

from collections.abc import Iterator

from docket.law.reading.clauses import Clause, clauses
from docket.law.reading.clean import clean
from docket.law.reading.one_line import read_line
from docket.law.reading.rules import wording_of


def explained(docket_text: str, short_text: str = "") -> Iterator[str]:
    """Lines for a terminal: the type, each clause with its verb, each link with its object and rule."""
    text = clean(docket_text) or clean(short_text)
    reading = read_line(docket_text, short_text)
    yield text
    yield f"type: {reading.filing_type or 'none'}   rule {reading.type_rule or 'none'}: {wording_of(reading.type_rule)}"
    yield from (_clause(text, clause) for clause in clauses(text))
    for link in reading.links:
        outcome = f" ({link.outcome})" if link.outcome else ""
        yield f"object {link.target}: {link.kind}{outcome}   rule {link.rule}   “{' '.join(link.clause.split())}”"
    yield from (f"filed by the first name of: {words[:60]}" for words in reading.filers)
    yield from (f"{day.kind}: {day.day.isoformat()} {day.title}" for day in reading.dates)


def _clause(text: str, clause: Clause) -> str:
    form = "act" if clause.is_act else "result"
    verb = text[clause.verb_start : clause.verb_end]
    does = clause.meaning or "rules on nothing"
    words = text[clause.start : clause.end].strip()
    return f"clause: “{words}”   verb “{verb}” ({form}, {clause.verb or 'other'}): {does}"
