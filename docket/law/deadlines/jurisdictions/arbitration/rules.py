"""Arbitration: calendar days to a business day; never a court's rule unless the tribunal orders it."""

from dataclasses import replace
from datetime import date

from docket.law.deadlines.jurisdictions.federal.rules import OBSERVED_FRIDAY
from docket.law.deadlines.marks import Mark
from docket.law.deadlines.rules.shape import Addition, Cites, Order, RuleSet, RuleVersion
from docket.law.deadlines.units import Unit

SECONDARY = "https://thomasmoreai.com (arbitration-rules.md)"
PLACE = "Business days are those of the United States; give the holidays of another place as further holidays."


def _cites(paragraph: str) -> Cites:
    return Cites(first_day=paragraph, every_day=paragraph, last_day=paragraph, hours=paragraph, working_days=paragraph)


CALENDAR_DAYS = RuleVersion(
    version="general practice",
    in_force=date(1986, 1, 1),
    calendar="us_business",
    cites=Cites(),
    mark=Mark.SECONDARY,
    source=SECONDARY,
    additions={"personal": Addition(0, Unit.DAYS, ""), "electronic": Addition(0, Unit.DAYS, "")},
    order=Order.INTO_PERIOD,
    closed_is_holiday=True,
    options=(OBSERVED_FRIDAY,),
    note=PLACE,
)
ARB_CALENDAR = RuleSet(
    "arb_calendar", "Arbitration: calendar days to the next business day", (CALENDAR_DAYS,), "business day"
)

AAA_2013 = replace(
    CALENDAR_DAYS,
    version="Commercial Rules of 1 Oct 2013",
    in_force=date(2013, 10, 1),
    until=date(2022, 8, 31),
    cites=_cites("AAA Commercial Rules"),
)
AAA = RuleSet(
    "aaa",
    "AAA Commercial Arbitration Rules",
    (
        AAA_2013,
        replace(AAA_2013, version="Commercial Rules of 1 Sep 2022", in_force=date(2022, 9, 1), until=None),
    ),
    "business day",
)

JAMS = RuleSet(
    "jams",
    "JAMS Comprehensive Arbitration Rules",
    (
        replace(
            CALENDAR_DAYS,
            version="of 1 Jun 2021",
            in_force=date(2021, 6, 1),
            cites=_cites("JAMS Rule 8"),
            mark=Mark.UNCONFIRMED,
            additions={**CALENDAR_DAYS.additions, "mail": Addition(3, Unit.DAYS, "JAMS Rule 8")},
        ),
    ),
    "business day",
)

ICC = RuleSet(
    "icc_art3_4",
    "ICC Rules of Arbitration, Article 3(4)",
    (
        replace(
            CALENDAR_DAYS,
            version="of 1 Jan 2021",
            in_force=date(2021, 1, 1),
            cites=_cites("ICC Art. 3(4)"),
            source="https://iccwbo.org (2021 Arbitration Rules); Article 3(4) by secondary sources",
            starts_on_business_day=True,
        ),
    ),
    "business day",
)

UNCITRAL = RuleSet(
    "uncitral",
    "UNCITRAL Arbitration Rules, Article 2(6)",
    (
        replace(
            CALENDAR_DAYS,
            version="of 2010, as kept in 2013 and 2021",
            in_force=date(2010, 8, 15),
            cites=_cites("UNCITRAL Art. 2(6)"),
            mark=Mark.READ,
            source="https://flibust.net/fb2reader/4414/page/39 (text of 2010)",
        ),
    ),
    "business day",
)

ICDR = RuleSet(
    "icdr",
    "ICDR International Arbitration Rules",
    (
        replace(
            CALENDAR_DAYS,
            version="of 1 Mar 2021",
            in_force=date(2021, 3, 1),
            cites=_cites("ICDR Art. 11"),
            mark=Mark.UNCONFIRMED,
            source="not read",
        ),
    ),
    "business day",
)

LCIA = RuleSet(
    "lcia",
    "LCIA Arbitration Rules, Article 4",
    (
        replace(
            CALENDAR_DAYS,
            version="of 1 Oct 2020",
            in_force=date(2020, 10, 1),
            cites=_cites("LCIA Art. 4.6"),
            source="https://arbitrationtrainingcenter.global (first day); the last day not read",
        ),
    ),
    "business day",
)
RULE_SETS = (ARB_CALENDAR, AAA, JAMS, ICC, ICDR, UNCITRAL, LCIA)
