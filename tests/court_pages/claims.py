"""A claims register and a claims activity report of the bankruptcy of pacer_pages.bankruptcy, with invented creditors."""
# ruff: noqa: E501

from dataclasses import dataclass

from tests.court_pages.pacer_pages import receipt

HOST = "https://ecf.alsb.uscourts.gov"


@dataclass
class Filed:
    """One claim of the register."""

    number: int
    creditor: str = "Weir Supply Co.<br>Attn: Ada Finch<br>9 Sluice Lane<br>Port Example, AL 36000"
    amount: str = "$2407.38"
    status: str = ""
    remarks: str = ""
    amended: str = ""

    def html(self) -> str:
        """The claim's own table."""
        amended = f"<BR><I>Last Amendment Filed</I>:&nbsp;{self.amended}<BR>" if self.amended else "<BR>"
        return f"""<TABLE class=complexReport><TR class=rowBackground1><TD align=left valign=top width="30%">
<FONT SIZE="-1"><I>Creditor:</I>&nbsp;(1008{self.number})&nbsp;<BR> {self.creditor}&nbsp;</FONT></TD>
<TD><FONT SIZE="-1"><B>Claim No: {self.number}</B><BR><I>Original Filed Date</I>:&nbsp;02/0{self.number}/2021<BR><I>Original Entered Date</I>:&nbsp;02/0{self.number}/2021{amended}</FONT></TD>
<TD><FONT SIZE="-1"><I>Status:</I> {self.status}<BR><I>Filed by:</I> CR<BR><I>Entered by:</I> Quill Harbottle<BR><I>Modified:</I> </FONT></TD></TR>
<TR><TD colspan=3><TABLE><TR><TD><FONT>&nbsp;Amount <TD><FONT> claimed:<TD align=right><FONT> {self.amount}</TD></TR>
<TR><TD><FONT>&nbsp;Secured <TD><FONT> claimed:<TD align=right><FONT> $7.00</TD></TR></TABLE><TFOOT>
<TR><TD colspan=5><FONT><I>History:</I></FONT><table><tr><td><a href="/cgi-bin/ClaimHistory.pl?101018,{self.number}-1">Details</a></td><td></td>
<td><a href='{HOST}/doc1/150014580417'>{self.number}-1</a></td><td>02/0{self.number}/2021</td><td>Claim #{self.number} filed</td></tr></table></TD></TR>
<TR><TD colspan=3><FONT><I>Description:</I> </FONT></TD></TR><TR><TD colspan=3><FONT><I>Remarks:</I> {self.remarks}</FONT></TD></TR></TABLE><BR>"""


CLAIMS = (
    Filed(1, remarks="(1-1) Account Number (last 4 digits):0224"),
    Filed(2, creditor="Ottoline Marsh<br>4 Lantern Lane<br>Port Example, AL 36001", amount="Unknown"),
)


def register(
    claims: tuple[Filed, ...] = CLAIMS,
    title: str = "Lantern Mills, Inc.",
    mark: str = "",
    total: int | None = None,
    served: str = "03/17/2021 09:00:00",
) -> str:
    """The register, with its summary of `total` claims."""
    tables = "".join(claim.html() for claim in claims)
    return f"""<html><head><title>LIVE</title></head><body><div id="cmecfMainContent">
<CENTER><H2>Southern District of Alabama<BR>Claims Register </H2><FONT SIZE=+1><A HREF={HOST}/cgi-bin/DktRpt.pl?101018>21-10276-QRS11 {title} {mark}</A><br><p></FONT>
<TABLE><TR><TD><B>Judge:</B> Quentin R. Sable<TD><B> </B><TD><B>Chapter: </B> 11<TR><TD><B>Office: </B> Selma<TD><TD><B>Last Date to file claims: </B></TABLE>{tables}
<CENTER><H3>Claims Register Summary</H3></CENTER><B>Case Name:</B> {title}<BR><B>Case Number:</B> 21-10276-QRS11<BR><B>Chapter:</B> 11<BR>
<B>Date Filed:</B> 01/26/2021<BR><B>Total Number Of Claims:</B> {len(claims) if total is None else total}<BR>{receipt("21-10276-QRS11", served)}</div></body></html>"""


def activity(
    creditor: str = "Weir Supply Co., c/o Ada Finch, 9 Sluice Lane, Port Example, AL 36000", status: str = ""
) -> str:
    """An activity report of two bankruptcies."""
    tables = "".join(
        f"""<table class="complexReport"><tbody><tr><td align="left" id="7{case}">
Case: {number}<br>Title: {title}<br>Office: 1<br>Claim No: <b><a href="{HOST}/cgi-bin/show_doc.pl?caseid={case}&amp;claim_id=2629035{claim}&amp;claim_num={claim}-1&amp;magic_num=MAGIC99887766">{claim}</a></b><br>Filed: 02/01/2021<br>Entered: 02/01/2021<br>Amends No: <br></td>
<td>Amount claimed: $26948.00<br></td><td>Chapter: 11<br>Judge: Sable<br>Filed by: Creditor<br>Entered by: ePOC<br>Status: {status}<br></td></tr>
<tr><td colspan="3">Creditor name/address: {creditor}</td></tr></tbody></table><br>"""
        for number, case, title, claim in (
            ("21-10276", "101018", "Lantern Mills, Inc.", 3),
            ("21-10300", "101042", "Sluice Works, LLC", 1),
        )
    )
    return f"""<html><body><h2>Claims Activity Report</h2><h3>U.S. Bankruptcy Court --
Southern District of Alabama</h3><h3>Report Period: 1/1/2021 - 3/1/2021</h3>{tables}<center><b>Claim entries selected: 2</b>
{receipt("", "03/02/2021 09:00:00").replace("Docket Report", "Claims Activity Report")}</center></body></html>"""
