"""Spanish."""

from collections.abc import Mapping

from domain.phrases.phrase import Phrase

MINUTES = ("un minuto", "{minutes} minutos")

PHRASES: Mapping[Phrase, tuple[str, ...]] = {
    Phrase.SILENCE_PROMPT: (
        "¿Sigue usted ahí?",
        "¿Hola? Ahora mismo no le oigo.",
        "Sigo aquí, por si me necesita. ¿Me oye?",
    ),
    Phrase.SILENCE_GOODBYE: (
        "Ya no le oigo, así que voy a colgar. Puede volver a llamar cuando quiera. ¡Adiós!",
    ),
    Phrase.TIME_WARNING: ("Le aviso de que nos queda más o menos {minutes} de llamada.",),
    Phrase.TIME_OVER: ("Lo siento, se nos acabó el tiempo y tengo que colgar. ¡Adiós!",),
    Phrase.WELCOME_BACK: ("¡Hola de nuevo! Sigamos donde lo dejamos.",),
    Phrase.LATE_JOINER: (
        "Hola, le doy la bienvenida a la llamada.",
        "Hola, {name}, le doy la bienvenida a la llamada.",
    ),
    Phrase.BRIDGE: ("Un momento, por favor, tengo un problema con la conexión.",),
    Phrase.BRIDGE_BACK: ("Gracias por esperar, ya estoy aquí. ¿Qué fue lo último que dijo?",),
    Phrase.TOOL_FILLER: (
        "Un momento, lo estoy comprobando.",
        "Déjeme consultarlo.",
        "Deme un segundo, por favor.",
    ),
    Phrase.TOOL_STILL_WORKING: (
        "Está tardando un poco más, le ruego un momento.",
        "Sigo en ello, gracias por su paciencia.",
    ),
    Phrase.HANDOFF_TO_HUMAN: ("Ahora le paso con una persona del equipo. Un momento, por favor.",),
    Phrase.HANDOFF_BACK: ("Ya estoy otra vez con usted. ¿En qué puedo ayudarle?",),
    Phrase.REDIRECT: (
        "Prefiero no entrar en eso. ¿En qué puedo ayudarle con el motivo de su llamada?",
        "Volvamos al tema, por favor. ¿Qué puedo hacer por usted?",
    ),
    Phrase.END_FOR_CONTENT: ("No puedo seguir con esta conversación, así que voy a colgar.",),
    Phrase.GOODBYE: ("Gracias por llamar. ¡Adiós!",),
    Phrase.VOICEMAIL_MESSAGE: (
        "Hola, quería hablar con usted. Lo intentaré en otro momento. ¡Adiós!",
        "Hola, le llama {name}. Quería hablar con usted. Lo intentaré en otro momento. ¡Adiós!",
    ),
    Phrase.RECORDING_NOTICE: ("Antes de empezar: esta llamada se está grabando.",),
    Phrase.RECORDING_CONSENT: ("Antes de empezar: ¿le parece bien que grabe esta llamada?",),
    Phrase.LANGUAGE_SWITCHED: ("Claro, hablemos en español.",),
    Phrase.LANGUAGE_REFUSED: ("Lo siento, no hablo ese idioma. ¿Podemos seguir en español?",),
    Phrase.CALL_FAILED: (
        "Lo siento, algo ha fallado por nuestra parte. Por favor, llame más tarde.",
    ),
}
