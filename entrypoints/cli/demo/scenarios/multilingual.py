"""A caller who speaks five languages."""

from entrypoints.bootstrap.scripted_calls import Hears, Joins, Leaves, Says
from entrypoints.cli.demo.evidence import Evidence
from entrypoints.cli.demo.scenarios.common import reception
from entrypoints.cli.demo.scenarios.scenario import Check, PlannedCall, Scenario

_SPOKEN = (
    ("es", "Hola, buenos días, quisiera pedir una cita para mañana por la mañana."),
    ("de", "Ich möchte gerne auf Deutsch sprechen."),
    ("fr", "Est-ce qu'on peut parler français, s'il vous plaît ?"),
    ("pt", "Podemos falar português, por favor?"),
    ("en", "Can we speak English, please?"),
)
_LANGUAGES = [language for language, _ in _SPOKEN]


def _written_in_its_language(seen: Evidence) -> str | None:
    found = [turn["language"] for turn in seen.calls[0].said("caller")]
    return None if found == _LANGUAGES else f"the caller's turns are in {found}"


def _answered_in_it(seen: Evidence) -> str | None:
    answers: list[str | None] = []
    for turn in seen.calls[0].turns:
        if turn["role"] == "caller":
            answers.append(None)
        elif turn["role"] == "agent" and answers and answers[-1] is None:
            answers[-1] = turn["language"]
    return None if answers == _LANGUAGES else f"the answers are in {answers}"


def _noted(seen: Evidence) -> str | None:
    notes = [turn["text"] for turn in seen.calls[0].said("system")]
    switches = [note.split()[4] for note in notes if note.startswith("the call is in")]
    return None if switches == _LANGUAGES else f"the switches are {switches}"


def _by_request(seen: Evidence) -> str | None:
    notes = [turn["text"] for turn in seen.calls[0].said("system")]
    reasons = [
        "detected" if "detected" in one else "requested" for one in notes if "call is" in one
    ]
    wanted = ["detected", *["requested"] * (len(_SPOKEN) - 1)]
    return None if reasons == wanted else f"the reasons are {reasons}"


MULTILINGUAL = Scenario(
    name="multilingual",
    title="a caller begins in Spanish, then asks for German, French, Portuguese and English",
    calls=(
        PlannedCall(
            agent=reception("Multilingual", languages=["en", "es", "fr", "de", "pt"]),
            script=(
                Joins(),
                Hears(),
                *(
                    act
                    for language, text in _SPOKEN
                    for act in (Says(text=text, language=language), Hears())
                ),
                Leaves(),
            ),
        ),
    ),
    checks=(
        Check(
            sentence="each turn of the caller has its language", instead=_written_in_its_language
        ),
        Check(
            sentence="the agent answers in the language it was spoken to in",
            instead=_answered_in_it,
        ),
        Check(sentence="the transcript notes every change, and no other", instead=_noted),
        Check(
            sentence="the first change is detected, the others are asked for", instead=_by_request
        ),
    ),
)
