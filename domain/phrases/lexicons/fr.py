"""French."""

from collections.abc import Mapping

from domain.phrases.phrase import Phrase

MINUTES = ("une minute", "{minutes} minutes")

PHRASES: Mapping[Phrase, tuple[str, ...]] = {
    Phrase.SILENCE_PROMPT: (
        "Vous êtes toujours là ?",
        "Allô ? Je ne vous entends pas pour le moment.",
        "Je suis toujours là si vous avez besoin de moi. Vous m'entendez ?",
    ),
    Phrase.SILENCE_GOODBYE: (
        "Je ne vous entends plus, je vais donc raccrocher. N'hésitez pas à rappeler. Au revoir !",
    ),
    Phrase.TIME_WARNING: ("Je vous signale qu'il nous reste environ {minutes} d'appel.",),
    Phrase.TIME_OVER: ("Je regrette, le temps est écoulé et je dois raccrocher. Au revoir !",),
    Phrase.WELCOME_BACK: ("Re-bonjour ! Reprenons là où nous en étions.",),
    Phrase.LATE_JOINER: (
        "Bonjour et bienvenue dans l'appel.",
        "Bonjour {name}, bienvenue dans l'appel.",
    ),
    Phrase.BRIDGE: ("Un instant s'il vous plaît, j'ai un problème de connexion.",),
    Phrase.BRIDGE_BACK: ("Merci d'avoir patienté, me revoilà. Que disiez-vous en dernier ?",),
    Phrase.TOOL_FILLER: (
        "Un instant, je vérifie.",
        "Laissez-moi regarder ça.",
        "Donnez-moi une seconde, s'il vous plaît.",
    ),
    Phrase.TOOL_STILL_WORKING: (
        "C'est un peu plus long que prévu, encore un instant.",
        "J'y travaille toujours, merci de votre patience.",
    ),
    Phrase.HANDOFF_TO_HUMAN: (
        "Je vous passe tout de suite un collègue. Un instant, je vous prie.",
    ),
    Phrase.HANDOFF_BACK: ("Me revoilà avec vous. En quoi puis-je vous aider ?",),
    Phrase.REDIRECT: (
        "Je préfère ne pas entrer là-dedans. En quoi puis-je vous aider pour votre demande ?",
        "Restons sur le sujet, s'il vous plaît. Que puis-je faire pour vous ?",
    ),
    Phrase.END_FOR_CONTENT: (
        "Je ne peux pas poursuivre cette conversation, je mets donc fin à l'appel.",
    ),
    Phrase.GOODBYE: ("Merci de votre appel. Au revoir !",),
    Phrase.VOICEMAIL_MESSAGE: (
        "Bonjour, je souhaitais vous parler, je rappellerai plus tard. Au revoir !",
        "Bonjour, c'est {name}. Je souhaitais vous parler, je rappellerai plus tard. Au revoir !",
    ),
    Phrase.RECORDING_NOTICE: ("Avant de commencer : cet appel est enregistré.",),
    Phrase.RECORDING_CONSENT: (
        "Avant de commencer : êtes-vous d'accord pour que j'enregistre cet appel ?",
    ),
    Phrase.LANGUAGE_SWITCHED: ("Bien sûr, parlons français.",),
    Phrase.LANGUAGE_REFUSED: (
        "Je regrette, je ne parle pas cette langue. On peut continuer en français ?",
    ),
    Phrase.CALL_FAILED: (
        "Je regrette, il y a un problème de notre côté. Merci de rappeler plus tard.",
    ),
}
