"""`voice-agent serve` as a process: it starts, answers, and goes without a trace."""

import os
import re
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import httpx
import psutil
import pytest

from tests.http.calls import DISPATCH, assert_problem

REPOSITORY = Path(__file__).parents[2]


@dataclass(frozen=True, slots=True, kw_only=True)
class Served:
    """A running service."""

    process: subprocess.Popen[str]
    url: str


@contextmanager
def serve(
    folder: Path, variables: Mapping[str, str], *options: str
) -> Iterator[subprocess.Popen[str]]:
    process = subprocess.Popen(
        [sys.executable, "-m", "entrypoints", "serve", *options],
        cwd=folder,
        env={"PATH": os.environ["PATH"], "PYTHONPATH": str(REPOSITORY), **variables},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    try:
        yield process
    finally:
        process.kill()
        process.communicate()


@pytest.fixture
def served(folder: Path, livekit_that_is_away: Mapping[str, str]) -> Iterator[Served]:
    with serve(folder, livekit_that_is_away, "--mode", "api", "--port", "0") as process:
        assert process.stdout is not None
        for line in process.stdout:
            address = re.search(r"HTTP at (http://\S+),", line)
            if address:
                yield Served(process=process, url=address[1])
                return
        pytest.fail("the service ended before it served")


def test_the_service_answers_and_a_signal_ends_it_without_a_trace(
    served: Served, folder: Path
) -> None:
    with httpx.Client(base_url=served.url, trust_env=False, timeout=20) as http:
        agents = http.get("/api/agents").json()["items"]
        health = http.get("/health")
        refused = http.post("/api/agents/dispatch", json=DISPATCH)
        failed = http.get("/api/sessions").json()["items"]
        children = psutil.Process(served.process.pid).children(recursive=True)
        served.process.send_signal(signal.SIGTERM)
        output, _ = served.process.communicate(timeout=20)

    assert [agent["agentId"] for agent in agents] == ["demo"]
    assert health.status_code == 503
    assert health.json()["checks"]["database"]["status"] == "healthy"
    assert_problem(refused, 503, "unavailable")
    assert refused.headers["retry-after"]
    assert [session["failure"] for session in failed] == ["livekit_unavailable"]
    assert served.process.returncode == 0, output
    assert output.rstrip().endswith("stopped")
    assert "Traceback" not in output
    assert [child for child in children if child.is_running()] == []
    assert not list(folder.glob("var/*.db-wal"))


def test_ctrl_c_is_as_good(served: Served) -> None:
    served.process.send_signal(signal.SIGINT)

    output, _ = served.process.communicate(timeout=20)

    assert served.process.returncode == 0, output


def test_a_second_start_on_the_same_port_says_so(
    served: Served, folder: Path, livekit_that_is_away: Mapping[str, str]
) -> None:
    port = served.url.rpartition(":")[2]

    with serve(folder, livekit_that_is_away, "--mode", "api", "--port", port) as second:
        output, _ = second.communicate(timeout=20)

    assert second.returncode == 1
    assert f"cannot listen on 127.0.0.1:{port}" in output
    assert "Traceback" not in output


def test_it_does_not_open_to_other_machines_unasked(
    folder: Path, livekit_that_is_away: Mapping[str, str]
) -> None:
    everybody = "0.0.0.0"  # noqa: S104
    with serve(folder, livekit_that_is_away, "--mode", "api", "--host", everybody) as process:
        output, _ = process.communicate(timeout=20)

    assert process.returncode == 1
    assert "AUTH_MODE=off" in output


BROKEN = (
    b"GET /\xff\xfe%zz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
    b"GET /api/sessions?cursor=\xff%ff HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
    b"GET / HTTP/1.1\r\nHost: x\r\nX-Request-Id: \xff\xfe\r\nConnection: close\r\n\r\n",
    b"GET / HTTP/1.1\r\nHost: \xff\r\nConnection: close\r\n\r\n",
    b"POST /api/agents HTTP/1.1\r\nContent-Type: \xff\r\nContent-Length: 2\r\n\r\n{}",
    b"nonsense\r\n\r\n",
    b"\x16\x03\x01\x00\xa5\x01\x00\x00\xa1\x03\x03",
)


def test_bytes_that_are_no_request_do_not_break_it(served: Served) -> None:
    host, _, port = served.url.removeprefix("http://").partition(":")
    answers = []
    for request in BROKEN:
        with socket.create_connection((host, int(port)), timeout=10) as connection:
            connection.sendall(request)
            connection.shutdown(socket.SHUT_WR)
            answers.append(b"".join(iter(partial(connection.recv, 65536), b"")))

    assert [answer for answer in answers if answer.startswith(b"HTTP/1.1 5")] == []
    assert httpx.get(f"{served.url}/health/live", trust_env=False).status_code == 200
