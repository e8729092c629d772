"""The container in pieces, one a topic."""
