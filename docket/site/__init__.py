"""What readers get: pages, lists, CSV, iCalendar. It reads the record and never writes it."""
