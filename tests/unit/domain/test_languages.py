"""Requests for a language, and the part of a text that tells one."""

import pytest

from domain.languages import requested_language, telling_text, word_count

REQUESTS = """
es | ¿Habla español?
es | Hola, ¿habla usted español?
es | hi my name is ana do you speak spanish
es | Spanish, please.
es | Sprechen Sie Spanisch?
es | vous parlez espagnol ?
es | Fala espanhol?
es | ¿podemos seguir en castellano?
en | Do you speak English?
en | In English please
en | I only speak English.
en | Is there somebody who speaks English?
en | Können wir auf Englisch weitermachen?
en | Spricht hier jemand Englisch?
en | bonjour, je voudrais parler en anglais
en | Passez à l'anglais
en | ¿Hay alguien que hable inglés?
en | Podemos falar em inglês?
fr | en français s'il vous plaît
fr | Could you say that again in French?
fr | Parlez-vous français ?
fr | ¿Puede hablar francés?
fr | Ich möchte lieber Französisch sprechen
fr | fale francês por favor
de | can we speak German
de | auf Deutsch bitte
de | I'd prefer German.
de | Je préfère l'allemand
de | quiero hablar en alemán
de | vamos falar alemão
pt | fala português?
pt | Let's switch to Portuguese
pt | On peut continuer en portugais ?
pt | Sprechen Sie Portugiesisch?
pt | prefiero portugués
it | Do you speak Italian?
it | Parla italiano?
nl | could we talk in Dutch
nl | Spreekt u Nederlands?
pl | czy mówi pan po polsku
pl | ¿habla polaco?
ru | parlez-vous russe ?
uk | українською, please
en | Do you speak German? No? Then English please.
"""
NO_REQUESTS = """
my wife speaks German
she asked me do you speak German
I'd like to book a French lesson
Can I get the manual in German please
I don't speak English very well
we sell German cars
can we speak about the German market
I want to polish my shoes please
I'd like a Danish please
Ich lerne gerade Spanisch
kann ich mit einem deutschen Mitarbeiter sprechen
mi esposa habla inglés
hablo inglés y español
quiero clases de inglés
Vous vendez du vin français ?
mon fils parle anglais
o meu chefe fala inglês
quero comprar vinho francês
"""


def lines(block: str) -> list[str]:
    return block.strip().splitlines()


@pytest.mark.parametrize("line", lines(REQUESTS))
def test_a_request_is_understood_in_any_language(line: str) -> None:
    wanted, _, text = line.partition(" | ")
    assert requested_language(text) == wanted


@pytest.mark.parametrize("text", lines(NO_REQUESTS))
def test_a_mention_of_a_language_is_no_request(text: str) -> None:
    assert requested_language(text) is None


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("My name is Juan Carlos Rodríguez.", "My name is"),
        ("I'm from Lyon. Can I talk to I'd say Anna?", "I'm from Can talk to I'd say"),
        ("write to ana@example.org please, thanks", "write to please thanks"),
        ("my email is sarah dot miller at gmail dot com", ""),
        ("4 1 5 five", ""),
        ("a, b, see", ""),
    ],
)
def test_what_tells_a_language_are_words_in_sentences(text: str, told: str) -> None:
    assert telling_text(text) == told


def test_words_are_counted_in_scripts_that_do_not_set_them_apart() -> None:
    assert word_count("me gusta el vino") == 4
    assert word_count(telling_text("明日の予約を変更したいです。")) == 6
    assert word_count(telling_text("मुझे अपना ऑर्डर बदलना है")) == 5
