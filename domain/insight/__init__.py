"""What can be told from the words of a call without a model: cue lists, nothing cleverer."""
