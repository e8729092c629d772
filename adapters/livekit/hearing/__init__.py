"""What the agent hears: everybody in the room, as one stream."""
