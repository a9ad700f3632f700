"""Case pages of the Texas courts of appeals in the form in which their site serves them, with invented people."""

from collections.abc import Sequence

HOLDER = "ctl00_ContentPlaceHolder1"
TOP = {
    "Case:": "08-21-00999-CV",
    "Date Filed:": "03/04/2021",
    "Case Type:": "Miscellaneous/other civil",
    "Style:": "Ottoline Marsh",
    "v.:": "Brightwater Pictures, LLC",
    "Orig Proc:": "No",
    "Transfer From:": "",
    "Transfer In:": "",
    "Transfer Case:": "",
    "Transfer To:": "",
    "Transfer Out:": "",
    "Pub Service:": "",
}
TRIAL_COURT = {
    "Court": "41st District Court",
    "County": "Example",
    "Court Judge": "Quentin Sable",
    "Court Case": "2020-77",
}
EVENTS = [("03/04/2021", "Notice of appeal received", ""), ("05/06/2021", "Opinion issued", "Affirmed")]
PARTIES = [
    ("Marsh, Ottoline", "Appellant", "Quill R. Harbottle"),
    ("Brightwater Pictures, LLC", "Appellee", ""),
]


def court_of_appeals(events: list[tuple[str, str, str]] | None = None) -> str:
    """A page of the Eighth Court of Appeals: its events (day, type, disposition), one brief, two parties."""
    listed = [(day, kind, ruling, "") for day, kind, ruling in (EVENTS if events is None else events)]
    briefs = [("04/05/2021", "Brief filed", "Appellant", "")]
    return f"""<html><head><title>Case Detail</title></head><body>
<a href="/Case.aspx?cn=08-21-00999-CV&amp;coa=coa08">Texas Judicial Branch</a><h1>Eighth Court of Appeals</h1>
<div class="panel"><div id="case"></div>{_fields(TOP)}</div>
{_table("grdBriefs", "Date|Event Type|Description|Document", briefs)}
{_table("grdEvents", "Date|Event Type|Disposition|Document", listed)}
{_table("grdParty", "Party|PartyType|Representative", PARTIES)}
<div id="panelTrialCourtInfo"><div>Trial Court Information</div><div>{_fields(TRIAL_COURT)}</div></div>
</body></html>"""


def _fields(told: dict[str, str]) -> str:
    return "".join(f'<div class="row-fluid"><div>{name}</div><div>{value}</div></div>' for name, value in told.items())


def _table(name: str, heads: str, rows: Sequence[tuple[str, ...]]) -> str:
    head = "".join(f"<th>{word}</th>" for word in heads.split("|"))
    body = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in rows)
    return f'<table id="{HOLDER}_{name}_ctl00"><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>'
