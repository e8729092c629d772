"""Calls to an agent of five languages, written for the evaluation: what the caller says.

`starts` is the language the agent begins in, `speaks` the caller's. Where a caller changes the
language, the turns after `>>` are in the one named there.
"""

from collections.abc import Iterator
from dataclasses import dataclass

_CALLS = """
en en | Hi, good morning. | I'd like to know what the premium plan costs. | Sarah Miller. | yes
en en | hello | it's about my invoice from last month | no | ok | four one five five five zero
en en | My name is Juan Carlos Rodríguez. | I live on Calle Mayor in Los Angeles. | Sí. I mean, yes.
en en | I booked two nights at the Hotel Belle Époque. | Croissants are not included, right? | merci
en en | Can you spell that? | S, A, N, T, O, S | sarah dot miller at gmail dot com | that's right
en en | No, no, no. | Mamma mia! | I was told someone would call me back. | ok bye
en en | Volkswagen Passat | It's a rental from Frankfurt airport. | Like the yogurt. | yes
en en | si | si si | no | I said see, the letter C. | okay
en es | Hola, buenos días. | Quería preguntar por el precio del plan básico. | Sí. | Muchas gracias.
en es | si | no entiendo nada de lo que dice | quiero cancelar mi cita del martes | vale
en es | Buenas tardes. | Llamo por un pedido. | ana punto lopez arroba gmail punto com | Correcto.
en fr | Bonjour. | Je voudrais prendre rendez-vous pour la semaine prochaine. | Oui. | Merci.
en fr | Allô ? | C'est au sujet de ma facture. | Je n'ai pas compris la question. | non
en fr | Oui bonjour, je vous appelle parce que mon colis n'est pas arrivé. | Dupont. | zéro six
en de | Guten Tag. | Ich habe eine Frage zu meiner Rechnung. | Ja. | Nein, das stimmt nicht.
en de | Hallo? | Mein Internet geht seit gestern nicht mehr. | Schmidt. | ja genau
en de | Moin! | Bin ich da richtig bei der Werkstatt? | Das Auto macht komische Geräusche. | okay
en pt | Bom dia. | Eu queria saber quanto custa o plano familiar. | Sim. | Está bem, obrigado.
en pt | Alô? | Não consigo entrar na minha conta. | Meu telefone é onze nove oito sete. | isso
en pt | Oi, tudo bem? | Preciso remarcar a consulta da minha filha. | João. | não
es es | Hola. | ¿Me puede decir a qué hora abren mañana? | John Smith. | ok | sí, gracias
es es | Trabajo en Software Solutions Limited. | Mi jefe se llama Peter. | sí | no
es en | Hello, is anybody there? | I don't understand what you are saying. | yes | English
es en | Um, hi. | I'm calling about the apartment on Fifth Street. | no thanks | bye
fr fr | Bonjour. | Je travaille chez Microsoft, dans le marketing. | ok | c'est parfait
fr de | Hallo, ich möchte gern einen Tisch für vier Personen reservieren. | ja | um acht | danke
fr en | Hello. | Sorry, my French is terrible, could somebody help me? | thanks | ok
de de | Hallo. | Ich wollte das Meeting canceln, das Update kam zu spät. | ja | cool, danke
de de | Mein Name ist Pierre Dubois. | Ich rufe wegen der Wohnung an. | oui, äh, ja | tschüss
de es | Hola, ¿me escucha? | Se me ha estropeado la lavadora y necesito un técnico. | sí | gracias
pt pt | Olá. | Queria falar com o departamento de marketing, por favor. | sim | ok
pt es | Hola. | Necesito hablar con el dueño del restaurante. | sí | no, gracias
pt pt | Eu moro em Lisboa, perto do El Corte Inglés. | não | obrigada | tchau
en en | It's for my mother, she has an old phone. >> es | Espere, se la paso. | Soy la madre, \
dígame qué necesita usted. | Sí. >> en | Hi, it's me again, so what did she say? | I see, great.
en en | Let me ask my husband about it. >> de | Schatz, wann kommt der Techniker nochmal? | \
Donnerstag. | Ja, er kommt am Donnerstag um zehn Uhr. >> en | Thursday at ten would work for us.
"""


@dataclass(frozen=True)
class SpokenCall:
    """What the caller says, and in which language each turn is."""

    starts: str
    turns: tuple[tuple[str, str], ...]


def calls() -> Iterator[SpokenCall]:
    """Every call of the evaluation."""
    for line in _CALLS.strip().splitlines():
        languages, *parts = line.split("|")
        starts, speaks = languages.split()
        turns: list[tuple[str, str]] = []
        for part in parts:
            text, _, changed = part.partition(">>")
            turns.append((text.strip(), speaks))
            speaks = changed.strip() or speaks
        yield SpokenCall(starts, tuple(turns))
