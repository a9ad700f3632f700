"""The courts of common pleas, the municipal and the county courts; probate and juvenile courts have their own rules."""

from docket.law.deadlines.courts import Courts

COURTS = (
    Courts(
        "ohciv6",
        "oh_state",
        jurisdiction="Ohio",
        pattern=r".*\b(?:Court of Common Pleas|Common Pleas Court|Municipal Courts?)\b.*|.* County Courts?,? Ohio",
    ),
)
