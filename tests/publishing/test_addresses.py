"""A row's permanent address: its public id, and its present name for those who read addresses."""

import pytest

from docket.publishing.bases import slugged


@pytest.mark.urls("config.urls_public")
@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("Roe v. Poe Productions, Inc.", "roe-v-poe-productions-inc"),
        ("a" * 61, "a" * 60),
        ("¿?", "case"),  # of no letter that an address can hold
    ],
)
def test_an_address_ends_with_up_to_sixty_letters_of_the_name(name: str, slug: str) -> None:
    assert slugged("case", "bcdfghjkmn", name).strip("/").split("/") == ["cases", "bcdfghjkmn", slug]
