"""What people decide on about a CRM, and what follows from it."""
