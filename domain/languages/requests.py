"""A caller who asks for another language: "¿habla español?", "auf Deutsch bitte"."""

import re

from domain.insight.cues import patterns
from domain.insight.heard import Heard
from domain.language import Language
from domain.languages.names import CODES

_NAME = "(?P<name>" + "|".join(sorted(map(re.escape, CODES), key=len, reverse=True)) + ")"
# Questions may come anywhere in what is said, but for a report of one: "she asked do you speak".
_ANYWHERE = "".join(
    rf"(?<!{word} )" for word in ("asked", "asked me", "ask", "wondering if", "if", "said")
)
# Other wishes begin a clause, or follow what people say before they come to the point. It keeps
# "mi esposa habla inglés" and "the office speaks German" apart from a request.
_CLAUSE_START = (
    r"(?:^|(?<=[.,] ))(?:(?:ok|okay|well|so|um|uh|oh|and|but|or|yes|no|yeah|hello|hi|hey|sorry|"
    r"excuse me|please|actually|good (?:morning|afternoon|evening)|then|"
    r"si|hola|perdon|perdone|disculpe|oiga|oye|por favor|pero|y|entonces|buenos dias|buenas|"
    r"oui|non|bonjour|allo|pardon|excusez moi|s'il vous plait|mais|et|alors|"
    r"ja|nein|hallo|guten tag|entschuldigung|bitte|aber|und|also|"
    r"sim|nao|ola|oi|alo|desculpe|desculpa|com licenca|mas|e|entao|bom dia|boa tarde) )*"
)
_QUESTIONS = """
(can|could|may|might|shall|should) (we|you|i|someone|somebody) (please|maybe|just)?
  (speak|talk|continue|switch|change|go on|carry on|do this|do it|do that|chat)
  (to me|with me|this|over)? back? (to|in)? {name}
(can|could|would) you please? (say|repeat|explain|tell me|help me) (that|it|this|with this)?
  again? please? in {name}
(do|does) (you|anyone|anybody|someone|somebody) (there|here)? (also|happen to)? speak any? {name}
(is|isn't) there (someone|somebody|anyone|anybody|a person) (there|here)? (who|that)?
  (speaks?|can speak|speaking) {name}
(i want|i need|i'd like|i would like) (you to|someone who|somebody who) (speaks?) (to me)?
  in? {name}
(habla usted|usted habla|ustedes hablan|hablan ustedes|alguien habla) {name}
(se puede|podemos|podriamos|puede|puedes|podria|podrias|puedo|quiero|quisiera|me gustaria|
  prefiero|preferiria|vamos a|necesito) usted?
  (hablar|hablarme|hablarle|seguir|continuar|cambiar|pasar|atenderme) conmigo? (en|a|al)? {name}
(hay|tiene|tienen) alguien ahi? que hable {name}
(parlez vous|est ce que vous parlez|est ce que quelqu'un parle|parles tu|
  y a t il quelqu'un qui parle) {name}
(on peut|peut on|on pourrait|pourrait on|vous pouvez|pouvez vous|pourriez vous|pouvons nous|
  pourrions nous|est ce qu'on peut|est ce qu'on pourrait|est ce que vous pouvez|je peux|
  je voudrais|je veux|j'aimerais|je prefere|je prefererais|je souhaite) me? bien?
  (parler|continuer|passer|poursuivre|repondre|changer) (avec vous)? (en|au|a)? (l'|){name}
(sprechen sie|sprichst du|sprecht ihr|spricht (da |hier |dort |bei ihnen |)(jemand|wer))
  (auch|vielleicht)? auf? {name}
(konnen|konnten|wollen|sollen|durfen) (wir|sie) das? (bitte|vielleicht)? (mit mir)?
  (auf|in|zu|ins)? {name}
(kann|konnte|darf) ich (bitte|vielleicht)? (mit ihnen)? auf? {name} (sprechen|reden|weitermachen)
(ich mochte|ich wurde|ich will) (gerne?|lieber|gern lieber)? bitte? auf? {name}
  (sprechen|reden|weitermachen)
(ich mochte|ich wurde|ich will) ,? (?!nicht|nie|kein)[a-z]+ bitte? auf {name}
  (sprechen|reden|weitermachen|weitersprechen|weiterreden)
(gibt es|haben sie) (bei ihnen|da)? jemanden ,? der {name}
(voce fala|o senhor fala|a senhora fala|alguem ai fala|alguem fala) {name}
(podemos|podiamos|poderiamos|pode|podia|poderia|posso|da para|da pra|vamos|quero|queria|
  gostaria de|prefiro|preferia) (falar|conversar|continuar|mudar|passar|atender) comigo?
  (em|para o|para|pro)? {name}
(tem|ha) alguem ai? que (fale|fala) {name}
(possiamo parlare|puo parlare|spreekt u|spreek je|mowi pan|mowi pani) (in|po)? {name}
"""
_WISHES = """
(let's|let us|we can|you can)? (just|please)?
  (speak|talk|switch|change|continue|go on|answer|reply|respond) (to me|with me)? back?
  (to|in)? {name}
(i'd|i would|i want to|i need to|i'd like to|i would like to) really? (rather|prefer to|prefer)?
  (speak|talk|continue|have this|do this) (to someone)? in? {name}
(i'd|i would|i) much? prefer {name}
i can? only speak {name}
tu? (habla|hablas|hablan|hablais) aqui? (en|algo de)? {name}
(hable|hableme|hablame|hablemos|sigamos|seguimos|continuemos|cambiemos|cambie|pasemos) conmigo?
  (en|a|al)? {name}
yo? (prefiero|preferiria|solo hablo|solamente hablo) el? {name}
(vous parlez|tu parles|quelqu'un parle) {name}
(parlons|parlez|continuons|continuez|passons|passez|repondez) moi? (en|au|a)? (l'|){name}
je ne? parle (que|seulement) {name}
je (prefere|prefererais) le? (l'|){name}
bitte? (sprechen|reden|wechseln|antworten|lassen|machen) (sie|wir)? uns? (bitte|doch|lieber)?
  (mit mir)? (auf|zu|ins)? {name}
ich spreche leider? nur {name}
(voces?|ai)? (fala|falas|falam) ai? em? {name}
(fale|falemos|continue|continuemos|mude|mudemos|responda) comigo? (em|para o|para)? {name}
eu? (prefiro|so falo) o? {name}
(parla|parli|parlate) in? {name}
(please|bitte)? (in|en|auf|em) {name} (now|instead)?
  (please|bitte|por favor|s'il vous plait|svp)? END
{name} ,? (please|bitte|por favor|s'il vous plait|svp|prego|alstublieft) END
"""
_ALL = tuple(
    re.compile(r"(?<!\w)" + start + pattern.replace("{name}", _NAME))
    for start, block in ((_ANYWHERE, _QUESTIONS), (_CLAUSE_START, _WISHES))
    for pattern in patterns(block)
)


def requested_language(text: str) -> Language | None:
    """The language *text* asks to be spoken, the last one if it asks twice; None if it does not.

    Requests are understood in five languages, whichever is being spoken, and name about thirty.
    """
    line = Heard.of(text).line
    found = [match for pattern in _ALL for match in pattern.finditer(line)]
    if not found:
        return None
    last = max(found, key=lambda match: match.start("name"))
    return CODES[last["name"]]
