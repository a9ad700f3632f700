"""Which file, what its rows are, and of which case."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile

from docket.desk.imports.court_form import offer
from docket.desk.imports.limits import LARGEST, MB
from docket.desk.sheets.columns import KINDS, Kind
from docket.models import Case, Filing


def kinds_for(user: Any) -> list[Kind]:
    """Those of which the user may add or change rows."""
    return [kind for kind in KINDS.values() if may_import(user, kind)]


def may_import(user: Any, kind: Kind) -> bool:
    """Whether a user may add or change rows of a kind."""
    options = kind.model._meta
    verbs = ("add", "change")
    return any(user.has_perm(f"{options.app_label}.{verb}_{options.model_name}") for verb in verbs)


class SheetForm(forms.Form):
    """A spreadsheet."""

    file = forms.FileField(help_text="CSV, XLSX, ODS or XLS; the first line names the columns.")
    kind = forms.ChoiceField(label="Its rows are")
    case = forms.ModelChoiceField(
        Case.objects.all(), required=False, help_text="Of which case, where the rows do not say it themselves."
    )

    def __init__(self, user: Any, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["kind"].choices = [(kind.name, kind.name) for kind in kinds_for(user)]  # type: ignore[attr-defined]
        offer(self, "case", Filing._meta.get_field("case"), user)

    def clean_file(self) -> UploadedFile:
        """Refuse what nobody would read."""
        file: UploadedFile = self.cleaned_data["file"]
        if (file.size or 0) > LARGEST:
            raise ValidationError(f"“{file.name}” has more than {LARGEST // MB} MB: send it in parts.")
        return file

    def clean(self) -> dict[str, Any]:
        """A case is only for rows of a case."""
        cleaned = super().clean() or self.cleaned_data
        kind = KINDS.get(cleaned.get("kind", ""))
        if kind and not kind.in_case:
            cleaned["case"] = None
        return cleaned
