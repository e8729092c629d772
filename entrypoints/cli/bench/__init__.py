"""`voice-agent bench`: our worker against a bare one, in one run, on one machine."""
