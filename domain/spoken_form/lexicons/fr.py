"""French."""

from domain.spoken_form.lexicons.lexicon import Lexicon, word_set

FRENCH = Lexicon(
    language="fr",
    marks={
        "arobase": "@", "arrobase": "@", "arobas": "@", "a robase": "@", "à commercial": "@",
        "a commercial": "@", "at": "@", "arobaze": "@", "chez": "@", "arrobas": "@", "à": "@",
        "point": ".", "dot": ".", "point com": ".com", "pointcom": ".com", "point fr": ".fr",
        "tiret du bas": "_", "tiret bas": "_", "tiret du huit": "_", "tiret du 8": "_",
        "underscore": "_", "souligné": "_", "sous-tiret": "_", "tiret en bas": "_",
        "tiret": "-", "trait d'union": "-", "tiret du milieu": "-", "tiret du six": "-",
        "tiret du 6": "-", "moins": "-", "tiret normal": "-", "tiret haut": "-",
        "plus": "+", "signe plus": "+",
    },
    letter_names={
        "bé": "b", "cé": "c", "dé": "d", "effe": "f", "gé": "g", "ache": "h", "hache": "h",
        "ji": "j", "gi": "j", "ka": "k", "elle": "l", "emme": "m", "enne": "n", "pé": "p",
        "cu": "q", "ku": "q", "erre": "r", "esse": "s", "té": "t", "vé": "v", "double vé": "w",
        "double v": "w", "ixe": "x", "i grec": "y", "igrec": "y", "zède": "z", "zed": "z",
        "e accent aigu": "é", "e accent grave": "è", "e accent circonflexe": "ê",
        "e tréma": "ë", "i tréma": "ï", "c cédille": "ç", "a accent grave": "à",
        "o accent circonflexe": "ô", "a accent circonflexe": "â", "é accent aigu": "é",
        "e aigu": "é", "e grave": "è", "é aigu": "é", "u tréma": "ü", "cé cédille": "ç",
    },
    common_words=frozenset({"a", "à", "y", "o", "elle", "dé", "té", "ka", "de", "erre", "hache"}),
    never_first=frozenset({"à"}),
    alphabet={
        "anatole": "a", "berthe": "b", "célestin": "c", "désiré": "d", "eugène": "e",
        "françois": "f", "gaston": "g", "henri": "h", "irma": "i", "joseph": "j", "kléber": "k",
        "louis": "l", "marcel": "m", "nicolas": "n", "oscar": "o", "pierre": "p", "quintal": "q",
        "raoul": "r", "suzanne": "s", "thérèse": "t", "ursule": "u", "victor": "v", "william": "w",
        "xavier": "x", "yvonne": "y", "zoé": "z", "paul": "p", "robert": "r", "marie": "m",
        "bernard": "b", "andré": "a", "émile": "e", "sophie": "s", "valérie": "v", "denis": "d",
    },
    as_in=("comme", "comme dans", "de", "pour", "comme un", "comme une"),
    spelling_noise=(
        "majuscule", "minuscule", "la lettre", "lettre", "puis", "ensuite", "euh", "et puis",
        "encore un", "suivi de",
    ),
    digits={
        "zéro": "0", "zero": "0", "un": "1", "une": "1", "deux": "2", "trois": "3", "quatre": "4",
        "cinq": "5", "six": "6", "sept": "7", "huit": "8", "neuf": "9",
    },
    number_words=word_set(
        """
        un une deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze
        seize vingt vingts trente quarante cinquante soixante septante huitante octante nonante
        cent cents mille et
        """
    ),
    multiples={"double": 2, "triple": 3, "deux fois": 2, "trois fois": 3, "deux fois le": 2},
    counts={"deux": 2, "trois": 3, "2": 2, "3": 3},
    fillers=(
        "sans cédille", "avec une cédille", "avec cédille",
        "un mot", "un seul mot", "en un mot", "en un seul mot",
        "euh", "heu", "ben", "bah", "alors", "donc", "voyons", "hum", "hein", "tout attaché",
        "tout en minuscules", "en minuscules", "en minuscule", "tout en minuscule", "minuscules",
        "sans espace", "sans espaces", "le chiffre", "chiffre", "les chiffres", "chiffres",
        "le numéro", "en chiffres", "puis", "ensuite", "et puis", "suivi de", "en un mot",
        "en un seul mot", "le mot", "attaché", "tout collé", "collé", "sans accent", "sans accents",
        "la lettre", "lettre", "voilà", "le nombre", "majuscule", "minuscule", "d'accord",
    ),
    repairs=(
        "non", "pardon", "non pardon", "pardon non", "je me trompe", "je me suis trompé",
        "je me suis trompée", "je veux dire", "enfin", "enfin non", "non non", "attendez",
        "attends", "non attendez", "plutôt", "ou plutôt", "excusez-moi", "excusez moi", "désolé",
        "désolée", "euh non", "je corrige", "je recommence", "oups", "ah non", "ah pardon",
        "correction", "je reprends", "non c'est", "en fait", "mince", "zut",
        "à la fin", "se termine par", "finit par", "les derniers sont",
    ),
    glosses=(
        "ça s'écrit", "qui s'écrit", "s'écrit", "j'épelle", "je vous l'épelle", "je l'épelle",
        "donc", "soit", "c'est", "épelé", "c'est-à-dire", "je vous épelle", "ça fait",
    ),
    stops=word_set(
        """
        épelle epelle
        bien sûr donne ce sera
        prenez notez mettez utilisez écrivez ecrivez prends plutôt plutot
        à a adresse mail e-mail email courriel mon ma mes le la les l' de du des en au aux c'est
        est et ou mais oui non je j'ai il elle on nous vous ils mon votre notre ce cette ça sur
        pour par avec que qui dans un une moi suis suit électronique l'adresse d'adresse l'email
        l'e-mail serait sera écrire écrivez envoyer envoyez envoyez-le envoyez-moi noter notez
        joindre contacter numéro téléphone nom personnelle professionnelle perso pro alors donc
        merci voilà d'accord bonjour ok utilisez utiliser compte identifiant suivante plutôt
        mettez toujours aussi travaille appelle m'appelle
        """
    ),
    copulas=frozenset({"est", "c'est", "serait", "sera", "sur", "à", "mail", "e-mail", "email",
                       "suivante", "notez", "utilisez", "adresse"}),
    extension=("poste", "extension", "le poste", "ext", "interne", "numéro de poste"),
    phone_noise=(
        "et", "puis", "ensuite", "tiret", "point", "euh", "indicatif", "donc", "alors", "espace",
        "et puis", "ensuite le", "le", "entre parenthèses", "et ensuite", "voilà", "et après",
        "après",
    ),
)  # fmt: skip
