"""Many files at once for one case: each looked through as it comes, offered its place in the docket, put there."""
