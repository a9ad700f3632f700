"""What a text cites becomes links where the address is known; everything else stays escaped text."""

import time

import pytest
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st

from docket.law.cited import find
from docket.models import Case, Filing
from docket.publishing import verbs
from docket.templatetags.record import with_citations

USC = "https://uscode.house.gov/view.xhtml?req=granuleid:USC-prelim-title{}-section{}&num=0&edition=prelim"
LINKED = [
    ("removal under 28 U.S.C. § 1446(b)", "28 U.S.C. § 1446", USC.format(28, 1446)),
    ("18 U.S.C. §§ 3161(h)(7)(A)", "18 U.S.C. §§ 3161", USC.format(18, 3161)),
    ("42 USC 1983", "42 USC 1983", USC.format(42, 1983)),
    ("18 U.S. Code § 4243", "18 U.S. Code § 4243", USC.format(18, 4243)),
    ("11 U.S.C. Section 366", "11 U.S.C. Section 366", USC.format(11, 366)),
    ("29 C.F.R. § 1910.22", "29 C.F.R. § 1910.22", "https://www.ecfr.gov/current/title-29/section-1910.22"),
    ("Roe, 550 U.S. 544, 570 (2007)", "550 U.S. 544", "https://www.courtlistener.com/c/U.S./550/544/"),
    ("Doe v. Roe, 123 F. 3d 456", "123 F. 3d 456", "https://www.courtlistener.com/c/F.3d/123/456/"),
    ("1 F. Supp. 3d 22", "1 F. Supp. 3d 22", "https://www.courtlistener.com/c/F.%20Supp.%203d/1/22/"),
]
UNKNOWN = [
    "2020 WL 12345",
    "2011-NMSC-015",
    "99 U.S.C. § 1",
    "Fed. R. Civ. P. 12(b)(6)",
    "Filing fee $ 400, receipt number 0422",
    "12 Motion",
    "28:1332",
    "１８ U.S.C. § ３１６１",
    "١ U.S. ١",
    "",
]


@pytest.mark.parametrize(("text", "cited", "address"), LINKED)
def test_what_has_a_stable_address_is_found(text: str, cited: str, address: str):
    assert [(text[c.start : c.end], c.address) for c in find(text)] == [(cited, address)]


@pytest.mark.parametrize("text", UNKNOWN)
def test_everything_else_stays_text(text: str):
    assert find(text) == []


def test_script_in_the_text_is_escaped_around_and_within_links():
    shown = with_citations('<script>alert("x")</script> 28 U.S.C. § 1446 & <img onerror=1 src=x>')
    assert shown == (
        "&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt; "
        f'<a href="{USC.format(28, 1446).replace("&", "&amp;")}" rel="nofollow noopener">28 U.S.C. § 1446</a>'
        " &amp; &lt;img onerror=1 src=x&gt;"
    )


@given(
    st.lists(st.sampled_from(["<b>", '"', "28 U.S.C. § 1446", "550 U.S. 544", "&", " ", "x", "<script>"])).map("".join)
)
def test_no_markup_of_the_text_survives(text: str):
    shown = with_citations(text)
    assert "<b>" not in shown
    assert "<script" not in shown


HOSTILE = [
    "See Roe v. Wade, 410 U.S. 113 (1973). ",
    "1 U.S. 1 ((1973",
    "1 U.S. 1 (quoting ",
    "\u202e1 U.S. 1 ",
    "1 U.S. 1\u0301\u0000",
    "A v. B v. 1 U.S. 1 Id. at 2; supra, ",
    "1 U. S. ",
]


@pytest.mark.parametrize("piece", ["1 U.S. 1 ", "28 U.S.C. ", "1 F.3d ", "9", *HOSTILE])
def test_a_hostile_text_costs_little(piece: str):
    find("550 U.S. 544")
    started = time.perf_counter()
    assert len(find(piece * 20_000)) <= 200
    assert time.perf_counter() - started < 3


@pytest.mark.django_db
@pytest.mark.urls("config.urls_public")
def test_a_filing_page_links_what_its_text_cites(client: Client):
    case = Case.objects.create(caption="Roe v. Poe", category="civil")
    filing = Filing.objects.create(case=case, docket_text="NOTICE under 28 U.S.C. § 1446 <script>x</script>")
    verbs.act("publish", case, actor=None, reason="checked")
    page = client.get(filing.get_absolute_url(), follow=True).content.decode()
    assert 'rel="nofollow noopener">28 U.S.C. § 1446</a> &lt;script&gt;x&lt;/script&gt;' in page
