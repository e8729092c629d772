"""Alarms that go off when a test says so."""

from collections.abc import Callable


class Alarms:
    """Time that moves only when it is told to."""

    def __init__(self) -> None:
        self.now = 0.0
        self._set: dict[object, tuple[float, Callable[[str], None], str]] = {}

    def later(self, seconds: float, act: Callable[[str], None], code: str) -> "Alarms._Alarm":
        alarm = Alarms._Alarm(self)
        self._set[alarm] = (self.now + seconds, act, code)
        return alarm

    def advance(self, seconds: float) -> None:
        until = self.now + seconds
        while due := [(at, alarm) for alarm, (at, _, _) in self._set.items() if at <= until]:
            self.now, alarm = min(due, key=lambda one: one[0])
            _, act, code = self._set.pop(alarm)
            act(code)
        self.now = until

    class _Alarm:
        def __init__(self, alarms: "Alarms") -> None:
            self._alarms = alarms

        def cancel(self) -> None:
            self._alarms._set.pop(self, None)
