"""Deadlines that follow from filings, proposed to staff: never entered, moved or closed by the site itself.

`starts` and `ends` are tables: which filing starts a period, which one ends it. `following` reads them against the
record, `counting` counts, `propose` and `closing` keep the open proposals in line with the record, `deciding` is what
staff do with them.
"""
