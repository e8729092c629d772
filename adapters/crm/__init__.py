"""CRMs: our own, and others over HTTP."""
