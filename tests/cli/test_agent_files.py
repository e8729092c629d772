"""Agents as files: there and back, and what is refused."""

import asyncio
import json
from pathlib import Path

import jsonschema
import pytest
import yaml
from typer.testing import CliRunner, Result

from domain.agent_config import AgentConfig
from domain.errors import InvalidValueError
from entrypoints.bootstrap.lifecycle import open_container, seed
from entrypoints.bootstrap.migrations import migrate
from entrypoints.bootstrap.settings import load_settings
from entrypoints.cli import app
from entrypoints.cli.agent_yaml import parse_agent, shown_as_yaml

FEW = "agentId: reception\nname: Reception\ninstructions: Be kind.\n"


@pytest.fixture
def database() -> None:
    """A database with the demo agent, in the empty folder."""
    asyncio.run(_set_up())


async def _set_up() -> None:
    settings = load_settings(None)
    await migrate(settings)
    async with open_container(settings) as container:
        await seed(container)


def run(runner: CliRunner, *words: str) -> Result:
    return runner.invoke(app, ["agents", *words])


def done(runner: CliRunner, *words: str) -> dict[str, str]:
    result = run(runner, "import", "agents", *words, "--json")
    assert result.exit_code == 0, result.output
    return {one["agentId"]: one["done"] for one in json.loads(result.stdout)}


@pytest.mark.usefixtures("database")
def test_what_is_exported_is_imported_as_unchanged(runner: CliRunner, folder: Path) -> None:
    assert run(runner, "export").exit_code == 0

    assert done(runner, "--publish") == {"demo": "unchanged"}
    text = (folder / "agents" / "demo.yaml").read_text(encoding="utf-8")
    schema = json.loads((folder / "agents" / "agent.schema.json").read_text(encoding="utf-8"))
    assert text.startswith("# yaml-language-server: $schema=agent.schema.json\n")
    jsonschema.validate(yaml.safe_load(text), schema)


@pytest.mark.usefixtures("database")
def test_a_change_is_shown_then_drafted_then_published_once(
    runner: CliRunner, folder: Path
) -> None:
    run(runner, "export")
    file = folder / "agents" / "demo.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace("voice: marin", "voice: cedar"))

    shown = run(runner, "import", "agents", "--dry-run").stdout
    assert "-voice: marin\n+voice: cedar" in shown
    assert run(runner, "draft", "demo").exit_code != 0

    assert done(runner) == {"demo": "drafted"}
    assert done(runner) == {"demo": "unchanged"}
    assert done(runner, "--publish") == {"demo": "published"}
    assert done(runner, "--publish") == {"demo": "unchanged"}
    assert "voice: cedar" in run(runner, "show", "demo").stdout


@pytest.mark.usefixtures("database")
def test_a_new_agent_is_created_when_it_is_to_be_published(runner: CliRunner, folder: Path) -> None:
    (folder / "agents").mkdir()
    (folder / "agents" / "reception.yaml").write_text(FEW)

    assert done(runner) == {"reception": "would be created"}
    assert done(runner, "--publish") == {"reception": "created"}
    assert done(runner, "--publish") == {"reception": "unchanged"}


@pytest.mark.usefixtures("database")
def test_all_mistakes_are_named_with_file_and_line_and_nothing_is_written(
    runner: CliRunner, folder: Path
) -> None:
    (folder / "agents").mkdir()
    (folder / "agents" / "a.yaml").write_text(FEW)
    (folder / "agents" / "b.yaml").write_text(FEW + "silence:\n  prompts: many\nvoize: cedar\n")
    (folder / "agents" / "c.yaml").write_text(FEW)

    result = run(runner, "import", "agents", "--publish")

    assert result.exit_code != 0
    message = str(result.exception)
    assert "agents/b.yaml:5: silence.prompts:" in message
    assert "agents/b.yaml:6: voize:" in message
    assert "agents/c.yaml:1: reception is in agents/a.yaml already" in message
    assert run(runner, "show", "reception").exit_code != 0


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("a: &a [x]\nb: [*a, *a]\n", 1),
        (FEW + "tools: !!python/object/apply:os.system ['true']\n", 4),
        (FEW + "name: Another\n", 4),
        ("[" * 5_000, 1),
        ("just a text", 1),
        ("", 1),
        (FEW + "speed: 2026-01-01\n", 4),
        ("agentId: a\n---\nagentId: b\n", 2),
    ],
)
def test_hostile_files_are_refused_with_the_line(text: str, line: int) -> None:
    with pytest.raises(InvalidValueError, match=rf"^f\.yaml:{line}: "):
        parse_agent(text, name="f.yaml")


def test_every_text_comes_back_as_it_was() -> None:
    texts = ("a: b\n# no comment\n  indented", "no", "1.0", "ünï 👋", "trailing \n", "'\"\t{{x}}")
    for text in texts:
        config = AgentConfig(name="n", instructions=text)

        assert parse_agent(shown_as_yaml("a", config), name="f") == ("a", config)
