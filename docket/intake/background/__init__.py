"""What takes too long for a request: the queue of imports, and the worker that takes them from it."""
