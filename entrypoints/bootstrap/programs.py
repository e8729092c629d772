"""Our own programs, each in a process that is gone when the block is left."""

import contextlib
import sys
from collections.abc import AsyncIterator, Mapping
from pathlib import Path

from adapters.system.child_process import ChildProcess


@contextlib.asynccontextmanager
async def python_module(
    module: str,
    *arguments: str,
    log_file: Path,
    environment: Mapping[str, str] | None = None,
    grace_s: float = 5.0,
) -> AsyncIterator[ChildProcess]:
    """`python -m module arguments`; it is asked to stop, and made to after *grace_s*."""
    process = await ChildProcess.start(
        sys.executable, "-m", module, *arguments, log_file=log_file, environment=environment
    )
    try:
        yield process
    finally:
        await process.stop(grace_s=grace_s)
