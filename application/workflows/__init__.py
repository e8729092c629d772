"""What the use-cases of workflows share."""
