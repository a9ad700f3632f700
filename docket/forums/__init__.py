"""Courts, tribunals and agencies: the table of them all, the forms of their names, their places and time zones."""
