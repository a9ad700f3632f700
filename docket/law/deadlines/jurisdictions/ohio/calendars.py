"""Legal holidays in Ohio (R.C. 1.14), of its courts and for a federal court that sits there."""

from datetime import date

from docket.law.deadlines.calendars.shape import Holiday, HolidayCalendar, Moved, Nth, On
from docket.law.deadlines.dates import MON, THU
from docket.law.deadlines.marks import Mark

LAW = "R.C. 1.14"
STATE = HolidayCalendar(
    id="oh_state",
    title="Ohio: legal holidays",
    verified_on=date(2026, 11, 30),
    sources=(
        "https://search-prod.lis.state.oh.us/api/v2/general_assembly_136/legislation/sb335/00_IN/html",
        "https://pypi.org/project/holidays/0.109/",
    ),
    covers_from=date(2012, 1, 1),
    rows=(
        Holiday("New Year's Day", On(1, 1), LAW),
        Holiday("Martin Luther King Jr. Day", Nth(3, MON, 1), LAW),
        Holiday("Washington-Lincoln Day", Nth(3, MON, 2), LAW),
        Holiday("Memorial Day", Nth(-1, MON, 5), LAW),
        Holiday("Juneteenth", On(6, 19), LAW, first=date(2024, 1, 1)),
        Holiday("Independence Day", On(7, 4), LAW),
        Holiday("Labor Day", Nth(1, MON, 9), LAW),
        Holiday("Columbus Day", Nth(2, MON, 10), LAW),
        Holiday("Veterans Day", On(11, 11), LAW),
        Holiday("Thanksgiving Day", Nth(4, THU, 11), LAW),
        Holiday("Christmas Day", On(12, 25), LAW),
    ),
    sunday=Moved(+1, LAW),
    note="The section as Senate Bill 335 of 2026 quotes it. A holiday on a Saturday is not moved; where an office"
    " closes on the Friday, enter that as a closed day. From which day Juneteenth counts was not read: it is held"
    " from 2024.",
    mark=Mark.SECONDARY,
    place="Ohio",
)
CALENDARS = (STATE,)
