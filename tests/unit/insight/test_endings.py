"""Farewells and machines, and what only looks like them."""

import pytest

from domain.insight.endings import Answerer, classify_answerer, is_farewell

FAREWELLS = """
Cheers, bye-bye
thanks goodbye and good luck
I'm going to hang up now
Goodnight.
Merci infiniment, passez une bonne journée
Okay super, dann bis nächste Woche, tschö
Valeu, falou
Muito obrigado pela ajuda, tenha uma boa tarde
Bye.
Bye bye!
Okay, goodbye.
That's all, thank you, goodbye.
that's all thank you goodbye
Great, thanks so much for your help, bye now.
I have to go now, bye!
No, that's everything. Have a nice day.
Alright, talk to you later.
See you tomorrow!
thank you very much have a great day
Perfect, speak soon, take care.
You too, goodbye
my daughter will call you then goodbye
Adiós.
Vale, muchas gracias, hasta luego.
eso es todo muchas gracias adiós
Nada más, gracias. Que tenga un buen día.
Bueno, nos vemos mañana. ¡Chao!
Hasta mañana, gracias.
Au revoir.
Merci beaucoup, au revoir madame.
D'accord, bonne journée !
C'est tout, merci, à bientôt.
non merci je vous laisse au revoir
Merci, bonne soirée à vous aussi.
Tschüss!
Alles klar, vielen Dank, auf Wiederhören.
Danke schön, schönen Tag noch.
das war's dann tschüss
Gut, bis morgen dann.
Ich wünsche Ihnen einen schönen Abend noch, auf Wiedersehen
Tchau!
Obrigado, até logo.
era só isso muito obrigada tchau tchau
Tenha um bom dia!
Então tá, até amanhã.
"""
NO_FAREWELLS = """
Our slogan is hello not goodbye
The store is called Ciao
How do you say au revoir
It's bye week in the league
Goodbye is what she said.
Say goodbye to my data.
She said goodbye.
I never got to say goodbye.
He hung up without a goodbye
Hello and welcome
Bye bye baby is the song I mean
Thank you.
That's all, thanks.
Bye? What do you mean, bye?
Have a good day at work is what I wish for.
I'd like to take care of my bill
Could you see me tomorrow
Can I see you tomorrow?
goodbye, oh wait, one more thing
I'll have a nice day out with my kids
By the way, is it open?
It was good.
Me dijo adiós.
No quiero decir adiós.
Hasta mañana tengo tiempo, ¿no?
Adiós a mi dinero, eso me temo.
Gracias.
Il m'a dit au revoir
Ce n'est pas un au revoir
À demain matin pour le rendez-vous, c'est possible ?
Merci.
Er hat Tschüss gesagt und dann kam nichts mehr
Bis morgen brauche ich das Ersatzteil
Guten Tag.
Danke, und was kostet das?
Ela disse tchau
Até logo é um bom nome para uma loja
Bom dia.
Obrigado.

"""
VOICEMAIL = """
Hello, we're not home, leave a message!
Hi it's Dave, leave me a message
Guten Tag, Sie sprechen mit dem Anrufbeantworter der Firma Huber
hola deja tu mensaje
Hi, you've reached Sarah. Please leave a message after the tone.
You have reached the voicemail of John. Leave your name and number at the beep.
The person you are calling is not available. At the tone, please record your message.
Your call has been forwarded to an automated voice messaging system.
Sorry I can't come to the phone right now. I'll get back to you as soon as I can.
Leave your message after the beep. When you are done, press 1 for more options.
The number you have dialed is not in service.
Ha llamado al buzón de voz de Ana. Deje su mensaje después de la señal.
El número al que usted ha llamado no está disponible en este momento.
En este momento no puedo atender. Después del tono deje su recado.
Bonjour, vous êtes bien sur la messagerie de Marie, laissez un message après le bip.
Je ne suis pas disponible pour le moment, merci de laisser un message.
Hier ist die Mailbox von Max. Bitte sprechen Sie nach dem Signalton.
Der gewünschte Gesprächspartner ist zurzeit nicht erreichbar.
Sie sind verbunden mit Familie Huber. Hinterlassen Sie bitte eine Nachricht nach dem Ton.
Sua chamada está sendo encaminhada para a caixa postal. Deixe seu recado após o sinal.
O número que você ligou não está disponível.
"""
MENUS = """
Welcome to City Bank. If you know your party's extension, please dial it now.
Thank you for calling Acme. For sales, press 1. For support, press 2.
To speak with billing please press three.
Your call is important to us. All our agents are currently busy.
This call may be recorded for quality purposes.
Please listen carefully as our menu options have changed.
Gracias por llamar. Para ventas, marque uno. Para soporte, marque dos.
Su llamada es muy importante para nosotros.
Bienvenue chez Acme. Pour le service client, tapez un.
Pour toute autre demande, appuyez sur la touche étoile.
Willkommen bei Acme. Für den Kundendienst drücken Sie bitte die Zwei.
Ihr Anruf ist uns wichtig. Alle Mitarbeiter sind im Gespräch.
Bem-vindo. Para falar com vendas, digite um.
Sua ligação é muito importante para nós. Aguarde na linha.
"""
PEOPLE = """
Thanks for calling Joe's Pizza, this is Joe.
You've reached Acme Dental, this is Kim, how can I help?
Hello?
Hi, this is Tom, who's calling?
Miller residence.
Yeah, what do you want?
Sorry, I'm not available on Tuesday.
Can I leave a message for Bob?
I got your voicemail yesterday.
Why did you leave a message?
Did I press the wrong button?
¿Diga?
¿Puedo dejar un mensaje?
Allô, oui, j'écoute.
Je peux laisser un message ?
Schmidt, guten Tag.
Kann ich eine Nachricht hinterlassen?
Alô, quem fala?
Posso deixar um recado?
"""


def lines(block: str) -> list[str]:
    return block.strip().splitlines()


@pytest.mark.parametrize("text", lines(FAREWELLS))
def test_a_caller_takes_leave(text: str) -> None:
    assert is_farewell(text)


@pytest.mark.parametrize("text", lines(NO_FAREWELLS))
def test_talk_about_leaving_and_courtesy_alone_are_no_farewell(text: str) -> None:
    assert not is_farewell(text)


def test_endless_courtesy_is_read_in_time() -> None:
    assert not is_farewell("bye " + "thank you so much " * 200 + "but one more question")


@pytest.mark.parametrize("text", lines(VOICEMAIL))
def test_a_mailbox_is_told_by_what_it_says(text: str) -> None:
    by = classify_answerer([text], seconds=9)
    assert by.answerer is Answerer.VOICEMAIL
    assert by.evidence
    assert by.evidence in text


@pytest.mark.parametrize("text", lines(MENUS))
def test_a_menu_is_told_by_what_it_offers(text: str) -> None:
    by = classify_answerer([text], seconds=9)
    assert by.answerer is Answerer.IVR
    assert by.evidence in text


@pytest.mark.parametrize("text", lines(PEOPLE))
def test_a_person_says_little_and_waits(text: str) -> None:
    assert classify_answerer([text], seconds=2).answerer is Answerer.HUMAN


def test_several_turns_without_a_machine_in_them_are_a_persons() -> None:
    turns = ["Yes this is the office of Doctor Brown how may I help you today please", "Hello?"]
    assert classify_answerer(turns, seconds=7).answerer is Answerer.HUMAN


@pytest.mark.parametrize("turns", [[], [""], ["la la la " * 20]])
def test_what_names_nobody_is_unknown(turns: list[str]) -> None:
    assert classify_answerer(turns, seconds=20).answerer is Answerer.UNKNOWN
