"""What is new, as Atom (RFC 4287): filings, what happened to claims, cases; rows as the pages show them, the newest."""
