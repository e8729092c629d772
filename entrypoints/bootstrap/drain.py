"""Whether this process has been asked to come to an end."""


class Drain:
    """Begins once and stays: what runs may finish, nothing new is taken on."""

    def __init__(self) -> None:
        self._begun = False

    @property
    def has_begun(self) -> bool:
        """Whether new work is to be refused."""
        return self._begun

    def begin(self) -> None:
        """Refuse new work from now on."""
        self._begun = True
