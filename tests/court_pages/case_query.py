"""A case query page in the form in which courts serve it, of the case of pacer_pages.district."""
# ruff: noqa: E501

HOST = "https://ecf.cand.uscourts.gov/cgi-bin"
TITLE = "CAND-ECF-Case Summary for 3-21-cv-1234"


def case_query(
    number: str = "3:21-cv-01234-QRS-TUV",
    title: str = "Marsh v. Brightwater Pictures, LLC",
    ended: str = "",
    related: str = "",
    above: bool = True,
) -> str:
    """The menu of a case with what stands above it; `above` is False where the court shows only the menu."""
    terminated = f"<BR><B>Date terminated:</B> {ended}" if ended else ""
    heading = f"""<CENTER><B><FONT SIZE=+1>{number}</FONT></B> {title}<BR>Quentin R. Sable, presiding<BR>Tess U. Vane, referral{related}
<BR><B>Date filed:</B> 03/04/2021{terminated}<BR><B>Date of last filing:</B> 04/01/2021<BR></CENTER><BR>"""
    links = "".join(
        f'<a href="{HOST}/{page}.pl?371234">{name}</a><br>'
        for page, name in (("qryAlias", "Alias"), ("qryAscCases", "Associated Cases"), ("DktRpt", "Docket Report"))
    )
    return f"""<html><head><title>{TITLE}</title></head><body><div id="cmecfMainContent">
<input type="hidden" id="cmecfMainContentScroll" value="0">{heading if above else ""}
<div><a href="{HOST}/mobile_query.pl?search=caseInfo&caseid=371234">Mobile Query</a></div><font size="+1"><strong>Query</strong></font><br>
<TABLE><TR><TD>{links}</TD></TR></TABLE>"""
