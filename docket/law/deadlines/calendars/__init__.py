"""Holiday calendars by id. A new court system is a new file of rows and its line here."""

from docket.law.deadlines.calendars.california import CA_COURTS, CA_STATE
from docket.law.deadlines.calendars.federal import US_BUSINESS, US_FEDERAL
from docket.law.deadlines.calendars.new_mexico import NM_COURTS, NM_STATE
from docket.law.deadlines.calendars.shape import HolidayCalendar

CALENDARS: dict[str, HolidayCalendar] = {
    calendar.id: calendar for calendar in (US_FEDERAL, NM_COURTS, CA_COURTS, NM_STATE, CA_STATE, US_BUSINESS)
}
