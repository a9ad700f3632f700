"""The claims grid of a case or a matter: each claim against each party, with where it stands."""
