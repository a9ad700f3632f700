"""What is wrong with an installation, each fault in a sentence with its remedy. It changes nothing."""
