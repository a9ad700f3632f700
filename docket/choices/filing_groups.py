"""The groups of types of filing, and which a desk offers first for the forum and the sort of proceeding at hand."""

from __future__ import annotations

from .filing_types import FilingType
from .proceedings import CaseCategory

FILING_GROUPS: dict[str, str] = {
    "init": "Initiating",
    "svc": "Service",
    "resp": "Responsive pleading",
    "mot": "Motion",
    "brief": "Motion papers",
    "stip": "Stipulation or consent",
    "disc": "Discovery",
    "order": "Court action",
    "judg": "Disposition",
    "trial": "Trial paper",
    "notice": "Notice or administration",
    "bk": "Bankruptcy paper",
    "prob": "Probate or minor",
    "crim": "Criminal",
    "reg": "Regulatory",
    "arb": "Arbitration",
    "ew": "England and Wales",
    "et": "Employment tribunal",
    "inq": "Inquest",
    "admin": "Clerk's entry",
    "other": "Other",
}
# first what is named after the sort of proceeding, then what is named after the country of its forum
OF_CATEGORY: dict[str, tuple[str, ...]] = {
    CaseCategory.ARBITRATION: ("arb",),
    CaseCategory.TRIBUNAL: ("et",),
    CaseCategory.INQUEST: ("inq",),
}
OF_JURISDICTION: dict[str, tuple[str, ...]] = {
    "England and Wales": ("ew", "order", "judg"),
    "United Kingdom": ("ew", "order", "judg"),
}

Grouped = list[tuple[str, list[tuple[str, str]]]]


def filing_group(filing_type: str) -> str:
    """The prefix of a type, a key of FILING_GROUPS: "mot.dismiss" is of "mot"."""
    return filing_type.partition(".")[0]


def first_groups(category: str, jurisdiction: str) -> tuple[str, ...]:
    """The groups that a desk offers first: of an English claim “ew”, of an arbitration “arb”; () where none is."""
    found = (*OF_CATEGORY.get(category, ()), *OF_JURISDICTION.get(jurisdiction, ()))
    return tuple(dict.fromkeys(found))


def grouped_filing_types(first: tuple[str, ...] = ()) -> Grouped:
    """Every type under the label of its group, as Django's grouped choices; first: the groups that come first."""
    groups = dict.fromkeys((*first, *FILING_GROUPS))
    return [
        (FILING_GROUPS[group], [(value, name) for value, name in FilingType.choices if filing_group(value) == group])
        for group in groups
    ]
