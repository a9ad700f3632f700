"""The courts that follow the CPLR in its own words; the city, district and justice courts have acts of their own."""

from docket.law.deadlines.courts import Courts

COURTS = (
    Courts(
        "cplr",
        "ny_state",
        jurisdiction="New York",
        pattern=r"New York Supreme Court(?!.*(?:Appellate|Term)).*|Supreme Court, .* County|.* County Courts?",
    ),
)
