"""Holiday calendars by id: those of every jurisdiction."""

from docket.law.deadlines.calendars.shape import HolidayCalendar
from docket.law.deadlines.jurisdictions import rows
from docket.law.places import place_named

CALENDARS: dict[str, HolidayCalendar] = {calendar.id: calendar for calendar in rows("calendars")}

# The calendars of States' own holidays, which count in a federal court that sits there, by postal code.
STATE_CALENDARS: dict[str, str] = {
    place.postal.lower(): calendar.id
    for calendar in CALENDARS.values()
    if calendar.place and (place := place_named(calendar.place))
}
