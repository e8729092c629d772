"""Which parts of the service a process runs."""

from enum import StrEnum


class Mode(StrEnum):
    """`api`: HTTP and supervision; `agent`: the calls; `both`: all of it."""

    BOTH = "both"
    API = "api"
    AGENT = "agent"
