"""`python -m tests.bench`: the performance goals as ratios measured in one run, on a throwaway PostgreSQL."""
