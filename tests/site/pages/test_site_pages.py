import pytest
from django.core.management import call_command
from django.db import connections

from docket.models import SitePage
from docket.site.prose import as_html


@pytest.mark.usefixtures("committed")
def test_the_default_pages_are_public_and_say_what_the_site_is_not(settings):
    settings.DOCKET_CONTACT = "desk@example.org"
    call_command("load_site_pages", verbosity=0)
    with connections["published"].cursor() as cursor:
        cursor.execute("select slug, text from docket_sitepage")
        pages = dict(cursor.fetchall())
    assert sorted(pages) == ["about", "contact", "corrections"]
    assert "not an official court record" in pages["about"]
    assert "What is included" in pages["about"]
    assert 'href="mailto:desk@example.org"' in as_html(pages["contact"])
    assert "/contact/" in pages["corrections"]


def test_without_an_address_the_contact_page_is_left_to_the_site(db, settings):
    settings.DOCKET_CONTACT = ""
    call_command("load_site_pages", verbosity=0)
    assert sorted(SitePage.objects.values_list("slug", flat=True)) == ["about", "corrections"]


def test_a_page_that_staff_wrote_stays_as_it_is(db, settings, capsys):
    settings.DOCKET_CONTACT = ""
    SitePage.objects.create(slug="about", title="Who we are", text="Ours.")
    call_command("load_site_pages")
    assert capsys.readouterr().out == "Published: corrections.\n"
    assert SitePage.objects.get(slug="about").text == "Ours."
    call_command("load_site_pages")
    assert capsys.readouterr().out == "Every page is already there.\n"
