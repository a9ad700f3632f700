"""Registers of actions as state courts show them, with invented people: a portal's page, tables saved and pasted."""

from collections.abc import Sequence

Event = tuple[str, str, dict[str, str]]
EVENTS: list[Event] = [
    ("03/04/2021", "Complaint", {}),
    ("03/15/2021", "Motion", {"Comment": "to strike the complaint"}),
    ("04/06/2021", "Motion Hearing", {"Judicial Officer": "Sable, Quentin", "Result": "Heard"}),
]
MENU = "Print Please select the sections that you would like to print Select All Case Information Party Print"


def portal(
    events: Sequence[Event] = EVENTS,
    number: str = "21CV009999",
    title: str = "Ottoline Marsh vs Brightwater Pictures, LLC",
    status: str = "Active",
) -> str:
    """A case's page of a portal: two parties, one with counsel, and events."""
    facts = {
        "Case Number": number,
        "Court": "Superior Court of Example",
        "File Date": "03/04/2021",
        "Case Type": "Unlimited Civil",
        "Case Status": status,
    }
    return f"""<div>{MENU}</div>
<div id="caseInformationDiv"><div id="divCaseInformation_body"><h1>Case Information</h1>
<p class="text-primary"> {number} | {title} <br/></p>{"".join(_fact(*fact) for fact in facts.items())}</div></div>
<div id="partyInformationDiv"><h1>Party</h1><div id="divPartyInformation_body">
{_party("Plaintiff", "Marsh, Ottoline", '<span class="text-muted">Lead Attorney</span><div>Harbottle, Quill R.</div>')}
{_party("Defendant", "Brightwater Pictures, LLC", "Pro Se")}</div></div>
<div id="dispositionInformationDiv"><p class="text-primary">05/01/2021 Judgment</p></div>
<div id="eventsInformationDiv"><h1>Events and Hearings</h1><ul>{"".join(_event(*event) for event in events)}</ul></div>
<div>{MENU}</div><a href="#">Back to top</a>"""


def _fact(label: str, value: str) -> str:
    return f'<p><span class="text-muted">{label}</span><br /> {value} </p>'


def _party(role: str, name: str, beside: str) -> str:
    return f"""<div class="row"><div class="col-md-8"><p><span class="text-primary">{role}<br /></span>{name}</p>
<span class="text-muted">Address</span><p>4 Lantern Lane</p><span class="text-muted">DOB</span><p>01/02/1980</p></div>
<div class="col-md-4"><p class="text-primary">Active Attorneys</p><div>{beside}</div>
<p><span class="text-muted">Work Phone</span><br/>555-010-4477</p></div></div>"""


def _event(day: str, title: str, more: dict[str, str]) -> str:
    link = '<p><a href="/portal/Display?eid=ONCE">View</a><span class="text-muted">a.pdf</span></p>'
    return (
        f'<li class="list-group-item"><p class="text-primary"> {day} {title} </p>'
        f"{link}{''.join(_fact(*fact) for fact in more.items())}</li>"
    )


ROWS = [
    ("03/04/2021", "OPN: COMPLAINT", "Plaintiff Marsh"),
    ("03/15/2021", "MTN: TO STRIKE", ""),
    ("04/06/2021", "ORD: HEARING SET", "Quentin R. Sable"),
]


def new_mexico(rows: Sequence[tuple[str, str, str]] = ROWS, number: str = "D-202-CV-2021-00123") -> str:
    """A page saved from a site that shows the register as a table, between other tables."""
    head = "<tr><th>Event Date</th><th>Event Description</th><th>Event Result</th></tr>"
    body = "".join("<tr>" + "".join(f"<td> {cell} </td>" for cell in row) + "</tr>" for row in rows)
    return f"""<html><body><h2>Ottoline Marsh v. Brightwater Pictures, LLC</h2>
<table><tr><td>CASE #</td><td>CURRENT JUDGE</td><td>FILING DATE</td></tr>
<tr><td>{number}</td><td>Sable, Quentin</td><td>03/04/2021</td></tr></table>
<table><caption>REGISTER OF ACTIONS ACTIVITY</caption>{head}{body}</table></body></html>"""


def pasted(rows: Sequence[tuple[str, str, str]] = ROWS, number: str = "21STCV09871") -> str:
    """The same register as it comes out of a browser's clipboard, with a text that goes on in the next line."""
    lines = "\n".join("\t".join(row).rstrip() for row in rows)
    return f"""Case Number: {number}
Case Title: Ottoline Marsh v. Brightwater Pictures, LLC

Filing Date\tDescription\tMemo
{lines}
and vacated
"""
