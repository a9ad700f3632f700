"""What cannot be right together is acknowledged once before it goes public."""

from __future__ import annotations

from docket.desk.publication.page import ActForm


def test_a_case_that_contradicts_itself_is_published_only_by_one_who_has_looked() -> None:
    sent = {"reason": "Ready for readers"}
    assert ActForm("publish", sent).is_valid()
    form = ActForm("publish", sent, contradicts=True)
    assert not form.is_valid()
    assert form.errors["known"] == ["Two things in this record cannot both be right: look at them first."]
    assert ActForm("publish", sent | {"known": "on"}, contradicts=True).is_valid()
