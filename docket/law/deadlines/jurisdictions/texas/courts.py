"""The business court; the district and county courts are entered by staff, who choose the rules there."""

from docket.law.deadlines.courts import Courts

COURTS = (Courts("trcp4", "tx_courts", slugs=("texbizct",)),)
