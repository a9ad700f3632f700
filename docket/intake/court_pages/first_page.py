"""A page that is read before any other, in the process from which those that read are forked (within.py).

The parsers compile their patterns when they first need them. Each forked process would do that anew, for longer than a
small page takes to be read: one page with all that dockets commonly have is read before, and all find them compiled.
"""

COUNSEL = """<td align=right>represented&nbsp;by</td><td><B>Quill R. Example</B><BR>Example LLP<BR>1 Example Row
<BR>Example, CA 90000<BR>555-010-0000<BR>Email: quill&#064;example.org<BR><I>LEAD ATTORNEY</I></td>"""
PAGE = f"""<html><head><title>CAND-ECF</title></head><body><div id="cmecfMainContent">
<table><tr><td align=right><SPAN>ADRMOP</SPAN></td></tr></table>
<h3 align=center>U.S. District Court<BR>California Northern District (San Francisco)<BR>
CRIMINAL DOCKET FOR CASE #: 4:20-cr-00001-QRE-1</h3>
<table width='100%' border=0 CELLSPACING=5><tr><td valign=top width="60%"><br>Case title: USA v. Example
<br>Assigned to: Judge Quentin R. Example</td><td valign=top width="40%"><br>Date Filed: 02/03/2020</td></tr></table>
<hr><table width="100%" border=0 CELLSPACING=5>
<tr><td valign=top width="40%"><br><b><u>Defendant (1)</u></b></td></tr>
<tr><td valign=top width="40%"><B>Example Person</B></td>{COUNSEL}</tr>
<tr><td><br><b><u>Pending Counts</u></b></td><td></td><td><br><b><u>Disposition</u></b></td></tr>
<tr><td width="40%">18:1343 WIRE FRAUD<br>(1)</td><td></td><td width="60%">Dismissed</td></tr>
<tr><td valign=top width="40%"><br><b><u>Plaintiff</u></b></td></tr>
<tr><td valign=top width="40%"><B>USA</B></td>{COUNSEL}</tr></table>
<br><table align=center width='99%' border=1 rules=all cellpadding=5 cellspacing=0>
<tr><td style='font-weight:bold; width=94; white-space:nowrap'>Date Filed</td><th>#</th><td>Docket Text</td></tr>
<tr><td valign=top nowrap>03/04/2021</td><td align='right'><a href="https://ecf.cand.uscourts.gov/doc1/03500000001"
onClick="goDLS('/doc1/03500000001','360999','5','','','1','','');return(false);">1</a>&nbsp;</td>
<td valign=top>INDICTMENT as to Example Person. (Attachments: # <a
href="https://ecf.cand.uscourts.gov/doc1/03500000002">1</a> Exhibit A)(Example, Quill) (Entered: 03/05/2021)</td></tr>
</table><br><hr><center><table border=1><tr><th colspan=4>PACER Service Center</th></tr>
<tr><th colspan=4>Transaction Receipt</th></tr><tr><td colspan=4>06/01/2021 10:11:12</td></tr>
<tr><th>PACER Login:</th><td></td><th>Client Code:</th><td></td></tr>
<tr><th>Description:</th><td>Docket Report</td><th>Search Criteria:</th><td>4:20-cr-00001-QRE</td></tr>
<tr><th>Billable Pages:</th><td>1</td><th>Cost:</th><td>0.10</td></tr></table></center></div></body></html>"""
