"""Holidays of New Mexico: the courts' calendar, and the State's list for a federal court that sits there."""

from datetime import date

from docket.law.deadlines.calendars.shape import Holiday, HolidayCalendar, Moved, Nth, On, When
from docket.law.deadlines.dates import MON, THU

LAW = "NMSA 1978, 12-5-2"
VERIFIED = date(2026, 11, 22)
DAY_AFTER_THANKSGIVING = Nth(4, THU, 11, days_later=1)
SUNDAY = Moved(+1, LAW)

COMMON = (
    Holiday("New Year's Day", On(1, 1), LAW),
    Holiday("Martin Luther King Jr. Day", Nth(3, MON, 1), LAW),
    Holiday("Memorial Day", Nth(-1, MON, 5), LAW),
    Holiday("Juneteenth", On(6, 19), "judicial and executive calendars", first=date(2021, 6, 17)),
    Holiday("Independence Day", On(7, 4), LAW),
    Holiday("Labor Day", Nth(1, MON, 9), LAW),
    Holiday("Columbus Day", Nth(2, MON, 10), LAW, last=date(2019, 6, 13)),
    Holiday("Indigenous Peoples' Day", Nth(2, MON, 10), LAW, first=date(2019, 6, 14)),
    Holiday("Veterans Day", On(11, 11), LAW),
    Holiday("Thanksgiving Day", Nth(4, THU, 11), LAW),
    Holiday("Christmas Day", On(12, 25), LAW),
)

NM_COURTS = HolidayCalendar(
    id="nm_courts",
    title="New Mexico courts",
    verified_on=VERIFIED,
    sources=(
        "https://www.findlaw.com/state/new-mexico-law/new-mexico-legal-holidays-laws.html",
        "https://www.shiftflow.app/blog/new-mexico-holidays-2026",
    ),
    covers_from=date(1986, 1, 1),
    rows=(
        *COMMON,
        Holiday("Presidents' Day", Nth(3, MON, 2), LAW, when=When("presidents_day", "february")),
        Holiday(
            "Presidents' Day",
            DAY_AFTER_THANKSGIVING,
            "as State offices keep it",
            when=When("presidents_day", "after_thanksgiving"),
        ),
    ),
    # The statute moves Sunday holidays only; that offices close on the Friday makes no legal holiday.
    saturday=Moved(-1, "State offices' practice", When("observed_friday", "holiday")),
    sunday=SUNDAY,
    note="The judicial branch publishes its list each year: compare it, above all for Presidents' Day.",
)

NM_STATE = HolidayCalendar(
    id="nm_state",
    title="State of New Mexico: days declared a holiday, for FRCP 6(a)(6)(C)",
    verified_on=VERIFIED,
    sources=("https://www.findlaw.com/state/new-mexico-law/new-mexico-legal-holidays-laws.html",),
    covers_from=date(1986, 1, 1),
    rows=(
        *COMMON,
        Holiday("Presidents' Day", Nth(3, MON, 2), LAW),
        Holiday(
            "Presidents' Day, as State offices keep it",
            DAY_AFTER_THANKSGIVING,
            "State offices' practice",
            when=When("state_list", "holiday"),
        ),
    ),
    saturday=Moved(-1, "State offices' practice", When("state_list", "holiday")),
    sunday=SUNDAY,
    place="New Mexico",
)
CALENDARS = (NM_COURTS, NM_STATE)
