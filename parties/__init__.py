"""Who they are without a case: people and organisations. Of the docket they know what is published and how to list."""
