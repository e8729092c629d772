"""German; see `cues.py` for what each is."""

from collections.abc import Mapping

CUES: Mapping[str, str] = {
    "own": r"""
        sollte|(?:richtig|korrekt|neu|aktuell) (?:ist|lautet)|die (?:richtige|neue|aktuelle)(?: ist| lautet)?
        lieber|besser
        mein(?:e|er|em|en)?(?! (?:alte|alter|altes|fruhere|fruherer|vorige))|ich bin|ich habe|das ist|das ware|lautet
        (?:mich|mir)(?: \w+)?(?: unter| auf| an)?|erreichen sie mich|rufen sie mich|erreichbar unter|unter
        (?:nehmen|notieren|verwenden|nutzen|schreiben) sie(?: \w+)?(?: besser| lieber| bitte)?(?: die| den)?
    """,
    "others": r"""
        (?:mein|meine|meiner|meinem|meinen|meines|unser|unsere|der|die) (?:\w+ )?(?:mann|frau|ehemann|ehefrau|partner|partnerin|freund|freundin|mutter|vater|mama|papa|sohn|tochter|bruder|schwester|onkel|tante|cousin|cousine|nachbar|nachbarin|nachbarn|kollege|kollegin|chef|chefin|assistentin|assistent|sekretarin|steuerberater|anwalt|vermieter|vermieterin|mieter|mieterin|mieters|kunde|kundin|schwiegermutter|schwager|schwagerin|ex|mannes|sohnes|vaters|bruders)
        (?:seine|sein|ihre) (?:nummer|e-mail|mail|adresse|telefonnummer|handynummer|mailadresse)|von ihm|von ihr|ihm|er|sie ist
        notfallkontakt|empfohlen von|hat (?:mich|sie) empfohlen|ihre nummer ist
    """,
    "disowned": r"""
        (?:nicht|nicht mehr|statt|anstatt|kein|keine|vergessen sie|war|fruher war|hatte)(?: die| der| das| meine)?
        (?:mein|meine|die|das) (?:alte|alter|altes|fruhere|vorige)(?: \w+)?
    """,
    "disowned_behind": r"""
        (?:ist|war|das ist|das war)(?: aber| ja| doch| noch)? (?:mein |meine |die |das )?(?:alte|alter|altes|fruhere|falsche|falsch)
        (?:gibt es|gilt|geht|stimmt|funktioniert|existiert|habe ich|benutze ich) (?:nicht|nicht mehr)|gehort (?:meiner|meinem|nicht mir)
        ist (?:die|das) von (?:meiner|meinem|ihm|ihr)
    """,
    "hypothetical": r"zum beispiel|beispielsweise|sagen wir(?: mal)?|angenommen|nehmen wir an|wenn (?:meine|ich)|etwa|so was wie|mal angenommen",
    "phone_words": r"""
        telefon|tel|telefonnummer|handy|handynummer|mobil|mobilnummer|festnetz|festnetznummer|rufnummer|whatsapp|meine nummer|die nummer|nummer|ruckrufnummer|ruckruf|durchwahl|vorwahl
        (?:rufen sie|erreichen sie|erreichbar|zuruckrufen|anrufen|erreichen)(?: mich)?(?: unter)?
    """,
    "other_numbers": r"""
        (?:bestell|rechnungs|auftrags|kunden|vorgangs|ticket|fall|akten|vertrags|policen|versicherungs|konto|serien|buchungs|reservierungs|sendungs|steuer|ausweis|mitglieds|artikel|bearbeitungs|schadens|zahler|referenz|kreditkarten|matrikel|personal|angebots|geheim|modell|genehmigungs)(?:-)?(?:nummer|zeichen)
        bestellung|rechnung|auftrag|iban|bic|postleitzahl|plz|pin|aktenzeichen|kennzeichen|hausnummer|geburtsdatum|geboren|euro|quadratmeter|preis|betrag|kundennummer|code|budget|zimmer
    """,
    "caller_id": r"""
        (?:die|der|unter der) nummer,? (?:die ich (?:hier )?sehe|die (?:hier |mir )?angezeigt wird|von der (?:aus )?sie (?:gerade )?anrufen|mit der sie anrufen)
        (?:die|dieser|dieselbe|unter der|auf der|diese) (?:nummer )?(?:von der|mit der|unter der|die|auf der|mit der) (?:ich |sie |ihnen )?(?:sie )?(?:gerade )?(?:anrufe|telefoniere|angezeigt|sehen|im display|anruf)
        (?:unter |auf |an )?(?:diese|dieser|dieselbe|derselben|der gleichen|die gleiche) (?:nummer|handynummer|telefonnummer)|(?:die )?(?:angezeigte|ubermittelte) nummer|nummer (?:im|auf dem) display|von der ich (?:gerade )?anrufe
    """,
    "caller_id_denied": r"""
        nicht (?:unter |auf |an )?(?:diese|dieser|derselben|der)(?: nummer)?(?: hier)?|(?:diese nummer|das hier|das)(?: hier)? (?:ist nicht meine|gehort|ist die von|ist das handy|ist nur geliehen)|ich rufe (?:vom|mit dem|von) (?:handy|telefon|apparat) (?:meiner|meines|einer|eines|der)
    """,
    "withdraw": r"""
        (?:loschen|streichen|vergessen|entfernen|verwerfen) sie(?: \w+){0,5}
        nehmen sie(?: \w+){1,4} (?:raus|heraus|weg|zuruck)
        (?:nicht|keine|kein|nichts)(?: \w+){0,3} (?:speichern|gespeichert|notieren|aufschreiben|behalten|aufnehmen|aufbewahren|hinterlegen)
        (?:doch lieber nicht|lieber nicht|ich mochte(?: \w+){0,3} nicht (?:angeben|hinterlassen|geben))|habe (?:es )?mir anders uberlegt
        (?:konnen|konnten) sie(?: \w+){0,4} (?:loschen|streichen|entfernen)
    """,
    "last_digits": r"(?:endet|hort auf|am ende)(?: auf| mit)?|die letzten (?:zwei|drei|vier|beiden|\d)(?: \w+)?(?: sind| ist| lauten)?|hinten",
    "yes": r"""
        am apparat|das bin ich|ganz genau
        das passt|das geht|die passt|die stimmt|bitte ja|sehr gerne|unbedingt|selbstverstandlich|ja|jawohl|genau|richtig|stimmt|korrekt|passt|exakt|so ist es|perfekt|gerne|okay|ok|klar|in ordnung|sehr gut|jep|das ist richtig|freilich
    """,
    "no": r"nein|nee|ne|falsch|nicht ganz|nicht richtig|stimmt nicht|leider nicht",
    "name_strong": r"""
        (?:mein|der|ihr|sein) (?:voller |vollstandiger )?name(?: ist| lautet| ware)?|ich heis+e|heis+e|name|auf den namen|sie sprechen mit|er heis+t|sie heis+t
    """,
    "name_weak": r"""
        ich bin|hier ist|hier spricht|bin der|bin die|hier
    """,
    "reads_name": r"""
        (?:herr|frau)\.?
        (?:sind sie|ihr name ist|ihr name lautet|sie heis+en|sie sind|spreche ich mit|name|also|auf den namen|ich habe sie als|das ist|und)
    """,
    "name_own": r"mein name(?: ist)?|ich heis+e|ich bin",
    "name_behind": r"am apparat|hier|mein name|ist mein name|am telefon|spricht",
    "last_name": r"""
        (?:mein |der )?(?:nachname|familienname|zuname)(?: ist| lautet| ware)?
    """,
    "company": r"""
        (?:ich rufe|ich melde mich|rufe|wir rufen)(?: sie)?(?: an)?(?: \w+)?(?: an)? (?:im (?:auftrag|namen) (?:der|des|von)|von der|von|vom)(?: der)?(?: firma)?
        (?:ich arbeite|arbeite|wir arbeiten|ich bin)(?: \w+)? (?:bei|fur|bei der|von der)(?: der)?(?: firma)?
        (?:meine|unsere|die|mein|unser) (?:firma|unternehmen|praxis|kanzlei|agentur|werkstatt|laden|geschaft|betrieb) (?:heis+t|ist|nennt sich)
        (?:von der |die |bei der )?firma(?: heis+t| ist)?|unternehmen heis+t
        (?:inhaber|inhaberin|geschaftsfuhrer|geschaftsfuhrerin|leiter|leiterin|chef|chefin|hausmeister|einkaufer|einkauferin|\w+leiter|\w+leiterin) (?:von|der|des|bei|bei der|beim|vom)(?: firma)?
        (?:ich habe|ich fuhre|wir haben|ich leite) (?:eine|einen|ein)(?: \w+){1,4} namens
    """,
    "company_weak": r"""
        (?:von der firma|von der|von|vom|bei der|bei|aus dem hause|fur die|fur den|fur das|fur)
    """,
    "company_now": r"""
        (?:jetzt|heute|mittlerweile|inzwischen|nun|aktuell)(?: \w+){0,2} (?:bei|fur)|(?:jetzt|heute|nun) (?:heis+en wir|heis+t sie|ist es|sind wir)
    """,
    "former": r"""
        fruher|arbeitete|gearbeitet|ehemalige\w*|vorherige\w*|nicht mehr bei|alte firma|war (?:ich )?bei|davor
        (?:mein (?:mann|sohn|bruder|freund|vater)|meine (?:frau|tochter|schwester|mutter|freundin)|er|sie) (?:arbeitet|ist)|konkurrenz
    """,
    "assistant": r"""
        (?:assistentin|assistent|sekretarin|sekretar|mitarbeiterin|mitarbeiter) von(?! der)
        (?:ich rufe|rufe|anruf|ich melde mich)(?: \w+){0,2} (?:fur|im auftrag|im namen)(?: von)? (?:meine[nmrs]? (?:chef|chefin|mutter|vater|mann|frau|sohn|tochter|kunden|bruder|schwester)|herrn?|frau)
        (?:der |die |ihr |unser )?(?:ansprechpartner|ansprechpartnerin|kontaktperson)(?: ist| ware)
        (?:bitte|sollen|sollten|mussen|besser) (?:mit|bei) (?:herrn|frau|meine[mr] (?:chef|chefin|mann|frau))
    """,
    "contact_me": r"""
        (?:rufen|kontaktieren|erreichen) sie (?:aber |bitte |lieber )?mich|ich bin (?:der|die|ihr|ihre) ansprechpartner\w*|melden sie sich (?:bitte |aber )?bei mir
    """,
    "contact_them": r"""
        (?:rufen|kontaktieren|erreichen) sie (?:ihn|sie)(?: bitte| direkt| am besten)? (?:an|unter|direkt|per)|melden sie sich (?:bitte )?bei (?:ihm|ihr)|sie erreichen (?:ihn|sie)(?: \w+)? (?:unter|per)
    """,
    "agent_own": r"""
        unsere? (?:\w+ )?(?:nummer|telefonnummer|e-mail|mail|mailadresse|adresse|hotline|zentrale|seite|webseite)|(?:erreichen|rufen|schreiben|kontaktieren) sie (?:uns|unseren|unsere)|(?:schicken|senden|mailen) sie(?: \w+){0,4} an
        kundenservice|support|kundendienst|meine durchwahl
    """,
    "agent_refuses": r"""
        (?:haben|hatten) (?:da )?(?:kein|keinen) (?:interesse|bedarf)|(?:schicken|schreiben) sie (?:eine|uns eine|bitte eine) (?:e-)?mail|mussen sie eine mail|brauchen (?:wir )?(?:nichts|nicht)
        nein,? danke|(?:haben|hat) (?:schon|bereits)|kein bedarf|(?:kein interesse|nicht interessiert|brauchen wir nicht)|(?:darf|durfen|kann|konnen)(?: \w+){0,4} (?:nicht|keine)(?: \w+){0,4} (?:andern|geben|herausgeben|mitteilen)|nur (?:der|die) (?:kontoinhaber|inhaber)\w*
    """,
    "asks_name": r"""
        kontoinhaber\w*|und ihrer|wer ist da
        wie darf ich sie|ansprechen
        (?:ihr|ihren|der|wie ist ihr|den) (?:\w+ )?(?:name|namen|vorname\w*|nachname\w*)|(?:vor|nach)?namen?(?! (?:ihrer|der) firma)|wie heis+en sie|mit wem (?:spreche|habe)|wer (?:spricht|ist|sind)|wen darf ich|und sie sind
    """,
    "asks_spelling": r"""
        buchstabier\w*|wie schreib\w+|geschrieben
    """,
    "asks_contact": r"""
        ansprechpartner\w*|kontaktperson|wen (?:darf|soll|sollen|durfen|kann|konnen) (?:ich|wir)(?: \w+)*|an wen|wer ist (?:der|die) (?:kunde|kundin|verantwortliche|zustandige)|fur wen|auf welchen namen
    """,
    "boss": r"""
        mein(?:en|em)? (?:mann|vater|sohn|bruder|kollegen?|partner)|meine[rn]? (?:frau|mutter|tochter|schwester|kollegin|partnerin)
        (?:der sohn|die tochter|der mann|die frau|der bruder|die schwester|der enkel|die enkelin) von|auf (?:meine mutter|meinen vater|meine frau|meinen mann)|fur (?:meine (?:mutter|frau|tochter|chefin)|meinen (?:vater|mann|sohn|chef))
        (?:das ist |das ware )?(?:mein chef|meine chefin|meinen chef|meinem chef|meiner chefin|mein vorgesetzter|meine vorgesetzte|unser geschaftsfuhrer|unsere geschaftsfuhrerin)(?: heis+t| ist)?
        (?:das ist|das ware|notieren sie) (?:mein (?:mann|vater|sohn|bruder|kollege|partner)|meine (?:frau|mutter|tochter|schwester|kollegin|partnerin))
    """,
    "first_name": r"""
        (?:mein |der )?vorname(?: ist| lautet| ware)?
    """,
    "name_it": r"""
        das ist|das ware|ist|auf
    """,
    "asks_email": r"e-mail|email|mail|mailadresse|e-mail-adresse|emailadresse",
    "asks_phone": r"telefonnummer|nummer|handynummer|mobilnummer|telefon|handy|ruckruf\w*|erreichen|zuruckrufen|rufnummer",
    "asks_company": r"firma|unternehmen|von wo rufen|fur wen arbeiten|arbeitgeber|aus welche[rm]|praxis",
    "seller": r"ich rufe an,? um ihnen|wer ist bei ihnen zustandig|ihre (?:webseite|sichtbarkeit) verbessern|sonderangebot|einsparen|(?:wir bieten|ich biete|anbieten|angebot fur sie|wir helfen (?:unternehmen|firmen)|unsere losung|vorstellen|stromkosten senken|kosten (?:senken|sparen)|einkaufsleiter|marketingleiter|kooperation|spezialisiert auf|marktfuhrer)",
    "pitch": r"""
        wir (?:verkaufen|bieten|liefern|vertreiben|installieren|helfen|produzieren)|ich (?:verkaufe|biete|vertrete)|wer (?:kummert|ist zustandig|entscheidet)|unsere? (?:produkte?|dienstleistung\w*|preise|angebot\w*)|rabatt|angebot|zusammenarbeit
    """,
    "decider": r"""
        wer (?:ist|kummert|entscheidet|bestellt|macht)(?: \w+){0,4} (?:zustandig|verantwortlich|einkauf|darum|daruber|bestellungen)|(?:zustandig|verantwortlich)(?:en|e)?(?: \w+){0,3} (?:sprechen|fur)|(?:inhaber|chef|geschaftsfuhrer|einkaufer|leiter)(?:in)? (?:sprechen|da|zu sprechen|erreichbar)|mit (?:dem|der) (?:inhaber|chef|geschaftsfuhrer|einkaufer|zustandigen|verantwortlichen)\w*
    """,
    "sales": r"""
        vorstellen|vorzustellen|gunstig\w*|rabatt|angebot fur (?:sie|ihre|firmen|unternehmen)|sonderpreis|aktion|katalog|kostenlos\w*|unverbindlich\w*|einspar\w*|sparen|ihre[nrm]? (?:stromvertrag|website|webseite|telefonanlage|stromkosten|energiekosten|versicherung|fuhrpark|buro)|unsere[nr]? (?:neuen?|produkte?\w*|dienstleistung\w*|losung\w*)|arztpraxen|fur (?:firmen|unternehmen|praxen|betriebe)|kandidat\w*|vorfuhrung
    """,
    "wants": r"""
        (?:ich|wir) (?:brauche|brauchen|benotige|benotigen|suche|suchen|mochte|mochten|hatte gern|hatten gern|hatte gerne) (?!(?:ihnen|sie|mit dem|mit der))(?:\w+)|(?:kaputt|defekt|ausgefallen)|mein(?:e|en)? (?:termin|bestellung|rechnung|heizung|auto)
    """,
    "recording": r"mailbox|anrufbeantworter|hinterlassen sie|nach dem (?:signalton|ton|piepton)|(?:nicht|momentan nicht) (?:erreichbar|verfugbar)|drucken sie (?:die )?(?:eins|zwei|drei|1|2|3)|automatische (?:ansage|nachricht)|sie (?:haben|wurden) (?:gewonnen|ausgewahlt)|gewinnspiel",
    "wrong_number": r"verwahlt|falsche nummer|falsch verbunden|falschen nummer|ist das nicht|ich wollte (?:eigentlich )?(?:zu|zur|zum) (?:\w+ ){0,3}(?:praxis|anrufen)",
    "test_call": r"(?:nur|das ist|ist|mache)(?: \w+)? (?:ein |einen )?(?:test|testanruf|probeanruf)|testanruf|test test|ich teste",
    "prank": r"(?:nur )?(?:ein )?(?:scherz|spass|witz)|telefonstreich|verarscht|weihnachtsmann|batman|haha\w*|micky maus",
    "intruder": r"(?:andern|wechseln|aktualisieren|ersetzen)(?: sie)?(?: \w+){0,3} (?:e-mail|mail|nummer|adresse|passwort|telefonnummer|daten|mailadresse)(?: \w+){0,2} (?:von|meines|meiner|des|der|fur) (?:herrn|frau|ex|exfrau|exmann|nachbarn?|nachbarin|kunden|kundin|einem|einer|konto)|geben sie mir (?:seine|ihre|die) (?:nummer|mail|adresse)",
    "hallucination": r"untertitel\w*|vielen dank furs zuschauen|abonnier\w+|amara org|zdf|swr 20\d\d|bis zum nachsten video",
    "injection": r"""
        (?:ignoriere|ignorieren|vergiss|vergessen)(?: sie)?(?: \w+){0,3} (?:anweisungen|instruktionen|regeln|vorgaben|befehle)
        (?:setze|setzen|speichere|speichern|trage|tragen|andere)(?: sie)?(?: \w+){0,2} (?:das feld|die e-mail|die mail|den namen|den datensatz|den kontakt|feld)(?: \w+){0,2} (?:auf|als|zu|ein)|administratormodus|entwicklermodus|systemnachricht|geschweifte klammer|anfuhrungszeichen
    """,
}

WORDS: Mapping[str, str] = {
    "titles": "magister mag ing diplom dipl ingenieur herr herrn frau fraulein doktor dr prof professor",
    "particles": "von van der den de zu zur vom dos da",
    "breaks": """
        uber
        gruezi servus moin gott schonen morgen mochte will braucht sucht ruft fruher heute jetzt mittlerweile aber alles also am an auch auf aus bei bin bindestrich bis bitte brauche buchstabiere da
        danke dann das dass dem den der die doch ein eine einen er es e-mail email fur ganz geht gerade
        gern gerne gesagt gruss guten hab habe haben hallo heute hier hatte ich ihnen ihr ihre im in
        ist ja kann klar klammeraffe mail mal man mein meine mich minus mir mit mochte morgen nach
        nein nicht noch nummer nun nur ob oder punkt rufe schon sehr sie sind so soll spreche super tag
        telefon uber um und uns unter unterstrich von vom war warum was wegen weil wenn wer wie wir wo
        wollte wohne wurde zu zum zur null eins zwei drei vier funf sechs sieben acht neun name
        apparat ah ahm mobil handy geschrieben
    """,
    "not_names": """
        kunde kundin neu neue interessiert inhaber inhaberin verheiratet mieter mieterin vermieter
        nicht der die das ein eine sehr ganz richtig gut besser auf im in am unter selbst allergisch
        montag dienstag mittwoch donnerstag freitag samstag sonntag morgen heute wichtig dringend
        geschaftsfuhrer geschaftsfuhrerin leiter leiterin assistentin sekretarin chef erreichbar
        sicher froh krank student studentin lehrer lehrerin arzt arztin handwerker seit auch noch
    """,
    "leaders": """
        gruezi servus moin gruss gott schonen guten abend mit ja gerne klar also ahm hallo guten tag morgen mein name ist ich bin heise hier das der die und
        genau moment okay ah danke naturlich ware lautet bitte gern
    """,
}
