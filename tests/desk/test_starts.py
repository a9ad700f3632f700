"""Where staff begin: a case added from a matter, imports whose conflicts wait, forms of the largest size."""

import pytest
from django.contrib.auth import get_user_model
from django.test import Client
from django.urls import reverse

from docket.models import Case, CaseMatter, ImportedFile, Matter
from tests.records.desk_cast import a_case, address, list_of, member, new, typed

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor(db):
    return member("editor")


def test_a_case_added_from_a_matters_page_arises_from_it(editor):
    matter = Matter.objects.create(title="A stage collapses")
    add = new(Case, f"?matter={matter.pk}")
    begun = f"{reverse('admin:docket_case_set_up')}?matter={matter.pk}"
    assert begun in editor.get(address(matter)).content.decode()
    assert begun in editor.get(f"{list_of(Case)}?matter={matter.pk}").content.decode()
    assert add in editor.get(begun).content.decode()
    page = editor.get(add)
    assert "A stage collapses" in page.content.decode()
    sent = typed(page) | {"caption": "Roe v. Poe", "category": "civil", "status": "unknown"}
    assert editor.post(add, sent).status_code == 302
    link = CaseMatter.objects.get()
    assert (link.case.caption, link.matter, link.is_primary) == ("Roe v. Poe", matter, True)


def test_a_matter_taken_out_of_the_form_is_not_linked(editor):
    matter = Matter.objects.create(title="A stage collapses")
    add = new(Case, f"?matter={matter.pk}")
    sent = typed(editor.get(add)) | {"caption": "Roe v. Poe", "category": "civil", "status": "unknown"}
    (box,) = (name for name in sent if name.endswith("-0-matter"))
    assert editor.post(add, sent | {box: ""}).status_code == 302
    assert Case.objects.exists()
    assert not CaseMatter.objects.exists()


def test_a_case_added_from_nowhere_has_no_matter_and_an_unknown_one_is_ignored(editor):
    for query in ("", "?matter=999999", "?matter=x"):
        assert "case_matters-0-matter" not in editor.get(new(Case, query)).content.decode()


def test_the_front_page_begins_with_what_one_may_do(editor):
    front = reverse("admin:index")
    shown = editor.get(front).context["begins"]
    assert [words for words, _ in shown] == ["Import court pages", "Import a spreadsheet", "Add a case", "Add a matter"]
    assert all(editor.get(address).status_code == 200 for _, address in shown)
    reader = Client()
    reader.force_login(get_user_model().objects.create_user("reader", is_staff=True))
    assert reader.get(front).context["begins"] == []


def imported(case, conflicts=0):
    return ImportedFile.objects.create(case=case, file_name="page.html", kind="x", report={"conflicts": conflicts})


def test_the_desk_counts_the_last_imports_that_kept_corrections(editor):
    clean, met, mended = a_case("Clean"), a_case("Met"), a_case("Mended")
    imported(clean)
    found = imported(met, 2)
    imported(mended, 1)
    ImportedFile.objects.filter(case=mended).update(imported_at="2026-01-01T00:00Z")
    imported(mended)
    home = editor.get(reverse("admin:index")).content.decode()
    assert "<b>1</b> import kept a correction of staff" in home
    listed = editor.get(f"{list_of(ImportedFile)}?conflicts=1").context["cl"].result_list
    assert [row.pk for row in listed] == [found.pk]


def test_a_form_of_the_largest_size_is_read(editor):
    names = [(f"k{number}", str(party)) for number in range(200) for party in range(60)]
    sent: dict[str, list[str]] = {}
    for name, value in names:
        sent.setdefault(name, []).append(value)
    case = a_case()
    answer = editor.post(address(case), sent)
    assert answer.status_code == 200  # its own mistakes, not the number of its boxes
