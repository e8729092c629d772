"""What can be told about a text on this machine, without a model service."""
