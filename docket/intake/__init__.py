"""Court pages into the record: pure readers → ImportedDocket → merge, the only writer."""

import logging
import os

# Before juriscraper is imported anywhere: without it the parsers write docket text to /var/log and to the terminal.
os.environ.setdefault("JURISCRAPER_LOG", os.devnull)
logging.getLogger("juriscraper").propagate = False
