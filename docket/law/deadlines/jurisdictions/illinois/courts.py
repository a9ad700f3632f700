"""The circuit courts."""

from docket.law.deadlines.courts import Courts

COURTS = (Courts("il1_11", "il_courts", slugs=("illcirct",)),)
