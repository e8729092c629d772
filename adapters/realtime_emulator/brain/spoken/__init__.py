"""Contact details as people say them and recognisers write them, in five languages.

Good enough for a stand-in: whatever is read wrongly here is read back, and corrected.
"""
