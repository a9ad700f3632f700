"""What tests of the public pages share: a page's text, and the pages over the published tables."""

import pytest

from docket.publishing.preview import as_published


@pytest.fixture
def public(settings):
    """The pages over the published tables, within the test's own transaction."""
    settings.DESK = False
    return as_published


@pytest.fixture
def read(client):
    def page(address, status=200):
        answer = client.get(address)
        assert answer.status_code == status, (address, answer.status_code)
        return answer.content.decode()

    return page
