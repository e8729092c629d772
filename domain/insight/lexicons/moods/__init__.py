"""Cues of mood: what each kind of event sounds like, a language a file."""
