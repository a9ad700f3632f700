"""The bankruptcy courts: FRBP 9006 and the periods that most cases know."""
