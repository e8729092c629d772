"""Set-up on machines that have everything, and on machines that lack something."""

import time
from pathlib import Path

import pytest

from tests.architecture.fresh_machine import LOCK, FreshMachine


@pytest.fixture
def machine(tmp_path: Path) -> FreshMachine:
    return FreshMachine(tmp_path)


def test_everything_is_installed_from_the_lock_file_with_its_hashes(machine: FreshMachine) -> None:
    assert machine.set_up() == 0
    assert "python3.11 -m venv --clear .venv" in machine.calls
    sync = "uv pip sync --quiet --python .venv/bin/python --require-hashes requirements.lock"
    assert sync in machine.calls
    project = "--no-deps --no-build-isolation --editable ."
    assert any(call.endswith(project) for call in machine.calls)


def test_a_second_time_nothing_is_asked_for_and_it_is_quick(machine: FreshMachine) -> None:
    machine.set_up()
    machine.lacks = {"network"}
    began = time.monotonic()
    assert machine.set_up() == 0
    assert time.monotonic() - began < 1
    assert machine.calls == []
    assert machine.said == ""


def test_another_lock_file_is_installed_into_the_same_environment(machine: FreshMachine) -> None:
    machine.set_up()
    (machine.clone / "requirements.lock").write_text(LOCK.replace("0.1", "0.3"))
    assert machine.set_up() == 0
    assert any("pip sync" in call for call in machine.calls)
    assert not any("-m venv" in call for call in machine.calls)


def test_an_environment_that_was_moved_is_made_anew(machine: FreshMachine) -> None:
    machine.set_up()
    machine.moves_the_clone()
    assert machine.set_up() == 0
    assert "python3.11 -m venv --clear .venv" in machine.calls


def test_a_failed_set_up_is_tried_again(machine: FreshMachine) -> None:
    machine.lacks = {"network"}
    assert machine.set_up() == 1
    assert "is there a network?" in machine.said
    machine.lacks = set()
    assert machine.set_up() == 0
    assert any("pip sync" in call for call in machine.calls)


def test_without_uv_pip_does_the_same(machine: FreshMachine) -> None:
    machine.lacks = {"uv"}
    assert machine.set_up() == 0
    assert any(
        call.endswith("--require-hashes --requirement requirements.lock") for call in machine.calls
    )
    assert "uv could not be had" in machine.said


@pytest.mark.parametrize("lacks", [{"data"}, {"data", "uv"}], ids=["uv", "pip"])
def test_without_the_speech_data_it_goes_on_and_says_so(
    machine: FreshMachine, lacks: set[str]
) -> None:
    machine.lacks = lacks
    assert machine.set_up() == 0
    assert "going on without them" in machine.said
    installed = (machine.clone / "var" / "requirements.txt").read_text()
    assert installed == (
        "fastapi==0.1 \\\n    --hash=sha256:aa\n"
        "uvicorn==0.2 ; sys_platform == 'linux' \\\n    --hash=sha256:ee\n"
    )


def test_a_livekit_server_on_the_path_is_enough(machine: FreshMachine) -> None:
    machine.offers("go")
    machine.set_up()
    assert not any(call.startswith("go") for call in machine.calls)


def test_go_builds_the_livekit_server_once(machine: FreshMachine) -> None:
    machine.has_no("livekit-server")
    machine.offers("go")
    assert machine.set_up() == 0
    built = "go install github.com/livekit/livekit-server/cmd/server@v1.13.3"
    assert built in machine.calls
    assert (machine.clone / "var" / "bin" / "livekit-server").read_text() == "server"
    machine.set_up()
    assert machine.calls == []


@pytest.mark.parametrize("programs", [(), ("go",)], ids=["no Go", "a build that fails"])
def test_without_a_livekit_server_it_says_how_to_get_one(
    machine: FreshMachine, programs: tuple[str, ...]
) -> None:
    machine.set_up()
    machine.has_no("livekit-server")
    machine.offers(*programs)
    machine.lacks = {"network"}
    assert machine.set_up() == 0
    assert ("no route to anywhere" in machine.said) == bool(programs)
    for way in ("brew install livekit", "https://get.livekit.io", "docker cp"):
        assert way in machine.said


def test_debian_packages_are_installed_where_that_is_allowed(machine: FreshMachine) -> None:
    machine.has_no("espeak-ng", "flite")
    machine.offers("apt-get", "sudo")
    assert machine.set_up() == 0
    installs = [call for call in machine.calls if "apt-get install" in call]
    assert len(installs) == 1
    assert installs[0].startswith("sudo -n env DEBIAN_FRONTEND=noninteractive")
    assert installs[0].endswith("espeak-ng flite")


def test_otherwise_the_one_command_is_said(machine: FreshMachine) -> None:
    machine.has_no("espeak-ng")
    machine.offers("apt-get")
    assert machine.set_up() == 0
    assert "sudo apt-get install espeak-ng" in machine.said
    assert not any(call.startswith("apt-get") for call in machine.calls)
