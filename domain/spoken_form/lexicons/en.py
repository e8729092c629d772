"""English."""

from domain.spoken_form.lexicons.lexicon import Lexicon, word_set

ENGLISH = Lexicon(
    language="en",
    marks={
        "at": "@", "at sign": "@", "at symbol": "@", "the at sign": "@", "at the rate": "@",
        "at the rate of": "@", "at-sign": "@",
        "dot": ".", "point": ".", "period": ".", "full stop": ".", "dot com": ".com",
        "dotcom": ".com",
        "underscore": "_", "under score": "_", "underline": "_", "low dash": "_",
        "dash": "-", "hyphen": "-", "minus": "-", "minus sign": "-", "dash sign": "-",
        "plus": "+", "plus sign": "+",
    },
    letter_names={
        "bee": "b", "cee": "c", "dee": "d", "eff": "f", "gee": "g", "aitch": "h", "haitch": "h",
        "jay": "j", "kay": "k", "ell": "l", "el": "l", "em": "m", "en": "n", "pee": "p",
        "cue": "q", "queue": "q", "ar": "r", "ess": "s", "tee": "t", "vee": "v",
        "double u": "w", "double you": "w", "double-u": "w", "ex": "x", "wye": "y", "zee": "z",
        "zed": "z",
    },
    common_words=frozenset({
        "a", "i", "o", "bee", "gee", "jay", "kay", "el", "em", "en", "pee", "cue", "queue", "ar",
        "tee", "ex",
    }),
    alphabet={
        "able": "a", "baker": "b", "adam": "a", "boy": "b", "charles": "c", "david": "d",
        "edward": "e", "frank": "f", "george": "g", "henry": "h", "ida": "i", "john": "j",
        "king": "k", "lincoln": "l", "mary": "m", "nora": "n", "ocean": "o", "queen": "q",
        "sugar": "s", "union": "u", "young": "y", "zebra": "z", "apple": "a", "nancy": "n",
    },
    as_in=(
        "as in", "for", "like", "as in the word", "like in", "as for", "is for", "like for",
        "for example", "as", "of",
    ),
    spelling_noise=(
        "capital", "uppercase", "upper case", "lowercase", "lower case", "the letter", "letter",
        "then", "and then", "then a", "then an", "and", "another", "followed by", "uh", "um", "er",
        "small",
    ),
    digits={
        "zero": "0", "oh": "0", "o": "0", "nought": "0", "naught": "0", "nil": "0", "zip": "0",
        "one": "1", "two": "2", "three": "3", "four": "4", "five": "5", "six": "6", "seven": "7",
        "eight": "8", "nine": "9", "niner": "9",
    },
    number_words=word_set(
        """
        ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty
        thirty forty fourty fifty sixty seventy eighty ninety hundred thousand and one two three
        four five six seven eight nine
        """
    ),
    multiples={"double": 2, "triple": 3, "treble": 3, "quadruple": 4, "dubble": 2},
    counts={"two": 2, "three": 3, "2": 2, "3": 3},
    fillers=(
        "first name dot last name", "first dot last",
        "uh", "um", "er", "erm", "uhm", "hmm", "mm", "ah", "so", "well", "you know", "let's see",
        "let me see", "let me think", "all one word", "one word", "all lowercase", "all lower case",
        "lowercase", "lower case", "in lowercase", "all together", "no spaces", "no space",
        "without spaces", "all in one", "all small", "small letters", "the number", "number",
        "numeral", "the digit", "digit", "the digits", "digits", "the numbers", "the word", "then",
        "and then", "followed by", "okay", "uppercase", "the letter", "letter",
        "like the color", "like the colour", "the symbol", "please", "yeah", "symbol",
    ),
    repairs=(
        "no", "no no", "no wait", "wait", "wait no", "sorry", "no sorry", "sorry no", "i mean",
        "no i mean", "sorry i mean", "scratch that", "correction", "actually", "no actually",
        "oops", "make that", "rather", "or rather", "let me start over", "let me start again",
        "let me restart", "strike that", "my mistake", "my bad", "excuse me", "pardon", "oh no",
        "wait sorry", "sorry wait", "hang on", "hold on", "uh no", "um no", "no it's", "no that's",
        "i meant", "start over", "start again", "no make that", "not that", "oh wait", "oh sorry",
        "apologies", "whoops", "at the end", "ends in", "it ends in", "ending in", "ends with",
        "it ends with", "the last two are", "the last four are", "the end is",
    ),
    glosses=(
        "that's", "that is", "spelled", "spelt", "that's spelled", "it's spelled", "which is",
        "so that's", "i'll spell it", "i spell", "so", "as in", "is spelled", "it is spelled",
        "that is spelled", "which is spelled", "spelling", "like",
    ),
    stops=word_set(
        """
        spelled spelling
        course yep sure guess got hold easy simple ready bet problem
        probably maybe definitely guess think try put take write use best down try
        a about address addresses also am an and are as be because but by call called calling can
        contact could do does email e-mail mail emails find for from get give go good got have he
        her here him his i i'd i'll i'm i've if in is it it's its just know let live look make me
        meet mine my name named of on one's or our please put reach reached really say see send
        she should so spell spelled stay sure text thanks that that's the their them then there
        they this to try up us use was we we're we've what when where which who will with work
        working works would write yeah yep yes yet you you'd you'll your yours okay ok hi hello
        still now new old best better phone number company personal business professional private
        main other another would've gmail's e username user should've account login handle
        """
    ),
    copulas=frozenset({"is", "it's", "that's", "its", "be", "was", "to", "use", "on", "address"}),
    extension=(
        "extension", "ext", "extension number", "x", "extention", "option", "press", "at extension",
    ),
    phone_noise=(
        "area code", "and", "then", "country code", "dash", "hyphen", "dot", "space", "uh", "um",
        "and then", "so", "that's", "the number is", "number", "the rest is", "followed by",
        "zero in brackets", "okay", "yeah", "and the rest is", "finally", "and that's", "it's",
        "prefix", "again",
    ),
)  # fmt: skip
