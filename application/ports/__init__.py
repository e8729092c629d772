"""What the application asks of the world, one topic a file, in our words."""
