"""Leads in transcripts: two sets with answers, how they are scored, and the floors that hold."""
