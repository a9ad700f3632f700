"""The public pages over the staff's tables, as the desk previews them; what is withheld is tested in test_wall."""

import pytest

from docket.models import Case

pytestmark = [pytest.mark.django_db, pytest.mark.urls("config.urls_public")]


def test_the_footer_of_every_page_says_that_it_is_no_official_record(client):
    for path in ("/", "/about/", "/corrections/", "/contact/"):
        page = client.get(path)
        assert page.status_code == 200
        assert "Not an official court record" in page.content.decode()


def test_the_text_of_a_record_cannot_end_the_linked_data(client):
    case = Case.objects.create(caption="</script><script>alert(1)</script>", category="civil")
    page = client.get(case.get_absolute_url()).content.decode()
    assert "<script>" not in page
    assert r"\u003C/script\u003E" in page
