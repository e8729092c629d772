"""How callers allow and forbid, in five languages."""

from domain.insight.cues import Cues

NO_CALLS = Cues.of(
    r"""
(take|remove|delete|get|strike) (me|us|my number|our number|my name) (off|from|out of) (of)?
  (your|the|this|that|any|all)? (\w+)? (list|lists|database|system)
(stop|quit) (calling|phoning|ringing) (me|us|here|this number) END
(stop|quit) (calling|phoning|ringing) (me|us|here|this number) (again|all|at|every|now|on|please|so)
(don't|do not|never) (ever)? (call|phone|ring|contact) (me|us|here|this number)
  (again|any more|anymore|ever)
(don't|do not|never) (ever)? (call|phone|ring|contact) (me|us|here|this number) (please)? END
(don't|do not) want (to get|to receive)? (any)? (more)? (calls|phone calls)
no more (calls|phone calls)
(on|to) (your|the)? do not call (list|register|registry)
no (me|nos) (llame|llamen|llames|contacte|contacten) (mas|nunca|otra vez|de nuevo)
no (me|nos) (llame|llamen|llames) (por favor)? END
no (me|nos)? (vuelva|vuelvan|vuelvas) a (llamar|llamarme|llamarnos|contactar|contactarme)
(deje|dejen|deja) de (llamar|llamarme|llamarnos)
(quiteme|quitenme|quitame|saqueme|saquenme|borreme|borrenme|elimineme|eliminenme|
  deme de baja|denme de baja) ... (lista|listas|base)
(quite|quiten|saque|saquen|borre|borren|elimine|eliminen) mi (numero|nombre|telefono) ...
  (lista|listas|base)
no quiero (recibir)? (mas)? llamadas
(ne)? (m'appelez|nous appelez|me rappelez|me telephonez|me contactez) plus
(arretez|arrete|cessez) de (m'appeler|nous appeler|me telephoner|me contacter|me rappeler)
(retirez|enlevez|supprimez|rayez) (moi|mon numero|mon nom) (de|du|des) ...
  (liste|listes|fichier|fichiers|base)
je ne veux (plus|pas) (etre appele|etre appelee|d'appels?|recevoir d'appels?)
(rufen|ruft|kontaktieren) (sie)? (mich|uns|hier) (bitte)?
  (nicht mehr|nie wieder|nie mehr|niemals wieder)
(horen|hort) (sie)? (bitte)? auf (,)? (mich|uns) anzurufen
(streichen|nehmen|loschen|entfernen) sie (bitte)? (mich|uns|meine nummer|meinen namen) (bitte)?
  (von|aus) ... (liste|anrufliste|kartei|datenbank)
ich (mochte|will|wunsche) (keine (weiteren)? anrufe|nicht mehr angerufen)
nao (me)? (ligue|liguem|telefone|telefonem|contacte|contactem|contate|contatem)
  (mais|de novo|novamente|outra vez|nunca mais)
nao me (ligue|liguem|telefone|telefonem) (por favor)? END
(pare|parem|deixe|deixem) de (me)? (ligar|telefonar|contactar)
(tire|tirem|retire|retirem|remova|removam) (me|o meu numero|meu numero|o meu nome|meu nome)
  (da|de|das) ... (lista|listas|base)
me (tire|tirem|retire|retirem|remova|removam) (da|de|das) ... (lista|listas|base)
nao quero (mais)? (receber)? (mais)? (chamadas|ligacoes|telefonemas)
""",
    vetoes=r"""
(if|unless|because|why) (you|they|somebody|someone|nobody) ...
(you|they|he|she|people) (never|don't|do not)
(again|any more|anymore|ever|mas|mais|plus|mehr) (before|until|after|antes|hasta|ate|avant|vor)
""",
)

CALLS_AGAIN = Cues.of(
    r"""
(you|they) (can|may) (call|phone|ring) me again
put me back on (your|the) (\w+)? list
(puede|pueden|puedes) (volver a llamarme|llamarme otra vez|llamarme de nuevo)
vous pouvez (me rappeler|m'appeler) (a)? (nouveau|encore)
sie (durfen|konnen) mich (gerne)? wieder anrufen
(pode|podem) (voltar a me ligar|voltar a ligar me|me ligar de novo|ligar me de novo)
"""
)

NO_RECORDING = Cues.of(
    r"""
(don't|do not|stop) (record|recording|tape|taping) (me|us|it|this|that|my voice|the call|
  our call|the conversation|our conversation)
(don't|do not) want (to be|this to be|it to be|this call|you to|the call) (to be)?
  (recorded|record|taped)
(rather|prefer) (not be|not to be|you didn't|you did not|that you don't) (recorded|record|taped)
(don't|do not) (agree|consent) to ... (recorded|recording)
no (me|nos|la|lo)? (grabe|graben|grabes)
no (quiero|acepto|autorizo|doy permiso) ... (grabe|graben|grabar|grabado|grabada|grabacion)
(n'enregistrez|ne m'enregistrez|ne nous enregistrez) (pas|rien)
je (ne veux|ne souhaite|n'accepte) pas ... enregistr\w*
je refuse ... enregistr\w*
(zeichnen|nehmen) sie (mich|uns|das|es|dieses gesprach|das gesprach|den anruf) (bitte)? nicht auf
ich (mochte|will) nicht ... (aufgezeichnet|aufgenommen)
ich (mochte|will|wunsche) keine (aufzeichnung|aufnahme)
nao (me)? (grave|gravem)
nao (quero|aceito|autorizo) ... (grave|gravem|gravar|gravado|gravada|gravacao)
"""
)

RECORDING = Cues.of(
    r"""
you (can|may) record (me|us|it|this|that|the call|our call|the conversation)
i (agree|consent) to ... (recorded|recording)
(i'm|i am|it's|it is|that's) (ok|okay|fine|happy) (with)? (to)? (be|being|you)?
  (recorded|recording|record)
(puede|pueden|puedes) grabar (me|la|lo|esta|esto)?
(acepto|autorizo|doy permiso) ... (grabacion|grabar|graben)
vous pouvez (m'enregistrer|enregistrer)
(j'accepte|j'autorise|je suis d'accord) ... enregistr\w*
sie (durfen|konnen) (mich|uns|das|es|dieses gesprach|das gesprach|den anruf) (gerne)?
  (aufzeichnen|aufnehmen)
einverstanden ... (aufzeichnung|aufnahme|aufgezeichnet|aufgenommen)
(pode|podem) gravar
(aceito|autorizo|concordo) ... (gravacao|gravar|gravem)
""",
    vetoes="(no|not|don't|nao|nicht|ne|pas|if|unless|si|se|wenn) ...",
)

_ADVERTISING = (
    "(marketing|advertising|ads|adverts|offers|promotions|newsletters?|spam|publicidad|ofertas|"
    "promociones|boletin|publicites?|pub|offres|werbung|werbemails|angebote|publicidade|"
    "propaganda|promocoes)"
)

NO_MARKETING = Cues.of(
    rf"""
(don't|do not|stop|quit|never) (send|sending|email|emailing|text|texting) (me|us)?
  (any|any more|your|more)? (\w+)? {_ADVERTISING}
(don't|do not) want (to get|to receive)? (any|any more|your|more)? (\w+)? {_ADVERTISING}
no (more)? {_ADVERTISING} (please|for me)
unsubscribe (me|us)
no (quiero|deseo|me manden|me envien|me mande|me envie|manden|envien) (recibir)? (mas)? (\w+)?
  {_ADVERTISING}
je ne (veux|souhaite) (pas|plus) (recevoir)? (de|vos|d'autres)? (\w+)? {_ADVERTISING}
(ne m'envoyez|arretez de m'envoyer) (pas|plus)? (de|vos)? (\w+)? {_ADVERTISING}
(ich (will|mochte|wunsche)|schicken sie mir|senden sie mir) (bitte)? keine (weitere|weiteren|mehr)?
  {_ADVERTISING}
nao (quero|desejo|me mande|me mandem|me envie|me enviem|mande|envie|enviem) (receber)? (mais)?
  (\w+)? {_ADVERTISING}
"""
)

MARKETING = Cues.of(
    rf"""
you (can|may) (send|email|text) me (your|any|some|the|more)? (\w+)? {_ADVERTISING}
sign me up for (your|the|any)? (\w+)? {_ADVERTISING}
i (agree|consent) to (get|receive|getting|receiving)? (your)? (\w+)? {_ADVERTISING}
(puede|pueden|puedes) (mandarme|enviarme) (sus|las|los|su)? (\w+)? {_ADVERTISING}
acepto recibir (sus|su)? (\w+)? {_ADVERTISING}
vous pouvez m'envoyer (vos|des|votre)? (\w+)? {_ADVERTISING}
(j'accepte de|je veux bien|je suis d'accord pour) recevoir (vos|des|votre|la)? (\w+)? {_ADVERTISING}
sie (durfen|konnen) mir (gerne)? (ihre|ihren|den)? (\w+)? {_ADVERTISING} (schicken|senden|zusenden)
(pode|podem) (me)? (mandar|enviar|mandar me|enviar me) (as|os|suas|seus|a)? (\w+)? {_ADVERTISING}
aceito receber (as|suas|a)? (\w+)? {_ADVERTISING}
""",
    vetoes="(no|not|don't|nao|nicht|ne|pas|if|unless|si|se|wenn) ...",
)
