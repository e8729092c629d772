"""Lines of callers with the events in them, looked at while the cue lists were written.

Codes: f frustration, c complaint, h asks for a human, x threatens to cancel, l legal threat,
p profanity, r has called before, s satisfaction; - none of them.
"""

KNOWN = """
f | This is ridiculous, I've been on hold for forty minutes.
f | nobody has called me back
f | I'm so fed up with this
f | Oh wonderful, another hour on hold.
f | You're not listening to me.
f | How many times do I have to repeat my number?
f | I am really disappointed with how this was handled
f | it's the worst service I ever had
fr | I've called four times already and nothing happens, this is a joke
c | I want to make a complaint about the technician.
c | I was charged twice for the same thing.
c | I want my money back.
c | take me off your list
h | Can I talk to a real person please?
h | Representative.
h | Let me speak to your supervisor
h | I don't want to talk to a machine, give me a human
h | is there anyone I could speak to
x | I'd like to cancel my subscription then
x | If that's so, I'll go to another provider.
x | close my account please
l | You'll be hearing from my lawyer.
l | I'm going to sue you guys
l | I will take this to court
p | what the fuck is wrong with you
p | This is bullshit.
r | This is the third time I'm calling about this.
r | I already spoke with somebody about that yesterday
s | That's perfect, thank you so much.
s | You've been very helpful
s | Great service, honestly.
s | I really appreciate your help
- | No complaints at all.
- | I don't need to speak to a human, you're fine.
- | It's not a problem.
- | ok
- | no problem
- | Yes please.
- | I'd like to cancel my appointment on Tuesday and book another one.
- | What's your cancellation policy?
- | My sister is a lawyer.
- | It's the first time I call.
- | Could you hold on a second?
- | I'd like to know what the premium plan costs.
- | My number is four one five five five five zero one three four.
- | I'm happy to wait.
- | that would be great if you could send it
- | She said the hotel was terrible.
- | I'm calling about the job for a sales representative
- | thanks
f | Esto es una vergüenza, llevo una hora esperando.
f | Estoy harto de esperar
f | nadie me ha devuelto la llamada
c | Quiero poner una reclamación.
c | me han cobrado dos veces
h | Quiero hablar con una persona.
h | páseme con un supervisor por favor
x | voy a darme de baja
x | Quiero cancelar mi contrato
l | Voy a llamar a mi abogado.
p | me cago en la puta
p | Vaya mierda de servicio
r | Es la tercera vez que llamo.
s | Perfecto, me ha ayudado muchísimo.
s | muy amable, excelente servicio
- | No quiero poner ninguna reclamación.
- | Quiero cancelar la cita del martes.
- | No hace falta que me pase con nadie.
- | Sí, claro.
- | Mi hermano es abogado.
- | Muchas gracias, adiós.
f | C'est inadmissible, ça fait une heure que j'attends.
f | j'en ai marre
f | personne ne m'a rappelé
c | Je voudrais faire une réclamation.
c | vous m'avez prélevé deux fois
h | Je veux parler à un conseiller.
h | passez-moi un être humain
x | je vais résilier mon abonnement
l | Je vais contacter mon avocat.
pf | putain mais c'est pas possible
p | C'est de la merde votre truc
r | C'est la troisième fois que j'appelle.
s | C'est parfait, merci beaucoup pour votre aide.
s | vous avez été très aimable
- | Je n'ai pas de réclamation.
- | Je voudrais annuler mon rendez-vous.
- | Oui, d'accord.
- | Ce n'est pas grave.
- | Je n'ai pas besoin de parler à quelqu'un.
f | Das ist doch unverschämt, ich warte seit einer Stunde.
f | Ich habe die Nase voll
f | niemand hat mich zurückgerufen
c | Ich möchte mich beschweren.
c | Sie haben mir zweimal Geld abgebucht
h | Kann ich mit einem Menschen sprechen?
h | geben Sie mir einen Mitarbeiter
x | Dann kündige ich eben meinen Vertrag.
l | Sie hören von meinem Anwalt.
p | So eine Scheiße
p | Verdammt nochmal
r | Ich rufe jetzt schon zum dritten Mal an.
s | Super, Sie haben mir sehr geholfen.
s | Das ist ja perfekt, vielen herzlichen Dank
- | Ich habe keine Beschwerden.
- | Ich möchte meinen Termin absagen.
- | Ja, genau.
- | Kein Problem.
- | Mein Mann ist Anwalt.
f | Isso é um absurdo, estou esperando há uma hora.
f | já estou cansado disso
f | ninguém me retornou
c | Quero fazer uma reclamação.
c | fui cobrado duas vezes
h | Quero falar com um atendente.
h | me passa para uma pessoa de verdade
x | vou cancelar minha assinatura
l | Vou processar vocês.
p | que porra é essa
p | Essa merda não funciona
r | É a terceira vez que eu ligo.
s | Perfeito, você me ajudou muito.
s | ótimo atendimento, parabéns
- | Não tenho nenhuma reclamação.
- | Quero cancelar minha consulta de terça.
- | Tá bom.
- | Sem problema.
- | Minha irmã é advogada.
f | look I really don't have time for this nonsense
f | you people are useless
f | I've been trying to sort this out since Monday and I'm losing my patience
f | why does nobody ever pick up the phone over there
f | honestly this has been a nightmare from start to finish
r | I rang you twice last week about the very same issue
c | this is not what I ordered and I expect a refund
c | I'd like to report a problem with one of your drivers, he was very rude
h | could you just put someone on the line who can actually help
h | I'd prefer to deal with a human being
h | operator!
x | fine, then I'm taking my business elsewhere
x | I don't want this service any more, please stop it
l | my solicitor will be in touch
l | you'll see me in court
p | oh for fuck's sake
p | shut up you stupid bitch
s | oh brilliant, that sorted it, cheers
s | you made my day
s | I'm very pleased with how quickly you sorted that
- | I work in a complaints department
- | could you speak a little louder please
- | what time do you close on Fridays
- | I was wondering whether you still have the blue one
- | I am tired today, sorry
- | can I bring my lawyer's letter to the appointment
- | no I'm not angry at all
- | he told me to call you about an invoice
- | do I talk to someone at the desk when I arrive
- | that's fine
- | my account is closed, isn't it
- | is the service good
f | qué falta de seriedad, siempre lo mismo con ustedes
f | estoy desesperada, no sé qué hacer
r | ya van tres veces que les llamo y nada
c | el paquete llegó roto y quiero que me devuelvan el dinero
h | ¿no hay ninguna persona que me pueda atender?
x | pues me cambio de compañía
l | les voy a poner una denuncia
p | son unos hijos de puta
s | qué bien, muchísimas gracias, me ha solucionado el problema
- | quería saber si tienen cita con el abogado el jueves
- | no, no estoy enfadado, tranquilo
- | mi hija quiere hablar con una amiga
f | franchement c'est du n'importe quoi
f | ça fait trois semaines que j'attends une réponse
h | il n'y a pas quelqu'un à qui je pourrais parler ?
c | mon colis est arrivé cassé, je veux être remboursée
x | je préfère arrêter mon contrat
l | on se verra au tribunal
p | fais chier, ça marche toujours pas
s | génial, vous me sauvez la vie
- | je voudrais fermer la porte du garage à distance
- | c'est bon pour moi
- | mon conseiller s'appelle Paul
f | das darf doch nicht wahr sein
f | seit drei Wochen meldet sich bei Ihnen kein Mensch
h | ich würde lieber mit einer richtigen Person reden
c | die Rechnung ist falsch, ich möchte mein Geld zurück
x | dann kündige ich halt
l | das geht jetzt an meinen Anwalt
p | so ein Scheißverein
s | wunderbar, da bin ich aber froh
- | ich möchte mit meinem Sohn zusammen kommen
- | wie lange ist die Kündigungsfrist
- | das ist nicht so schlimm
f | que demora, já faz duas horas que eu tô aqui esperando
f | vocês são uns incompetentes
h | tem como falar com um ser humano?
c | veio uma cobrança indevida na minha fatura
x | quero encerrar minha conta hoje
l | vou no Procon
p | que merda de atendimento
s | nossa, muito obrigada pela ajuda, resolveu tudo
- | qual é o horário de atendimento?
- | meu advogado mora na mesma rua
- | pode falar mais devagar?
f | I can't believe how long this is taking
f | this is driving me up the wall
f | you keep asking me the same question over and over
f | for heaven's sake, just answer me
r | I have called five times this week
c | your colleague hung up on me, that was really rude
c | I want to file a complaint against the store manager
h | can you transfer me to a representative please
h | agent
h | I'd like to talk with your boss
x | I want to cancel everything
x | please terminate the contract as of today
l | I will be contacting my attorney about this
l | we'll take legal action
p | this is a load of shit
s | thanks a million, you're a star
s | wow, that was quick, excellent
s | everything works now, I'm really happy
- | can I cancel the second bottle and keep the first
- | I'm calling to see if the manager position is still open
- | she is very upset about her dog
- | that's not bad
- | I never had a problem with you guys
- | how do I make a claim on my travel insurance
- | is it possible to get a refund if I don't like it
- | the human resources department please
f | ya no sé cómo decírselo, es increíble
f | llevo toda la mañana intentando contactar con ustedes
c | quería reclamar porque me llegó mal la factura
h | ¿me puede comunicar con un asesor?
x | quiero que me den de baja ahora mismo
p | coño, que no funciona
r | ayer ya hablé con una compañera suya
s | es usted un encanto, gracias de verdad
- | ¿hay que dar de baja el móvil antiguo?
- | no me quejo de nada
- | quiero hablar con usted sobre el precio
f | vous vous fichez du monde ou quoi
f | je suis très déçue de votre service
h | je peux parler à votre responsable ?
x | dans ce cas je me désabonne
r | c'est déjà la quatrième fois que je vous appelle cette semaine
c | on m'a facturé deux fois le même mois
s | merci mille fois, vous êtes adorable
- | je ne suis pas fâché
- | mon avocat m'attend, je rappelle plus tard
- | il y a un service après-vente ?
f | ich bin echt enttäuscht von Ihnen
f | das kann doch nicht Ihr Ernst sein
h | verbinden Sie mich bitte mit Ihrem Vorgesetzten
x | ich will meinen Vertrag kündigen
r | ich habe letzte Woche schon angerufen
c | ich will mich über den Fahrer beschweren
p | verdammte Scheiße
s | klasse, genau das wollte ich hören, danke
- | kann ich den Vertrag auch monatlich kündigen
- | mir ist es egal
- | ich bin nicht enttäuscht
f | olha, estou muito decepcionada com vocês
f | tô há dias tentando resolver isso
h | me transfere para o supervisor
x | quero cancelar tudo
r | já liguei três vezes essa semana
c | quero registrar uma reclamação contra a loja
p | vai se foder
s | adorei, muito obrigado mesmo
- | quero falar com você sobre o plano
- | não precisa cancelar nada
- | o atendente de ontem foi simpático
"""
