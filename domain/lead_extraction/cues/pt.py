"""Portuguese; see `cues.py` for what each is."""

from collections.abc import Mapping

CUES: Mapping[str, str] = {
    "own": r"""
        meu(?! (?:antigo|velho|anterior))|minha(?! (?:antiga|velha|anterior))|meus|sou|tenho|uso|e o|e
        (?:me ligar|me ligue|me contatar|me chamar|falar comigo|me encontra|ligar para mim|me manda)(?: no| em| para| pelo)?
    """,
    "others": r"""
        (?:meu|minha|do meu|da minha|nosso|nossa|o|a) (?:\w+ )?(?:marido|esposo|esposa|mulher|companheiro|companheira|namorado|namorada|mae|pai|filho|filha|irmao|irma|tio|tia|primo|prima|vizinho|vizinha|amigo|amiga|colega|chefe|assistente|secretaria|contador|contadora|advogado|advogada|senhorio|inquilino|inquilina|cliente|sogra|sogro|cunhado|cunhada|socio|socia|ex|patrao|patroa|esposa)
        (?:o numero|o email|o telefone|o celular) (?:dele|dela)|dele|dela|deles|ela|ele
        contato de emergencia|me indicou|indicado por|indicada por|seu numero e
    """,
    "disowned": r"""
        nao (?:e|use|usem|era|ligue|liguem|mande|no)|nao|ja nao (?:tenho|uso|e)|antes (?:era|tinha)|em vez (?:de|do|da)|esquece|esqueca
        (?:meu|minha|o|a) (?:antigo|antiga|velho|velha|anterior)(?: \w+)?
    """,
    "disowned_behind": r"""
        (?:e|era|esse e|esse era|essa e|que e|que era)(?: \w+)? (?:meu |minha |o |a )?(?:antigo|antiga|velho|velha|anterior|errado|errada)
        (?:ja )?nao (?:e meu|e minha|funciona|existe|vale|serve|e mais|uso mais|esta certo|e o meu)
        (?:e|esse e|essa e) (?:o |a )?(?:do meu|da minha|dele|dela)|esta errado
    """,
    "hypothetical": r"por exemplo|digamos(?: que)?|vamos supor|suponhamos|imagina|imagine|se (?:meu|minha|eu tivesse|fosse)|tipo assim|algo como",
    "phone_words": r"""
        telefone|tel|celular|telemovel|fixo|whatsapp|zap|numero de (?:telefone|celular|contato|telemovel)|meu numero|o numero|numero|ddd
        (?:me ligar|me ligue|me liga|ligar|ligue|contato|me chamar|retornar)(?: no| em| para| pelo)?
    """,
    "other_numbers": r"""
        (?:pedido|fatura|referencia|protocolo|processo|apolice|conta|cliente|serie|contrato|reserva|chamado|ticket|cpf|cnpj|rg|nif|iban|cartao|cep|codigo postal|codigo|senha|pin|rastreio|rastreamento|licenca|matricula|nota fiscal|orcamento|placa|quarto|passaporte|modelo|socio|encomenda)
        nascimento|nasci|reais|euros|metros|preco|total|valor
    """,
    "caller_id": r"""
        (?:o|este|esse|no|neste|nesse|desse|deste)(?: mesmo)?(?: numero)? (?:de onde|do qual|que|pelo qual) (?:eu )?(?:estou |to |lhe |te |vos )?(?:ligando|ligo|falando|a ligar|aparece|apareceu|aparecendo|voce esta vendo|usando)
        (?:para |pra |em |n|d)?(?:este|esse)(?: mesmo)? (?:numero|telefone|celular|telemovel)|(?:no|o) mesmo numero|esse mesmo|este mesmo|que apareceu (?:ai|na tela)
    """,
    "caller_id_denied": r"""
        nao (?:e |no |nesse |neste |use |liga |ligue |me liga |me ligue |para )?(?:este|esse|nesse|neste|desse|deste)(?: numero| telefone| celular)?|(?:este|esse)(?: numero| telefone| celular)? (?:nao e|e do meu|e da minha|e emprestado|e da|e de um)|(?:estou |to )?ligando do (?:celular|telefone) (?:do|da|de)
    """,
    "withdraw": r"""
        (?:apague|apaga|apaguem|exclua|exclui|remova|remove|retire|tire|tira|esqueca|esquece|cancele|delete|deleta|risque)(?: \w+){0,4}
        nao (?:quero que )?(?:voces? )?(?:guarde|guardem|guarda|anote|anotem|anota|salve|salvem|salva|registre|registrem|use|usem|armazene|fique|fiquem)(?: \w+){0,4}
        prefiro nao (?:dar|deixar|informar|passar)(?: \w+){0,3}|mudei de ideia|melhor nao
    """,
    "last_digits": r"(?:termina|acaba|terminando|final)(?: em| com)?|(?:os|as) (?:ultimos|ultimas) (?:dois|duas|tres|quatro|\d)(?: \w+)?(?: sao| e)?|no final(?: e)?",
    "yes": r"sim|isso|isso mesmo|correto|certo|exato|exatamente|perfeito|claro|ta bom|ta certo|esta certo|ok|okay|pode ser|com certeza|aham|uhum|e esse mesmo|esta correto|beleza|esse mesmo",
    "no": r"nao|errado|incorreto|negativo|de jeito nenhum",
    "name_strong": r"(?:meu|o) nome(?: completo)?(?: e)?|(?:eu )?me chamo|chamo-me|chamo me|nome|em nome de|(?:voce|o senhor|a senhora) (?:esta|ta) falando com|quem fala e",
    "name_weak": r"(?:eu )?sou o|(?:eu )?sou a|(?:aqui )?(?:e|quem fala e|fala) o|(?:aqui )?(?:e|quem fala e|fala) a|sou|aqui e|e|fala",
    "name_behind": r"falando|aqui|no telefone|na linha|quem fala|ao telefone",
    "last_name": r"(?:meu |o )?(?:sobrenome|apelido|ultimo nome)(?: e)?",
    "company": r"""
        (?:estou ligando|ligo|estou a ligar|falo|to ligando|ligando) (?:da|do|de|em nome da|em nome do|em nome de|pela|pelo)(?: empresa)?
        (?:trabalho|trabalhamos|estou|eu trabalho) (?:na|no|em|para a|para o|pra|com a)(?: empresa)?
        (?:minha|nossa|a|da|na) (?:empresa|companhia|loja|firma|clinica|agencia|negocio)(?: e| se chama| chama)?|empresa(?: e| se chama)?|(?:sou|somos) (?:da|do)(?: empresa)?
        (?:dono|dona|gerente|diretor|diretora|responsavel|proprietario|proprietaria|socio|socia) (?:da|do|de)
    """,
    "company_weak": r"da empresa|da|do|de",
    "former": r"""
        (?:eu )?trabalhava|trabalhei|antes|antiga|antigo|anterior|nao trabalho mais|sai da|ex
        (?:meu (?:marido|irmao|filho|amigo|pai)|minha (?:esposa|mulher|filha|irma|mae|amiga)|ele|ela) (?:trabalha|e)|concorrente
    """,
    "assistant": r"""
        (?:assistente|secretaria|secretario) (?:da|do|de)|(?:ligo|ligando|estou ligando|estou a ligar)(?: \w+)? (?:em nome|por|para|pelo|pela)(?: da| do| de)? (?:meu|minha|o senhor|a senhora|a doutora|o doutor) ?(?:chefe|mae|pai|marido|esposa|filho|filha|cliente|irmao|irma|patrao|patroa|diretor|diretora)?
        (?:pessoa de contato|contato|responsavel)(?: e| seria| sera)|(?:devem|deve|tem que|precisa) (?:ligar|falar|contatar)(?: para| com)?
    """,
    "contact_them": r"(?:liguem|ligue|liga|falem|fale|fala) (?:para|com|pra) (?:ele|ela)|contatem-n[oa]",
    "agent_own": r"""
        (?:nosso|nossa) (?:\w+ )?(?:numero|email|telefone|site|central|endereco|linha|whatsapp)|(?:nos ligar|nos contatar|nos escrever|falar conosco|ligue para|escreva para|envie(?: \w+){0,3} para|mande(?: \w+){0,3} para)
        atendimento ao cliente|suporte|meu ramal
    """,
    "agent_refuses": r"nao (?:temos interesse|estamos interessados|nos interessa)|(?:so|somente|apenas) (?:o|a) titular|nao (?:posso|podemos) (?:alterar|mudar|passar|informar|fornecer)",
    "asks_name": r"(?:seu|qual e o seu|qual seu|o) (?:nome|sobrenome|apelido)|nome|como (?:voce )?se chama|com quem (?:eu )?(?:falo|estou)|quem (?:fala|esta|gostaria)|sobrenome",
    "asks_email": r"email|e-mail|correio eletronico|mail",
    "asks_phone": r"telefone|celular|telemovel|numero|contato|ligar para|retornar|whatsapp",
    "asks_company": r"empresa|companhia|de onde (?:fala|voce|esta)|para quem trabalha|onde (?:voce )?trabalha|qual loja|firma",
    "seller": r"estou ligando para (?:oferecer|apresentar)|ligo para (?:oferecer|apresentar)|economizar na sua|melhorar o seu site|pessoa responsavel por|(?:oferecemos|oferecer|oferta especial|apresentar (?:nossos|nossas|uma)|promocao|ajudamos empresas|reduzir (?:seus|a sua|sua) (?:custos|conta)|responsavel (?:por|pelas) compras|nossos (?:servicos|planos)|parceria|lider)",
    "recording": r"caixa postal|correio de voz|deixe (?:seu|o seu|um|a sua) (?:recado|mensagem)|apos o (?:sinal|bip)|nao (?:posso atender|esta disponivel)|digite (?:um|dois|tres|1|2|3)|mensagem (?:automatica|gravada)|voce foi (?:sorteado|selecionado|premiado)",
    "wrong_number": r"(?:liguei|disquei) errado|numero errado|foi engano|enganei-me|me enganei|e engano|nao e d[oa] \w+\?|liguei por engano",
    "test_call": r"(?:e|so|isso e|estou fazendo|to fazendo) (?:um )?teste|ligacao de teste|testando|chamada de teste",
    "prank": r"(?:e|to|estou) (?:brincando|brincadeira|zoando|uma brincadeira)|trote|papai noel|batman|kkk\w*|rsrs",
    "intruder": r"(?:mude|mudar|altere|alterar|troque|trocar|atualize|atualizar)(?: \w+){0,3} (?:email|telefone|numero|senha|endereco|dados|cadastro)(?: \w+){0,2} (?:da|do|de) (?:conta|minha ex|meu ex|meu vizinho|minha vizinha|cliente|senhora|senhor|outra|outro|dona)|me (?:da|passa|diga) o (?:numero|telefone|email) (?:da|do) (?:senhor|senhora|minha ex|meu ex|cliente|outr\w)",
    "hallucination": r"legend(?:a|as|ado) por|obrigado por assistir|inscreva|amara org|ate o proximo video",
    "injection": r"""
        (?:ignore|ignora|esqueca|esquece|desconsidere)(?: \w+){0,3} (?:instrucoes|regras|ordens|anteriores|comandos)
        (?:defina|define|coloque|coloca|salve|registre|mude|altere)(?: \w+){0,2} (?:o |a |meu )(?:campo|email|nome|registro|contato|lead)(?: \w+){0,2} (?:para|como|em|do)|modo (?:administrador|desenvolvedor)|mensagem do sistema|abre chave|aspas
    """,
}

WORDS: Mapping[str, str] = {
    "titles": "senhor senhora senhorita sr sra srta dona doutor doutora dr dra seu",
    "particles": "de da do das dos e van von",
    "breaks": """
        quer precisa busca tem liga gostaria
        a agora ai alo ao aqui arroba as ate boa bom bem certo com como da de dela dele dia do e ela
        ele em email era essa esse esta este eu e-mail fala falando favor foi gostaria hifen hoje isso
        ja la ligando ligo mais mas me meu meus minha moro muito na nao no nos numero o obrigada
        obrigado oi ola onde ou para pelo pois ponto por porque posso pra precisando preciso quando que
        quem queria quero se sem ser seu si sim so sobre sobrenome soletrando sou sua tambem tarde
        telefone celular tem tenho ter trabalho tudo um uma underline voce voces vou zero um dois tres
        quatro cinco seis sete oito nove meia traco nome apelido
    """,
    "not_names": """
        cliente novo nova urgente interessado interessada proprietario proprietaria casado casada
        vizinho vizinha alergico eu o a um uma de muito certo verdade possivel importante melhor tudo
        isso esse este meu minha amanha segunda terca quarta quinta sexta sabado domingo dono dona
        gerente assistente secretaria diretor diretora responsavel mae pai filho filha professor
        professora estudante medico medica autonomo advogado advogada
    """,
    "leaders": """
        com
        sim claro bom bem entao eh oi ola alo e o a meu nome eu sou me chamo chamo aqui fala pode
        ser anota ta obrigado obrigada por favor com certeza seria
    """,
}
