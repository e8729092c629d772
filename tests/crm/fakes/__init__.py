"""Stand-ins for CRMs that cannot be run here, written from what their makers publish."""
