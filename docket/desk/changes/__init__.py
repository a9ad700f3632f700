"""Who changed what: histories, edits that meet, changes proposed to an editor."""
