"""The words, a language a file."""
