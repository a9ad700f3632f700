"""California: the Code of Civil Procedure and the judicial holidays."""
