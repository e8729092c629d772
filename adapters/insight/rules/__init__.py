"""Cues of what should not be said: a language a file."""
