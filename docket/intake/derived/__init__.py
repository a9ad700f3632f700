"""What was read from the docket text, in the record: types, links, filers and days, each marked as derived.

Reading proposes (`docket.law.reading`), this room writes it down and remembers it, staff confirm, correct or reject it.
What staff decided is never undone: a row they touched is theirs, a row they took away does not come back.
"""
