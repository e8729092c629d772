"""The brain: follows a scenario, in place of a language model."""
