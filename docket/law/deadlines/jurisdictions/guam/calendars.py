"""Guam: legal holidays, for a federal court that sits there."""

from datetime import date

from docket.law.deadlines.calendars.shape import FromEaster, Holiday, HolidayCalendar, Moved, Nth, On, When
from docket.law.deadlines.dates import MON, THU
from docket.law.deadlines.marks import Mark

LAW = "1 GCA 1000"
OPEN = When("state_list", "holiday")  # of the government's offices, or on one list only
STATE = HolidayCalendar(
    id="gu_state",
    title="Guam: legal holidays, for FRCP 6(a)(6)(C)",
    verified_on=date(2026, 11, 30),
    sources=(
        "https://pypi.org/project/holidays/0.109/",
        "http://www.guamwaterworks.org/holidays.html",
        "https://www.guampdn.com/story/news/local/2020/02/27/open-and-closed-monday-march-2-guam-history-chamorro-heritage-day/4889453002/",
    ),
    covers_from=date(1990, 1, 1),
    rows=(
        Holiday("New Year's Day", On(1, 1), LAW),
        Holiday("Martin Luther King Jr. Day", Nth(3, MON, 1), LAW, when=OPEN),
        Holiday("Guam History and Chamorro Heritage Day", Nth(1, MON, 3), LAW),
        Holiday("Good Friday", FromEaster(-2), LAW, when=OPEN),
        Holiday("Memorial Day", Nth(-1, MON, 5), LAW),
        Holiday("Independence Day", On(7, 4), LAW),
        Holiday("Liberation Day", On(7, 21), LAW),
        Holiday("Labor Day", Nth(1, MON, 9), LAW),
        Holiday("All Souls' Day", On(11, 2), LAW),
        Holiday("Veterans Day", On(11, 11), LAW),
        Holiday("Thanksgiving Day", Nth(4, THU, 11), LAW),
        Holiday("Our Lady of Camarin Day", On(12, 8), LAW),
        Holiday("Christmas Day", On(12, 25), LAW),
    ),
    saturday=Moved(-1, LAW, OPEN),
    sunday=Moved(+1, LAW, OPEN),
    note="By the library holidays 0.109: what is certain here is a holiday there. The law itself was not read."
    " How weekend holidays are moved is open.",
    mark=Mark.SECONDARY,
    place="Guam",
)
CALENDARS = (STATE,)
