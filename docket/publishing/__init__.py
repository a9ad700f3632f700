"""What the public may see: the rules, the verbs that change it, and the wall; the only place that decides."""
