"""Legal holidays in Florida (Rule 2.514(a)(6)(A), section 110.117); a clerk or chief judge may set more."""

from datetime import date

from docket.law.deadlines.calendars.shape import FromEaster, Holiday, HolidayCalendar, Moved, Nth, On, When
from docket.law.deadlines.dates import MON, THU
from docket.law.deadlines.marks import Mark

LAW = "Fla. Stat. 110.117"
OPEN = When("fl_clerk_holiday", "holiday")
BY_CLERK = "Fla. R. Gen. Prac. & Jud. Admin. 2.514(a)(6)(B)"
FL_COURTS = HolidayCalendar(
    id="fl_courts",
    title="Florida courts: legal holidays",
    verified_on=date(2026, 11, 30),
    sources=("https://pypi.org/project/holidays/0.109/",),
    covers_from=date(2000, 1, 1),
    rows=(
        Holiday("New Year's Day", On(1, 1), LAW),
        Holiday("Martin Luther King Jr. Day", Nth(3, MON, 1), LAW),
        Holiday("Memorial Day", Nth(-1, MON, 5), LAW),
        Holiday("Independence Day", On(7, 4), LAW),
        Holiday("Labor Day", Nth(1, MON, 9), LAW),
        Holiday("Veterans Day", On(11, 11), LAW),
        Holiday("Thanksgiving Day", Nth(4, THU, 11), LAW),
        Holiday("Friday after Thanksgiving", Nth(4, THU, 11, days_later=1), LAW),
        Holiday("Christmas Day", On(12, 25), LAW),
        Holiday("Presidents' Day", Nth(3, MON, 2), BY_CLERK, when=OPEN),
        Holiday("Good Friday", FromEaster(-2), BY_CLERK, when=OPEN),
        Holiday("Juneteenth", On(6, 19), BY_CLERK, first=date(2021, 6, 17), when=OPEN),
        Holiday("Columbus Day", Nth(2, MON, 10), BY_CLERK, when=OPEN),
    ),
    saturday=Moved(-1, LAW, OPEN),
    sunday=Moved(+1, LAW),
    note="By the library holidays 0.109: what is certain here is a holiday there. The law itself was not read."
    " Rosh Hashanah, Yom Kippur and other days that a circuit keeps: enter them as closed days.",
    mark=Mark.SECONDARY,
)
CALENDARS = (FL_COURTS,)
