"""The bankruptcy courts of the districts."""

from docket.law.deadlines.courts import Courts

COURTS = (Courts("frbp9006", "us_federal", pattern="United States Bankruptcy Court for the .+"),)
