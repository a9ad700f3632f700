"""What courts write, as data: the tables of wordings that a lawyer reviews, one a question. Pure."""
