"""Hearings and deadlines as the public reads them: lines, months, sentences and iCalendar. It knows no today."""
