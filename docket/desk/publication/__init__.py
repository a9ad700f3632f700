"""Publishing and sealing at the desk: the verbs, their page, its preview."""
