"""German."""

from collections.abc import Mapping

from domain.insight.moderation import Category

CUES: Mapping[Category, str] = {
    Category.ABUSE: """
(du|sie|ihr|sie sind|du bist|ihr seid|bist du|sind sie) (ein|eine|doch|so ein|so eine|alle|ja|
  echt|nur ein|vollig)? (verdammter|verdammte|verdammtes|dummer|dumme|dummes|blode|bloder|blodes|
  kleine|mieses|mieser|miese|scheiss)? (idiot|idioten|arschloch|arschlocher|wichser|hurensohn|
  hurensohne|schlampe|schwachkopf|trottel|depp|deppen|vollidiot|vollidioten|vollpfosten|
  missgeburt|bastard|fotze|dreckstuck|dreckskerl|abschaum|penner|spast|spasti|hure|kuh|sau|
  schwein|mistkerl|dumm|bescheuert|behindert|saudumm)
(halt|halts|haltet|halten sie) (die|das|den|ihr|dein|deine|ihre|'s)? (fresse|maul|klappe|
  schnauze|mund)
(fick|ficken sie|leck|verpiss|verpissen sie) (dich|euch|sich|mich|mich am arsch)?
(fahr|fahren sie|fahrt|scher dich|gehen sie|geh) (doch)? zur? holle
(leck mich|leckt mich|am arsch lecken|zum teufel mit (dir|ihnen|euch))
(verdammter|verdammte|blode|bloder|scheiss|dumme|dummer|bloede) (roboter|maschine|bot|kuh|
  computer|automat|idiot|idiotin)
(scheissroboter|scheissmaschine|drecksmaschine)
""",
    Category.HATE: """
(geh|gehen sie|geht|verschwinde|haut ab|hau ab) (doch)? (zuruck|dahin zuruck|heim) (in|nach|wo)
  (dein|deine|ihr|euer|eure|dem|afrika|die turkei|hause)? (land|heimat|du herkommst|sie
  herkommen)? ...
(alle|diese|die|scheiss|dreckige) (neger|juden|moslems|muslime|turken|auslander|zigeuner|
  schwulen|araber|fluchtlinge|schwarzen|kanaken|polen) (sollten|sind|gehoren|mussten|sollen|
  verdienen) (alle)? ... (sterben|tot|tiere|abschaum|abgeschoben|vergast|parasiten|ratten|dreck|
  verbrecher|ungeziefer)
(neger|kanake|kanaken|judensau|kameltreiber|schwuchtel|schwuchteln|untermensch|untermenschen)
(scheiss|drecks|dreckige|dreckiger|elende) (turken|turke|juden|jude|auslander|zigeuner|araber|
  schwule|neger|muslime|polen|fluchtlinge)
(scheissauslander|drecksauslander|scheissturken)
(ich)? hasse (alle)? (juden|turken|auslander|zigeuner|schwule|muslime|araber|schwarze|fluchtlinge)
(heil hitler|sieg heil|auslander raus|hitler hatte recht|juden ins gas)
""",
    Category.SEXUAL: """
(was hast du an|bist du nackt|zieh dich aus|bist du geil|sag was schmutziges|telefonsex|rede
  schmutzig)
(mit mir|mit dir) (schlafen|ficken|ins bett|sex haben|vogeln|bumsen)
(sex|schlafen|ficken) mit (mir|dir)
(ich will|ich wurde|ich mochte) (dich|sie) (gern|gerne|mal)? (ficken|vogeln|bumsen|lecken)
(blas|lutsch) mir (einen|den schwanz)?
(zeig|schick) mir (deine|mal|ein)? (titten|bruste|nacktbilder|nacktfotos|nacktbild|arsch)
(wichsen|mir einen runterholen|masturbieren|blowjob) ...
""",
    Category.SELF_HARM: """
(mich|mir) (selbst|jetzt|heute|einfach)? (umbringen|umzubringen|toten|zu toten|was antun|etwas
  antun|das leben nehmen|das leben zu nehmen|verletzen|ritzen|aufhangen|erhangen|erschiessen)
(ich bringe|bringe ich|ich bring) mich um
(will|mochte|wurde am liebsten|kann) (ich)? (einfach|nur|jetzt|lieber|nur noch)? (noch)?
  (sterben|nicht mehr leben|tot sein|nicht mehr weiterleben|nicht mehr da sein)
(selbstmord|suizid) (begehen|machen|zu begehen|gedanken|nachdenken|denke)
(selbstmordgedanken|suizidgedanken|suizidal|lebensmude)
(denke an|gedanken an|uber) (selbstmord|suizid)
(keinen sinn mehr|nichts mehr wofur) ... (leben|lebe)
(ware ich|ich ware) (doch|besser|lieber)? tot
""",
    Category.THREAT: """
(ich|wir) (bringe|bring|steche|stech|schlage|schlag|mache|mach|erschiesse|vergewaltige|bringen|
  knalle|hau|haue) (dich|euch|sie|dir|ihnen) (alle|noch|die fresse|eine)? (um|ab|tot|zusammen|
  fertig|kalt|ein|rein)
(ich|wir) (werde|werden|komme und|wurde) (dich|euch|sie|dir) (alle|noch|schon)? (umbringen|toten|
  finden und|schlagen|verprugeln|abstechen|erschiessen|fertigmachen|kaltmachen)
(ich)? weiss ,? wo (du|ihr|sie) (wohnst|wohnt|wohnen|arbeitest|arbeiten)
(eine)? bombe (legen|gelegt|hochgehen|bei ihnen|in ihrem|in eurem)
(zunde|zunden|brenne|fackel|fackle|sprenge) (ich|wir)? (dir|euch|ihnen)? (das|den|die|euren|euer|
  ihr|ihren|deine|ihre|euch das)? (buro|haus|laden|gebaude|firma|bude|hutte) (an|ab|nieder|in die
  luft)
(du bist|ihr seid|sie sind) (so gut wie)? tot
(das)? (wirst du|werden sie|werdet ihr) (noch)? (bereuen|bitter bereuen|bezahlen)
(pass|passen sie) (bloss|lieber)? auf (dich|euch|sich)? auf? ,? (ich komme|sonst)
""",
    Category.ILLICIT: """
(wie|zeig mir|hilf mir|helfen sie mir|sag mir|ich brauche|ich will) ... (baut|baue|bauen|machen|
  mache|macht|kaufen|bekomme|herstellen|kochen|besorgen|kriege) ... (bombe|bomben|sprengstoff|
  kokain|meth|heroin|gefalschten pass|falschgeld|falsche papiere|waffe ohne)
(wie|zeig mir|hilf mir|ich brauche|ich will) (man|ich)? (eine|einen|ein)? (bombe|bomben|
  sprengstoff|kokain|meth|heroin|gefalschten pass|falschgeld|falsche papiere) (baut|baue|bauen|
  macht|machen|herstellt|herstellen|kaufen|bekommt|besorgen|kocht)
(geld|schwarzgeld) (waschen|zu waschen)
(hacken|einbrechen|knacken|eindringen) (in)? ... (konto|konten|computer|system|datenbank|handy|
  wlan|haus)?
(gib|geben sie|sag|sagen sie|lies|nennen sie) (mir|uns) ... (kreditkarten|daten|telefonnummern|
  kontonummern|nummern|adressen|kundendaten|kreditkartendaten) (von|der|aller|anderer) ...
  (kunden|personen|leute|anrufer|nutzer)?
(identitat|pass|unterschrift|kreditkarte|auto) (stehlen|falschen|klauen)
""",
    Category.PROMPT_INJECTION: """
(ignoriere|ignorieren sie|vergiss|vergessen sie|missachte|missachten sie|umgehe|uberschreibe)
  (bitte|jetzt)? (alle|alles|samtliche|deine|ihre|die|was|all)? (deine|ihre|vorherigen|
  bisherigen|vorigen|obigen|fruheren|man dir|ich)? (vorherigen|bisherigen|fruheren)?
  (anweisungen|anweisung|regeln|instruktionen|vorgaben|befehle|beschrankungen|richtlinien|gesagt|
  gesagt hat|weisst) ...
(zeig|zeige|zeigen sie|sag|sagen sie|verrate|verraten sie|wiederhole|wiederholen sie|lies|nenne|
  nennen sie|wie lautet|wie lauten|gib) (mir|uns)? (bitte)? (deinen|deine|ihren|ihre|den|dein|
  die)? (system prompt|systemprompt|prompt|systemnachricht|systemanweisung|systemanweisungen|
  internen anweisungen|geheimen anweisungen|genauen anweisungen|ursprunglichen anweisungen|
  versteckten anweisungen) ...
(system prompt|systemprompt|systemnachricht|systemanweisung) ...
(tu so|verhalte dich|benimm dich|stell dir vor|spiele) (als|wie|du) (ob|warst|wurdest|seist|bist|
  ein|eine)? (du)? (ein|eine)? ... (ohne regeln|ohne beschrankungen|ohne filter|ohne
  einschrankungen|hacker|administrator|andere ki|dan|keine regeln) ...
(du bist (jetzt|nun|ab sofort|ab jetzt)|sie sind (jetzt|ab sofort) ein|du bist (nicht mehr|kein)
  (an|assistent|gebunden)) ...
(ab jetzt|ab sofort|von nun an|von jetzt an) (bist|sind|wirst|werden|musst|mussen|antwortest|
  sprichst|darfst) (du|sie) ...
(aktiviere|wechsle in|schalte in|gehe in|im)? (den)? (entwicklermodus|administratormodus|debug
  modus|debugmodus|gottmodus|dan modus|wartungsmodus|admin modus)
(ich bin|hier ist|hier spricht) (dein|deine|ihr) (entwickler|entwicklerin|schopfer|programmierer|
  administrator) ...
(neue anweisungen|neue instruktionen) (fur dich|lauten|,|.)
(fuhre|fuhren sie|rufe|rufen sie|starte|starten sie) (die|das|den|eine)? (funktion|werkzeug|
  befehl|skript|tool) ...
(losche|loschen sie) (die|alle) (datenbank|tabellen|kontakte|datensatze|leads)
""",
}

VETOES = """
(er|sie|man|jemand|der|die) (hat|haben|hatte) (mich|mir|gesagt|geschrien|zu mir) ...
(lach|totgelacht|vor lachen|vor hunger|vor scham|vor neugier|vor langeweile) ... (sterben|
  gestorben|tot)
(sterbe|sterben|tot) vor (lachen|hunger|scham|neugier|langeweile|durst)
"""
