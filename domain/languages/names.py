"""What languages are called in English, Spanish, French, German, Portuguese, and by themselves."""

from collections.abc import Mapping

from domain.language import Language
from domain.spoken_form.words import fold

_NAMES: Mapping[str, str] = {
    "en": "english inglés anglais englisch inglês",
    "es": "spanish español castellano espagnol spanisch espanhol castelhano",
    "fr": "french francés français französisch franzoesisch francês",
    "de": "german alemán allemand deutsch alemão",
    "pt": "portuguese portugués portugais portugiesisch português",
    "it": "italian italiano italien italienisch",
    "nl": "dutch neerlandés holandés néerlandais hollandais niederländisch holländisch"
    " holandês neerlandês nederlands",
    "pl": "polish polaco polonais polnisch polonês polski polsku",
    "ru": "russian ruso russe russisch russo русский русски",
    "uk": "ukrainian ucraniano ukrainien ukrainisch українська українською",
    "tr": "turkish turco turc türkisch türkçe",
    "ar": "arabic árabe arabe arabisch العربية",
    "zh": "chinese mandarin chino mandarín chinois chinesisch mandarim chinês 中文 普通话",
    "ja": "japanese japonés japonais japanisch japonês 日本語",
    "ko": "korean coreano coréen koreanisch 한국어",
    "hi": "hindi हिन्दी हिंदी",
    "ro": "romanian rumano roumain rumänisch romeno română",
    "sv": "swedish sueco suédois schwedisch svenska",
    "da": "danish danés danois dänisch dinamarquês dansk",
    "no": "norwegian noruego norvégien norwegisch norueguês norsk",
    "fi": "finnish finés finlandés finnois finnisch finlandês suomi suomea",
    "el": "greek griego grec griechisch grego ελληνικά",
    "cs": "czech checo tchèque tschechisch tcheco čeština česky",
    "hu": "hungarian húngaro hongrois ungarisch magyar magyarul",
    "he": "hebrew hebreo hébreu hebräisch hebraico עברית",
    "ca": "catalan catalán katalanisch catalão català",
    "sr": "serbian serbio serbe serbisch sérvio srpski српски",
    "hr": "croatian croata croate kroatisch hrvatski",
    "bg": "bulgarian búlgaro bulgare bulgarisch български",
    "vi": "vietnamese vietnamita vietnamien vietnamesisch",
}

CODES: Mapping[str, Language] = {
    fold(name): Language(code) for code, names in _NAMES.items() for name in names.split()
}
"""Languages by their names, in lower case without accents."""


def english_name(language: Language) -> str:
    """What *language* is called in English; its code where nobody has told us."""
    names = _NAMES.get(language)
    return names.split()[0].capitalize() if names else f"the language with the code {language}"
