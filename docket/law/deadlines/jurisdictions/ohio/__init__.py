"""Ohio: the Civil Rules, whose periods of less than seven days leave weekends and holidays out."""
