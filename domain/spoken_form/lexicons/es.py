"""Spanish."""

from domain.spoken_form.lexicons.lexicon import Lexicon, word_set

SPANISH = Lexicon(
    language="es",
    marks={
        "arroba": "@", "a roba": "@", "at": "@", "símbolo de arroba": "@",
        "punto": ".", "dot": ".", "puntocom": ".com", "punto com": ".com",
        "guion bajo": "_", "guión bajo": "_", "raya baja": "_", "subguion": "_", "subguión": "_",
        "barra baja": "_", "underscore": "_", "piso": "_", "guion abajo": "_", "guión abajo": "_",
        "guion": "-", "guión": "-", "guion medio": "-", "guión medio": "-", "raya": "-",
        "menos": "-", "guion normal": "-", "guión normal": "-",
        "más": "+", "signo más": "+", "signo de más": "+", "plus": "+",
    },
    letter_names={
        "be": "b", "be larga": "b", "be grande": "b", "be alta": "b", "ce": "c", "de": "d",
        "efe": "f", "ge": "g", "hache": "h", "jota": "j", "ka": "k", "ca": "k", "ele": "l",
        "eme": "m", "ene": "n", "eñe": "ñ", "pe": "p", "cu": "q", "erre": "r", "ere": "r",
        "ese": "s", "te": "t", "uve": "v", "ve": "v", "ve corta": "v", "ve chica": "v",
        "be corta": "v", "uve doble": "w", "doble uve": "w", "doble ve": "w", "ve doble": "w",
        "doble u": "w", "equis": "x", "i griega": "y", "y griega": "y", "ye": "y", "zeta": "z",
        "i latina": "i", "eles": "l", "enes": "n", "emes": "m", "eses": "s", "erres": "r",
        "tes": "t", "efes": "f", "ceta": "z",
    },
    common_words=frozenset({
        "a", "e", "o", "u", "y", "i", "be", "de", "te", "ese", "ve", "ge", "ca", "pe", "ere",
        "tes", "eses", "ce",
    }),
    alphabet={
        "antonio": "a", "burgos": "b", "barcelona": "b", "carmen": "c", "cádiz": "c",
        "dolores": "d", "enrique": "e", "españa": "e", "francia": "f", "francisco": "f",
        "gerona": "g", "granada": "g", "historia": "h", "huelva": "h", "inés": "i", "italia": "i",
        "josé": "j", "jaén": "j", "lorenzo": "l", "lugo": "l", "lérida": "l", "madrid": "m",
        "málaga": "m", "navarra": "n", "oviedo": "o", "parís": "p", "palencia": "p", "querido": "q",
        "ramón": "r", "roma": "r", "sábado": "s", "sevilla": "s", "tarragona": "t", "toledo": "t",
        "ulises": "u", "valencia": "v", "washington": "w", "xilófono": "x", "yegua": "y",
        "yolanda": "y", "zaragoza": "z", "zamora": "z", "navidad": "n", "uruguay": "u",
    },
    as_in=("de", "como", "como en", "como de", "es de", "de la palabra", "por", "para"),
    spelling_noise=(
        "mayúscula", "minúscula", "la letra", "letra", "luego", "después", "eh",
        "otra", "y luego", "y después", "seguido de",
    ),
    digits={
        "cero": "0", "uno": "1", "un": "1", "una": "1", "dos": "2", "tres": "3", "cuatro": "4",
        "cinco": "5", "seis": "6", "siete": "7", "ocho": "8", "nueve": "9", "veintidos": "22",
        "veintitres": "23", "veintiseis": "26",
    },
    number_words=word_set(
        """
        uno un dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince
        dieciséis dieciseis diecisiete dieciocho diecinueve veinte veintiuno veintiún veintidós
        veintitrés veinticuatro veinticinco veintiséis veintisiete veintiocho veintinueve treinta
        cuarenta cincuenta sesenta setenta ochenta noventa cien ciento doscientos trescientos
        cuatrocientos quinientos seiscientos setecientos ochocientos novecientos mil y
        """
    ),
    multiples={"doble": 2, "triple": 3, "dos veces": 2, "tres veces": 3},
    counts={"dos": 2, "tres": 3, "2": 2, "3": 3},
    fillers=(
        "nombre punto apellido",
        "eh", "este", "pues", "a ver", "mmm", "em", "bueno", "todo junto", "en minúsculas",
        "en minúscula", "minúsculas", "todo en minúsculas", "todo en minúscula", "sin espacios",
        "todo seguido", "el número", "número", "los números", "números", "el dígito", "luego",
        "después", "seguido de", "o sea", "la palabra", "junto", "todo minúsculas", "vale",
        "la letra", "letra", "en número", "en números", "y luego", "y después", "sin acento",
        "sin tilde", "sin acentos", "con minúscula", "mayúscula", "digamos", "dígitos",
    ),
    repairs=(
        "no", "perdón", "no perdón", "perdone", "perdona", "digo", "quiero decir", "mejor dicho",
        "o mejor dicho", "no no", "espera", "espere", "no espere", "no espera", "me equivoqué",
        "me he equivocado", "corrijo", "rectifico", "no digo", "perdón no", "ay no", "ay perdón",
        "miento", "no miento", "disculpe", "disculpa", "me confundí", "empiezo de nuevo",
        "de nuevo", "otra vez", "no es", "espere no", "uy no", "uy perdón", "en realidad",
        "al final", "termina en", "acaba en", "los últimos son",
    ),
    glosses=(
        "se escribe", "o sea", "es decir", "deletreado", "que se escribe", "deletreo", "es",
        "le deletreo", "te deletreo", "lo deletreo", "se deletrea",
    ),
    stops=word_set(
        """
        mándelo mándela mándamelo mándemelo envíelo envíela envíemelo mandelo mandela
        envielo enviela
        deletreo
        prefiero ponga pon mejor utilice apunte
        a al correo correos email e-mail mail mi mío mis es el la los las lo de del en que se por
        para con y o u pero sí si no este esta eso ese sería dirección electrónico electronica
        electrónica escriba escribir escríbame escríbeme mándame mándeme envíe envíeme mande puede
        puedes su sus tu un una le les me te nos yo soy está estoy apunte apunta anote anota llama
        llamo nombre teléfono número personal trabajo empresa gracias vale ok claro bueno usuario
        cuenta hola sigue siguiente también mejor aquí allí mío tengo tiene use usar usa
        """
    ),
    copulas=frozenset({"es", "sería", "a", "al", "correo", "electrónico", "electronico", "e-mail",
                       "email", "dirección", "use", "apunte", "anote"}),
    extension=("extensión", "ext", "interno", "anexo", "la extensión", "número interno", "opción"),
    phone_noise=(
        "y", "luego", "después", "prefijo", "guion", "guión", "punto", "eh", "el", "con prefijo",
        "y luego", "y después", "código", "lada", "pues", "a ver", "es el", "espacio", "y el",
        "código de área", "el prefijo", "y termina en", "y al final",
    ),
)  # fmt: skip
