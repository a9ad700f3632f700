"""Readers of the notices that courts send by e-mail: of electronic filing, of docket activity, of a case updated."""
