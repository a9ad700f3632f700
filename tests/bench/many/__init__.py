"""What many readers, and a record of any size, take: `python -m tests.bench.many.readers` and `….rows`."""
