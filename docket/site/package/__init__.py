"""The whole record as a data package at /data/record/: every file as CSV, JSON Lines and Parquet, from one snapshot."""
