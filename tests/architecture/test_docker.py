"""The image and the compose file: what no build is needed to see."""

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from entrypoints.bootstrap.settings import Settings
from entrypoints.http.routes import health

ROOT = Path(__file__).parents[2]
DOCKER = ROOT / "docker"
COMPOSE = yaml.safe_load((DOCKER / "compose.yaml").read_text(encoding="utf-8"))
SERVICES: dict[str, dict[str, Any]] = COMPOSE["services"]
LIVEKIT = yaml.safe_load((DOCKER / "livekit.yaml").read_text(encoding="utf-8"))
SECRET = re.compile(r"(KEY|KEYS|SECRET|PASSWORD)$")


@pytest.fixture(scope="module")
def stages() -> list[list[tuple[str, str]]]:
    """The Dockerfile as (instruction, arguments), a list for each stage."""
    text = (DOCKER / "Dockerfile").read_text(encoding="utf-8")
    lines = re.sub(r"^#.*\n", "", text, flags=re.MULTILINE).replace("\\\n", " ").splitlines()
    found: list[list[tuple[str, str]]] = []
    for line in filter(None, lines):
        instruction, arguments = line.split(maxsplit=1)
        if instruction == "FROM":
            found.append([])
        found[-1].append((instruction, arguments))
    return found


def test_the_image_is_built_in_stages_and_does_not_run_as_root(
    stages: list[list[tuple[str, str]]],
) -> None:
    assert len(stages) == 2
    users = [arguments for instruction, arguments in stages[-1] if instruction == "USER"]
    assert users
    assert users[-1] not in {"root", "0"}


def test_the_image_asks_the_service_whether_it_lives(
    stages: list[list[tuple[str, str]]],
) -> None:
    final = dict(stages[-1])
    paths = [f"/health{path}" for path in ("", "/live", "/ready")]
    assert {getattr(route, "path", "") for route in health.router.routes} >= set(paths)
    assert "/health/live'" in final["HEALTHCHECK"]
    assert final["EXPOSE"] == str(Settings.model_fields["api_server_port"].default)


def test_what_goes_into_the_image_is_let_through(stages: list[list[tuple[str, str]]]) -> None:
    let_through = (ROOT / ".dockerignore").read_text(encoding="utf-8").splitlines()
    copied = [
        source
        for instruction, arguments in stages[0]
        if instruction == "COPY"
        for source in arguments.split()[:-1]
    ]
    assert {"domain", "application", "adapters", "entrypoints", "alembic"} <= set(copied)
    for source in copied:
        assert (ROOT / source).exists()
        assert f"!{source}" in let_through


def test_the_image_takes_its_packages_from_the_lock_file(
    stages: list[list[tuple[str, str]]],
) -> None:
    installs = [text for step, text in stages[0] if step == "RUN" and "uv pip install" in text]
    assert len(installs) == 2
    assert "--require-hashes --constraints requirements.lock" in installs[0]
    assert "--no-deps --build-constraints requirements.lock" in installs[1]


def test_the_compose_file_describes_the_whole_service() -> None:
    assert set(SERVICES) == {"service", "livekit", "redis", "postgres", "egress"}
    assert SERVICES["egress"]["profiles"] == ["recording"]
    assert [name for name, one in SERVICES.items() if "profiles" in one] == ["egress"]


@pytest.mark.parametrize("name", SERVICES)
def test_a_service_comes_from_our_image_or_a_named_version(name: str) -> None:
    if name == "service":
        build = SERVICES[name]["build"]
        assert (DOCKER / build["context"] / build["dockerfile"]).is_file()
        return
    tag = SERVICES[name]["image"].rpartition(":")[2]
    assert re.match(r"v?\d", tag)


@pytest.mark.parametrize("name", SERVICES)
def test_a_service_waits_for_what_it_needs_until_that_is_healthy(name: str) -> None:
    for needed, how in SERVICES[name].get("depends_on", {}).items():
        assert how == {"condition": "service_healthy"}
        assert "test" in SERVICES[needed]["healthcheck"]


def test_no_secret_is_written_down_and_none_may_be_forgotten() -> None:
    seen = 0
    for one in SERVICES.values():
        for name, value in one.get("environment", {}).items():
            if SECRET.search(name):
                seen += 1
                assert re.fullmatch(r"\$\{\w+:\?[^}]+\}(: \$\{\w+:\?[^}]+\})?", value), name
    assert seen >= 5
    text = (DOCKER / "compose.yaml").read_text(encoding="utf-8")
    assert re.findall(r"\$\{\w+\}", text) == []


def test_what_the_service_is_told_are_settings_of_its() -> None:
    told = SERVICES["service"]["environment"]
    assert {name.lower() for name in told} <= Settings.model_fields.keys()
    assert told["DATABASE_URL"].endswith("@postgres/voice")
    assert told["LIVEKIT_URL"] == f"ws://livekit:{LIVEKIT['port']}"


def test_only_livekit_is_open_to_other_machines() -> None:
    for name, one in SERVICES.items():
        ports = one.get("ports", [])
        assert name == "livekit" or all(port.startswith("127.0.0.1:") for port in ports)
    rtc = LIVEKIT["rtc"]
    inside = [port.split(":")[1] for port in SERVICES["livekit"]["ports"]]
    assert inside == [str(LIVEKIT["port"]), str(rtc["tcp_port"]), f"{rtc['udp_port']}/udp"]


def test_calls_may_finish_before_the_container_is_killed() -> None:
    grace = SERVICES["service"]["stop_grace_period"]
    drain = Settings.model_fields["drain_timeout_s"].default
    assert int(grace.removesuffix("m")) * 60 > drain


@pytest.mark.parametrize("name", SERVICES)
def test_what_a_service_keeps_has_a_place(name: str) -> None:
    for volume in SERVICES[name].get("volumes", []):
        source = volume.split(":")[0]
        exists = (DOCKER / source).is_file() if "/" in source else source in COMPOSE["volumes"]
        assert exists, source
