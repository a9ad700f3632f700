"""Illinois: the Statute on Statutes and the Supreme Court's rules."""
