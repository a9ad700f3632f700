"""What is done by the clock: backups, each tried out, encrypted and copied; the check of what is published."""
