"""Letting a document pass whose copy would carry hidden words: with a reason, by whom, or not at all."""

import pytest
from django.contrib.auth.models import User

from docket.models import Case, Document, DocumentCheck, Filing
from docket.publishing.document_checks import NotLetPass, let_pass

pytestmark = pytest.mark.django_db
SHORT, WHY = " ok ", "  the court's own public copy\n"


@pytest.fixture
def checks() -> list[DocumentCheck]:
    filing = Filing.objects.create(case=Case.objects.create(caption="Roe v. Poe", category="civil"))
    documents = [Document.objects.create(filing=filing, attachment_number=number) for number in (1, 2)]
    return [DocumentCheck.objects.create(document=document, sha256="a" * 64, pages=1) for document in documents]


def kept() -> list[tuple[str, User | None]]:
    return [(check.reason, check.author) for check in DocumentCheck.objects.order_by("pk")]


def test_the_reason_is_kept_of_each_with_who_gave_it(checks: list[DocumentCheck]) -> None:
    editor = User.objects.create_user("editor")
    let_pass(checks, reason=WHY, actor=editor)
    assert kept() == [(WHY.strip(), editor)] * 2


@pytest.mark.parametrize("reason", ["", "   ", SHORT])
def test_without_a_reason_none_passes(checks: list[DocumentCheck], reason: str) -> None:
    with pytest.raises(NotLetPass) as refused:
        let_pass(checks, reason=reason, actor=None)
    assert refused.value.checks == checks
    assert kept() == [("", None)] * 2


def test_three_letters_are_a_reason_and_no_check_needs_none(checks: list[DocumentCheck]) -> None:
    let_pass(checks, reason="FOI", actor=None)
    assert kept() == [("FOI", None)] * 2
    let_pass([], reason="", actor=None)
