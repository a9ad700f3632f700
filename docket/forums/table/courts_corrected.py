"""What courts-db lacks or names otherwise than lawyers do, by its id: only the fields given here are replaced."""

from typing import Any

from docket.choices import DocketPattern, ForumKind, ForumLevel, ForumSystem

CALIFORNIA = {"holiday_calendar": "ca_courts"}
CALIFORNIA_TRIAL = CALIFORNIA | {
    "citation_form": "Cal. Super. Ct.",
    "deadline_rules": "ccp12",
    "level": ForumLevel.GENERAL,
}
COURT_OF_APPEAL = CALIFORNIA | {"citation_form": "Cal. Ct. App."}
MILITARY = {"system": ForumSystem.MILITARY}
AGENCY = {"kind": ForumKind.AGENCY, "level": ""}

CORRECTIONS: dict[str, dict[str, Any]] = {
    "scotus": {
        "citation_form": "U.S.",
        "short_name": "SCOTUS",
        "level": ForumLevel.LAST_RESORT,
        "jurisdiction": "United States",
        "docket_pattern": DocketPattern.SCOTUS,
        "holiday_calendar": "us_federal",
        "aliases": ("U.S. Supreme Court", "U.S. Sup. Ct."),
    },
    "jpml": {
        "docket_pattern": DocketPattern.JPML,
        "jurisdiction": "United States",
        "holiday_calendar": "us_federal",
        "aliases": ("Judicial Panel on Multidistrict Litigation", "MDL Panel"),
    },
    "uscfc": {"short_name": "Fed. Cl.", "jurisdiction": "United States", "holiday_calendar": "us_federal"},
    "cit": {
        "short_name": "CIT",
        "jurisdiction": "United States",
        "holiday_calendar": "us_federal",
        "aliases": ("Court of International Trade",),
    },
    "usdistct": {"level": ForumLevel.GENERAL, "jurisdiction": "United States"},
    "tax": {"short_name": "Tax Ct.", "level": ForumLevel.LIMITED, "jurisdiction": "United States"},
    "afcca": MILITARY,
    "acca": MILITARY,
    "uscgcoca": MILITARY,
    "nmcca": MILITARY,
    "armfor": MILITARY,
    "mc": MILITARY,
    "bia": AGENCY | {"short_name": "BIA", "aliases": ("Board of Immigration Appeals",)},
    "ttab": AGENCY | {"short_name": "TTAB"},
    "ptab": AGENCY | {"short_name": "PTAB"},
    "fcc": AGENCY | {"name": "Federal Communications Commission", "short_name": "FCC"},
    # Texas
    "texapp": {
        "name": "Courts of Appeals of Texas",
        "short_name": "Tex. App.",
        "level": ForumLevel.INTERMEDIATE_APPELLATE,
        "aliases": ("Texas Courts of Appeals", "Texas Court of Appeals"),
    },
    # New Mexico
    "nm": {
        "name": "Supreme Court of New Mexico",
        "docket_pattern": DocketPattern.NM_SUPREME,
        "holiday_calendar": "nm_courts",
        "aliases": ("Supreme Court of the State of New Mexico",),
    },
    "nmctapp": {
        "name": "Court of Appeals of New Mexico",
        "level": ForumLevel.INTERMEDIATE_APPELLATE,
        "docket_pattern": DocketPattern.NM_APPEALS,
        "holiday_calendar": "nm_courts",
        "aliases": ("Court of Appeals of the State of New Mexico",),
    },
    "nmd": {"aliases": ("U.S. District Court, Albuquerque",)},
    # California
    "cal": CALIFORNIA | {"name": "Supreme Court of California"},
    "calctapp": COURT_OF_APPEAL | {"name": "California Court of Appeal"},
    "calctapp1d": COURT_OF_APPEAL,
    "calctapp2d": COURT_OF_APPEAL | {"aliases": ("Second District Court of Appeal",)},
    "calctapp3d": COURT_OF_APPEAL,
    "calctapp4d": COURT_OF_APPEAL,
    "calctapp5d": COURT_OF_APPEAL,
    "calctapp6d": COURT_OF_APPEAL,
    "calsuperct": CALIFORNIA_TRIAL | {"name": "Superior Court of California", "aliases": ("Cal. Super. Ct.",)},
    "calsuppctla": CALIFORNIA_TRIAL
    | {
        "name": "Superior Court of California, County of Los Angeles",
        "short_name": "LASC",
        "docket_pattern": DocketPattern.LASC,
        "url": "https://www.lacourt.org/",
        "aliases": (
            "Los Angeles Superior Court",
            "Los Angeles County Superior Court",
            "Los Angeles",
            "L.A. Superior Court",
            "L.A. County Superior Court",
            "Stanley Mosk Courthouse",
        ),
    },
    "calsuppctsf": CALIFORNIA_TRIAL
    | {
        "name": "Superior Court of California, County of San Francisco",
        "short_name": "San Francisco Superior Court",
        "aliases": ("San Francisco County Superior Court", "SFSC"),
    },
}
