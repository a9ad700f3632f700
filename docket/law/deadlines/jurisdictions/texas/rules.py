"""Texas Rules of Civil Procedure, Rule 4: periods of five days or less leave weekends and holidays out."""

from datetime import date

from docket.law.deadlines.marks import Mark
from docket.law.deadlines.rules.shape import Addition, Cites, Option, Order, RuleSet, RuleVersion
from docket.law.deadlines.units import Unit

STATE_HOLIDAY = Option(
    "tx_state_holiday",
    {"not_holiday": "if it is none", "holiday": "if it is one"},
    "Whether a state holiday on which a county may keep its courthouse open is a legal holiday depends on the county",
    "TRCP 4; Gov't Code 662.003(b), 662.021",
)
TRCP4 = RuleSet(
    "trcp4",
    "Texas Rules of Civil Procedure, Rule 4",
    (
        RuleVersion(
            version="as amended 1 Jan 2014",
            in_force=date(2014, 1, 1),
            calendar="tx_courts",
            cites=Cites(
                first_day="TRCP 4",
                every_day="TRCP 4",
                last_day="TRCP 4",
                short_period="TRCP 4",
                working_days="TRCP 4",
                closed="TRCP 4",
            ),
            mark=Mark.READ,
            source="https://www.stcl.edu/lib/TexasRulesProject/rule42014.htm",
            additions={
                "personal": Addition(0, Unit.DAYS, "TRCP 21a"),
                "electronic": Addition(0, Unit.DAYS, "TRCP 21a"),
                "mail": Addition(3, Unit.DAYS, "TRCP 21a(c)"),
            },
            order=Order.INTO_PERIOD,
            short_period=5,
            closed_is_holiday=True,
            options=(STATE_HOLIDAY,),
        ),
    ),
)
RULE_SETS = (TRCP4,)
