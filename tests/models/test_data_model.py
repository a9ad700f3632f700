"""docs/data-model.md says what the models say."""

import pytest
from django.core.management import CommandError, call_command

from docket.management.commands import model_diagram


def test_the_data_model_in_the_docs_is_that_of_the_models():
    call_command("model_diagram", check=True)


def test_a_stale_data_model_is_refused(monkeypatch):
    monkeypatch.setattr(model_diagram, "NAMED", set())
    with pytest.raises(CommandError, match="is stale"):
        call_command("model_diagram", check=True)


def test_a_key_that_may_be_empty_is_drawn_as_one_that_may():
    text = model_diagram.document()
    assert "    Case ||--o{ Filing : case\n" in text
    assert "    Forum |o--o{ Case : forum\n" in text
