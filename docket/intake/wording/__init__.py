"""The courts' words in the record's own: what a page says of a case, a party, a count. Pure."""
