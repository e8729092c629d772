"""The whole service: real LiveKit server, real audio, real processes."""
