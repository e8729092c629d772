"""What answering machines and telephone menus say, in five languages, and people about them."""

VOICEMAIL = r"""
START (please|just|so)? (leave|record) (me|us)? (a|your) (message|name)
(deja|deje|dejad) (me|nos)? (tu|su|un) (mensaje|recado)
(this is|sie sprechen mit|hier spricht) (the|dem|der|an) (automatic|automated|automatischer|
  automatischen)? (voicemail|mailbox|answering machine|anrufbeantworter|anrufbeantworters)
the (subscriber|customer|user|google subscriber) is (not available|unavailable|currently)
(we're|we are) not (home|in|here) (right now|at the moment)? [.,] ... leave
(leave|record) (me|us|him|her)? (a|your) (short|brief|detailed|name and|voice)? (message|name|
  number) ... (after|at|following) the (tone|beep|signal)
(after|at) the (tone|beep|signal) ,? please? (leave|record|speak)
please leave (me|us)? (a|your) (short|brief|detailed)? (message|name)
(leave|record) (me|us)? (a|your) message (and|after|at|with) (i|i'll|we|we'll|your|the)
(you've|you have) reached the? (voicemail|voice mail|voice mailbox|mailbox|answering machine|
  answerphone) (of|for)?
(you've|you have) reached ... (i'm|i am|we're|we are) (not|unable|currently|sorry|away)
(your call has been|has been) forwarded to (an|a|voice)? (automated|automatic)? (voice)?
  (message|voicemail|mail|messaging)
the (person|party|customer|subscriber|number|caller|mobile customer) (you|that you|who you) (are|
  have|were|'re|'ve)? (calling|called|dialed|dialled|trying to reach|trying to call) is (not
  available|unavailable|currently|busy|not in service|switched off|not reachable)
(i|we) (can't|cannot|can not|am unable to|are unable to) (come to|take|get to|answer) (the|your|
  my)? (phone|call) (right now|at the moment|at this time|just now)
(i'm|i am|we're|we are) (not available|unavailable|unable) (right now|at the moment|to take your
  call|to answer your call|to come to the phone)
(the|this) mailbox (is full|of|belonging|has not been set up)
(i'll|we'll|i will|we will) (get back to you|call you back|return your call) as soon as (i|we)
  (can|possible)
(deje|dejenos|deja|grabe|puede dejar) (su|un|tu|el) (mensaje|recado) (despues|tras|al|cuando|y|
  luego)
(despues|tras|al) (de|oir)? (la|el)? (senal|tono|pitido) ,? (deje|grabe|hable)?
(el|la) (numero|telefono|abonado|cliente|persona|usuario) (al|a|a la|a quien|con el)? que?
  (usted)? (ha)? (llama|llamado|marcado|marco|llamando) ... (no esta|se encuentra|esta apagado|no
  se encuentra)
(buzon de voz|contestador automatico) (de|del)?
(en este momento|ahora) (no puedo|no podemos|no estoy) (atender|atenderle|atenderte|contestar|
  disponible)
(laissez|veuillez laisser|merci de laisser|vous pouvez laisser|enregistrez) (moi|nous)? (un|
  votre) message ... (apres|et|au)?
apres le (bip|signal|bip sonore|signal sonore)
(vous etes|bienvenue) (bien)? sur (la|le|ma) (messagerie|repondeur|messagerie vocale|boite
  vocale) (de|du|vocale)?
(votre correspondant|le correspondant|la personne que vous ... ) (n'est pas|est) (disponible|
  joignable|actuellement|indisponible)
je (ne suis pas|suis) (disponible|absent|absente|indisponible) (pour le moment|actuellement|en ce
  moment)
(hinterlassen sie|sprechen sie|hinterlasst) (bitte|mir|uns)? (bitte)? (eine|ihre|eure)?
  (nachricht|kurze nachricht) ... (nach|auf|und)?
nach dem (signalton|ton|piepton|piep|signal)
(dies|das|hier) ist (die mailbox|der anrufbeantworter|die sprachbox|der automatische
  anrufbeantworter) (von|der)?
(der|die) (gewunschte|angerufene|gewahlte) (gesprachspartner|teilnehmer|rufnummer|person|
  anschluss) ... (ist|nicht)
(ich bin|wir sind) (im moment|gerade|zurzeit|momentan|derzeit) nicht (erreichbar|zu erreichen|da|
  zu hause)
(deixe|deixa|grave|pode deixar) (o seu|a sua|seu|sua|uma|um|o)? (mensagem|recado) (apos|depois|e|
  que)
(apos|depois do|depois de ouvir o|depois) (o|do)? (sinal|bip|tom)
(o numero|a pessoa|o telefone|o cliente|o assinante) ... (que voce)? ... (nao esta disponivel|
  esta desligado|fora da area|indisponivel|nao pode atender)
(sua chamada|a sua chamada|sua ligacao) ... (encaminhada|transferida) para (a)? (caixa|o correio)
(caixa postal|correio de voz|secretaria eletronica) (de|do|da)?
(no momento|agora) nao (posso|podemos) atender
"""

MENU = r"""
if you know your party's extension
(press|dial|push|select|hit|enter) (the)? (number|option|pound|hash|star|zero|one|two|three|four|
  five|six|seven|eight|nine|\d) (now|key|on your)? (for|to|if|and|or|,|.)
(for|to) ... ... ,? please? (press|dial|push) (zero|one|two|three|four|five|six|seven|eight|nine|
  \d|star|pound|hash)
(your|this) call (is|is very) important to us
(this|your) call (may|will|might) be (recorded|monitored)
(all|all of) (our|of our) (agents|representatives|operators|advisors|lines) are (currently|busy|
  presently)
(please)? (stay on|hold) the line ... (next|representative|agent|advisor|operator|available)
(please)? listen (carefully)? (to|as) (the|our) (following|menu) (options|have)
(to continue|to proceed) in english
(main menu|your estimated wait|you are (number)? \w+? in the queue)
(please)? (say|enter) (your|the) (account|phone|customer|order|membership) number (followed|now)
(pulse|marque|oprima|presione|digite) (el|la tecla)? (numero)? (cero|uno|dos|tres|cuatro|cinco|
  seis|siete|ocho|nueve|\d|asterisco|almohadilla|numeral) (para|si|.)?
para ... ... ,? (pulse|marque|oprima|presione|digite)
su llamada es (muy)? importante (para nosotros)?
(todos nuestros|nuestros) (agentes|operadores|asesores) (estan|se encuentran) ocupados
esta llamada (puede|podra|podria|sera) (ser)? grabada
(permanezca|mantengase|no cuelgue) (a la espera|en linea|en la linea)
(tapez|appuyez sur|faites le|composez le) (la touche|le)? (zero|un|deux|trois|quatre|cinq|six|
  sept|huit|neuf|\d|etoile|diese)
pour ... ... ,? (tapez|appuyez|faites le)
(votre appel est important|tous nos conseillers sont|tous nos operateurs sont|ne quittez pas un
  conseiller)
(cet appel|cette conversation) (est susceptible|peut) (d'etre|etre) (enregistre|enregistree)
(drucken|wahlen) sie (bitte)? (die)? (taste)? (null|eins|zwei|drei|vier|funf|sechs|sieben|acht|
  neun|\d|stern|raute)
fur ... ... ,? (drucken|wahlen|sagen) sie
(ihr anruf ist uns wichtig|alle unsere mitarbeiter|alle mitarbeiter sind|alle leitungen sind|sie
  werden gleich verbunden)
(dieses gesprach|das gesprach|dieser anruf) (kann|wird) ... aufgezeichnet
(digite|tecle|pressione|aperte|disque) (a tecla)? (o)? (numero)? (zero|um|dois|tres|quatro|cinco|
  seis|sete|oito|nove|\d|asterisco|jogo da velha)
para ... ... ,? (digite|tecle|pressione|aperte|disque)
sua (ligacao|chamada) e (muito)? importante (para nos)?
(todos os nossos|nossos) (atendentes|operadores|agentes) (estao|encontram)
esta (ligacao|chamada) (pode|podera|sera|esta sendo) (ser)? gravada
(aguarde|permaneca) na linha
"""

PEOPLE = r"""
(can|could|may|should|do|shall|must) (i|we|you) (please|just|also)? (leave|record|press|dial|
  take|pass) ...
(i'd|i would|i want|i wanted|i'll|i will|let me|i) (like|just|also|to|please)? (to)? (leave|left|
  record|press|pressed|dial|dialed)
(i|we|you|he|she|they) (got|heard|left|received|have|had|listened to|checked) (me|my|your|a|the|
  this|that) ...
(why|how|what|when|where) ... (press|dial|voicemail|mailbox|message|menu)
(puedo|podria|quiero|quisiera|tengo que|he|debo) (dejar|dejarle|marcar|pulsar|dejado) ...
(est ce que je peux|je peux|puis je|je voudrais|je dois|j'ai) (vous)? (laisser|laisse|taper|
  appuyer) ...
(kann|konnte|darf|soll|muss|mochte|habe) ich (ihnen|ihm|ihr|bitte)? (eine|die)? (nachricht|
  taste)? ...
(posso|poderia|quero|queria|devo|tenho que|eu) (deixar|deixei|digitar|apertar|teclar) ...
"""
"""What a person says about machines: no cue where one of these begins."""
