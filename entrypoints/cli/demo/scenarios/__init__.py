"""What the demo can play: conversations in which one thing must show, each a module of data."""
