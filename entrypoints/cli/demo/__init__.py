"""`voice-agent demo`: the whole service at work, on one spoken call."""
