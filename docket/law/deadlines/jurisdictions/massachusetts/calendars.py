"""Massachusetts: legal holidays, for a federal court that sits there."""

from datetime import date

from docket.law.deadlines.calendars.shape import Holiday, HolidayCalendar, Moved, Nth, On, When
from docket.law.deadlines.dates import MON, THU
from docket.law.deadlines.marks import Mark

LAW = "G.L. c. 4, s. 7, cl. 18"
SUFFOLK = When("state_list", "holiday")  # Suffolk County only
STATE = HolidayCalendar(
    id="ma_state",
    title="Massachusetts: legal holidays, for FRCP 6(a)(6)(C)",
    verified_on=date(2026, 11, 30),
    sources=("https://pypi.org/project/holidays/0.109/",),
    covers_from=date(1990, 1, 1),
    rows=(
        Holiday("New Year's Day", On(1, 1), LAW),
        Holiday("Martin Luther King Jr. Day", Nth(3, MON, 1), LAW),
        Holiday("Washington's Birthday", Nth(3, MON, 2), LAW),
        Holiday("Evacuation Day", On(3, 17), LAW, when=SUFFOLK),
        Holiday("Patriots' Day", Nth(3, MON, 4), LAW),
        Holiday("Memorial Day", Nth(-1, MON, 5), LAW),
        Holiday("Bunker Hill Day", On(6, 17), LAW, when=SUFFOLK),
        Holiday("Juneteenth", On(6, 19), "St. 2020, c. 124", first=date(2021, 1, 1)),
        Holiday("Independence Day", On(7, 4), LAW),
        Holiday("Labor Day", Nth(1, MON, 9), LAW),
        Holiday("Columbus Day", Nth(2, MON, 10), LAW),
        Holiday("Veterans Day", On(11, 11), LAW),
        Holiday("Thanksgiving Day", Nth(4, THU, 11), LAW),
        Holiday("Christmas Day", On(12, 25), LAW),
    ),
    saturday=None,
    sunday=Moved(+1, LAW),
    note="By the library holidays 0.109: what is certain here is a holiday there. The law itself was not read."
    " Saturday holidays are not moved.",
    mark=Mark.SECONDARY,
    place="Massachusetts",
)
CALENDARS = (STATE,)
