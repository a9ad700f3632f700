"""Periods that a statute states by itself: limitation in years, and an agency's working days."""

from datetime import date

from docket.law.deadlines.jurisdictions.federal.rules import EXECUTIVE_CLOSURE, OBSERVED_FRIDAY
from docket.law.deadlines.marks import Mark
from docket.law.deadlines.rules.shape import Cites, Option, RuleSet, RuleVersion

LAST_DAY_ROLL = Option(
    "last_day_roll",
    {"stay": "if on the anniversary", "roll": "if on the next working day"},
    "Whether a statute's own period may end on a weekend or holiday depends on the law that governs it",
    "the statute; FRCP 6(a), NMRA 1-006(A) and CCP 12a where they apply",
)
YEARS = RuleSet(
    "years",
    "A period of a statute: the anniversary date",
    (
        RuleVersion(
            version="general",
            in_force=date(1986, 1, 1),
            calendar="us_federal",
            cites=Cites(),
            mark=Mark.UNCONFIRMED,
            source="no one rule: see the option last_day_roll",
            options=(LAST_DAY_ROLL, OBSERVED_FRIDAY, EXECUTIVE_CLOSURE),
            note="Tolling, discovery and minority are not computed.",
        ),
    ),
    "working day",
)

OSHA = RuleSet(
    "osh1903",
    "Occupational safety: working days under 29 CFR 1903.22(c)",
    (
        RuleVersion(
            version="29 CFR 1903.22(c)",
            in_force=date(1986, 1, 1),
            calendar="us_federal",
            cites=Cites(first_day="29 CFR 1903.22(c)", last_day="29 CFR 1903.22(c)", working_days="29 CFR 1903.22(c)"),
            mark=Mark.SECONDARY,
            source="https://stepo.ai/osha/1903/1903.22",
            options=(OBSERVED_FRIDAY, EXECUTIVE_CLOSURE),
            note="A State that runs its own plan may count otherwise.",
        ),
    ),
    "working day",
)
RULE_SETS = (YEARS, OSHA)
