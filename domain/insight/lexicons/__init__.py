"""What people say, as cues: a topic or a language a file."""
