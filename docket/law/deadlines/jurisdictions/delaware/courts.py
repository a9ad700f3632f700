"""The Superior Court and the Court of Chancery."""

from docket.law.deadlines.courts import Courts

COURTS = (Courts("de6", "de_courts", slugs=("delsuperct", "delch")),)
