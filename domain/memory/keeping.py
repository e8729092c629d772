"""What is never stored of a caller: their health, their cards and accounts, their secrets.

The rules are coarse on purpose: what looks like one of these is left out, also where it was not.
"""

import re

from domain.insight.cues import Cues
from domain.insight.heard import Heard
from domain.memory.fact import Predicate
from domain.spoken_form.lexicons.lexicon import word_set

_NEVER = word_set(
    "account account_number allergy birthdate card card_number credit_card cvv date_of_birth"
    " diagnosis disability health iban illness medication passcode password passport pin religion"
    " secret social_security ssn symptom tax_id"
)
_CONTACT_FIELDS = frozenset(
    {Predicate.NAME.value, Predicate.EMAIL.value, Predicate.PHONE.value, Predicate.COMPANY.value}
)
# An international phone number has at most 15 digits, a card 12 to 19.
_PHONE_NUMBER = re.compile(r"\+[1-9]\d{6,14}")
_DIGITS = re.compile(r"\d(?:[ .,/\-]{0,2}\d){11,}")
_NATIONAL_ID = re.compile(r"\b\d{3}-\d{2}-\d{4}\b")
_IBAN = re.compile(r"\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]{2,4}){3,8}\b", re.IGNORECASE)

_DIGIT_WORDS = word_set(
    "zero oh one two three four five six seven eight nine double triple"
    " cero uno dos tres cuatro cinco seis siete ocho nueve doble"
    " un deux trois quatre cinq sept huit neuf"
    " null eins zwei zwo drei vier funf sechs sieben acht neun"
    " um dois quatro sete oito nove meia dobro"
)
_MOST_DIGIT_WORDS = 8

_SECRETS = Cues.of(
    r"""
(passwords?|passcode|pass word|contrasena|mot de passe|passwort|kennwort|senha|palavra passe)
(pin|pin code|code pin|clave|geheimzahl|security code|cvv|cvc|verification code|codigo de
  seguridad|code de securite|sicherheitscode|codigo de seguranca)
(credit|debit) card
(card|tarjeta|carte|karten?|cartao|kreditkarte) (number|numero|nummer)?
(numero|nummer) (de|da|do|der)? (tarjeta|la tarjeta|carte|karte|kreditkarte|cartao)
(social security|sort code|routing number|iban|account number|numero de cuenta|kontonummer|
  numero de compte|numero da conta|numero de conta)
"""
)
_HEALTH = Cues.of(
    r"""
(diagnos\w*|cancers?|tumou?rs?|diabet\w*|hiv|aids|pregnan\w*|depress\w*|anxiety|medication\w*|
  medicine\w*|surgery|disease\w*|illness\w*|sick|allerg\w*|therap\w*|symptom\w*|prescri\w*|
  asthma\w*|epilep\w*|hepatitis|arthritis|\w*aches?|pain\w*|disab\w*|infect\w*)
(cancer|embaraz\w*|depresion|medicament\w*|medicin\w*|cirugia|enferm\w*|alergi\w*|terapi\w*|
  sintoma\w*|receta medica|dolor\w*|discapacid\w*|duele)
(maladie\w*|malade\w*|enceint\w*|depression|medicament\w*|chirurgi\w*|ordonnance|douleur\w*|
  handicap\w*|j'ai mal)
(krank\w*|krebs|schwanger\w*|medikament\w*|operation|\w*schmerz\w*|behinder\w*|rezept)
(doenca\w*|doente\w*|gravid\w*|remedio\w*|cirurgia|dor|dores|deficiencia)
"""
)
_ORDERS = Cues.of(
    r"""
(ignore|disregard|forget|override) (all|any|the|your|my|every)? ...
  (instructions?|rules|prompts?|guidelines)
(ignora\w*|olvida\w*) ... instrucciones
(ignorez?|oublie\w*) ... (instructions|consignes)
(ignorier\w*|vergiss|vergessen sie) ... (anweisung\w*|regeln)
(ignor\w*|esquec\w*) ... instrucoes
(system|developer) (prompt|mode|message)
you are now
(from now on|always) (you|give|offer|tell|say|grant|apply) ...
(act|pretend|behave) (as|like|to)
"""
)


def may_be_kept(predicate: str, value: str) -> bool:
    """Whether *value* may be stored under *predicate*."""
    if not value.strip() or predicate.lower() in _NEVER:
        return False
    if predicate == Predicate.PHONE and _PHONE_NUMBER.fullmatch(value):
        return True
    if _is_number_like(value):
        return False
    return predicate in _CONTACT_FIELDS or may_be_written_down(value)


def may_be_written_down(text: str) -> bool:
    """Whether free words hold nothing that must not be stored, and nothing meant for a model."""
    return may_be_repeated(text) and not _has(_HEALTH, text)


def may_be_repeated(text: str) -> bool:
    """Whether free words hold no secret and nothing meant for a model; for use within the call."""
    return not (_is_number_like(text) or _has(_SECRETS, text) or _has(_ORDERS, text))


def _has(cues: Cues, text: str) -> bool:
    return next(cues.find(Heard.of(text)), None) is not None


def _is_number_like(text: str) -> bool:
    if any(pattern.search(text) for pattern in (_DIGITS, _NATIONAL_ID, _IBAN)):
        return True
    run = 0
    for word in Heard.of(text).words:
        run = run + 1 if word in _DIGIT_WORDS or word.isdigit() else 0
        if run >= _MOST_DIGIT_WORDS:
            return True
    return False
