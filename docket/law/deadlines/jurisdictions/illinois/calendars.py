"""Holidays of the courts of Illinois, which each circuit publishes every year."""

from datetime import date

from docket.law.deadlines.calendars.shape import FromEaster, Holiday, HolidayCalendar, Moved, Nth, On, When
from docket.law.deadlines.dates import MON, THU
from docket.law.deadlines.marks import Mark

LAW = "205 ILCS 630/17"
OPEN = When("il_circuit_list", "holiday")
IL_COURTS = HolidayCalendar(
    id="il_courts",
    title="Illinois courts: holidays",
    verified_on=date(2026, 11, 30),
    sources=("https://pypi.org/project/holidays/0.109/",),
    covers_from=date(2000, 1, 1),
    rows=(
        Holiday("New Year's Day", On(1, 1), LAW),
        Holiday("Martin Luther King Jr. Day", Nth(3, MON, 1), LAW),
        Holiday("Lincoln's Birthday", On(2, 12), LAW, when=OPEN),
        Holiday("Presidents' Day", Nth(3, MON, 2), LAW),
        Holiday("Good Friday", FromEaster(-2), LAW, when=OPEN),
        Holiday("Memorial Day", Nth(-1, MON, 5), LAW),
        Holiday("Juneteenth", On(6, 19), "P.A. 102-14", first=date(2022, 1, 1)),
        Holiday("Independence Day", On(7, 4), LAW),
        Holiday("Labor Day", Nth(1, MON, 9), LAW),
        Holiday("Columbus Day", Nth(2, MON, 10), LAW, when=OPEN),
        Holiday("Election Day", Nth(1, MON, 11, days_later=1), "10 ILCS 5", when=OPEN),
        Holiday("Veterans Day", On(11, 11), LAW),
        Holiday("Thanksgiving Day", Nth(4, THU, 11), LAW),
        Holiday("Friday after Thanksgiving", Nth(4, THU, 11, days_later=1), "court calendars", when=OPEN),
        Holiday("Christmas Day", On(12, 25), LAW),
    ),
    saturday=Moved(-1, "court calendars", OPEN),
    sunday=Moved(+1, LAW),
    note="By the library holidays 0.109: what is certain here is a holiday there. The law itself was not read."
    " Compare the list that the circuit publishes.",
    mark=Mark.SECONDARY,
)
CALENDARS = (IL_COURTS,)
