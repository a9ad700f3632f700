"""What rules and habits of courts say: deadlines, reading, citing, cited. Pure: no model, no database."""
