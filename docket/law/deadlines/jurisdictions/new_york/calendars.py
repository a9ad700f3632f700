"""Public holidays of New York (General Construction Law 24)."""

from datetime import date

from docket.law.deadlines.calendars.shape import Holiday, HolidayCalendar, Moved, Nth, On
from docket.law.deadlines.dates import MON, THU
from docket.law.deadlines.marks import Mark

LAW = "Gen. Constr. Law 24"
NY_STATE = HolidayCalendar(
    id="ny_state",
    title="New York: public holidays",
    verified_on=date(2026, 11, 30),
    sources=("https://pypi.org/project/holidays/0.109/",),
    covers_from=date(1990, 1, 1),
    rows=(
        Holiday("New Year's Day", On(1, 1), LAW),
        Holiday("Martin Luther King Jr. Day", Nth(3, MON, 1), LAW),
        Holiday("Lincoln's Birthday", On(2, 12), LAW),
        Holiday("Washington's Birthday", Nth(3, MON, 2), LAW),
        Holiday("Memorial Day", Nth(-1, MON, 5), LAW),
        Holiday("Juneteenth", On(6, 19), "L. 2020, ch. 248", first=date(2021, 1, 1)),
        Holiday("Independence Day", On(7, 4), LAW),
        Holiday("Labor Day", Nth(1, MON, 9), LAW),
        Holiday("Columbus Day", Nth(2, MON, 10), LAW),
        Holiday("Election Day", Nth(1, MON, 11, days_later=1), LAW),
        Holiday("Veterans Day", On(11, 11), LAW),
        Holiday("Thanksgiving Day", Nth(4, THU, 11), LAW),
        Holiday("Christmas Day", On(12, 25), LAW),
    ),
    sunday=Moved(+1, LAW),
    note="By the library holidays 0.109: what is certain here is a holiday there. The law itself was not read."
    " Saturday holidays are not moved.",
    mark=Mark.SECONDARY,
    place="New York",
)
CALENDARS = (NY_STATE,)
