"""The pages that answer first, in a real browser: how long and heavy they are, what stays, what paper shows."""

import re

import pytest

from tests.browser import fonts

DESK, TELEPHONE = {"width": 1280, "height": 900}, {"width": 360, "height": 800}
SCREENS = {"1280": (DESK, 2), "360": (TELEPHONE, 3)}
MATTER = {"1280": 5_000, "360": 9_000}
HEAVIEST = 61 * 1024  # bytes without the linked data
WIDTHS = (320, 360, 540, 700, 760, 820, 900, 1024, 1280, 1920)
LINKED_DATA = re.compile(rb'<script type="application/ld\+json">.*?</script>', re.DOTALL)


@pytest.fixture(params=SCREENS)
def screen(request, browser, site):
    """A page at one of two widths in the letters that most readers have, and the name of the width."""
    context = browser.new_context(base_url=site.base, viewport=SCREENS[request.param][0])
    page = context.new_page()
    fonts.use(page, "usual")
    yield page, request.param
    context.close()


@pytest.fixture
def page(browser, site):
    context = browser.new_context(base_url=site.base, viewport=DESK)
    yield context.new_page()
    context.close()


def open_folds(page):
    page.evaluate("document.querySelectorAll('details').forEach(fold => { fold.open = true })")


def test_the_docket_of_every_case_begins_early(screen, site):
    page, name = screen
    size, screens = SCREENS[name]
    began = {}
    for which, address in site.pages.items():
        if which in ("case", "criminal case", "long docket") or which.startswith("stage case"):
            page.goto(address)
            fonts.refuse_others(page)
            began[which] = page.evaluate("Math.round(document.getElementById('docket').getBoundingClientRect().top)")
    print(f"\nat {name} px the dockets begin at", began)
    assert {which: top for which, top in began.items() if top > screens * size["height"]} == {}


def test_a_matter_of_fifteen_proceedings_is_short_and_light(screen, site):
    page, name = screen
    body = page.goto(site.pages["stage matter"]).body()
    fonts.refuse_others(page)
    height = page.evaluate("document.documentElement.scrollHeight")
    weight = len(LINKED_DATA.sub(b"", body))
    print(f"\nat {name} px the matter is {height} px long and weighs {weight / 1024:.1f} kB")
    assert height <= MATTER[name]
    assert weight <= HEAVIEST


@pytest.mark.parametrize("which", ["case", "stage matter", "stage case D-101-CV-2024-99007", "stage party", "home"])
def test_nothing_is_wider_than_the_window_folded_or_open(page, site, which):
    page.goto(site.pages[which])
    wider = []
    for are_open in (False, True):
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 900})
            if over := page.evaluate("document.documentElement.scrollWidth - innerWidth"):
                wider.append((width, are_open, over))
        open_folds(page)
    assert [one for one in wider if one[2] > 0] == []


def test_the_contents_stay_in_sight_and_name_every_section(page, site):
    for which in ("case", "stage matter"):
        page.goto(site.pages[which])
        page.mouse.wheel(0, 1500)
        page.wait_for_function("scrollY > 1000")
        assert page.locator("nav.contents").bounding_box()["y"] == 0
        for link in page.locator("nav.contents a[href^='#']").all():
            assert page.locator(link.get_attribute("href")).count() == 1


def test_a_line_shows_itself_where_its_address_is_followed(page, site):
    page.goto(site.pages["case"])
    line = page.locator("table.sheet tr[id]").first
    ground = "row => getComputedStyle(row).backgroundColor"
    assert line.evaluate(ground) == "rgba(0, 0, 0, 0)"
    line.locator("a.day").click()
    assert page.url.endswith(f"#{line.get_attribute('id')}")
    assert line.evaluate(ground) != "rgba(0, 0, 0, 0)"


def test_a_filing_leads_to_its_line_and_its_neighbours(page, site):
    page.goto(site.pages["filing"])
    page.get_by_role("link", name="Its line in the docket").click()
    page.locator("tr:target").wait_for()
    page.goto(site.pages["filing"])
    page.locator("a[rel=next]").click()
    page.locator("a[rel=prev]").click()
    assert page.url.endswith(site.pages["filing"])


def test_links_of_one_name_lead_to_one_place(page, site):
    for which in ("stage case D-101-CV-2024-99007", "threads of a docket"):
        page.goto(site.pages[which])
        named = page.evaluate(
            """() => [...document.querySelectorAll('table.sheet tr[id]')].map(row => row.querySelector('a.day'))
            .map(link => [link.getAttribute('aria-label'), link.hash])"""
        )
        assert len(named) > 3
        places: dict[str, set[str]] = {}
        for name, place in named:
            places.setdefault(name, set()).add(place)
        assert len(places) >= len(named) * 0.9


def test_paper_shows_what_is_folded(page, site):
    for which in ("stage matter", "stage case D-101-CV-2024-99007"):
        page.goto(site.pages[which])
        counted = page.locator("details").count()
        assert counted > 2
        page.emulate_media(media="print")
        shown = page.evaluate(
            """() => [...document.querySelectorAll('details')].filter(fold => !fold.parentElement.closest('.no-print'))
            .map(fold => fold.lastElementChild).filter(one => one.getBoundingClientRect().height > 0).length"""
        )
        hidden = page.locator(".no-print details, details.no-print").count()
        assert shown == counted - hidden
        page.emulate_media(media="screen")
