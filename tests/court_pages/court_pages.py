"""Files of the other kinds in the form in which courts and archives serve them, with invented people.

History, feed, attachment page and archived docket are of the case of pacer_pages.district: Marsh v. Brightwater.
"""
# ruff: noqa: E501

import json
from typing import Any

from tests.court_pages.pacer_pages import ROWS, Row, receipt

HOST, CASE, NUMBER = "ecf.cand.uscourts.gov", "371234", "3:21-cv-01234"
SHORT = {"1": "Complaint", "": "Conference", "2": "Answer to Complaint"}

EXHIBIT = """<document doc_num="1" attachment_num="1"><pacer_doc_id>03501111112</pacer_doc_id>
<short_desc>Exhibit A</short_desc></document>"""


def history(
    rows: list[Row] | None = None, short: dict[str, str] | None = None, served: str = "06/02/2021 08:00:00"
) -> str:
    """A docket history report of the case."""
    listed = "".join(
        _history_row(row, (short or SHORT).get(row.text) or SHORT.get(row.number, "Notice"))
        for row in (ROWS if rows is None else rows)
    )
    return f"""<html><head><title>CAND-ECF</title></head><body><div id="cmecfMainContent"><center><b>
<font size="+1">U.S. District Court</font><br><font size="+1">California Northern District (San Francisco)</font><br>
<font size="+1">{NUMBER}-QRS-TUV</font><br>Marsh v. Brightwater Pictures, LLC<br>Quentin R. Sable, presiding<br>
Tess U. Vane, referral<br>Date filed: 03/04/2021<br>Date of last filing: 04/01/2021</b></center>
<h2 align=center>History</h2><table border=1><tr><th>Doc.<br>No.</th><th>Dates</th><th>Description</th></tr>
{listed}</table>{receipt(NUMBER + "-QRS-TUV", served).replace("Docket Report", "History/Documents").replace("Description:", "<i>Description:</i>")}</div></body></html>"""


def _history_row(row: Row, short: str) -> str:
    number = row.number
    if row.document:
        call = f"goDLS('/doc1/{row.document}','{CASE}','{row.sequence}','','','','','','');return(false);"
        number = f"<a href='https://{HOST}/doc1/{row.document}' onClick=\"{call}\">{row.number}</a>"
    return f"""<tr><td>{number}</td><td><table><tr><td><i>Filed &amp; Entered: &nbsp;</i></td><td>{row.filed}</td></tr></table></td>
<td><a href="javascript:DktText('1','{CASE}','','9','')"><img src="/graphics/silverball.gif"></a>{short}</td></tr>\n"""


def attachments(
    entry: str = "1",
    document: str = "03501111111",
    sequence: int = 5,
    files: tuple[str, ...] = ("Exhibit A", "Exhibit B"),
) -> str:
    """The attachment page of an entry: the main document of 12 pages and its attachments of 3."""
    first = int(document)

    def row(number: int, cells: str, shown: str) -> str:
        call = f"goDLS('/doc1/0{first + number}','{CASE}','{sequence}','','','1','','','');return(false);"
        pages = 3 if number else 12
        return f"""<tr><td><input type="checkbox" name="document_{entry}_{number}" value="{first + number}-4096-{pages}" /></td>
<td><a href="https://{HOST}/doc1/0{first + number}" onClick="{call}">{shown}</a></td>{cells}<td>{pages} pages</td><td> 4.0 KB</td></tr>"""

    listed = "".join(row(number, f"<td colspan=2>{title}</td>", str(number)) for number, title in enumerate(files, 1))
    return f"""<html><head><title>CAND-ECF</title></head><body><div id="cmecfMainContent">
<p><b>Document Selection Menu</b></p><p>Select the document you wish to view.</p><form><table>
<tr><td colspan="2"><b>Document Number:</b></td></tr>{row(0, "", entry)}
<tr><td colspan=2><b>Attachment</b></td><td colspan=2><b>Description</b></td><td><b>Pages</b></td><td><b>Size</b></td></tr>
{listed}</table></form></div></body></html>"""


def feed(items: list[tuple[Row, str]] | None = None, court: str = "cand", more: str = "") -> str:
    """A feed with items of the case, the newest first; each a row and its short description."""
    listed = items if items is not None else [(row, SHORT[row.number]) for row in reversed(ROWS)]
    return f"""<?xml version="1.0" encoding="ISO-8859-1"?>
<rss version="2.0"><channel><title>Northern District of California - Recent Entries</title>
<link>https://ecf.{court}.uscourts.gov</link><description>Docket entries of type: all</description>
<lastBuildDate>Tue, 06 Apr 2021 20:16:22 GMT</lastBuildDate>
{"".join(_item(row, short, court) for row, short in listed)}{more}</channel></rss>"""


def _item(row: Row, short: str, court: str) -> str:
    month, day, year = row.filed.split("/")
    name = {"03": "Mar", "04": "Apr", "05": "May"}[month]
    link = ""
    if row.document:
        address = f"https://ecf.{court}.uscourts.gov/doc1/{row.document}?caseid={CASE}&#x26;de_seq_num={row.sequence}"
        link = f" (&#x3C;a href=&#x22;{address}&#x22; &#x3E;{row.number}&#x3C;/a&#x3E;)"
    return f"""<item><title>{NUMBER} Marsh v. Brightwater Pictures, LLC</title>
<link>https://ecf.{court}.uscourts.gov/cgi-bin/DktRpt.pl?{CASE}</link><description>[{short}]{link}</description>
<guid isPermaLink="true">https://ecf.{court}.uscourts.gov/cgi-bin/DktRpt.pl?{CASE}&#x26;{row.sequence}</guid>
<pubDate>Thu, {day} {name} {year} 19:14:31 GMT</pubDate></item>"""


def archive(rows: list[Row] | None = None, parties: str = "", head: str = "") -> str:
    """The Internet Archive's copy: numbered entries with their texts and short descriptions, attachments of the first."""
    listed = "".join(_document(row) for row in (ROWS if rows is None else rows) if row.number)
    return f"""<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE gov_uscourts_docket SYSTEM "docket.dtd">{head}
<gov_uscourts_docket><nonce>x</nonce><case_details><court>cand</court><docket_num>{NUMBER}</docket_num>
<case_name>Marsh v. Brightwater Pictures</case_name><pacer_case_num>{CASE}</pacer_case_num>
<date_case_filed>2021-03-04</date_case_filed><assigned_to>Quentin R. Sable</assigned_to></case_details>
<party_list>{parties}</party_list><document_list>{listed}
</document_list></gov_uscourts_docket>"""


def _document(row: Row) -> str:
    month, day, year = row.filed.split("/")
    return f"""<document doc_num="{row.number}" attachment_num="0"><pacer_doc_id>{row.document}</pacer_doc_id>
<date_filed>{year}-{month}-{day}</date_filed><long_desc>{row.text}</long_desc>
<short_desc>{SHORT.get(row.number, "Notice")}</short_desc></document>{EXHIBIT if row.number == "1" else ""}"""


def appellate(
    text: str = "Petition for review docketed. (ABC) [Entered: 03/07/2023 07:55 AM]",
    district: str = "BIA-1 : A099-888-777",
    party: str = "OTTOLINE MARSH (A099-888-777)",
    contact: str = "Direct: 555-010-4477<br>Email: quill@harbottle.example<br>[COR LD NTC Retained]<br>77 Inkwell Row",
) -> str:
    """A docket of the Ninth Circuit, of a petition for review."""
    return f"""<html><head><title>23-30126 Docket</title></head><body>
<center>General Docket<br>United States Court of Appeals for the Ninth Circuit</center>
<table width="100%" border="1"><!-- NEW SECTION - Case Stub -->
<tbody><tr><td><table><tbody><tr><td><b>Court of Appeals Docket #: </b>23-30126</td><td><b>Docketed:</b> 03/07/2023</td></tr>
<tr><td>Ottoline Marsh v. Garland</td></tr><tr><td><b>Appeal From:</b> Board of Immigration Appeals</td></tr>
<tr><td><b>Fee Status:</b>  Paid</td></tr></tbody></table></td></tr>
<!-- NEW SECTION - Case Type -->
<tr><td><table><tbody><tr><td><b>Case Type Information:</b></td></tr><tr><td><b>1)</b> Agency</td></tr></tbody></table></td></tr>
<!-- NEW SECTION - Orig Court -->
<tr><td><table><tbody><tr><td colspan="4"><b>Originating Court Information:</b></td></tr>
<tr><td colspan="4"><b>District: </b>{district}</td></tr><tr><td>Date Rec'd COA:</td></tr><tr><td>03/03/2023</td></tr></tbody></table></td></tr>
<tr><td><b>Panel Assignment:</b> Not available</td></tr></tbody></table>
<!-- NEW SECTION - Party/Aty List --><table><tbody><tr><td><table><tbody>
<tr><td width="50%">{party}<br>4 Lantern Lane<br>Petitioner</td><td width="50%">Quill R. Harbottle<br>{contact}</td></tr>
</tbody></table></td></tr></tbody></table>
<!-- NEW SECTION - DOCKET ENTRIES --><table><tbody><tr><td><table><tbody>
<tr><td>03/07/2023</td><td><input type="checkbox" name="d" value="10057372">
<a href="https://ecf.ca9.uscourts.gov/docs1/00906667755?caseId=212643">&nbsp;1&nbsp;</a></td><td>{text}</td></tr>
</tbody></table></td></tr></tbody></table></body></html>"""


def acms(number: str | None = "A099-888-777", text: str = "CASE OPENED. [Entered: 09/27/2023 03:30 PM]") -> str:
    """An ACMS docket of the Ninth Circuit."""
    people = """<table><tr><td> OTTOLINE MARSH<br>AL0373, 91739,<br>Petitioner, </td><td><div>Ottoline Marsh<br>[Pro Se]
<br>4 Lantern Lane<br>Port Example, CA 90001</div></td></tr></table>"""
    entry = {
        "endDateFormatted": "09/27/2023",
        "entryNumber": 1,
        "docketEntryText": f"<p>{text}</p>",
        "docketEntryId": "cae9326b-855d-ee11-be6e-001dd80822ef",
        "pageCount": 0,
    }
    details: dict[str, Any] = {
        "caseId": "34cacf7f-52d5-4d1f-b4f0-0542b429f674",
        "caseNumber": "23-2435",
        "name": "Marsh v. Garland",
        "caseOpened": "2023-09-27",
        "aNumber": number,
        "court": {"name": "Board of Immigration Appeals", "identifier": "160"},
        "caseType": "Agency",
        "caseSubType": None,
        "caseSubSubType": None,
        "districtCourtName": None,
        "feeStatus": "Paid",
        "partyAttorneyList": people,
        "shortCaption": "see www.ca9.uscourts.gov",
    }
    return json.dumps({"caseDetails": details, "docketInfo": {"docketEntries": [entry]}})


def supreme_court(**others: Any) -> str:
    """The Supreme Court's JSON of a petition."""
    counsel = {
        "Attorney": "Quill R. Harbottle",
        "IsCounselofRecord": True,
        "Title": "Harbottle & Finch LLP",
        "Address": "77 Inkwell Row",
        "City": "Port Example",
        "State": "CA",
        "Zip": "90000",
        "Phone": "555-010-4477",
        "Email": "quill@harbottle.example",
        "PartyName": "Ottoline Marsh",
    }
    told: dict[str, Any] = {
        "CaseNumber": "24-966 ",
        "bCapitalCase": False,
        "sJsonCreationDate": "05/05/2025",
        "PetitionerTitle": "Ottoline Marsh, Petitioner",
        "RespondentTitle": "Brightwater Pictures, LLC",
        "DocketedDate": "March 10, 2025",
        "LowerCourt": "United States Court of Appeals for the Ninth Circuit",
        "LowerCourtCaseNumbers": "(23-30126)",
        "LowerCourtDecision": "December 5, 2024",
        "ProceedingsandOrder": [
            {
                "Date": "Mar 05 2025",
                "Text": "Petition for a writ of certiorari filed.",
                "Links": [
                    {
                        "Description": "Petition",
                        "DocumentUrl": "https://www.supremecourt.gov/DocketPDF/24/24-966/351352/a.pdf",
                    },
                    {"Description": "Certificate", "DocumentUrl": "javascript:alert(1)"},
                ],
            },
            {"Date": "Apr 01 2025", "Text": "Waiver of right to respond filed.", "Links": []},
        ],
        "Petitioner": [counsel],
    }
    return json.dumps({**told, **others})


def los_angeles(**others: Any) -> str:
    """The Los Angeles Superior Court's JSON of a civil case; a day of winter as the site writes it."""
    told: dict[str, Any] = {
        "CaseInformation": {
            "Status": "Pending",
            "Courthouse": "Stanley Mosk Courthouse",
            "CaseTypeDescription": "Other Breach of Contract",
            "DispositionType": "",
            "CaseID": "BC999999;LA;CV",
            "FilingDate": "2017-08-04T00:00:00-07:00",
            "FilingDateString": "08/04/2017",
            "CaseTitle": "MARSH VS BRIGHTWATER PICTURES",
            "StatusDate": None,
            "JudicialOfficer": "Quentin R. Sable",
            "CaseNumber": "BC999999",
        },
        "DocumentImages": [
            {"docFilingDateString": "02/16/2018", "description": "Minute Order", "docId": "17282", "pageCount": 2}
        ],
        "RegisterOfActions": [
            {
                "Description": "Minute Order",
                "AdditionalInformation": "<ul><li>Result: </li><li>Memo: Continued</li></ul>",
                "RegisterOfActionDateString": "02/16/2018",
                "RegisterOfActionDate": "2018-02-15T23:00:00-08:00",
            }
        ],
        "CrossReferences": [],
        "Parties": [
            {
                "Name": "MARSH OTTOLINE",
                "PartyDescription": "Plaintiff",
                "AttorneyName": "",
                "DateOfBirthString": "01/02/1980",
                "CivasCXCNumber": "CXC-4477",
            },
            {"Name": "HARBOTTLE & FINCH", "PartyDescription": "Attorney for Plaintiff", "AttorneyName": ""},
        ],
        "PastProceedings": [],
        "FutureProceedings": [],
        "TentativeRulings": [],
        **others,
    }
    return json.dumps({"ResultList": [{"NonCriminalCaseInformation": told}]})


def acms_attachments(**others: Any) -> str:
    """The documents of an entry of the Ninth Circuit; `others` are properties of its second document."""
    papers = [
        {
            "docketDocumentDetailsId": f"bca0e4b4-afb5-f011-bbd3-00000000000{place}",
            "name": f"23-2435 001-0{place} - Motion - {title}.pdf",
            "documentUrl": "https://ca9.sharepoint.com/sites/ACMS/Docket/x.pdf",
            "documentPermission": "Public",
            "pageCount": place,
            "documentNumber": f"1.{place}",
        }
        for place, title in enumerate(("Motion", "Affidavit", "Service"), 1)
    ]
    papers[1] |= others
    details = {"caseId": "34cacf7f-52d5-4d1f-b4f0-0542b429f674", "caseNumber": "23-2435", "name": "Marsh v. Garland"}
    entry = {"endDateFormatted": "09/27/2023", "entryNumber": 1, "docketEntryText": "<p>MOTION filed.</p>",
             "docketEntryId": "cae9326b-855d-ee11-be6e-001dd80822ef"}  # fmt: skip
    return json.dumps({"caseDetails": details, "docketEntry": entry, "docketEntryDocuments": papers[::-1]})
