"""Mail providers and the endings of domains."""

from domain.spoken_form.lexicons.lexicon import word_set

PROVIDERS = {
    "gmail": "gmail.com", "googlemail": "googlemail.com", "hotmail": "hotmail.com",
    "outlook": "outlook.com", "yahoo": "yahoo.com", "icloud": "icloud.com", "aol": "aol.com",
    "protonmail": "protonmail.com", "proton": "proton.me", "msn": "msn.com", "live": "live.com",
    "gmx": "gmx.de", "web": "web.de", "freenet": "freenet.de", "t-online": "t-online.de",
    "orange": "orange.fr", "wanadoo": "wanadoo.fr", "laposte": "laposte.net", "sfr": "sfr.fr",
    "uol": "uol.com.br", "bol": "bol.com.br", "sapo": "sapo.pt", "comcast": "comcast.net",
    "verizon": "verizon.net", "fastmail": "fastmail.com", "zoho": "zoho.com",
    "yandex": "yandex.com",
    "telefonica": "telefonica.net", "btinternet": "btinternet.com",
}  # fmt: skip
"""What a provider's bare name stands for."""

PROVIDERS_ALONE = word_set(
    """
        gmail googlemail hotmail outlook yahoo icloud aol protonmail gmx t-online msn
        """
)
"""The ones whose bare name is heard as the whole domain even without a question for an e-mail."""

SPLIT_PROVIDERS: dict[tuple[str, ...], str] = {
    ("g", "mail"): "gmail", ("hot", "mail"): "hotmail", ("out", "look"): "outlook",
    ("i", "cloud"): "icloud", ("google", "mail"): "googlemail", ("proton", "mail"): "protonmail",
    ("ji", "mail"): "gmail", ("jee", "mail"): "gmail", ("gee", "mail"): "gmail",
    ("ge", "mail"): "gmail", ("t", "online"): "t-online", ("fast", "mail"): "fastmail",
    ("la", "poste"): "laposte", ("ya", "hoo"): "yahoo",
}  # fmt: skip
"""Providers as recognisers take them apart."""

_COUNTRIES = word_set(
    """
        ad ae ag ai am ar at au be bg bo br by ca cc ch ci cl cm cn co cr cu cv cy cz de dk do dz
        ec ee es eu fi fm fr ga gb ge gh gi gr gt hk hn hr hu id ie il im in io ir is it je jp ke
        kr kw la lb li lk lt lu lv ly ma mc md me mg mk ml mt mu mx my mz ng ni nl no nz pa pe ph
        pk pl pr pt py qa re ro rs ru sa se sg si sk sn su sv th tk tn to tr tt tv tw ua ug uk us
        uy uz ve vn ws za zm zw ao st tl
        """
)
_GENERIC = word_set(
    """
        com net org edu gov mil int info biz name pro coop aero museum jobs mobi tel travel cat
        app dev page blog cloud online store shop tech site website space agency digital design
        studio media email work works team group company solutions services consulting capital
        ventures finance health care clinic legal law life live today world global international
        network systems software energy industries construction engineering house homes properties
        realestate academy school university college events photography restaurant cafe coffee bar
        pizza kitchen garden fitness yoga bike auto cars church community foundation social art
        gallery gmbh ltd llc berlin hamburg koeln bayern wien swiss paris london madrid barcelona
        bzh eus gal example xyz club fun icu top vip one me
        """
)
ENDINGS = _COUNTRIES | _GENERIC
"""Endings a dictated domain may have: any other word behind a dot needs another dot."""

SECOND_LEVEL = frozenset({"co", "com", "org", "net", "gov", "ac", "edu", "gob", "gv", "or"})
"""Endings that a country may follow."""

PAIRED_COUNTRIES = word_set(
    """
        uk br mx ar nz za au jp kr in pe co ve uy ec bo py at pt tr il
        """
)
"""Countries heard behind a second-level ending even without a dot: `co uk`."""
