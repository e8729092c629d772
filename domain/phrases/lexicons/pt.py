"""Portuguese."""

from collections.abc import Mapping

from domain.phrases.phrase import Phrase

MINUTES = ("um minuto", "{minutes} minutos")

PHRASES: Mapping[Phrase, tuple[str, ...]] = {
    Phrase.SILENCE_PROMPT: (
        "Ainda está aí?",
        "Alô? Não estou conseguindo ouvir você.",
        "Continuo aqui, se precisar de mim. Consegue me ouvir?",
    ),
    Phrase.SILENCE_GOODBYE: (
        "Não estou mais ouvindo você, então vou desligar. Pode ligar de novo quando quiser. Tchau!",
    ),
    Phrase.TIME_WARNING: ("Só para avisar: temos mais ou menos {minutes} de ligação.",),
    Phrase.TIME_OVER: ("Desculpe, nosso tempo acabou e preciso desligar. Tchau!",),
    Phrase.WELCOME_BACK: ("Que bom que voltou! Vamos continuar de onde paramos.",),
    Phrase.LATE_JOINER: ("Olá, boas-vindas à chamada.", "Olá, {name}, boas-vindas à chamada."),
    Phrase.BRIDGE: ("Um momento, por favor, estou com um problema na conexão.",),
    Phrase.BRIDGE_BACK: ("Agradeço a espera, voltei. O que você disse por último?",),
    Phrase.TOOL_FILLER: (
        "Um momento, estou verificando.",
        "Deixe-me ver isso.",
        "Só um segundo, por favor.",
    ),
    Phrase.TOOL_STILL_WORKING: (
        "Está demorando um pouco mais, só mais um momento.",
        "Ainda estou vendo isso, agradeço a paciência.",
    ),
    Phrase.HANDOFF_TO_HUMAN: ("Vou passar você para um colega agora. Um momento, por favor.",),
    Phrase.HANDOFF_BACK: ("Voltei a falar com você. Como posso ajudar?",),
    Phrase.REDIRECT: (
        "Prefiro não entrar nesse assunto. Como posso ajudar com o motivo da sua ligação?",
        "Vamos voltar ao assunto, por favor. O que posso fazer por você?",
    ),
    Phrase.END_FOR_CONTENT: ("Não posso continuar esta conversa, então vou encerrar a ligação.",),
    Phrase.GOODBYE: ("Agradeço a ligação. Tchau!",),
    Phrase.VOICEMAIL_MESSAGE: (
        "Olá, eu queria falar com você. Tento de novo em outro momento. Tchau!",
        "Olá, aqui é {name}. Eu queria falar com você. Tento de novo em outro momento. Tchau!",
    ),
    Phrase.RECORDING_NOTICE: ("Antes de começar: esta ligação está sendo gravada.",),
    Phrase.RECORDING_CONSENT: ("Antes de começar: tudo bem se eu gravar esta ligação?",),
    Phrase.LANGUAGE_SWITCHED: ("Claro, vamos falar português.",),
    Phrase.LANGUAGE_REFUSED: ("Desculpe, não falo esse idioma. Podemos continuar em português?",),
    Phrase.CALL_FAILED: ("Desculpe, algo deu errado do nosso lado. Por favor, ligue mais tarde.",),
}
