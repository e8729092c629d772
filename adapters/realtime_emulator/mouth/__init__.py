"""Speech synthesisers behind the `Mouth` port."""
