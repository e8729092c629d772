"""What is remembered of a caller from one call to the next, and within a long call."""
