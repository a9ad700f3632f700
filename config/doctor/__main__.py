"""`make doctor`, `python -m config.doctor`: exit status 1 when anything is wrong."""

import sys

from config.doctor.report import report

if __name__ == "__main__":
    sys.exit(report(print))
