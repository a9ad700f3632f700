"""The sample matters: one as the press reported it, one invented from end to end. The data is in the TOML files.

`shape.py` says what a file may hold, `reading.py` reads it, `writing.py` and its neighbours put it into the record,
`loading.py` publishes and withdraws it.
"""
