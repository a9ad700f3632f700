"""Figures for Prometheus, off unless PROMETHEUS_MULTIPROC_DIR names the folder that all processes write them into.

`METRICS_PORT=9100 make run` sets it; `manage.py metrics` serves what is there, on a port of its own. No label holds a
word of the record: a page is known by the name of its address.
"""

FOLDER = "PROMETHEUS_MULTIPROC_DIR"
