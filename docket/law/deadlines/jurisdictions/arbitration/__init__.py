"""Rules of arbitration."""
