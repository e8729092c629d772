"""German."""

from domain.spoken_form.lexicons.lexicon import Lexicon, word_set

GERMAN = Lexicon(
    language="de",
    marks={
        "at": "@", "ät": "@", "ett": "@", "klammeraffe": "@", "klammer affe": "@", "et": "@",
        "at zeichen": "@", "at-zeichen": "@", "äd": "@", "ad": "@", "affenschwanz": "@",
        "punkt": ".", "dot": ".", "punkt de": ".de", "punkt com": ".com",
        "unterstrich": "_", "underscore": "_", "tiefstrich": "_", "unter strich": "_",
        "bindestrich": "-", "minus": "-", "strich": "-", "mittelstrich": "-", "trennstrich": "-",
        "minuszeichen": "-", "binde strich": "-",
        "plus": "+", "pluszeichen": "+",
    },
    letter_names={
        "be": "b", "bee": "b", "ce": "c", "zeh": "c", "de": "d", "ef": "f", "eff": "f", "ge": "g",
        "ha": "h", "jot": "j", "ka": "k", "el": "l", "ell": "l", "em": "m", "en": "n", "pe": "p",
        "ku": "q", "kuh": "q", "er": "r", "err": "r", "es": "s", "ess": "s", "te": "t", "vau": "v",
        "fau": "v", "we": "w", "weh": "w", "ix": "x", "iks": "x", "ypsilon": "y", "üpsilon": "y",
        "zett": "z", "zet": "z", "eszett": "ß", "scharfes s": "ß", "scharfes es": "ß",
        "a umlaut": "ä", "o umlaut": "ö", "u umlaut": "ü", "umlaut a": "ä", "umlaut o": "ö",
        "umlaut u": "ü",
    },
    common_words=frozenset({
        "de", "ha", "er", "es", "kuh", "weh", "en", "el", "em", "te", "ess", "zeh", "be", "ge", "o",
    }),
    alphabet={
        "anton": "a", "ärger": "ä", "berta": "b", "cäsar": "c", "dora": "d", "emil": "e",
        "friedrich": "f", "gustav": "g", "heinrich": "h", "ida": "i", "julius": "j",
        "kaufmann": "k", "konrad": "k", "ludwig": "l", "martha": "m", "marta": "m",
        "nordpol": "n", "otto": "o", "ökonom": "ö", "paula": "p", "quelle": "q", "richard": "r",
        "samuel": "s", "siegfried": "s", "theodor": "t", "ulrich": "u", "übermut": "ü",
        "viktor": "v", "wilhelm": "w", "xanthippe": "x", "zacharias": "z", "zeppelin": "z",
        "aachen": "a", "berlin": "b", "chemnitz": "c", "düsseldorf": "d", "essen": "e",
        "frankfurt": "f", "goslar": "g", "hamburg": "h", "ingelheim": "i", "jena": "j",
        "köln": "k", "leipzig": "l", "münchen": "m", "nürnberg": "n", "offenbach": "o",
        "potsdam": "p", "quickborn": "q", "rostock": "r", "salzwedel": "s", "tübingen": "t",
        "unna": "u", "völklingen": "v", "wuppertal": "w", "xanten": "x", "zwickau": "z",
        "nathan": "n", "david": "d", "jakob": "j", "katharina": "k", "zürich": "z",
    },
    as_in=("wie", "wie in", "für", "von", "wie bei"),
    spelling_noise=(
        "groß", "großes", "großbuchstabe", "klein", "kleines", "der buchstabe", "buchstabe", "dann",
        "und dann", "ähm", "äh", "und", "danach", "ein", "nochmal",
    ),
    digits={
        "null": "0", "eins": "1", "ein": "1", "zwei": "2", "zwo": "2", "drei": "3", "vier": "4",
        "fünf": "5", "fuenf": "5", "sechs": "6", "sieben": "7", "acht": "8", "neun": "9",
    },
    number_words=word_set(
        """
        eins ein zwei zwo drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn
        fünfzehn sechzehn siebzehn achtzehn neunzehn zwanzig dreißig dreissig vierzig fünfzig
        sechzig siebzig achtzig neunzig hundert tausend und
        """
    ),
    multiples={
        "doppel": 2, "doppelt": 2, "doppelte": 2, "dreifach": 3, "zweimal": 2, "zweimal die": 2,
        "zwei mal": 2, "dreimal": 3, "dreimal die": 3, "drei mal": 3, "zwei mal die": 2,
        "doppeltes": 2, "triple": 3,
    },
    counts={"zwei": 2, "drei": 3, "2": 2, "3": 3},
    fillers=(
        "vorname punkt nachname", "vorname punkt nachname also",
        "äh", "ähm", "öh", "öhm", "hm", "also", "naja", "moment", "alles klein", "kleingeschrieben",
        "klein geschrieben", "alles kleingeschrieben", "alles klein geschrieben",
        "zusammengeschrieben", "zusammen geschrieben", "alles zusammen", "zusammen",
        "alles zusammengeschrieben", "ohne leerzeichen", "die zahl", "die zahlen", "zahl", "ziffer",
        "die ziffer", "die ziffern", "die nummer", "dann", "und dann", "in einem wort", "ein wort",
        "alles in einem", "das wort", "der buchstabe", "buchstabe", "kleinbuchstaben",
        "gefolgt von",
        "in kleinbuchstaben", "als zahl", "in ziffern", "genau", "danach", "großbuchstabe",
        "alles in kleinbuchstaben",
    ),
    repairs=(
        "nein", "nee", "nein moment", "entschuldigung", "verzeihung", "quatsch", "sorry",
        "nein sorry", "ich meine", "ich meinte", "vielmehr", "besser gesagt", "moment nein",
        "äh nein", "halt", "nein halt", "korrektur", "stopp", "falsch", "nein entschuldigung",
        "entschuldigung nein", "noch mal", "nochmal von vorne", "nochmal", "moment falsch",
        "ach nein", "nein quatsch", "stimmt nicht", "pardon", "nein warten sie", "warten sie",
        "warte", "ich korrigiere", "ne", "nein falsch", "oder vielmehr", "tschuldigung",
        "am ende", "endet auf", "es endet auf", "hinten", "die letzten beiden sind",
        "nein tschuldigung", "ach quatsch", "von vorne", "äh quatsch", "nein doch",
    ),
    glosses=(
        "buchstabiert", "ich buchstabiere", "geschrieben", "das schreibt man", "also", "das ist",
        "das heißt", "schreibt man", "wird geschrieben", "das wird geschrieben", "schreibt sich",
        "das buchstabiert sich", "buchstabiere",
    ),
    stops=word_set(
        """
        buchstabiere
        besten wäre dann gerne moment
        nehmen notieren schreiben sie nutzen verwenden lieber besser wahrscheinlich
        die der das den dem des ein eine einen einer mein meine meinen meiner meinem ist lautet
        wäre an auf von vom zu zur zum unter mit für und oder aber ja nein doch ich er sie es wir
        ihr ihre ihren sein seine unser unsere email e-mail mail adresse mailadresse e-mailadresse
        emailadresse e-mail-adresse schreiben schicken senden schicke schreib schreiben sie bitte
        erreichen erreichbar notieren nehmen geht gerne am im in bei bin heiße name telefon nummer
        privat geschäftlich privaten dienstlich firma danke okay ok hallo so dann also hier mir
        mich nutzen verwenden konto benutzer als wie was auch noch heißt adresse
        """
    ),
    copulas=frozenset({"ist", "lautet", "wäre", "an", "unter", "auf", "ist:", "email", "e-mail",
                       "mail", "adresse", "nehmen", "notieren"}),
    extension=(
        "durchwahl", "apparat", "nebenstelle", "app", "die durchwahl", "durchwahlnummer", "klappe",
    ),
    phone_noise=(
        "und", "dann", "vorwahl", "strich", "schrägstrich", "äh", "ähm", "die", "und dann", "also",
        "landesvorwahl", "bindestrich", "pause", "danach", "weiter", "nummer", "und zwar", "genau",
        "ländervorwahl", "rufnummer",
    ),
)  # fmt: skip
