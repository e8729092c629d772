"""What callers ask for, prefer, and do not want."""

from collections.abc import Iterator, Sequence

from domain.insight.cues import Cues
from domain.memory.sentences import Sentence, sentences
from domain.transcript import Role, Turn

_FEWEST_WORDS = 4

_REQUESTS = Cues.of(
    r"""
(i'd like|i would like|i want|i need|i wanna|i wish|i'm looking for|i am looking for|
  i'm hoping|i was wondering|i'm wondering)
(i'm|i am) (after|interested in)
(i|we) wanted to (ask|know|check|see|book|order|change|cancel)
(can|could) (someone|somebody|anyone|anybody)
(my|our|the) \w+ (\w+)? (stopped|broke|is broken|isn't|doesn't|won't|has stopped|is not)
(i'm|i am|i was) (calling|phoning|ringing) (about|because|to|for|regarding|with)
(can|could|would|will) (you|i|we)
do you (have|offer|know|sell|do|take|accept)
(is|would) it (be)? possible
(i have|i've got) (a|an|another) ... (question|problem|issue|complaint|request)
please (help|tell|check|book|cancel|change|move|explain|find|give)
(how (do|can|much|long|many)|what (is|are|time|do)|when (do|can|is|are|will)|
  where (is|are|do|can)|what's)
(quiero|quisiera|querria|queria|necesito|busco|me gustaria|me interesa)
(llamo|estoy llamando) (para|por|porque|sobre|de)
(podria|podrian|puede|pueden|puedo|podemos|tienen|tiene) ...
estoy interesad\w+
se (me|nos) (ha|han) ...
tengo (una|un) (pregunta|problema|duda|queja|consulta)
(cuanto|cuando|donde|como puedo|a que hora|cual es)
(je voudrais|je veux|j'aimerais|j'ai besoin|je souhaite|je cherche|je souhaiterais)
(j'appelle|je vous appelle|j'appelais) (pour|parce|au sujet|a propos|concernant)
(pouvez vous|pourriez vous|puis je|est ce que (vous|je|c'est)|je peux|avez vous|peut on)
(il me faut|il nous faut|je voulais (savoir|demander)|je suis interesse\w*|c'est (pour|au sujet))
vous (pouvez|pourriez) ...
j'ai une? (question|probleme|reclamation|demande)
(combien|quand|a quelle heure|quel est|quelle est)
(ich mochte|ich hatte gern\w*|ich will|ich brauche|ich suche|ich wurde gern\w*)
ich rufe (an|wegen)
(konnen|konnten|kann|konnte|darf|haben) (sie|ich|wir)
es geht um
ich (wollte|will) (fragen|wissen|nur)
ich interessiere mich
ich habe (eine|ein) (frage|problem|beschwerde|anliegen)
(wieviel|wie viel|wann|wo|um wie viel uhr|was kostet)
(quero|queria|gostaria|preciso|procuro|eu quero|eu preciso)
(estou ligando|estou a ligar|ligo) (para|por|porque|sobre)
(pode|poderia|podem|posso|poderiam|voces tem|tem) ...
tenho interesse
tenho uma? (pergunta|problema|duvida|reclamacao)
(quanto|quando|onde|como posso|a que horas|qual e)
""",
    vetoes=r"""
(can|could) you (hear|repeat|say that|spell|speak)
(what|how) (did|was|were) ...
(puede|podria) (repetir|hablar)
(pouvez|pourriez) vous (repeter|parler)
vous (pouvez|pourriez) (repeter|parler)
(konnen|konnten) sie (das)? (wiederholen|sprechen)
(pode|poderia) (repetir|falar)
""",
)
_PREFERENCES = Cues.of(
    r"""
(i|i'd|i would|we) (always|usually)? prefer
(i'd|i would) rather
(prefiero|preferimos|preferiria)
(je prefere|je prefererais|nous preferons)
(ich bevorzuge|ich hatte lieber|mir ware ... lieber|ich mochte lieber)
(prefiro|eu preferiria|preferimos)
"""
)
_FORGET_ME = Cues.of(
    r"""
(don't|do not|please don't) (remember|store|save|keep|record) (me|my|this call|anything|any) ...
(delete|erase|remove) (all|everything)? (of)? my (data|information|details)
no (guarde|guarden|almacenen|recuerden) (mis|nada) ...
(borre|borren|elimine|eliminen) (todos)? mis datos
(ne|n') (gardez|enregistrez|conservez) (pas|rien) ...
(effacez|supprimez) (toutes)? mes (donnees|informations)
speichern sie (meine|nichts) ... (nicht|von mir)
(loschen|loscht) sie (alle)? meine daten
nao (guarde|guardem|salve|armazenem) (os meus|meus|nada|os) ...
(apague|apaguem|exclua) (todos)? (os)? meus dados
""",
    vetoes="i (do not|don't|can't|cannot) ...",
)


def requests(turns: Sequence[Turn]) -> Iterator[Sentence]:
    """Sentences in which the caller asks for something, in order; short ones say too little."""
    for sentence in sentences(turns, Role.CALLER):
        long_enough = len(sentence.heard.words) >= _FEWEST_WORDS
        if long_enough and next(_REQUESTS.find(sentence.heard), None) is not None:
            yield sentence


def preferences(turns: Sequence[Turn]) -> Iterator[Sentence]:
    """Sentences in which the caller says what they would rather have."""
    for sentence in sentences(turns, Role.CALLER):
        if next(_PREFERENCES.find(sentence.heard), None) is not None:
            yield sentence


def refuses_memory(turns: Sequence[Turn]) -> bool:
    """Whether the caller does not want to be remembered."""
    spoken = sentences(turns, Role.CALLER)
    return any(next(_FORGET_ME.find(one.heard), None) is not None for one in spoken)
