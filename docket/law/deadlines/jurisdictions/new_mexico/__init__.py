"""New Mexico: Rule 1-006 NMRA and the courts' holidays."""
