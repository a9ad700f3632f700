"""The Court itself; what is due there after a judgment below is proposed in the court below."""

from docket.law.deadlines.courts import Courts

COURTS = (Courts("sct30", "us_federal", slugs=("scotus",)),)
