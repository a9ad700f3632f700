"""Legal holidays in Delaware (1 Del. C. 501)."""

from datetime import date

from docket.law.deadlines.calendars.shape import EveryYears, FromEaster, Holiday, HolidayCalendar, Moved, Nth, On
from docket.law.deadlines.dates import MON, THU
from docket.law.deadlines.marks import Mark

LAW = "1 Del. C. 501"
DE_COURTS = HolidayCalendar(
    id="de_courts",
    title="Delaware courts: legal holidays",
    verified_on=date(2026, 11, 30),
    sources=("https://pypi.org/project/holidays/0.109/",),
    covers_from=date(2010, 1, 1),
    rows=(
        Holiday("New Year's Day", On(1, 1), LAW),
        Holiday("Martin Luther King Jr. Day", Nth(3, MON, 1), LAW),
        Holiday("Good Friday", FromEaster(-2), LAW),
        Holiday("Memorial Day", Nth(-1, MON, 5), LAW),
        Holiday("Juneteenth", On(6, 19), "83 Del. Laws (2022)", first=date(2022, 6, 1)),
        Holiday("Independence Day", On(7, 4), LAW),
        Holiday("Labor Day", Nth(1, MON, 9), LAW),
        Holiday("General Election Day", EveryYears(2, 2010, Nth(1, MON, 11, days_later=1)), LAW),
        Holiday("Veterans Day", On(11, 11), LAW),
        Holiday("Thanksgiving Day", Nth(4, THU, 11), LAW),
        Holiday("Friday after Thanksgiving", Nth(4, THU, 11, days_later=1), LAW),
        Holiday("Christmas Day", On(12, 25), LAW),
    ),
    saturday=Moved(-1, LAW),
    sunday=Moved(+1, LAW),
    note="By the library holidays 0.109: what is certain here is a holiday there. The law itself was not read."
    " Return Day in Sussex County: enter it as a closed day.",
    mark=Mark.SECONDARY,
)
CALENDARS = (DE_COURTS,)
