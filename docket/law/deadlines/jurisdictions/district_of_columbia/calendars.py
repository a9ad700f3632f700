"""District of Columbia: legal holidays, for a federal court that sits there."""

from datetime import date

from docket.law.deadlines.calendars.shape import EveryYears, Holiday, HolidayCalendar, Moved, Nth, On, When
from docket.law.deadlines.dates import MON, THU
from docket.law.deadlines.marks import Mark

LAW = "D.C. Code 28-2701"
STATE = HolidayCalendar(
    id="dc_state",
    title="District of Columbia: legal holidays, for FRCP 6(a)(6)(C)",
    verified_on=date(2026, 11, 30),
    sources=("https://pypi.org/project/holidays/0.109/",),
    covers_from=date(2008, 1, 1),
    rows=(
        Holiday("New Year's Day", On(1, 1), LAW),
        Holiday("Martin Luther King Jr. Day", Nth(3, MON, 1), LAW),
        Holiday("Inauguration Day", EveryYears(4, 2009, On(1, 20)), LAW),
        Holiday("Washington's Birthday", Nth(3, MON, 2), LAW),
        Holiday("Emancipation Day", On(4, 16), LAW),
        Holiday("Memorial Day", Nth(-1, MON, 5), LAW),
        Holiday("Juneteenth", On(6, 19), LAW, first=date(2021, 6, 17)),
        Holiday("Independence Day", On(7, 4), LAW),
        Holiday("Labor Day", Nth(1, MON, 9), LAW),
        Holiday("Columbus Day", Nth(2, MON, 10), LAW),
        Holiday("Veterans Day", On(11, 11), LAW),
        Holiday("Thanksgiving Day", Nth(4, THU, 11), LAW),
        Holiday("Christmas Day", On(12, 25), LAW),
    ),
    saturday=Moved(-1, LAW, When("state_list", "holiday")),
    sunday=Moved(+1, LAW),
    note="By the library holidays 0.109: what is certain here is a holiday there. The law itself was not read.",
    mark=Mark.SECONDARY,
    place="District of Columbia",
)
CALENDARS = (STATE,)
