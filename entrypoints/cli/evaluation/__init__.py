"""`voice-agent eval`: how well the parts that understand calls do, on transcripts with answers."""
