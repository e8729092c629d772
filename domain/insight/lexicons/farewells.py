"""How people take their leave, in five languages."""

PLAIN = r"""
(goodbye|good bye|bye|bye bye|bye now)
(adios|chao|chau)
au revoir
auf? (wiederhoren|wiederhoeren|wiedersehen|wiederschauen)
(tschuss|tschuess|tscho|tschussi|tschau|ciao|ciao ciao|arrivederci)
(tchau|tchau tchau|xau|adeus)
"""
"""Words that hardly mean anything else."""

POLITE = r"""
see (you|ya) (later|soon|tomorrow|then|around|next week|next time|there)?
(talk|speak) (to|with)? you? (later|soon|tomorrow|again soon)
(you)? have a (nice|good|great|lovely|wonderful) (day|one|evening|afternoon|weekend|night|rest of
  your day)
(good night|goodnight|good luck|take care|so long|cheerio|enjoy your day)
hasta (luego|pronto|manana|la vista|otra|la proxima|entonces|el lunes|otro dia)
nos vemos (pronto|luego|manana)?
que (tenga|tengas|pase|pases|le vaya|te vaya) (un|una)? (buen|buena|feliz|muy buen|bien|lindo)
  (dia|tarde|noche|fin de semana)?
(passez une|une)? bonne (journee|soiree|fin de journee|nuit|continuation|fin de semaine)
bon (week end|weekend)
a (bientot|plus tard|demain|la prochaine|la prochaine fois|tout a l'heure)
bis (bald|dann|morgen|spater|nachste woche|zum nachsten mal)
einen? (schonen|guten) (tag|abend|nachmittag) (noch|ihnen noch|wunsche ich|wunsche ich ihnen)
(schones wochenende|schonen feierabend|gute nacht|mach's gut|machen sie's gut)
ate (logo|mais|breve|amanha|a proxima|mais tarde)
(tenha|tenham) (um|uma) (bom|boa|otimo|otima|excelente) (dia|tarde|noite|semana|fim de semana|
  final de semana)
(passe|passar) bem
(valeu|ok|obrigado|obrigada) ,? falou
i'm (going to|gonna) hang up now?
"""
"""Wishes that are a farewell where nothing but courtesy stands around them."""

COURTESY = r"""
(ok|okay|alright|all right|right|well|so|then|now|for now|great|perfect|fine|cool|good|no|yes|
  yeah|and|but)
(thanks|thank you|many thanks|cheers) (so|very|a)? (much|lot)? (again)? (for)? (your|the|all
  your|everything)? (help|time|patience|call|info|information)?
that's (all|it|everything) (i needed|for now|for today|from me)?
that (was|will be|would be) (all|it|everything) (for now|for today)?
(that's|nothing) else
(i have to|i've got to|i gotta|i must|i need to|i'd better|i'll) (go|run|hang up|leave|leave it
  there) (now)?
(nice|good|great|lovely) (talking|speaking|chatting) (to|with) you
(sir|madam|ma'am|everyone|everybody|guys|dear|love|mate|my friend|you too|same to you|likewise)
(vale|bueno|bien|muy bien|perfecto|listo|pues|entonces|y|nada|nada mas|eso es todo|eso era todo|
  de acuerdo|si|claro|genial)
(muchas|muchisimas|mil)? gracias (por todo|por su ayuda|por tu ayuda|por la ayuda|a usted|
  igualmente|senor|senora|senorita)?
(senor|senora|senorita|igualmente|tengo que colgar|tengo que irme|me tengo que ir)
(d'accord|bon|bien|tres bien|parfait|alors|donc|et|voila|oui|non|c'est tout|ce sera tout|c'est
  bon|super)
(merci|je vous remercie) (beaucoup|bien|infiniment|a vous|pour tout|pour votre aide|encore)?
(monsieur|madame|mademoiselle|a vous aussi|vous aussi|je dois y aller|je dois raccrocher|je vous
  laisse)
(gut|alles klar|okay dann|na gut|also|dann|ja|nein|prima|super|und|passt|das war's|das war alles|
  das ist alles|genau)
(vielen|herzlichen|besten|schonen)? dank (dir|ihnen|fur ihre hilfe|fur die hilfe|fur alles|
  nochmal)?
danke (schon|sehr|vielmals|ihnen|dir|gleichfalls|ebenso|fur ihre hilfe|fur alles|nochmal)?
(gleichfalls|ebenso|ihnen auch|ich muss los|ich muss auflegen|ich muss jetzt los|wunsche ich)
(ta|ta bom|ta certo|esta bem|bom|certo|entao|e|beleza|sim|nao|era so isso|e so isso|so isso|
  otimo|pronto)
(muito)? (obrigado|obrigada|obrigadao|valeu) (pela|por|de) (ajuda|tudo|novo|sua ajuda|atencao)?
(muito)? (obrigado|obrigada|obrigadao|valeu) (mesmo|viu|senhor|senhora)?
(senhor|senhora|igualmente|tenho que ir|preciso desligar|tenho que desligar|voce tambem)
"""
"""What goes with a farewell, before it and after it, and changes nothing."""

QUOTING = r"""
(say|said|says|saying|tell|told|wave|waved|waving|kiss|kissed|call|called|means|word|a|the|to|my|
  her|his|our|your|their|not|never|is|was|or|me|him|us|them|of|for|with)
(decir|dije|dijo|dice|digo|dicen|decirle|un|el|mi|su|sin|ni|al|de)
(dire|dit|dis|disent|un|mon|son|pas|sans|l'|cet|ton|le)
(sagen|sagt|sagte|gesagt|ein|kein|das|zum|nicht|mein|sein|ihr|oder|heisst)
(dizer|disse|diz|digo|dar|dei|um|o|meu|seu|sem|nem|ao)
"""
"""Words right before a farewell that turn it into something talked about."""
