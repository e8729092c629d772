"""What is to happen after the call: promised by the agent, or asked for by the caller."""

from collections.abc import Sequence

from domain.insight.cues import Cues
from domain.insight.heard import Heard
from domain.memory.call_summary import Commitment
from domain.memory.keeping import may_be_written_down
from domain.memory.sentences import Sentence, sentences
from domain.transcript import Role, Turn

_AT_MOST = 4

_PROMISES = Cues.of(
    r"""
(i'll|we'll|they'll|(i|we) (will|shall)|(i am|we are|i'm|we're) going to|
  (someone|somebody|colleague|manager|team|doctor|office|they|she|he) (will|is going to)) ...
  (call|ring|phone|text|email|write|send|contact|get back|be in touch|get in touch|follow up|
  let you know|reach out|come back to)
(i'll|we'll|(i|we) will) ... e mail
(you'll|you will|you can) (receive|get|hear from|expect) ...
(i'll|we'll|(i|we) (will|shall)) (make sure|get someone|have someone|post|forward|
  put you down|pass it on|pass this on|arrange) ...
(will|going to) (call|ring|phone|text|email|contact|write to|get back to|reach out to) you
(te|le|les|os|la|lo|se|nos|ya)? (volvere|volveremos|volvera|volveran) a (llamar\w*|contactar\w*)
(llamare|llamaremos|llamara|llamaran|telefoneara|escribire|escribiremos|escribira|enviare|enviaremos|
  enviara|mandare|mandaremos|contactare|contactaremos|contactara|devolveremos|devolvere|
  avisare|avisaremos|avisara|recibira|pondre en contacto|pondremos en contacto)
(pondra|pondran|pondremos|pondre) en contacto
(haremos|hare|hara) llegar
(nos)? (comunicaremos|comunicare|comunicara) con
espere (nuestra|mi|la) llamada
(te|le|les|os|lo|la) (llamo|llamamos|aviso|avisamos|mando|mandamos|envio|enviamos|escribo|
  escribimos)
(voy|vamos|va|van) a (llamar\w*|enviar\w*|mandar\w*|escribir\w*|contactar\w*|avisar\w*)
(je|on|nous|il|elle|collegue|quelqu'un|equipe) (vous|te|l'|les) (rappelle\w*|rappelons|
  rappellerons|appellera\w*|appellerons|enverra\w*|enverrons|envoie|recontacte\w*|
  contactera\w*|contacterons|ecrira\w*|ecrirons|tiens au courant|tiendra\w*|tiendrons)
(je|on|nous) (vous|te) (fais|fait|faisons|ferai|fera|ferons) parvenir
(nous|on) vous (envoyons|contactons|recontactons|prevenons|tenons)
(je|on|nous) (demande|demandons|demanderai) ... de vous (rappeler|appeler|contacter)
(vais|allons|va) (vous|te) (rappeler|appeler|envoyer|contacter|recontacter|ecrire)
(vous|te) (rappellera|recontactera|contactera|appellera|ecrira|enverra|ferai signe|fera signe)
vous recevrez
(reviendrai|reviendra|reviendrons|reviens|revenons|revient) vers vous
(rufe|rufen|ruft) (ich|wir|sie|dich|ihnen|jemand)? (ich|sie|wir|dich)? ... (zuruck|an)
(melde|melden|meldet) (mich|uns|sich|wir|ich) ...
(schicke|schicken|sende|senden|schreibe|schreiben) (ich|wir|ihnen|dir)? ... (ihnen|dir|zu)
(ich|wir|kollege|kollegin|jemand) (schicke|schicken|sende|senden|schreibe|schreiben|schickt|
  sendet) (ihnen|dir)
(gebe|geben|gibt) (ihnen|dir) ... bescheid
(lasse|lassen) (ihnen|dir) ... zukommen
(komme|kommen|kommt) ... auf (sie|dich) zu
(informiere|informieren|benachrichtige|benachrichtigen) (sie|dich|wir|ich)
(sie|dich) (anrufen|zuruckrufen|kontaktieren) (soll|wird|werden)
sie (bekommen|erhalten|horen von)
(werde|werden|wird) ... (anrufen|zuruckrufen|melden|schicken|senden|zuschicken|schreiben|
  kontaktieren|informieren)
(ligarei|ligaremos|ligara|retornarei|retornaremos|enviarei|enviaremos|enviara|mandarei|
  mandaremos|escreverei|escreveremos|entrarei em contato|entraremos em (contato|contacto)|
  contactaremos|avisarei|avisaremos|recebera)
aguarde (a nossa|nossa|a minha|minha|a) (ligacao|chamada)
vou pedir ... (ligar|ligue|enviar|contatar|contactar)
(entrara|entrarao|entraremos|entrarei|entramos|entro) em (contato|contacto)
(eu|nos|gente) (te|lhe|o|a)? (aviso|avisamos|avisa|ligo|ligamos|liga|mando|mandamos|envio|enviamos)
(vou|vamos|vai|vao) (lhe|te|voce)? (ligar|enviar|mandar|retornar|escrever|contatar|contactar|
  entrar em contato|entrar em contacto)
""",
    vetoes="(le|te|lo|la) (llamo|llamamos) (por|porque|para|desde)",
)
_WISHES = Cues.of(
    r"""
(call|ring|phone) me (back|on|at|tomorrow|today|next|in|after|before|later|again|this|when|
  between|tonight|please)
(text|email|write to|contact|get back to) me
e mail me
send (me|it to me|that to me|us)
(give|giving) me a (call|ring|call back)
(llameme|llamame|llamenme|devuelvame|devuelvanme|enviame|envieme|envienme|mandeme|mandame|
  escribame|escribanme|avisame|aviseme)
(que)? me (llame|llamen|envie|envien|mande|manden|escriba|escriban|avise|avisen)
(puede|pueden|podria|podrian|podeis)? (llamarme|enviarme|mandarme|escribirme|avisarme)
(me)? (puede|pueden|podria|podrian) (llamar|enviar|mandar|escribir|avisar)
(rappelez|appelez|envoyez|ecrivez|recontactez|contactez) moi
me (rappeler|recontacter|contacter|renvoyer|ecrire)
(m'appeler|m'envoyer|m'ecrire|qu'on me rappelle|que vous me rappeliez)
(rufen|ruft|ruf) (sie|ihr)? mich ... (an|zuruck)
mich ... (anrufen|anzurufen|zuruckrufen|zuruckzurufen|kontaktieren|informieren)
(schicken|senden|schreiben) sie mir
mir ... (schicken|senden|zuschicken|schreiben)
melden sie sich
(me ligue|me liguem|me liga|ligue me|liguem me|ligue para mim|me ligar|ligar me|ligar para mim|
  me retorne|me retornem|me envie|envie me|me enviem|me enviar|enviar me|me mande|mande me|
  me mandar|me escreva|escreva me|me avise|me avisem)
"""
)
_REFUSALS = Cues.of(
    r"""
(don't|do not|not|never|won't|cannot|can't|didn't|no need)
(nunca|jamas|tampoco)
no (me|te|le|se|hace|quiero|puede|pueden|llame\w*|envie\w*)
(ne|n'\w+|pas|jamais)
(nicht|nie|kein\w*)
(nao|nem)
"""
)
_OFFERS = Cues.of(
    r"""
(if|unless|whether|once you|when you|in case)
START (si|wenn|falls|se|caso)
(si (quiere|desea|usted|vous|le)|wenn sie|falls sie|se (quiser|preferir|voce))
"""
)
_SETTLED = Cues.of(
    r"""
(that's|it's|that is|it is|that has|it has|that's all)? (been)? (sorted out|sorted|settled|
  resolved|taken care of)
you (already)? (called|rang) me back
(already|i've|i have) ... (got|received) (your|the) (call|email|message|letter|documents?)
(ya)? (esta|quedo|fue) (resuelto|solucionado|arreglado)
ya me (llamaron|llamo|enviaron|escribieron)
(c'est|ca a ete) (regle|resolu|arrange)
(vous m'avez|on m'a) deja ... (rappele|contacte|envoye)
(hat sich|ist|wurde) (schon|bereits|inzwischen)? (erledigt|geklart|gelost)
(haben|hat|wurde) (mich|sie mich)? (schon|bereits) ... (angerufen|zuruckgerufen|kontaktiert)
(ja)? (esta|foi|ficou) (resolvido|solucionado)
ja me (ligaram|ligou|enviaram|retornaram)
""",
    vetoes="""
(not|never|isn't|hasn't|nobody|no one|no|pas|nicht|noch nicht|nao|nunca) ... (sorted out|sorted|
  settled|resolved|taken care of|resuelto|solucionado|arreglado|regle|resolu|arrange|erledigt|
  geklart|gelost|resolvido)
""",
)


def commitments(
    turns: Sequence[Turn], *, before: Sequence[Commitment] = (), at_most: int = _AT_MOST
) -> tuple[Commitment, ...]:
    """What is to happen after the call, each once, the last ones in the order they were said.

    Questions, offers and refusals are no promises; a caller who refuses to be called or written to
    takes back what they asked for before, and what was promised before. *before* is what was found
    in earlier turns.
    """
    found = {Heard.of(one.text).plain: one for one in before}
    for sentence in _in_order(turns):
        if _revokes(sentence):
            found.clear()
        elif _is_promise(sentence) and may_be_written_down(sentence.text):
            found[sentence.heard.plain] = Commitment(
                text=sentence.short, said_by=sentence.turn.role, turn_id=sentence.turn.id
            )
    return tuple(found.values())[-at_most:]


def are_settled(turns: Sequence[Turn]) -> bool:
    """Whether the caller says that what was open is done."""
    return any(_has(_SETTLED, sentence) for sentence in sentences(turns, Role.CALLER))


def _in_order(turns: Sequence[Turn]) -> list[Sentence]:
    return [
        sentence
        for turn in turns
        if turn.role in {Role.AGENT, Role.CALLER}
        for sentence in sentences((turn,), turn.role)
    ]


def _is_promise(sentence: Sentence) -> bool:
    if _has(_REFUSALS, sentence):
        return False
    if sentence.turn.role is Role.CALLER:
        return _has(_WISHES, sentence)
    asks = sentence.is_question or _has(_OFFERS, sentence)
    return _has(_PROMISES, sentence) and not asks


def _revokes(sentence: Sentence) -> bool:
    by_caller = sentence.turn.role is Role.CALLER
    return by_caller and _has(_WISHES, sentence) and _has(_REFUSALS, sentence)


def _has(cues: Cues, sentence: Sentence) -> bool:
    return next(cues.find(sentence.heard), None) is not None
