"""What the process that serves the figures asks of the database itself, as the desk: the queue is asked too."""

from __future__ import annotations

from collections.abc import Iterator

from django.db import DatabaseError, InterfaceError, connections
from django.db.models import Count
from django.utils import timezone
from prometheus_client import CollectorRegistry
from prometheus_client.metrics_core import GaugeMetricFamily, Metric
from prometheus_client.multiprocess import MultiProcessCollector

from config.health.state import findings
from config.keeping.notes import read_notes
from docket.intake.background.queue import worker_lives
from docket.models import QueuedImport, SealEvent


class OfTheInstallation:
    """What is asked once, by the process that serves the figures: findings, queue, imports, acts, notes."""

    def collect(self) -> Iterator[Metric]:
        """Nothing of the database while it is away but that."""
        try:
            yield from _findings()
            yield from _of_the_record()
        except (DatabaseError, InterfaceError):
            yield GaugeMetricFamily("docketbook_unasked", "The database was lost over the questions.", value=1)
        finally:
            connections.close_all()
        yield from _notes()


def _findings() -> Iterator[Metric]:
    well = GaugeMetricFamily("docketbook_well", "1 when /readyz finds it so.", labels=["finding"])
    for finding in findings():
        well.add_metric([finding.name], int(finding.well))
    yield well


def _of_the_record() -> Iterator[Metric]:
    waiting = QueuedImport.objects.unfinished().count()
    yield GaugeMetricFamily("docketbook_imports_waiting", "Uploaded files without an outcome.", value=waiting)
    yield GaugeMetricFamily("docketbook_worker", "1 while a worker gives signs of life.", value=int(worker_lives()))
    imports = GaugeMetricFamily("docketbook_imports", "Files of the last 30 days by outcome.", labels=["stage"])
    for row in QueuedImport.objects.order_by().values("stage").annotate(n=Count("pk")):
        imports.add_metric([row["stage"]], row["n"])
    yield imports
    acts = GaugeMetricFamily("docketbook_acts", "Acts of publication and sealing.", labels=["verb"])
    for row in SealEvent.objects.order_by().values("verb").annotate(n=Count("pk")):
        acts.add_metric([row["verb"]], row["n"])
    yield acts


def _notes() -> Iterator[Metric]:
    age = GaugeMetricFamily("docketbook_note_age_seconds", "Since the keeper last did it.", labels=["what"])
    well = GaugeMetricFamily("docketbook_note_well", "1 when it went well.", labels=["what"])
    for name, note in read_notes().items():
        age.add_metric([name], (timezone.now() - note.at).total_seconds())
        well.add_metric([name], int(note.well))
    yield age
    yield well


def registry() -> CollectorRegistry:
    """All figures that are served: those of every process, and those of the installation."""
    found = CollectorRegistry()
    MultiProcessCollector(found)  # type: ignore[no-untyped-call]
    found.register(OfTheInstallation())
    return found
