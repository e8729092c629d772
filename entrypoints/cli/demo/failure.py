"""How a demo fails."""


class DemoFailedError(Exception):
    """A step of the demo did not work; the text names it and says why."""
