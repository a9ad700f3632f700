"""What readers get: pages, lists, CSV, iCalendar, Atom. It reads the record and never writes it."""
