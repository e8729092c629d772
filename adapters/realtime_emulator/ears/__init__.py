"""Speech recognisers behind the `Ears` port."""
