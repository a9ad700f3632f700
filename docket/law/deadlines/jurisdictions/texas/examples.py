"""Worked examples of time in Texas; the first two are a district judge's."""

from datetime import date

from docket.law.deadlines.examples import Example

GUIDE = "https://bonniesudderth.wordpress.com (a district judge's guide): Example "
EXAMPLES = (
    Example("tx.answer", date(2019, 10, 1), date(2019, 10, 28), GUIDE + "1: served Tuesday 1 October"),
    Example("tx.answer", date(2019, 10, 2), date(2019, 10, 28), GUIDE + "2: served Wednesday 2 October"),
    Example("tx.answer", date(2026, 5, 1), date(2026, 5, 26), "derived from TRCP 4, 99(b): the Monday is Memorial Day"),
    Example("trcp4", date(2026, 3, 6), date(2026, 3, 11), "TRCP 4: five days or less leave weekends out", n=3),
)
