"""The circuit and county courts."""

from docket.law.deadlines.courts import Courts

COURTS = (
    Courts(
        "fl2514",
        "fl_courts",
        jurisdiction="Florida",
        pattern=r"Florida Circuit Court|(?!U).*\bCircuit Court\b.*|.* County Court.*",
    ),
)
