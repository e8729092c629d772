"""Ways in which messages to people leave."""
