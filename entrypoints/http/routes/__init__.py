"""One router a topic; each route parses, calls one use-case, and presents."""
