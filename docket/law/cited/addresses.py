"""Where what is cited stands: official sources for statutes and regulations, CourtListener for reported cases. Data.

Only what these sites promise to keep is linked; every other citation stays text.
"""

from urllib.parse import quote

# https://uscode.house.gov: the Office of the Law Revision Counsel's own address of a section
USC = "https://uscode.house.gov/view.xhtml?req=granuleid:USC-prelim-title{title}-section{section}&num=0&edition=prelim"
# https://www.ecfr.gov: the Electronic Code of Federal Regulations
CFR = "https://www.ecfr.gov/current/title-{title}/section-{section}"
# https://www.courtlistener.com/c/: looks a citation up, by reporter, volume and page
CASE = "https://www.courtlistener.com/c/{reporter}/{volume}/{page}/"

TITLES_OF_THE_CODE = range(1, 55)
TITLES_OF_REGULATIONS = range(1, 51)

# Reporters whose volumes CourtListener holds. Databases (WL, LEXIS) and neutral citations stay text.
REPORTERS = frozenset(
    {
        *("U.S.", "S. Ct.", "L. Ed.", "L. Ed. 2d"),
        *("F.", "F.2d", "F.3d", "F.4th", "F. Supp.", "F. Supp. 2d", "F. Supp. 3d", "B.R.", "F.R.D.", "Fed. Cl."),
        *("A.", "A.2d", "A.3d", "N.E.", "N.E.2d", "N.E.3d", "N.W.", "N.W.2d", "P.", "P.2d", "P.3d"),
        *("S.E.", "S.E.2d", "S.W.", "S.W.2d", "S.W.3d", "So.", "So. 2d", "So. 3d"),
        *("Cal.", "Cal. 2d", "Cal. 3d", "Cal. 4th", "Cal. 5th", "Cal. App.", "Cal. App. 2d", "Cal. App. 3d"),
        *("Cal. App. 4th", "Cal. App. 5th", "Cal. Rptr.", "Cal. Rptr. 2d", "Cal. Rptr. 3d"),
        *("N.M.", "N.Y.", "N.Y.2d", "N.Y.3d", "N.Y.S.", "N.Y.S.2d", "N.Y.S.3d"),
    }
)


def of_statute(title: str, section: str) -> str:
    """A section of the United States Code; "" for a title that it does not have."""
    return USC.format(title=title, section=section) if int(title) in TITLES_OF_THE_CODE else ""


def of_regulation(title: str, section: str) -> str:
    """A section of the Code of Federal Regulations; "" for a title that it does not have."""
    return CFR.format(title=title, section=section) if int(title) in TITLES_OF_REGULATIONS else ""


def of_case(volume: str, reporter: str, page: str) -> str:
    """A reported case; "" where the reporter is none of those looked up there."""
    if reporter not in REPORTERS or not (volume.isdecimal() and page.isdecimal()):
        return ""
    return CASE.format(reporter=quote(reporter, safe=""), volume=volume, page=page)
