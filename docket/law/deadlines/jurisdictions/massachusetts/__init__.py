"""Massachusetts: its legal holidays, for the federal court there."""
