"""What a desk page says, and what a browser would send back from it."""

import re

from tests.records.desk_cast import typed


def words(response):
    return " ".join(re.sub(r"<[^>]+>", " ", response.content.decode()).split())


def saved(client, where, **changes):
    """Open a form, change some boxes, send it back."""
    form = typed(client.get(where))
    answer = client.post(where, {**form, **changes})
    assert answer.status_code == 302, answer.context["errors"] if answer.context else answer
    return answer


def as_shown(form):
    """What a browser would send back from a form, unchanged."""
    values = {name: form[name].value() for name in form.fields}
    return {name: value for name, value in values.items() if value is not None and value is not False}
