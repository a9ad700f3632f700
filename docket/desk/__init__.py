"""The staff desk's machinery: what every form, list and page of the admin has in common."""
