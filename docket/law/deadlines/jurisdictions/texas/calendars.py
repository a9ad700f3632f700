"""Legal holidays in Texas: the national holidays of Gov't Code 662.003(a); the State's other days are open."""

from datetime import date

from docket.law.deadlines.calendars.shape import Holiday, HolidayCalendar, Nth, On, When
from docket.law.deadlines.dates import MON, THU
from docket.law.deadlines.marks import Mark

NATIONAL, STATE = "Gov't Code 662.003(a)", "Gov't Code 662.003(b)"
OPEN = When("tx_state_holiday", "holiday")
TX_COURTS = HolidayCalendar(
    id="tx_courts",
    title="Texas courts: legal holidays",
    verified_on=date(2026, 11, 30),
    sources=("https://pypi.org/project/holidays/0.109/",),
    covers_from=date(1995, 1, 1),
    rows=(
        Holiday("New Year's Day", On(1, 1), NATIONAL),
        Holiday("Martin Luther King Jr. Day", Nth(3, MON, 1), NATIONAL),
        Holiday("Presidents' Day", Nth(3, MON, 2), NATIONAL),
        Holiday("Memorial Day", Nth(-1, MON, 5), NATIONAL),
        Holiday("Independence Day", On(7, 4), NATIONAL),
        Holiday("Labor Day", Nth(1, MON, 9), NATIONAL),
        Holiday("Veterans Day", On(11, 11), NATIONAL),
        Holiday("Thanksgiving Day", Nth(4, THU, 11), NATIONAL),
        Holiday("Christmas Day", On(12, 25), NATIONAL),
        Holiday("Confederate Heroes Day", On(1, 19), STATE, when=OPEN),
        Holiday("Texas Independence Day", On(3, 2), STATE, when=OPEN),
        Holiday("San Jacinto Day", On(4, 21), STATE, when=OPEN),
        Holiday("Emancipation Day", On(6, 19), STATE, when=OPEN),
        Holiday("Lyndon Baines Johnson Day", On(8, 27), STATE, when=OPEN),
        Holiday("Columbus Day", Nth(2, MON, 10), "county calendars", when=OPEN),
        Holiday("Friday after Thanksgiving", Nth(4, THU, 11, days_later=1), STATE, when=OPEN),
        Holiday("Christmas Eve", On(12, 24), STATE, when=OPEN),
        Holiday("Day after Christmas", On(12, 26), STATE, when=OPEN),
    ),
    note="By the library holidays 0.109: what is certain here is a holiday there. The law itself was not read."
    " Counties set further days: enter those as closed days.",
    mark=Mark.SECONDARY,
)
CALENDARS = (TX_COURTS,)
