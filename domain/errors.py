"""One tree of errors, by kind; what an HTTP status is belongs to the HTTP door.

ServiceError
+- InvalidValueError      a value that cannot exist
+- NotAuthenticatedError  nobody is known to be asking
+- NotPermittedError      somebody is asking for what is not theirs
+- NotFoundError          no such thing
+- ConflictError          the thing exists, and is not in a state that allows this
|  +- InvalidTransitionError
|  +- StaleVersionError   somebody else saved first
|  +- PreconditionFailedError  it is not what the asker read any more
+- PreconditionRequiredError  say first what you have read
+- RateLimitedError       try again after `retry_after` seconds
+- UnavailableError       trying again may help
+- RejectedError          trying again will not help
"""


class ServiceError(Exception):
    """Something this service refuses or fails to do, for a reason the asker can read."""

    code = "service_error"


class InvalidValueError(ServiceError):
    """A value that cannot exist; the message says what a valid one looks like."""

    code = "invalid_value"


class NotAuthenticatedError(ServiceError):
    """No valid credential was shown."""

    code = "not_authenticated"


class NotPermittedError(ServiceError):
    """The credential shown does not allow this."""

    code = "not_permitted"


class NotFoundError(ServiceError):
    """Nothing with that id exists."""

    code = "not_found"


class ConflictError(ServiceError):
    """It exists, and its present state does not allow this."""

    code = "conflict"


class InvalidTransitionError(ConflictError):
    """A step that the thing's life does not have."""

    code = "invalid_transition"


class StaleVersionError(ConflictError):
    """Somebody else saved a newer version; read again and repeat."""

    code = "stale_version"


class LeaseLostError(ConflictError):
    """It took too long: the work is in somebody else's hands by now."""

    code = "lease_lost"


class PreconditionFailedError(ConflictError):
    """It is not what the asker says to have read; read again and repeat."""

    code = "precondition_failed"


class PreconditionRequiredError(ServiceError):
    """What is there would be replaced: the asker has to say what they have read."""

    code = "precondition_required"


class RateLimitedError(ServiceError):
    """Too much, too fast; `retry_after` seconds from now is soon enough."""

    code = "rate_limited"

    def __init__(self, message: str, *, retry_after: float) -> None:
        super().__init__(message)
        self.retry_after = retry_after


class UnavailableError(ServiceError):
    """Something we depend on did not answer; `retry_after` is in seconds."""

    code = "unavailable"

    def __init__(self, message: str, *, retry_after: float = 5.0) -> None:
        super().__init__(message)
        self.retry_after = retry_after


class RejectedError(ServiceError):
    """Something we depend on answered no, and will again."""

    code = "rejected"
