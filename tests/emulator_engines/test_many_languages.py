"""The brain speaks the language of the caller."""

import pytest

from adapters.realtime_emulator.brain.guided import GuidedBrain
from adapters.realtime_emulator.brain.language import asked_for, language_of
from adapters.realtime_emulator.brain.scenario import load_scenario
from adapters.realtime_emulator.ports import Prompt, Say
from tests.emulator_engines.dialogue import Dialogue

CALLS = {
    "es": (
        ("Hola, quisiera hacer una pregunta sobre mi pedido.", "nombre"),
        ("Me llamo Carmen Ruiz.", "Carmen Ruiz"),
        ("Sí, es correcto.", "correo"),
        ("Mi correo es carmen punto ruiz arroba example punto com.", "@"),
        ("Sí.", "teléfono"),
        ("Es el seis uno dos, tres cuatro cinco, seis siete ocho.", "+34612345678"),
        ("No, eso no es correcto.", "cifra"),
        ("612 345 679", "+34612345679"),
        ("Sí, correcto.", "Adiós"),
    ),
    "fr": (
        ("Bonjour, je voudrais des informations sur ma commande.", "nom complet"),
        ("Je m'appelle Claire Martin.", "Claire Martin"),
        ("Oui, c'est exact.", "e-mail"),
        ("C'est claire point martin arobase example point com.", "@"),
        ("Oui.", "téléphone"),
        ("C'est le zéro six, 12 34 56 78.", "+33612345678"),
        ("Oui, exact.", "Au revoir"),
    ),
    "de": (
        ("Guten Tag, ich habe eine Frage zu meiner Bestellung.", "Name"),
        ("Mein Name ist Thomas Weber.", "Thomas Weber"),
        ("Ja, das ist richtig.", "E-Mail"),
        ("Meine Adresse ist thomas punkt weber at example punkt com.", "@"),
        ("Nein, das stimmt nicht.", "buchstabieren"),
        ("T-H-O-M-A-S punkt W-E-B-E-R at example punkt com", "thomas.weber@example.com"),
        ("Ja, genau.", "Telefonnummer"),
        ("null sechs sechs null, eins zwo drei, vier fünf sechs sieben", "+496601234567"),
        ("Ja.", "Wiederhören"),
    ),
    "pt": (
        ("Olá, eu gostaria de fazer uma pergunta sobre o meu pedido.", "nome completo"),
        ("Meu nome é Pedro Santos.", "Pedro Santos"),
        ("Sim, está correto.", "e-mail"),
        ("Meu e-mail é pedro ponto santos arroba example ponto com.", "@"),
        ("Sim.", "telefone"),
        ("É onze, nove oito sete meia, cinco quatro três dois, 11 9876 5432", None),
        ("11 98765 4321", "+5511987654321"),
        ("Sim, certo.", "Até logo"),
    ),
}
EMAILS = {
    "es": "carmen.ruiz@example.com",
    "fr": "claire.martin@example.com",
    "de": "thomas.weber@example.com",
    "pt": "pedro.santos@example.com",
}


@pytest.mark.parametrize("language", CALLS)
async def test_a_whole_call_in_the_callers_language(language: str) -> None:
    dialogue = Dialogue()
    for said, expected in CALLS[language]:
        answer = await dialogue.say(said, language)
        assert expected is None or expected in answer, f"{said!r} was answered with {answer!r}"
    assert dialogue.ended
    assert dialogue.confirmed["email"] == EMAILS[language]
    assert set(dialogue.languages) == {language}


@pytest.mark.parametrize(
    ("words", "language"),
    [
        ("¿Habla español?", "es"),
        ("Parlez-vous français ?", "fr"),
        ("Können wir Deutsch sprechen?", "de"),
        ("Você fala português?", "pt"),
        ("Can we speak English, please?", "en"),
        ("Do you speak Spanish?", "es"),
        ("Podemos hablar en inglés", "en"),
        ("My brother is German.", None),
    ],
)
def test_a_wish_for_a_language_is_understood(words: str, language: str | None) -> None:
    assert asked_for(words) == language


async def test_a_language_that_was_asked_for_stays() -> None:
    dialogue = Dialogue()
    assert "español" in await dialogue.say("Do you speak Spanish?", "en")
    assert "nombre" in await dialogue.say("I would like an appointment.", "en")
    assert "English" in await dialogue.say("Okay, can we speak English?", "en")


async def test_a_single_word_changes_no_language() -> None:
    dialogue = Dialogue()
    await dialogue.say("Guten Tag, ich habe eine Frage.", "de")
    await dialogue.say("Pizza", "es")
    assert dialogue.languages == ["de", "de"]


async def test_it_follows_the_caller_and_tells_the_ears() -> None:
    dialogue = Dialogue()
    assert "name" in await dialogue.say("I would like to know the price.", "en")
    assert "nombre" in await dialogue.say("Perdone, no entiendo muy bien, ¿qué dice?", "es")
    expected = dialogue.brain.expecting()
    assert expected.language == "es"
    assert expected.languages == ("en", "es", "fr", "de", "pt")


async def test_written_words_show_their_language_themselves() -> None:
    dialogue = Dialogue()
    assert "nom" in await dialogue.say("Bonjour, je voudrais un rendez-vous.")


async def test_the_instructions_name_the_language_to_begin_in() -> None:
    dialogue = Dialogue(instructions="The caller's language is German. Speak German with them.")
    assert "Guten Tag" in await dialogue.answer()


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("¿Sigue usted ahí?", "es"),
        ("Un momento, por favor, estoy buscando su pedido.", "es"),
        ("Un instant, je cherche votre commande.", "fr"),
        ("Einen Moment bitte, ich suche Ihre Bestellung.", "de"),
        ("Um momento, estou procurando o seu pedido.", "pt"),
        ("One moment, I am looking for your order.", "en"),
    ],
)
async def test_exact_words_are_pronounced_in_their_own_language(text: str, language: str) -> None:
    brain = GuidedBrain(load_scenario("default"))
    prompt = Prompt(instructions=f'Say exactly: "{text}"', requested=True)
    assert await brain.reply(prompt) == (Say(text=text, language=language),)


def test_a_text_without_small_words_has_no_language() -> None:
    assert language_of("Carmen Ruiz 612") is None
