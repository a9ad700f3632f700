"""Every sort of page in a real browser: accessible in light, dark and at 320 px, without script, cookie or error."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Request

from tests.browser import fonts

DESK, TELEPHONE = {"width": 1280, "height": 900}, {"width": 320, "height": 640}
# Each width in both sets of fonts (fonts.py); colours change no line, so each scheme is looked at in one.
MODES = {
    "light": ("wide", {"viewport": DESK, "color_scheme": "light"}),
    "dark": ("narrow", {"viewport": DESK, "color_scheme": "dark"}),
    "telephone": ("wide", {"viewport": TELEPHONE, "color_scheme": "light"}),
    "telephone in narrow letters": ("narrow", {"viewport": TELEPHONE, "color_scheme": "light"}),
}
RULES = {"resultTypes": ["violations"], "rules": {"target-size": {"enabled": True}}}


@pytest.fixture(params=MODES)
def reader(request, browser, site):
    """A page in one of the modes, and what its console said."""
    letters, mode = MODES[request.param]
    context = browser.new_context(base_url=site.base, **mode)
    page = context.new_page()
    fonts.use(page, letters)
    page.said = []
    page.on("console", lambda message: page.said.append(f"{page.url}: {message.type}: {message.text}"))
    page.on("pageerror", lambda error: page.said.append(f"{page.url}: {error}"))
    yield page
    context.close()


def test_no_page_breaks_a_rule_of_accessibility_or_overflows_or_complains(reader, site):
    broken = []
    for name, address in site.pages.items():
        if name == "long docket":
            continue
        status = reader.goto(address).status
        assert status == (404 if name == "unknown" else 200), (name, status)
        fonts.refuse_others(reader)
        for violation in Axe().run(reader, options=RULES).response["violations"]:
            nodes = [node["html"][:200] for node in violation["nodes"][:3]]
            broken.append(f"{name}: {violation['id']}: {violation['help']}: {nodes}")
        overflow = reader.evaluate("document.documentElement.scrollWidth - innerWidth")
        if overflow > 0:
            broken.append(f"{name}: {overflow} px wider than the screen")
    expected = "Failed to load resource: the server responded with a status of 404"
    broken += [line for line in reader.said if expected not in line]
    assert broken == []
    assert reader.context.cookies() == []


@pytest.fixture
def page(browser, site):
    """A page of a desk computer."""
    context = browser.new_context(base_url=site.base, viewport={"width": 1280, "height": 900})
    yield context.new_page()
    context.close()


def focused(page, what):
    return page.evaluate(f"document.activeElement.{what}")


def test_the_keyboard_reaches_parties_claims_and_docket_first(page, site):
    page.goto(site.pages["case"])
    for words, target in [
        ("Skip to the content", "main"),
        ("Skip to the parties", "parties"),
        ("Skip to the claims", "claims"),
        ("Skip to the docket", "docket"),
    ]:
        page.keyboard.press("Tab")
        assert focused(page, "textContent") == words
        box = page.locator(":focus").bounding_box()
        assert box["x"] >= 0
        assert box["y"] >= 0
        assert focused(page, "getAttribute('href')") == f"#{target}"
    page.keyboard.press("Enter")
    assert focused(page, "id") == "docket"
    page.keyboard.press("Tab")
    assert focused(page, "textContent") == "Newest first"


def test_focus_is_visible_on_links_and_fields(page, site):
    page.goto(site.pages["case"])
    for selector in ("main a", "#q", "main button"):
        page.locator(selector).first.focus()
        page.keyboard.press("Shift+Tab")
        page.keyboard.press("Tab")
        assert page.evaluate("getComputedStyle(document.activeElement).outlineWidth") == "3px"


def test_a_case_is_read_and_searched_without_script(browser, site):
    context = browser.new_context(base_url=site.base, java_script_enabled=False)
    page = context.new_page()
    page.goto(site.pages["case"])
    page.locator("#q").fill("rigging logs")
    page.get_by_role("search", name="Search this docket").get_by_role("button").click()
    page.wait_for_load_state()
    assert "q=rigging+logs" in page.url
    assert page.locator("table.sheet tbody tr").count() == 1
    page.get_by_role("link", name="Show all").click()
    page.wait_for_load_state()
    assert page.locator("table.sheet tbody tr").count() > 5
    page.goto(site.pages["long docket"])
    page.get_by_role("link", name="Next entries").click()
    page.wait_for_load_state()
    assert page.locator("table.sheet tbody tr").count() == 20
    context.close()


def test_paper_has_no_navigation_and_writes_addresses_out(page, site):
    page.goto(site.pages["filing"])
    page.emulate_media(media="print")
    assert not page.locator("header.site nav").is_visible()
    assert page.locator("h1").is_visible()
    link = page.locator("main a[href^=http]").first
    assert "example.org" in link.evaluate("a => getComputedStyle(a, '::after').content")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"


def test_a_page_weighs_little(page, site):
    requests: list[Request] = []
    page.on("requestfinished", lambda request: requests.append(request))
    for name in ("long docket", "matter", "filing", "filings list"):
        requests.clear()
        page.goto(site.pages[name], wait_until="networkidle")
        assert len(requests) >= 4
        assert sum(request.sizes()["responseBodySize"] for request in requests) <= 60_000, name
