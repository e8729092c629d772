"""Portuguese, of Portugal and Brazil."""

from domain.spoken_form.lexicons.lexicon import Lexicon, word_set

PORTUGUESE = Lexicon(
    language="pt",
    marks={
        "arroba": "@", "a roba": "@", "at": "@",
        "ponto": ".", "dot": ".", "pontocom": ".com", "ponto com": ".com", "ponto br": ".br",
        "ponto pt": ".pt",
        "underline": "_", "underscore": "_", "traço baixo": "_", "traço inferior": "_",
        "sublinhado": "_", "underlaine": "_", "risco baixo": "_", "traço embaixo": "_",
        "traço": "-", "hífen": "-", "ífen": "-", "tracinho": "-", "menos": "-", "travessão": "-",
        "mais": "+", "sinal de mais": "+", "plus": "+",
    },
    letter_names={
        "á": "a", "bê": "b", "bé": "b", "cê": "c", "dê": "d", "é": "e", "ê": "e", "efe": "f",
        "éfe": "f", "gê": "g", "agá": "h", "jota": "j", "cá": "k", "ká": "k", "ele": "l",
        "éle": "l", "eme": "m", "éme": "m", "ene": "n", "éne": "n", "ó": "o", "pê": "p",
        "quê": "q", "erre": "r", "érre": "r", "esse": "s", "ésse": "s", "tê": "t", "vê": "v",
        "dáblio": "w", "dabliú": "w", "dábliu": "w", "xis": "x", "chis": "x", "ípsilon": "y",
        "ipsilon": "y", "ipslon": "y", "i grego": "y", "zê": "z", "cê cedilha": "ç",
        "c cedilha": "ç", "ces cedilha": "ç", "a com til": "ã", "a til": "ã", "o til": "õ",
        "o com til": "õ", "é com acento": "é", "éles": "l", "eles": "l", "enes": "n", "esses": "s",
        "erres": "r", "tês": "t", "efes": "f", "emes": "m",
    },
    common_words=frozenset({
        "a", "e", "o", "é", "á", "ó", "ele", "esse", "que", "cá", "de", "dê", "eles", "esses",
        "quê", "vê", "se", "as", "os", "à", "ca", "ve", "ce", "te", "be", "ge", "pe", "ze", "da",
    }),
    never_first=frozenset({"é", "à"}),
    alphabet={
        "amor": "a", "avião": "a", "bola": "b", "casa": "c", "dado": "d", "elefante": "e",
        "faca": "f", "gato": "g", "homem": "h", "igreja": "i", "joão": "j", "lua": "l",
        "maria": "m", "navio": "n", "ovo": "o", "pato": "p", "queijo": "q", "rato": "r",
        "sapo": "s", "tatu": "t", "uva": "u", "vaca": "v", "xadrez": "x", "zebra": "z",
        "lisboa": "l", "porto": "p", "faro": "f", "aveiro": "a", "braga": "b", "coimbra": "c",
        "évora": "e", "guarda": "g", "horta": "h", "itália": "i", "josé": "j", "nazaré": "n",
        "ovar": "o", "queluz": "q", "rossio": "r", "setúbal": "s", "tavira": "t",
        "unidade": "u", "viseu": "v", "leiria": "l", "madrid": "m", "dinamarca": "d",
    },
    as_in=("de", "como", "como em", "da", "do", "é de", "como de", "para", "igual"),
    spelling_noise=(
        "maiúsculo", "maiúscula", "minúsculo", "a letra", "letra", "depois", "aí",
        "outro", "mais um", "seguido de",
    ),
    digits={
        "zero": "0", "um": "1", "uma": "1", "dois": "2", "duas": "2", "três": "3", "quatro": "4",
        "cinco": "5", "seis": "6", "meia": "6", "meia dúzia": "6", "sete": "7", "oito": "8",
        "nove": "9",
    },
    number_words=word_set(
        """
        um uma dois duas três quatro cinco seis sete oito nove dez onze doze treze quatorze
        catorze quinze dezesseis dezasseis dezessete dezassete dezoito dezenove dezanove vinte
        trinta quarenta cinquenta sessenta setenta oitenta noventa cem cento duzentos trezentos
        quatrocentos quinhentos seiscentos setecentos oitocentos novecentos mil e
        """
    ),
    multiples={"duplo": 2, "dobro": 2, "triplo": 3, "duas vezes": 2, "três vezes": 3, "dobrado": 2},
    counts={"dois": 2, "duas": 2, "três": 3, "2": 2, "3": 3},
    fillers=(
        "nome ponto sobrenome",
        "hã", "hum", "ahn", "então", "bom", "tipo", "deixa ver", "deixe ver", "tudo junto",
        "tudo minúsculo", "tudo em minúsculas", "em minúsculas", "em minúsculo", "minúsculas",
        "tudo em minúsculo", "sem espaço", "sem espaços", "o número", "número", "os números",
        "números", "depois", "seguido de", "numa palavra só", "uma palavra só", "a palavra",
        "junto",
        "a letra", "letra", "em número", "tudo pegado", "tudo ligado", "sem acento", "sem acentos",
        "ponto final", "né", "algarismo", "dígito", "tá", "pronto", "letras minúsculas", "o dígito",
        "com minúscula", "minúsculo",
    ),
    repairs=(
        "não", "desculpa", "desculpe", "perdão", "quer dizer", "quero dizer", "ou melhor",
        "não não", "não desculpe", "não desculpa", "desculpe não", "espera", "espere", "aliás",
        "me enganei", "enganei-me", "corrigindo", "não espera", "não espere", "errei", "minto",
        "não minto", "digo", "não é", "opa", "peraí", "de novo", "outra vez", "não perdão",
        "no final", "termina em", "os últimos são", "acaba em",
        "ah não", "recomeçando", "corrijo", "na verdade", "me confundi", "opa não",
    ),
    glosses=(
        "soletrando", "que se escreve", "escreve-se", "se escreve", "ou seja", "é", "soletro",
        "vou soletrar", "isto é", "quer dizer",
    ),
    stops=word_set(
        """
        soletro soletrando
        olha claro pode anotar mandar seria então
        anote anota use usa coloque ponha prefiro melhor
        o a os as um uma de do da dos das em no na nos nas que se por para pra com e ou mas sim
        não meu minha meus seu sua email e-mail mail correio eletrônico eletrónico endereço é
        seria eu ele ela nós vocês escreva escrever mandar manda mande envie enviar anote anota
        anotar pode chamo nome telefone número celular telemóvel pessoal trabalho empresa obrigado
        obrigada tá ok claro bom oi olá usuário utilizador conta sou está estou aqui este esse
        isso também usar use fica ao à me te lhe são contacto contato
        """
    ),
    copulas=frozenset({"é", "seria", "para", "pra", "email", "e-mail", "mail", "eletrônico",
                       "eletrónico", "anote", "use", "endereço", "fica"}),
    extension=("ramal", "extensão", "ext", "o ramal", "opção"),
    phone_noise=(
        "e", "depois", "traço", "hífen", "ponto", "ddd", "hã", "aí", "então", "o", "indicativo",
        "código", "código de área", "espaço", "e depois", "com ddd", "é o", "prefixo", "final",
        "mais", "e o", "e aí",
    ),
)  # fmt: skip
