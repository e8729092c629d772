"""Lines of callers written after the cue lists; no cue was added for them.

What they show is what new calls can expect. The codes are those of `mood_lines`.
"""

FRESH = """
f | I've had it up to here with your company
f | seriously, I've been passed around between five departments
f | it's been two weeks and I still haven't heard anything
r | I phoned you people on Monday about the same thing
c | I was promised a callback and a discount and got neither
c | I'd like to lodge a formal complaint
h | just let me talk to somebody in charge
h | can a human call me back
x | I think I'll end my membership
x | we're moving to a different provider next month
l | I'm seeking legal advice on this
p | you absolute asshole
s | thank you so much for sorting that out
s | you've been a tremendous help
- | do you have someone who can deliver on Sunday
- | I need to talk to my husband first
- | I lost my keys yesterday
- | the last service was in March
- | is there a fee for closing the window early
- | sorry, I'm a bit slow today
f | estoy muy molesta con la empresa
f | no hay manera de que me hagan caso
h | quisiera que me atienda una persona
x | quiero anular mi suscripción
l | mi abogado se pondrá en contacto con ustedes
c | me trataron fatal en la tienda
s | excelente atención, muchas gracias
- | estoy cansado del viaje, ¿podemos ir rápido?
- | quisiera saber el teléfono del juzgado
f | ça fait dix fois que je vous explique la même chose
f | c'est lamentable comme accueil
h | passez-moi votre supérieur
x | je veux clôturer mon compte
l | j'en parlerai à mon avocat
s | merci pour votre patience, c'est vraiment gentil
- | je voudrais parler de mon contrat
- | vous fermez à quelle heure ?
f | langsam reicht es mir
f | ich bin stinksauer
h | ich möchte bitte mit einem Mitarbeiter sprechen
x | ich möchte mein Abo kündigen
l | wir sehen uns vor Gericht
c | das Gerät kam kaputt an und keiner will es umtauschen
s | vielen Dank für Ihre Hilfe, das war super
- | ich möchte mit dem Zug fahren
- | meine Frau ist sauer auf mich
f | isso é uma palhaçada, ninguém resolve nada
h | quero falar com o gerente
x | quero encerrar o contrato
l | vou procurar um advogado
c | o técnico foi grosso comigo
s | excelente, você foi muito atencioso
- | queria saber o preço do plano básico
- | minha internet está lenta hoje
"""
