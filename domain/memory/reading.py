"""Reading a call by rules alone: cues in five languages, where no model reads it.

They find what is said in so many words, and nothing that has to be inferred; what they find is the
caller's own sentence. A model knows more; what both find is held against the transcript alike.
"""

from collections.abc import Callable, Mapping

from domain.insight.call_insight import Finding, Reading, Topic
from domain.insight.cues import Cues
from domain.lead import Lead
from domain.memory.keeping import may_be_written_down
from domain.memory.matter import matter
from domain.memory.promises import commitments
from domain.memory.sentences import Sentence, sentences
from domain.memory.summarising import summary_text
from domain.transcript import Role, Transcript
from domain.voice_session import CloseReason

MADE_BY = "rules/1"

_MONEY = (
    r"(\d+|hundred|thousand|million|grand|mil|cien\w*|mille|cents?|tausend|hundert|milhao|milhoes|"
    r"millones|millions?|reais|euros?|dollars?|pounds?|dolares|pesos|libras)"
)
_BUDGET = Cues.of(
    rf"""
(budget|spend|afford|pay up to|price range) ... ... {_MONEY}
{_MONEY} (is|was|would be) (my|our) (budget|limit|maximum)
(presupuesto|gastar|pagar hasta) ... ... {_MONEY}
(budget|depenser|payer jusqu'a) ... ... {_MONEY}
(budget|ausgeben|bis zu|hochstens) ... ... {_MONEY}
(orcamento|gastar|pagar ate) ... ... {_MONEY}
""",
    vetoes="(your|his|her|their) budget ...",
)
_TIMELINE = Cues.of(
    r"""
(by|before|until|within|in|next|this|the end of) (the)? (next|this|coming)? (\w+)? (week|month|year|
  quarter|monday|tuesday|wednesday|thursday|friday|saturday|sunday|weekend|summer|winter|spring|
  autumn|weeks|months|days|january|february|april|june|july|august|september|october|november|
  december)
(as soon as possible|asap|right away|tomorrow|no rush|no hurry)
(antes de|antes del|dentro de|en|para|el|la) ... (semana|semanas|mes|meses|ano|dias|lunes|
  martes|miercoles|jueves|viernes|sabado|domingo|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|
  octubre|noviembre|diciembre)
(cuanto antes|lo antes posible|manana|no hay prisa)
(avant|d'ici|dans|pour|le) ... (semaine|semaines|mois|annee|jours|lundi|mardi|mercredi|jeudi|
  vendredi|samedi|dimanche|janvier|fevrier|avril|juin|juillet|aout|septembre|octobre|novembre|
  decembre)
(des que possible|au plus vite|demain|rien ne presse)
(bis|vor|in|innerhalb|nachste\w*|kommende\w*|am|im) ... (woche|wochen|monat|monaten|monate|jahr|
  tagen|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|januar|februar|marz|april|juni|
  juli|august|september|oktober|november|dezember)
(so bald wie moglich|so schnell wie moglich|morgen|eilt nicht)
(antes de|dentro de|em|ate|na|no|para) ... (semana|semanas|mes|meses|ano|dias|segunda|terca|quarta|
  quinta|sexta|sabado|domingo|janeiro|fevereiro|marco|abril|maio|junho|julho|agosto|setembro|
  outubro|novembro|dezembro)
(o quanto antes|o mais rapido possivel|amanha|sem pressa)
""",
    vetoes=r"""
(on|in|since) (the)? last ...
good (morning|evening|day) ...
guten morgen
""",
)
_AGREES = Cues.of(
    r"""
(you|they) (can|may) (call|contact|email|text|write to|ring|phone) me
(feel free|happy for you) to (call|contact|email|text) me
(please|just) (call|email|text|contact|ring) me
(pueden|puede|puedes) (llamarme|contactarme|escribirme)
vous (pouvez|pourrez) (m'appeler|me rappeler|me contacter|m'ecrire)
(sie|ihr) (konnen|durfen|konnt) mich (gern|gerne|auch)? (anrufen|kontaktieren|erreichen)
(pode|podem) (me ligar|me contatar|ligar me|me chamar|entrar em contato)
""",
    vetoes="(don't|do not|never) (you)? ...",
)
_REFUSES = Cues.of(
    r"""
(don't|do not|never|please don't|stop) (call|calling|contact|contacting|email|emailing|text|
  texting|ring|ringing) (me|us)
(take|remove) me (off|from) (your|the) ... list
no (me)? (llamen|llame|contacten|escriban)
(ne|n') (m'appelez|me contactez|me rappelez|m'ecrivez) (pas|plus)
rufen sie (mich|uns) (bitte)? (nicht|nie)
nao (me)? (liguem|ligue|contatem|contate|escrevam)
"""
)
# Where both are heard in one sentence the refusal counts.
_CONSENT = (("refused", _REFUSES), ("agreed", _AGREES))


def read_by_rules(transcript: Transcript, lead: Lead | None, reason: CloseReason | None) -> Reading:
    """What was said in so many words; contact details and secrets are never repeated."""
    looks: Mapping[Topic, Callable[[Transcript], Finding | None]] = {
        Topic.INTENT: _intent,
        Topic.BUDGET: lambda call: _said(_BUDGET, call),
        Topic.TIMELINE: lambda call: _said(_TIMELINE, call),
        Topic.CONSENT: _consent,
        Topic.NEXT_STEP: _next_step,
    }
    findings = {topic: look(transcript) for topic, look in looks.items()}
    return Reading(
        summary=summary_text(transcript, lead, reason),
        made_by=MADE_BY,
        findings={topic: one for topic, one in findings.items() if one is not None},
    )


def _intent(transcript: Transcript) -> Finding | None:
    sentence = matter(transcript.turns)
    return _finding(sentence) if sentence else None


def _said(cues: Cues, transcript: Transcript) -> Finding | None:
    for sentence in _latest_first(transcript):
        if cues.first_quote(sentence.heard) and not sentence.is_question:
            found = _finding(sentence)
            if found is not None:
                return found
    return None


def _consent(transcript: Transcript) -> Finding | None:
    for sentence in _latest_first(transcript):
        for value, cues in _CONSENT:
            quote = cues.first_quote(sentence.heard)
            if quote:
                return Finding(value=value, turn_id=sentence.turn.id, quote=quote)
    return None


def _next_step(transcript: Transcript) -> Finding | None:
    promised = commitments(transcript.turns)
    if not promised:
        return None
    last = promised[-1]
    quote = last.text.removesuffix("…")
    return Finding(value=last.text, turn_id=last.turn_id, quote=quote)


def _finding(sentence: Sentence) -> Finding | None:
    if not may_be_written_down(sentence.text):
        return None
    return Finding(value=sentence.short, turn_id=sentence.turn.id, quote=sentence.text)


def _latest_first(transcript: Transcript) -> tuple[Sentence, ...]:
    return tuple(sentences(transcript.turns, Role.CALLER))[::-1]
