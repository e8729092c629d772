"""German."""

from collections.abc import Mapping

from domain.insight.mood import MoodKind

CUES: Mapping[MoodKind, str] = {
    MoodKind.FRUSTRATION: """
(kann|ist) (doch|ja|wohl)? nicht ihr ernst (sein)?
(das)? darf (doch|ja)? (wohl)? nicht wahr sein
(kein mensch|kein schwein|nie jemand|keiner|niemand) (meldet|ruft|hilft|geht|reagiert|ist|zu) ...
(meldet|ruft|hilft|reagiert) (sich)? (bei ihnen|mich|mir|hier)? (kein mensch|keiner|niemand|kein
  schwein) ...
(sie sind|ihr seid|alle|sind) (doch|ja|einfach|alle|vollig)? (unfahig|inkompetent|nutzlos|
  unverschamt|betruger)
(was soll das|ich fasse es nicht|ich glaub es nicht|unfassbar|unverschamt|das kann nicht sein|das
  kann doch nicht sein|immer das gleiche|immer dasselbe)
(ich verliere|habe) (langsam|keine)? (die|mehr)? geduld (mehr|verloren)?
(wochen|tagen|monaten|stunden) (warte ich|warten wir|versuche ich|keine antwort|nichts gehort)
(das|es|dies) ist (doch|ja|wirklich|echt|einfach|absolut|vollig|langsam|ja wohl|so|total|mir)?
  (wirklich|echt|ein|eine|so|der|die)? (unverschamt|unverschamtheit|frechheit|lacherlich|witz|
  unmoglich|unfassbar|inakzeptabel|zumutung|skandal|katastrophe|unglaublich|letzte|peinlich|
  nervig|argerlich|farce|nicht zu fassen|nicht akzeptabel)
(so eine|was fur eine|eine) (frechheit|unverschamtheit|zumutung|sauerei|katastrophe)
(nase|schnauze) (gestrichen)? voll
(ich bin|ich werde|ich war) (so|sehr|echt|wirklich|langsam|total|richtig|ziemlich|stock)? (sauer|
  wutend|frustriert|genervt|verargert|enttauscht|stinksauer|aufgebracht|es leid|argerlich)
(es|das) (reicht|nervt|nervt mich|argert mich|macht mich wahnsinnig) (mir|jetzt|langsam)?
mir reicht's
(niemand|keiner) (hat|ruft|meldet|hilft|kummert|antwortet|geht|hort|reagiert) ...
(warte|hange|warten) (ich)? (jetzt|schon|hier|bereits|nun)? (seit|uber|mehr als|fast) ...
  (stunde|stunden|minuten|tagen|wochen|monaten|ewigkeiten)
(seit|schon uber|schon) ... (stunde|stunden|minuten|tagen|wochen|monaten) (in der)?
  (warteschleife|warte|warten)
wie oft (soll|muss|denn|noch|habe)
(das)? habe ich (ihnen|doch|euch)? (doch|schon|bereits|gerade)? (schon|dreimal|mehrmals|bereits)?
  (gesagt|erklart|erzahlt) ...
sie (horen|verstehen|helfen) (mir|mich)? (gar|uberhaupt|ja)? nicht (zu)?
(zeitverschwendung|zeit verschwenden|verschwenden sie meine zeit|verarschen)
(der|das|ihr)? (schlechteste|schlechtester|miserable|miserabler|furchtbare|furchtbarer|
  katastrophaler|unterirdischer|grottiger|mieser) (service|kundenservice|kundendienst|erfahrung|
  laden|firma)
""",
    MoodKind.COMPLAINT: """
(geld|betrag) ... (abgebucht|zuruck|eingezogen)
(kaputt|beschadigt|defekt) (angekommen|geliefert|gekommen)
(war|ist) (sehr|total|extrem|richtig)? (unhoflich|unfreundlich|frech) (zu mir|am telefon)?
(rechnung|abrechnung) (ist|war|stimmt) (falsch|nicht|fehlerhaft)
(mich|uns) (uber|bei|wegen|offiziell|hier)? ... (beschweren|beklagen)
mich beschweren
(eine|meine) (offizielle)? (beschwerde|reklamation) (einreichen|einlegen|abgeben|vorbringen|
  loswerden|uber|aufgeben|habe|machen)?
(ich)? (mochte|will|muss) (das|etwas|den|die|es|sie)? (reklamieren|beanstanden)
(zweimal|doppelt|zu viel|zuviel|falschlich) ... (abgebucht|berechnet|belastet|eingezogen|
  abgerechnet|bezahlt)
(mein)? geld (zuruck|wiederhaben|zuruckhaben)
(betrogen|belogen|abgezockt|angelogen|uber den tisch gezogen) (worden|mich|uns|haben)?
(rufen sie|ruft) mich (nicht|nie) (mehr|wieder) an
(horen sie auf)? (mich)? anzurufen
(streichen|nehmen|loschen) sie mich (von|aus) (ihrer|der) (liste|kartei|datenbank)
""",
    MoodKind.REQUEST_FOR_HUMAN: """
(mit|zu) (einer|einem) (echten|richtigen|lebenden) (person|menschen|mitarbeiter)
(mit|zu) (einem|einer|ihrem|ihrer|jemandem|dem|der|einen|jemand) (echten|richtigen|anderen|
  menschlichen|lebendigen)? (menschen|mitarbeiter|mitarbeiterin|person|berater|vorgesetzten|chef|
  chefin|kollegen|kundenberater|jemandem|geschaftsfuhrer|supervisor|verantwortlichen|
  sachbearbeiter) (sprechen|reden|verbinden|verbunden|durchstellen|telefonieren)
mit (jemandem|jemand|irgendjemandem|wem) (sprechen|reden|verbinden|anderem sprechen|verbunden)
(geben|holen) sie mir (bitte|mal)? (einen|eine|ihren|ihre|jemanden|den) ... (menschen|
  mitarbeiter|mitarbeiterin|vorgesetzten|chef|person|kollegen|jemanden)
(verbinden|stellen) sie mich (bitte|mal|sofort|endlich|jetzt)? (mit|zu|durch) ...
(ich)? (will|mochte|brauche) (einen|eine) (echten|richtigen|richtige|echte)? (menschen|
  mitarbeiter|person|berater|vorgesetzten|ansprechpartner)
(nicht|keine lust) mit (einer|einem) (maschine|roboter|computer|automaten|ki|bot) (zu)?
  (sprechen|reden)
START (mitarbeiter|berater|ein mensch|mensch) bitte? END
""",
    MoodKind.CANCELLATION_THREAT: """
(ich|wir) (kundige|kundigen) (eben|dann|jetzt|hiermit|ihnen|sofort|fristlos)? ...
kundige ich (eben|dann|jetzt|hiermit|ihnen|sofort|fristlos)? ...
(meinen|den|unseren|mein|das|das ganze)? (vertrag|abo|abonnement|konto|mitgliedschaft|
  versicherung|anschluss|tarif) (fristlos|sofort|jetzt|komplett|eben)? (kundigen|stornieren|
  auflosen|schliessen)
(wechsle|wechsele|wechseln|gehe|gehen) (ich|wir)? (dann|eben|halt|jetzt)? (zu|zur) (einem|einer|
  ihrer|der)? (anderen|konkurrenz|mitbewerber|anbieter|wettbewerber) ...
(nie wieder|nie mehr) (bei|was|etwas|kunde|kaufe|ein)
""",
    MoodKind.LEGAL_THREAT: """
(von|mit|an|bei) (meinem|unserem|meinen|meiner|einem) (anwalt|anwaltin|rechtsanwalt|rechtsschutz|
  rechtsbeistand)
(meinen|einen|unseren) (anwalt|rechtsanwalt) (einschalten|nehmen|kontaktieren|anrufen|
  informieren|beauftragen)
(ich|wir|werde|werden|sie|euch) (sie|euch)? (verklage|verklagen|anzeigen|zeige sie an|verklag)
(rechtliche|juristische|gerichtliche) (schritte|mittel|massnahmen|konsequenzen)
(vor|zum) gericht (gehen|ziehen|bringen|sehen)?
(wir sehen uns|sehen wir uns) vor gericht
(verbraucherzentrale|verbraucherschutz|bundesnetzagentur|anzeige erstatten|schlichtungsstelle)
""",
    MoodKind.PROFANITY: """
(scheisse|scheiss|scheissladen|scheissverein|beschissen|beschissene|beschissener|arschloch|
  arschlocher|verdammt|verdammte|verdammter|verdammten|verfickt|verfickte|fick|fick dich|wichser|
  hurensohn|arsch|verarschen|verarscht|verpiss|verpissen|kotzt mich an|zum kotzen|drecksladen|
  drecks|kacke|leck mich)
""",
    MoodKind.REPEAT_CALLER: """
(zum|das) (zweiten|dritten|vierten|funften|sechsten|zehnten|x ten|hundertsten|zweite|dritte|
  vierte|funfte|x te) mal (an|dass|bei|hier|ich|anrufe|anrufen|angerufen)?
(habe|hab|hatte) (ich)? (schon|bereits|jetzt|ja)? (schon|zweimal|dreimal|viermal|funfmal|
  mehrmals|mehrfach|ofter|zigmal) (bei ihnen|hier)? (angerufen|gesprochen|gemeldet|erklart|
  geschildert)
(habe|hab|hatte) (ich)? (gestern|letzte woche|vorgestern|letzten monat|heute morgen|heute fruh|
  doch schon|bereits|schon) ... (angerufen|gesprochen|telefoniert|gemeldet|mitgeteilt)
(ich)? rufe (jetzt|nun|schon)? (wieder|erneut|nochmal|noch einmal|schon wieder) an
""",
    MoodKind.SATISFACTION: """
genau das (wollte|brauche|habe|hatte) ich ...
(sie|du|die|der) (haben|hast|hat) mir (wirklich|sehr|echt|super|ganz|so|total)? (sehr|gut|toll)?
  (geholfen|weitergeholfen|gerettet)
(wunderbar|super|toll|perfekt|prima|klasse) ,? (da|das|jetzt|sie|dann bin) ...
(sie|du) (haben|hast) mir (wirklich|sehr|echt|super|ganz|so|total)? (sehr|gut|toll)? (geholfen|
  weitergeholfen)
(das ist|das war|ist) (ja|wirklich|echt|einfach|ganz)? (super|perfekt|toll|wunderbar|klasse|
  prima|grossartig|ausgezeichnet|fantastisch|hervorragend|genial|spitze|sehr nett|sehr
  freundlich|lieb)
(super|toller|guter|ausgezeichneter|hervorragender|klasse|sehr guter) (service|kundenservice|job|
  arbeit|beratung)
(super|perfekt|toll|wunderbar|klasse|prima|ausgezeichnet|grossartig|fantastisch|spitze) ,?
  (vielen|herzlichen|danke|tausend|besten)
(ich bin|da bin ich|bin) (sehr|wirklich|echt|total|so|richtig|ausserst)? (zufrieden|begeistert|
  froh|glucklich|beeindruckt|dankbar|erleichtert)
(vielen|herzlichen|tausend) (lieben|herzlichen)? dank (fur|dass) (ihre|die|alles|deine|sie|den)
  ...
sehr (nett|freundlich|hilfsbereit|kompetent|aufmerksam) (von ihnen|von dir)?
(funktioniert|geht|klappt) (jetzt|wieder|nun) (super|perfekt|einwandfrei|wunderbar|wieder)
""",
}

VETOES = """
(keine|keinen|keinerlei|ohne|nicht|kein) (grund|beschwerde|beschwerden|reklamation|reklamationen|
  klagen) ...
(mochte|will|muss|wollte|werde|brauche) (mich|auch|jetzt|meinen|den|mein|das)? (vertrag|abo|
  konto)? (nicht|gar nicht|keinen|keine) (beschweren|kundigen|sprechen|wechseln|reden|verklagen|
  mit|anwalt) ...
(nicht|muss nicht|brauche nicht) mit (einem|einer|jemandem) (menschen|mitarbeiter|person|
  kollegen)? ...
(nicht|gar nicht|uberhaupt nicht|kein) (so|besonders|sehr|wirklich|ganz)? (zufrieden|super|toll|
  perfekt|gut|nett|freundlich|begeistert|glucklich|sauer|wutend|schlimm) ...
(er|sie|man|die) (hat|haben|meinte|sagt|sagte|meint) (gesagt|gemeint|, dass|dass|ihm|ihr) ... ...
(mein|meine) (mann|frau|bruder|schwester|sohn|tochter|freund|freundin) (ist|hat|will|sagt) ...
"""
