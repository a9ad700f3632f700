"""Docket pages in the form in which courts serve them, with invented people: what the importers' tests read."""
# ruff: noqa: E501

from dataclasses import dataclass, field

COUNSEL = """<B>Quill               R.              Harbottle                                          </B>
<BR>Harbottle &amp; Finch LLP
<BR>77 Inkwell Row
<BR>Suite 900
<BR>Port Example, CA 90000
<BR>555-010-4477
<BR>Fax: 555-010-4478
<BR>Email: quill&#064;harbottle.example
<BR><I>LEAD ATTORNEY</I>
<BR><I>ATTORNEY TO BE NOTICED</I>
<BR><I>Designation: Retained</I>"""
PRO_SE = """<B>{name}</B>
<BR>4 Lantern Lane
<BR>Port Example, CA 90001
<BR>555-010-1234
<BR>PRO SE"""
NO_COUNSEL = ""


@dataclass
class Row:
    """One row of the docket: number "" prints an unnumbered entry, document "" prints no link."""

    number: str
    text: str
    filed: str = "03/04/2021"
    document: str = ""
    sequence: int = 0

    files: list[tuple[str, int]] = field(default_factory=list)
    """(title, pages) of the main document and its attachments, on a page that lists them"""

    def html(self, host: str, case: str, lists_files: bool = False) -> str:
        number = f"{self.number}&nbsp;"
        if self.document:
            call = f"goDLS('/doc1/{self.document}','{case}','{self.sequence}','','','1','','');return(false);"
            number = f'<a href="https://{host}/doc1/{self.document}" onClick="{call}">{self.number}</a>&nbsp;'
        box = "<td align=center><input type=checkbox name='all_documents'></td>" if lists_files else ""
        return (
            f"<tr><td width='94' valign=top nowrap>{self.filed}</td>"
            f"<td style='white-space:nowrap' valign='top' align='right'>{number}</td>{box}"
            f"<td valign=top>{self.text}</td></tr>\n{self._files(case) if self.files else ''}"
        )

    def _files(self, case: str) -> str:
        first = int(self.document[-8:])
        rows = "".join(
            f'<tr><td style="width:20px"><input name="document_{case}_{self.sequence}_{place}" type="checkbox" '
            f'value="{first + place}-{1000 + place}-{pages}" /></td><td>{place}</td><td>{title}</td>'
            f"<td>{pages} pages</td><td>  1.0 KB</td></tr>"
            for place, (title, pages) in enumerate(self.files)
        )
        return f"<tr><td></td><td></td><td></td><td><table>{rows}</table></td></tr>\n"


@dataclass
class Block:
    """One party: heading, name, lines under the name (HTML), counsel (HTML), criminal counts."""

    role: str
    name: str
    under: str = ""
    counsel: str = COUNSEL
    counts: list[tuple[str, str, str]] = field(default_factory=list)
    """(status "Pending" or "Terminated", name, disposition)"""

    def html(self) -> str:
        represented = (
            f'<td valign=top width="20%" align=right>represented&nbsp;by</td>'
            f'<td valign=top width="40%">{self.counsel}</td>'
            if self.counsel
            else ""
        )
        return (
            f'<tr><td valign=top width="40%"><br><b><u>{self.role}</u></b></td></tr>\n'
            f'<tr><td valign=top width="40%"><B>{self.name}</B>{self.under}</td>{represented}</tr>\n'
        ) + "".join(self._counts(status) for status in ("Pending", "Terminated") if self.counts)

    def _counts(self, status: str) -> str:
        rows = "".join(
            f'<tr><td width="40%">{name}</td><td></td><td width="60%">{disposition}</td></tr>\n'
            for kind, name, disposition in self.counts
            if kind == status
        )
        return (
            f'<tr><td valign=top width="40%"><br><b><u>{status} Counts</u></b></td><td></td>'
            '<td valign=top width="40%"><br><b><u>Disposition</u></b></td></tr>\n'
            f"{rows or '<tr><td valign=top>None</td></tr>'}"
        )


ROWS = [
    Row("1", "COMPLAINT against Brightwater Pictures, LLC. (Harbottle, Quill) (Entered: 03/05/2021)",
        document="03501111111", sequence=5),
    Row("", "Minute entry: conference held. (xyz, COURT STAFF) (Entered: 03/08/2021)", filed="03/08/2021"),
    Row("2", "ANSWER to 1 Complaint by Brightwater Pictures, LLC. (Entered: 04/01/2021)", filed="04/01/2021",
        document="03501111333", sequence=9),
]  # fmt: skip
BLOCKS = [
    Block("Plaintiff", "Ottoline Marsh", under="<BR><I>individually</I>"),
    Block("Defendant", "Brightwater Pictures, LLC", under="<BR>a Delaware limited liability company"),
]

COUNTS = [
    ("Pending", "18:1343 WIRE FRAUD<br>(1)", ""),
    ("Terminated", "18:1341 MAIL FRAUD<br>(2)", "Dismissed on motion of the government"),
]


def district(
    rows: list[Row] | None = None,
    blocks: list[Block] | None = None,
    number: str = "3:21-cv-01234-QRS-TUV",
    court: str = "California Northern District (San Francisco)",
    host: str = "ecf.cand.uscourts.gov",
    case: str = "371234",
    title: str = "Marsh v. Brightwater Pictures, LLC",
    header: str = "<br>Assigned to: Judge Quentin R. Sable<br>Referred to: Magistrate Judge Tess U. Vane"
    "<br>Cause: 28:1332 Diversity-Personal Injury",
    dates: str = "<br>Date Filed: 03/04/2021<br>Jury Demand: Plaintiff<br>Nature of Suit: 360 P.I.: Other"
    "<br>Jurisdiction: Diversity",
    flags: str = "ADRMOP,REFDIS",
    served: str = "06/01/2021 10:11:12",
    criteria: str = "",
    kind: str = "CIVIL",
    close: str = "</div></body></html>",
) -> str:
    """A docket report of a district court; every part can be replaced."""
    listed = ROWS if rows is None else rows
    lists_files = any(row.files for row in listed)
    form = "<form method='post' name='view_multi_docs' action='show_multidocs.pl'>" if lists_files else ""
    select = "<td style='font-weight:bold'>Select</td>" if lists_files else ""
    entries = "".join(row.html(host, case, lists_files) for row in listed)
    parties = "".join(block.html() for block in (BLOCKS if blocks is None else blocks))
    return f"""<html><head><title>CAND-ECF</title><script type="text/javascript">var x = 1;</script></head>
<body BGCOLOR=FFFFFF TEXT=000000><div id="cmecfMainContent">
<table border=0 cellspacing=0 width="100%"><tr><td align=right><SPAN style='color:green'>{flags}</SPAN></td></tr></table>
<h3 align=center>U.S. District Court<BR>
{court}<BR>
{kind} DOCKET FOR CASE #: {number}</h3>
<TABLE width='100%' border=0 CELLSPACING=5><tr>
<td valign=top width="60%"><br>{title}{header}</td>
<td valign=top width="40%">{dates}</td>
</tr></table>
<HR><TABLE width="100%" border=0 CELLSPACING=5>
{parties}</table>
<br><table align=center width='99%' border=1 rules=all cellpadding=5 cellspacing=0>{form}
<tr><td style='font-weight:bold; width=94; white-space:nowrap'>Date Filed</td>
<th>#</th>{select}<td style='font-weight:bold'>Docket Text</td></tr>
{entries}</table><br>
{receipt(number, served, criteria)}{close}"""


def receipt(number: str, served: str, criteria: str = "") -> str:
    return f"""<HR><CENTER><TABLE BORDER=1 BGCOLOR=white width="400"><TR><TH COLSPAN=4>PACER Service Center</TH></TR>
<TR><TH COLSPAN=4>Transaction Receipt</TH></TR><TR><TD COLSPAN=4 ALIGN=CENTER>{served}</TD></TR>
<TR><TH>PACER Login:</TH><TD>secretlogin</TD><TH>Client Code:</TH><TD></TD></TR>
<TR><TH>Description:</TH><TD>Docket Report</TD><TH>Search Criteria:</TH><TD> {number} {criteria} </TD></TR>
<TR><TH>Billable Pages:</TH><TD>2</TD><TH>Cost:</TH><TD>0.20</TD></TR></TABLE></CENTER></HR>"""


def criminal(
    blocks: list[Block] | None = None, rows: list[Row] | None = None, number: str = "4:20-cr-00321-QRS-1"
) -> str:
    """A criminal docket: one defendant with a pending and a terminated count, and the government."""
    people = blocks or [
        Block("Defendant (1)", "Barnaby Crook", counts=COUNTS),
        Block("Plaintiff", "USA"),
    ]
    return district(
        rows=rows,
        blocks=people,
        number=number,
        kind="CRIMINAL",
        title="Case title: USA v. Crook",
        header="<br>Assigned to: Judge Quentin R. Sable",
        dates="<br>Date Filed: 02/03/2020",
        case="360999",
    )


def bankruptcy(
    rows: list[Row] | None = None,
    debtor: str = "Lantern Mills, Inc.",
    under: str = "<BR>12 Weir Street<BR>Port Example, AL 36000<BR>Tax ID / EIN: 00-0001234<BR>SSN / ITIN: xxx-xx-9876",
    number: str = "21-10276-QRS",
    host: str = "ecf.alsb.uscourts.gov",
    case: str = "101018",
) -> str:
    """A docket of a bankruptcy petition with a debtor and a U.S. Trustee."""
    entries = "".join(row.html(host, case) for row in (ROWS if rows is None else rows))
    return f"""<html><head><title>LIVE Database Area</title></head><body><div id="cmecfMainContent">
<TABLE width="100%"><TR><TD ALIGN=right><h2><FONT SIZE="3">PlnDue, DsclsDue</FONT></h2></TD></TR></TABLE>
<CENTER><B><FONT SIZE="+1">U.S. Bankruptcy Court<BR>Southern District of Alabama (Selma)<BR>Bankruptcy Petition #: {number}</FONT></B></CENTER>
<TABLE width="100%" BORDER=0 CELLSPACING=10><TR><TD VALIGN=top WIDTH="60%"><FONT SIZE="+0">
<BR><I>Assigned to:</I> Judge Quentin R. Sable<BR>Chapter 11<BR>Voluntary</FONT></TD>
<TD VALIGN=top WIDTH="40%"><FONT SIZE="+0"><BR><I>Date Filed:</I> 01/26/2021<BR><I>Date converted:</I> 02/02/2021</FONT></TD></TR></TABLE>
<TABLE width="100%" BORDER=0 CELLSPACING=10>
<TR><TD VALIGN=top WIDTH="40%"><FONT SIZE="+0"><I><B>Debtor</B></I><BR><B>{debtor}</B>{under}<BR></FONT></TD>
<TD VALIGN=top ALIGN=right><FONT SIZE="+0">represented by</FONT></TD><TD VALIGN=top WIDTH="40%"><FONT SIZE="+0">{COUNSEL}</FONT></TD></TR>
<TR><TD VALIGN=top WIDTH="40%"><FONT SIZE="+0"><I><B>U.S. Trustee</B></I><BR><B>Bankruptcy Administrator</B><BR>PO Box 3000<BR>(555) 010-5433</FONT></TD>
<TD></TD><TD></TD></TR>
</TABLE>
<br><table border=1><tr><td>Filing Date</td><th>#</th><td>Docket Text</td></tr>
{entries}</table>
{receipt(number, "02/17/2021 08:38:31", "Fil or Ent: filed Doc From: 0 Doc To: 99999999 Term: included Format: html")}
</div></body></html>"""
