"""Real ears, in the languages the local server is spoken to in."""

from pathlib import Path

import pytest

from adapters.realtime_emulator.ears.whisper import WhisperEars
from adapters.realtime_emulator.engines import EngineUnavailableError, make_ears, make_mouth
from adapters.realtime_emulator.mouth.speaking import WIRE_RATE
from adapters.realtime_emulator.ports import Expectation, Heard
from adapters.realtime_emulator.weights import multilingual_whisper_weights, whisper_weights

pytestmark = pytest.mark.speech
FIVE = ("en", "es", "fr", "de", "pt")
MODELS_DIR = Path("var/models")


@pytest.fixture(scope="module")
def ears() -> WhisperEars:
    """Ears with both models."""
    weights = whisper_weights()
    if weights is None or multilingual_whisper_weights(MODELS_DIR) is None:
        pytest.skip("a Whisper model is missing")
    made = make_ears("whisper", models_dir=MODELS_DIR)
    assert isinstance(made, WhisperEars)
    return made


async def _hear(ears: WhisperEars, text: str, language: str, expecting: Expectation) -> Heard:
    try:
        mouth = make_mouth("piper" if language == "en" else "kokoro", models_dir=MODELS_DIR)
    except EngineUnavailableError as error:
        pytest.skip(str(error))
    spoken = mouth.speak(text, voice="ash", speed=0.9, language=language)
    pcm = bytes(9_600) + b"".join([chunk async for chunk in spoken]) + bytes(24_000)
    return await ears.hear(pcm, rate=WIRE_RATE, expecting=expecting)


@pytest.mark.parametrize(
    ("language", "sentence", "words"),
    [
        ("en", "I would like to know the price of your service.", {"price", "service"}),
        ("es", "Hola, quisiera hacer una pregunta sobre mi pedido.", {"pregunta", "pedido"}),
        ("fr", "Bonjour, je voudrais des informations sur ma commande.", {"bonjour", "commande"}),
        ("de", "Guten Tag, ich habe eine Frage zu meiner Bestellung.", {"frage", "bestellung"}),
        ("pt", "Olá, eu gostaria de fazer uma pergunta sobre o meu pedido.", {"pergunta"}),
    ],
)
async def test_the_first_words_of_a_call_tell_its_language(
    ears: WhisperEars, language: str, sentence: str, words: set[str]
) -> None:
    heard = await _hear(ears, sentence, language, Expectation(language="en", languages=FIVE))
    assert heard.language == language
    assert words <= set(heard.text.lower().replace(",", "").strip(" .").split())


async def test_a_caller_can_go_back_to_english(ears: WhisperEars) -> None:
    expecting = Expectation(language="fr", languages=FIVE)
    heard = await _hear(ears, "Can we speak English, please?", "en", expecting)
    assert heard.language == "en"
    assert "speak english" in heard.text.lower()


async def test_a_language_that_is_certain_is_not_detected(ears: WhisperEars) -> None:
    expecting = Expectation(language="en", languages=("en",))
    heard = await _hear(ears, "Guten Tag, ich habe eine Frage.", "de", expecting)
    assert heard.language == "en"


async def test_without_the_large_model_everything_is_heard_as_english() -> None:
    weights = whisper_weights()
    if weights is None:
        pytest.skip("the English Whisper model is missing")
    expecting = Expectation(language="de", languages=FIVE)
    heard = await _hear(WhisperEars(weights), "Good morning.", "en", expecting)
    assert heard.language == "en"
    assert "morning" in heard.text.lower()
