"""What the service knows about calls, agents, transcripts and leads: no clock, no I/O, no framework."""
