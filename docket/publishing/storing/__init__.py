"""Where files are: folders of this machine, or buckets of S3 and what speaks like it. A file is whole or not there."""
