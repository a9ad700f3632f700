"""The rules of reading by their names: what each says, and a reading without those that staff switched off."""

from collections.abc import Collection
from dataclasses import replace

from docket.choices import FilingLinkKind
from docket.law.reading.shape import Reading, ReadLink
from docket.law.reading.tables.rulings import VERBS
from docket.law.reading.types import TABLES

FILER = "filer.named_behind_by"
MENTION = "mention"
# How a ruling was found, before the verb's name: "act.grant", "result.deny".
WAYS = {
    "act": "the number behind a verb that acts: granting 5 Motion",
    "result": "the number before its result: 5 is GRANTED",
    "result_re": "a result, then the number: DENIED re 5",
    "whole": "the only request of the line: The motion is denied",
    "bracket": "a bracket of related documents behind an act",
    "several": "a bracket of several documents behind an act on one request",
}
OTHERS = {
    FILER: "the names behind “by” or “on behalf of”",
    MENTION: "a number of the docket, no more",
    "bare_hearing": "a line that is only the name of a hearing",
    "order_on": "an order on a request that does not say how",
    "in_list": "a list of requests, each with its result",
    "motions_terminated": "the clerk's list of motions that an order ended",
    "all_pending": "an order that ends all pending motions",
    "revision.supplements": "a filing that calls itself a supplement",
    "date.hearing": "a day on which something takes place",
    "date.deadline": "a day by which something is due",
}


def wording_of(rule: str) -> str:
    """What a rule looks for, for people; "" for a rule of an earlier release."""
    for table in TABLES:
        for name, _, wording in table.rules:
            if name == rule:
                return wording
    way, _, verb = rule.partition(".")
    verbs = {name: f"{act} | {result}" for name, act, result, _ in VERBS}
    if way in WAYS and verb in verbs:
        return f"{WAYS[way]}; {verbs[verb]}"
    return OTHERS.get(rule, "")


def without(reading: Reading, off: Collection[str]) -> Reading:
    """The reading as it would be without some rules: what they make of a number is a mention again."""
    if not off:
        return reading
    return replace(
        reading,
        filing_type="" if reading.type_rule in off else reading.filing_type,
        type_rule="" if reading.type_rule in off else reading.type_rule,
        links=tuple(link for each in reading.links for link in _kept(each, off)),
        filers=() if FILER in off else reading.filers,
        dates=tuple(day for day in reading.dates if f"date.{day.kind.value}" not in off),
    )


def _kept(link: ReadLink, off: Collection[str]) -> tuple[ReadLink, ...]:
    if link.rule not in off:
        return (link,)
    if MENTION in off or not link.target.lstrip("@").isdecimal():
        return ()
    return (replace(link, kind=FilingLinkKind.REFERS_TO, outcome="", rule=MENTION),)
