"""Delaware: the Superior Court and the Court of Chancery, whose short periods leave weekends out."""
