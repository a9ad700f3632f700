"""What the last import gave to each row of a case: read once, written once."""

from typing import Any

from django.db import connection, models

from docket.intake.precedence.settle import Values
from docket.intake.precedence.source_rank import BY
from docket.models import Case, ImportTrace
from docket.models.parts.bulk_copy import copy_in

CONFIRM = """update docket_importtrace set "values" = "values" || jsonb_build_object('by', %s::text)
where id = any(%s)"""


class Traces:
    """The import traces of one case. Rows without one were entered by staff."""

    def __init__(self, case: Case, is_new: bool, only: models.Q | None = None) -> None:
        self._case = case
        self._known: dict[str, dict[int, ImportTrace]] = {}
        self._new: list[dict[str, Any]] = []
        self._new_values: dict[tuple[str, int], Values] = {}
        self._changed: list[ImportTrace] = []
        self._confirmed: dict[str, list[int]] = {}
        for trace in () if is_new else ImportTrace.objects.filter(only or models.Q(), case=case).order_by("pk"):
            self._known.setdefault(trace.label, {})[trace.object_id] = trace

    def of(self, model: type[models.Model]) -> dict[int, ImportTrace]:
        """The traces of one model by the row's id, in the order of import; the row itself may be gone."""
        return self._known.get(model._meta.label_lower, {})

    def values(self, row: models.Model) -> Values:
        """What imports, this one included, gave to a row; nothing for a row that staff entered."""
        trace = self.of(type(row)).get(row.pk)
        return trace.values if trace else self._new_values.get((row._meta.label_lower, row.pk), {})

    def key(self, row: models.Model) -> str:
        """By what earlier imports found a row; "" for a row that staff entered."""
        trace = self.of(type(row)).get(row.pk)
        return trace.key if trace else ""

    def remember(self, row: models.Model, values: dict[str, Any], key: str = "") -> None:
        """Keep what this import gave to a row, which must have its id by now."""
        trace = self.of(type(row)).get(row.pk)
        if trace is None:
            self._add(row._meta.label_lower, row.pk, values, key)
        elif (trace.values, trace.key) != (values, key):
            only_rank = trace.key == key and {**trace.values, BY: values[BY]} == values
            trace.values, trace.key = values, key
            if only_rank and isinstance(values[BY], str):
                self._confirmed.setdefault(values[BY], []).append(trace.pk)
            else:
                self._changed.append(trace)

    def remember_new(self, model: type[models.Model], pk: int, values: dict[str, Any], key: str = "") -> None:
        """The same for a row that was inserted without an instance of its model."""
        self._add(model._meta.label_lower, pk, values, key)

    def _add(self, label: str, pk: int, values: dict[str, Any], key: str) -> None:
        self._new_values[label, pk] = values
        self._new.append({"case_id": self._case.pk, "label": label, "object_id": pk, "key": key, "values": values})

    def save(self) -> None:
        """Write what was remembered, in few statements: a later page that says the same takes one for all rows."""
        copy_in(ImportTrace, self._new)
        for source_rank, ids in self._confirmed.items():
            with connection.cursor() as cursor:
                cursor.execute(CONFIRM, [source_rank, ids])
        ImportTrace.objects.bulk_update(self._changed, ["values", "key"], batch_size=500)
