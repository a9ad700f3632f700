"""Mutation testing by hand: one line of the product is made wrong at a time, and the tests of its room must notice."""
