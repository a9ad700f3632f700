"""Federal legal holidays: FRCP 6(a)(6)(A) and (B), 5 U.S.C. 6103, and the closures whose legal force is open."""

from datetime import date

from docket.law.deadlines.calendars.shape import Dates, Holiday, HolidayCalendar, Moved, Nth, On, When
from docket.law.deadlines.dates import MON, THU

LAW = "5 U.S.C. 6103(a)"
OBSERVED_FRIDAY = When("observed_friday", "holiday")
EXECUTIVE = When("executive_closure", "holiday")

STATUTORY = (
    Holiday("New Year's Day", On(1, 1), LAW),
    Holiday("Martin Luther King Jr. Day", Nth(3, MON, 1), LAW),
    Holiday("Washington's Birthday", Nth(3, MON, 2), LAW),
    Holiday("Memorial Day", Nth(-1, MON, 5), LAW),
    Holiday("Juneteenth", On(6, 19), "Pub. L. 117-17", first=date(2021, 6, 17)),
    Holiday("Independence Day", On(7, 4), LAW),
    Holiday("Labor Day", Nth(1, MON, 9), LAW),
    Holiday("Columbus Day", Nth(2, MON, 10), LAW),
    Holiday("Veterans Day", On(11, 11), LAW),
    Holiday("Thanksgiving Day", Nth(4, THU, 11), LAW),
    Holiday("Christmas Day", On(12, 25), LAW),
)


def _closure(order: str, *days: date) -> Holiday:
    return Holiday("executive offices closed", Dates(days), order, when=EXECUTIVE)


# Orders that close the executive departments. They bind no court; "declared a holiday by the President"?
EXECUTIVE_CLOSURES = (
    _closure("E.O. 13852", date(2018, 12, 5)),
    _closure("E.O. 13854", date(2018, 12, 24)),
    _closure("E.O. 13900", date(2019, 12, 24)),
    _closure("Executive order of Dec 2020", date(2020, 12, 24)),
    _closure("Executive order of Dec 2024", date(2024, 12, 24)),
    _closure("E.O. 14133", date(2025, 1, 9)),
    _closure("E.O. 14371", date(2025, 12, 24), date(2025, 12, 26)),
)

SATURDAY = Moved(-1, "5 U.S.C. 6103(b)(1)", OBSERVED_FRIDAY)
SUNDAY = Moved(+1, "E.O. 11582")

US_FEDERAL = HolidayCalendar(
    id="us_federal",
    title="Federal courts: legal holidays",
    verified_on=date(2026, 11, 22),
    sources=(
        "https://www.law.cornell.edu/uscode/text/5/6103",
        "https://www.archives.gov/federal-register/codification/executive-order/11582.html",
        "https://regulations.justia.com/regulations/fedreg/2025/01/03/2024-31766.html",
        "https://regulations.vlex.com/vid/providing-for-the-closing-774576449",
        "https://regulations.vlex.com/vid/providing-for-the-closing-830230813",
    ),
    covers_from=date(1986, 1, 1),
    rows=STATUTORY + EXECUTIVE_CLOSURES,
    saturday=SATURDAY,
    sunday=SUNDAY,
    note="Executive closures are listed from 2018 on. The text was read of 13854, 13900 and 14133 only.",
)

US_BUSINESS = HolidayCalendar(
    id="us_business",
    title="Business days in the United States, for arbitration",
    verified_on=date(2026, 11, 22),
    sources=("https://www.law.cornell.edu/uscode/text/5/6103",),
    covers_from=date(1986, 1, 1),
    rows=STATUTORY,
    saturday=SATURDAY,
    sunday=SUNDAY,
    note="Holidays of another place are given with the computation as further holidays.",
)
CALENDARS = (US_FEDERAL, US_BUSINESS)
