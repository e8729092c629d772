"""What the service knows of calls, agents, transcripts and leads: no clock, no I/O."""
