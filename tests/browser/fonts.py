"""Three sets of fonts with which a page is looked at, the same on every machine: what is installed decides nothing.

The site names fonts of many systems and ships none, so its lines are as high and as wide as those of whatever a reader
has. Browsers with a fontconfig of their own would need as many families installed; instead one family of the machine,
whichever it has, is given the measures of a wide and tall one (DejaVu, Verdana), of what most readers have (Georgia,
Arial) and of a narrow and low one (Liberation Sans Narrow): `size-adjust` and the overrides replace the font's own
heights, and its widths by proportion.
"""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, Route

from tests.shared import do_without

INSTALLED = (
    "DejaVu Sans",
    "Liberation Sans",
    "Arial",
    "Helvetica",
    "Noto Sans",
    "Roboto",
    "Ubuntu",
    "Cantarell",
    "FreeSans",
)
MEASURES = {
    "wide": "size-adjust: 112%; ascent-override: 105%; descent-override: 30%; line-gap-override: 5%",
    "usual": "size-adjust: 87%; ascent-override: 98%; descent-override: 28%; line-gap-override: 0%",
    "narrow": "size-adjust: 82%; ascent-override: 88%; descent-override: 20%; line-gap-override: 0%",
}
NAME = "Tried"


def use(page: Page, measures: str) -> None:
    """Every page that is opened from now on is set in the font: the site's own two families are replaced by it."""
    sources = ", ".join(f'local("{name}")' for name in INSTALLED)
    font = f'@font-face {{ font-family: "{NAME}"; src: {sources}; {MEASURES[measures]} }}'
    families = f':root {{ --serif: "{NAME}"; --sans: "{NAME}"; }}'

    def replace(route: Route) -> None:
        answer = route.fetch(max_retries=2)  # a connection that is kept may end just now
        route.fulfill(response=answer, body=f"{answer.text()}\n{font}\n{families}")

    page.route("**/css/variables*.css", replace)


def refuse_others(page: Page) -> None:
    """Fail where the page is not set in it; skip without one: the machine's fonts would decide after all."""
    loaded = page.evaluate(f"document.fonts.load('16px {NAME}').then(fonts => fonts.map(font => font.status))")
    if not loaded:
        pytest.fail(f"{page.url} is not set in the fonts of the site: no style of css/variables.css reached it.")
    if loaded != ["loaded"]:
        do_without(f"one of the fonts {', '.join(INSTALLED)} (on Debian: apt install fonts-dejavu-core)")
