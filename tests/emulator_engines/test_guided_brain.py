"""The stand-in for the model, in whole conversations as text."""

from pathlib import Path

import pytest

from adapters.realtime_emulator.brain.guided import GuidedBrain
from adapters.realtime_emulator.brain.scenario import load_scenario
from adapters.realtime_emulator.ports import Item, Prompt, Say
from tests.emulator_engines.dialogue import Dialogue


async def test_a_call_without_trouble_brings_a_confirmed_lead() -> None:
    dialogue = Dialogue()
    assert "name" in await dialogue.say("I would like an appointment.")
    assert "Sarah Miller" in await dialogue.say("My name is Sarah Miller.")
    assert "e-mail" in await dialogue.say("Yes, that's right.")
    await dialogue.say("It is Sarah Dot Miller at example.com")
    assert "phone" in await dialogue.say("Yes.")
    await dialogue.say("It is 415-555-0134.")
    assert "Goodbye" in await dialogue.say("Yes, correct.")
    assert dialogue.ended
    assert dialogue.confirmed == {
        "name": "Sarah Miller",
        "email": "sarah.miller@example.com",
        "phone": "+14155550134",
    }


async def test_a_refused_read_back_is_spelled() -> None:
    dialogue = Dialogue()
    await dialogue.say("I need help.")
    await dialogue.say("My name is Sarah Miller.")
    await dialogue.say("Yes.")
    await dialogue.say("it is sara at gmail dot com")
    assert "spell" in await dialogue.say("No, that is wrong.")
    await dialogue.say("S-A-R-A-H at gmail dot com")
    await dialogue.say("Yes.")
    assert dialogue.confirmed["email"] == "sarah@gmail.com"


async def test_what_is_not_understood_is_asked_again() -> None:
    dialogue = Dialogue()
    await dialogue.say("I need help.")
    await dialogue.say("My name is Sarah Miller.")
    await dialogue.say("Yes.")
    assert "spell" in await dialogue.say("well let me think")
    assert "email" not in dialogue.noted


async def test_it_goes_on_where_a_replayed_conversation_was() -> None:
    dialogue = Dialogue()
    await dialogue.say("I need help.")
    await dialogue.say("My name is Sarah Miller.")
    dialogue.brain = GuidedBrain(load_scenario("default"))
    assert "e-mail" in await dialogue.say("Yes.")
    assert dialogue.confirmed == {"name": "Sarah Miller"}


async def test_what_is_settled_stays_so_when_the_client_takes_the_old_items_out() -> None:
    dialogue = Dialogue()
    await dialogue.say("Hola, quisiera una cita, por favor.", "es")
    await dialogue.say("Me llamo Sarah Miller.", "es")
    assert "correo" in await dialogue.say("Sí.", "es")
    summary = "The caller's name is Sarah Miller."
    dialogue.items[:] = [Item(id="s", kind="message", role="system", text=summary)]
    assert "correo" in await dialogue.say("¿Sigue ahí?", "es")


async def test_a_note_of_the_clients_is_not_taken_for_a_turn() -> None:
    dialogue = Dialogue()
    await dialogue.say("I need help.")
    dialogue.items.append(Item(id="u", kind="message", role="user", text="I am Sarah Miller."))
    dialogue.items.append(Item(id="n", kind="message", role="system", text="It is late."))
    assert "Sarah Miller" in await dialogue.answer()


async def test_without_tools_it_still_talks() -> None:
    dialogue = Dialogue(tools=())
    await dialogue.say("I need help.")
    assert "e-mail" in await dialogue.say("My name is Sarah Miller.")
    assert dialogue.noted == {}


async def test_exact_words_are_spoken_when_asked_for() -> None:
    brain = GuidedBrain(load_scenario("default"))
    prompt = Prompt(instructions='Be kind.\nSay exactly: "Hello there."', requested=True)
    assert await brain.reply(prompt) == (Say(text="Hello there.", language="en"),)


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ("- just\n- a list", "a scenario is a mapping"),
        ("slots: [shoe]", "slots must be some of"),
        ("slots: [name]\nlanguage: en", "greeting must be a text"),
    ],
)
def test_a_scenario_that_is_wrong_says_where(tmp_path: Path, change: str, says: str) -> None:
    file = tmp_path / "own.yaml"
    file.write_text(change, encoding="utf-8")
    with pytest.raises(ValueError, match=says):
        load_scenario(str(file))
