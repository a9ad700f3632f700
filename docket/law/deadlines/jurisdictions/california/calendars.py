"""Holidays of California: judicial holidays (CCP 135), dated, and the State's list (Gov. Code 6700)."""

from datetime import date

from docket.law.deadlines.calendars.shape import Dates, Holiday, HolidayCalendar, Moved, Nth, On, When
from docket.law.deadlines.dates import FRI, MON, THU

CCP = "CCP 135"
GOV = "Gov. Code 6700"
VERIFIED = date(2026, 11, 22)
NATIVE_AMERICAN_DAY = Nth(4, FRI, 9)
ONE_LIST = When("state_list", "holiday")  # on the State's list or the courts', not on both

COMMON = (
    Holiday("New Year's Day", On(1, 1), CCP),
    Holiday("Martin Luther King Jr. Day", Nth(3, MON, 1), CCP),
    Holiday("Lincoln Day", On(2, 12), CCP),
    Holiday("Presidents' Day", Nth(3, MON, 2), CCP),
    Holiday("Cesar Chavez Day", On(3, 31), CCP, first=date(2001, 1, 1)),
    Holiday("Memorial Day", Nth(-1, MON, 5), CCP),
    Holiday("Juneteenth", On(6, 19), "CCP 135; Stats. 2022 (AB 1655)", first=date(2023, 1, 1)),
    Holiday("Independence Day", On(7, 4), CCP),
    Holiday("Labor Day", Nth(1, MON, 9), CCP),
    Holiday("Native American Day", NATIVE_AMERICAN_DAY, "CCP 135; Stats. 2021, ch. 283", first=date(2022, 1, 1)),
    Holiday("Columbus Day", Nth(2, MON, 10), CCP, last=date(2021, 12, 31)),
    Holiday("Veterans Day", On(11, 11), CCP),
    Holiday("Thanksgiving Day", Nth(4, THU, 11), CCP),
    Holiday("Christmas Day", On(12, 25), CCP),
)
DAY_AFTER_THANKSGIVING = Nth(4, THU, 11, days_later=1)

CA_COURTS = HolidayCalendar(
    id="ca_courts",
    title="California courts: judicial holidays",
    verified_on=VERIFIED,
    sources=(
        "https://legiscan.com/CA/text/AB855/2021",
        "https://appellate.courts.ca.gov/ko/node/2940",
        "https://sanbernardino.courts.ca.gov/es/node/507",
        "https://www.calaveras.courts.ca.gov/general-information/location-hours-and-contact-info/court-holidays",
        "https://www.einpresswire.com/article/639711297/judicial-branch-celebrates-first-juneteenth-state-holiday",
        "https://www.litigationbythenumbers.com/native-american-day.html",
    ),
    covers_from=date(2011, 1, 1),
    rows=(
        *COMMON,
        Holiday("Day after Thanksgiving", DAY_AFTER_THANKSGIVING, CCP),
        # AB 1973 made it a judicial holiday from 2015, unintended; the act that took it out was not read.
        Holiday(
            "Native American Day",
            Dates((date(2015, 9, 25),)),
            "Gov. Code 6700 (AB 1973)",
            when=When("native_american_day_2015", "holiday"),
        ),
    ),
    saturday=Moved(-1, "Cal. Rules of Court 1.11"),
    sunday=Moved(+1, "Cal. Rules of Court 1.11"),
)

CA_STATE = HolidayCalendar(
    id="ca_state",
    title="State of California: days declared a holiday, for FRCP 6(a)(6)(C)",
    verified_on=VERIFIED,
    sources=(
        "https://www.californiawagelaw.com/wage_law/2008/08/holiday-computa.html",
        "https://opencalaccess.org/leginfo/bill_info/20250AB26895CHP",
    ),
    covers_from=date(2011, 1, 1),
    rows=(
        *COMMON,
        Holiday("Day after Thanksgiving", DAY_AFTER_THANKSGIVING, CCP, when=ONE_LIST),
        Holiday("Native American Day", NATIVE_AMERICAN_DAY, GOV, date(2015, 1, 1), date(2021, 12, 31), ONE_LIST),
        Holiday("Columbus Day", Nth(2, MON, 10), GOV, first=date(2022, 1, 1), when=ONE_LIST),
        Holiday("Admission Day", On(9, 9), GOV, when=ONE_LIST),
        Holiday("Genocide Remembrance Day", On(4, 24), GOV, first=date(2023, 1, 1), when=ONE_LIST),
        Holiday(
            "Lunar New Year",
            Dates(
                (
                    date(2023, 1, 22),
                    date(2024, 2, 10),
                    date(2025, 1, 29),
                    date(2026, 2, 17),
                    date(2027, 2, 6),
                )
            ),
            GOV,
            when=ONE_LIST,
        ),
        Holiday("Diwali", Dates((date(2026, 11, 8), date(2027, 10, 29))), "Stats. 2025, ch. 358", when=ONE_LIST),
    ),
    saturday=Moved(-1, "Cal. Rules of Court 1.11", ONE_LIST),
    sunday=Moved(+1, "Gov. Code 6701"),
    note="Lunar New Year and Diwali are listed to 2027.",
    place="California",
)
CALENDARS = (CA_COURTS, CA_STATE)
