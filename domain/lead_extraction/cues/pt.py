"""Portuguese; see `cues.py` for what each is."""

from collections.abc import Mapping

CUES: Mapping[str, str] = {
    "own": r"""
        deve ser|o (?:certo|novo|correto)(?: e)?
        prefiro|melhor
        meu(?! (?:antigo|velho|anterior))|minha(?! (?:antiga|velha|anterior))|meus|sou|tenho|uso|e o|e
        (?:me ligar|me ligue|me contatar|me chamar|falar comigo|me encontra|ligar para mim|me manda)(?: no| em| para| pelo)?
        (?:use|usa|anote|anota|pode usar|coloque|ponha|fique com)(?: o| a)?
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
        (?:esse|este|o) numero que (?:aparece|apareceu|esta aparecendo|voce (?:esta )?(?:ligou|ligando))|numero (?:de onde|do qual) (?:voce|o senhor|a senhora) (?:esta )?(?:ligando|liga|ligou)
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
    "yes": r"""
        sou eu|ela mesma|ele mesmo|eu mesm[oa]
        serve|pode|e sim|esta sim|isso ai|por favor sim|e ele mesmo|e ela mesma|sim|isso|isso mesmo|correto|certo|exato|exatamente|perfeito|claro|ta bom|ta certo|esta certo|ok|okay|pode ser|com certeza|aham|uhum|e esse mesmo|esta correto|beleza|esse mesmo
    """,
    "no": r"nao|errado|incorreto|negativo|de jeito nenhum",
    "name_strong": r"""
        (?:meu|o) nome(?: completo)?(?: e)?|(?:eu )?me chamo|chamo-me|chamo me|nome|em nome de|(?:voce|o senhor|a senhora) (?:esta|ta) falando com|quem fala e|se chama|chama-se
    """,
    "name_weak": r"""
        (?:eu )?sou o|(?:eu )?sou a|(?:aqui )?(?:quem fala )?e o|(?:aqui )?(?:quem fala )?e a|(?:quem )?fala (?:e )?(?:o|a)|(?:eu )?sou|aqui e|fala
    """,
    "reads_name": r"""
        (?:senhor|senhora|dona|seu)\.?
        (?:voce e|o senhor e|a senhora e|e)(?: o| a)?|seu nome e|falo com(?: o| a)?|se chama|nome|entao|em nome de|anotei
    """,
    "name_own": r"meu nome(?: e)?|(?:eu )?me chamo|chamo-me|(?:eu )?sou(?: o| a)?",
    "name_behind": r"falando|aqui|no telefone|na linha|quem fala|ao telefone",
    "last_name": r"""
        (?:meu |o )?(?:sobrenome|apelido|ultimo nome|nome de familia)(?: e)?
    """,
    "company": r"""
        (?:estou ligando|ligo|estou a ligar|falo|to ligando|ligando|estou falando) (?:aqui )?(?:em nome d[aeo]s?|da parte d[aeo]s?|d[aeo]s?)(?: empresa)?
        (?:trabalho|trabalhamos|estou|eu trabalho)(?: agora| hoje)? (?:na|no|em|para a|para o|pra|com a)(?: empresa)?
        (?:minha|nossa|a|da|na|meu|nosso) (?:empresa|companhia|loja|firma|clinica|agencia|negocio|oficina|restaurante|escritorio) (?:e|se chama|chama|chama-se)(?: a| o)?
        (?:da|na|pela) (?:empresa|firma|companhia)|empresa(?: e| se chama| chama-se)?|(?:sou|somos) (?:da|do)(?: empresa)?
        (?:dono|dona|gerente|diretor|diretora|responsavel|proprietario|proprietaria|socio|socia|administrador|administradora|encarregado|encarregada)(?: de \w+)? (?:da|do|de|na|no)
        (?:tenho|temos|toco) (?:um|uma)(?: \w+){1,4} (?:que se chama|chamad[oa])
    """,
    "company_weak": r"""
        da empresa|da|do|de|pela|pelo
    """,
    "company_now": r"""
        (?:agora|hoje|atualmente)(?: \w+)? (?:na|no|em|para a|para o|da|do)|(?:fui|mudei|passei) para (?:a|o)|agora (?:se chama|somos)
    """,
    "former": r"""
        (?:eu )?trabalhava|trabalhei|antes|antiga|antigo|anterior|nao trabalho mais|sai da|ex
        (?:meu (?:marido|irmao|filho|amigo|pai)|minha (?:esposa|mulher|filha|irma|mae|amiga)|ele|ela) (?:trabalha|e)|concorrente
    """,
    "assistant": r"""
        (?:assistente|secretaria|secretario) (?:da|do|de)(?! (?:empresa|direcao))|(?:ligo|ligando|estou ligando|estou a ligar|falo)(?: \w+)? (?:em nome|por|para|pelo|pela)(?: da| do| de)? ?(?:(?:meu|minha) (?:chefe|mae|pai|marido|esposa|filho|filha|cliente|irmao|irma|patrao|patroa|diretor|diretora)|o senhor|a senhora|senhor|senhora|a doutora|o doutor)
        (?:a pessoa de contato|o contato|o responsavel|a responsavel)(?: e| seria| sera)(?: o| a)?(?! (?:meu|minha))|(?:devem|deve|tem que|precisa) (?:ligar|falar|contatar)(?: para| com)(?: o| a)?(?! (?:meu|minha|ele|ela|mim))
    """,
    "contact_me": r"""
        (?:liguem|ligue|falem|fale) (?:para|pra|com|comigo)(?: mim)?|o contato sou eu|mas sou eu (?:quem|que)
    """,
    "contact_them": r"(?:liguem|ligue|liga|falem|fale|fala) (?:para|com|pra) (?:ele|ela)|contatem-n[oa]",
    "agent_own": r"""
        (?:nosso|nossa) (?:\w+ )?(?:numero|email|telefone|site|central|endereco|linha|whatsapp)|(?:nos ligar|nos contatar|nos escrever|falar conosco|ligue para|escreva para|envie(?: \w+){0,3} para|mande(?: \w+){0,3} para)
        atendimento ao cliente|suporte|meu ramal
    """,
    "agent_refuses": r"""
        nao (?:temos|precisamos|estamos)(?: \w+){0,2}|mande (?:um|por) email|envie (?:um|por) email
        nao,? obrigad[oa]|ja temos|nao,? estamos|nao (?:temos interesse|estamos interessados|nos interessa)|(?:so|somente|apenas) (?:o|a) titular|nao (?:posso|podemos) (?:alterar|mudar|passar|informar|fornecer)
    """,
    "asks_name": r"""
        titular|e o seu
        (?:seu|qual e o seu|qual seu|o) (?:sobrenome|apelido)|nome(?! da (?:empresa|sua empresa|loja))|como (?:voce )?se chama|com quem (?:eu )?(?:falo|estou)|quem (?:fala|esta|gostaria)|sobrenome|e voce e|e o senhor|e a senhora
    """,
    "asks_spelling": r"""
        soletr\w*|como se escreve|letra por letra
    """,
    "asks_contact": r"""
        quem e (?:o|a) (?:responsavel|contato|cliente|titular)|pessoa de contato|com quem (?:devemos|podemos|falamos|tratamos)|para quem (?:ligamos|e)|em nome de quem|quem (?:devo|devemos) (?:anotar|contatar|chamar|procurar)
    """,
    "boss": r"""
        (?:o )?meu (?:marido|pai|filho|irmao|socio|colega)|(?:a )?minha (?:esposa|mulher|mae|filha|irma|socia|colega)
        (?:o filho|a filha|o marido|a esposa|a mulher|o irmao|a irma|o neto|a neta) d[aeo]|(?:da minha (?:mae|esposa|mulher|filha|irma|chefe|avo)|do meu (?:pai|marido|filho|irmao|chefe|avo))
        (?:e |seria |com )?(?:o |a )?(?:meu chefe|minha chefe|meu patrao|minha patroa|meu diretor|minha diretora|meu gerente|minha gerente)(?: se chama| e)?
        (?:e|seria)(?: o| a)? (?:meu (?:marido|pai|filho|irmao|socio|colega)|minha (?:esposa|mulher|mae|filha|irma|socia|colega))
    """,
    "first_name": r"""
        (?:o |meu )?(?:primeiro nome|nome proprio)(?: e)?|(?:o )?nome e(?= \w+[.,]?$)
    """,
    "name_it": r"""
        e|com o|com a|com|seria|em nome d[aeo]
    """,
    "asks_email": r"email|e-mail|correio eletronico|mail",
    "asks_phone": r"telefone|celular|telemovel|numero|contato|ligar para|retornar|whatsapp",
    "asks_company": r"empresa|companhia|de onde (?:fala|voce|esta)|para quem trabalha|onde (?:voce )?trabalha|qual loja|firma",
    "seller": r"(?:estou ligando|ligo) para (?:oferecer|apresentar)|economizar na sua|melhorar o seu site|pessoa responsavel por|(?:oferecemos|oferecer|oferta especial|apresentar (?:nossos|nossas|uma)|promocao|ajudamos empresas|reduzir (?:seus|a sua|sua) (?:custos|conta)|responsavel (?:por|pelas) compras|nossos (?:servicos|planos)|parceria|lider)",
    "pitch": r"""
        (?:estamos|somos|estou) (?:com (?:uma|um) (?:promocao|oferta|desconto)|fornecedor\w*|representante\w*|vendedor\w*)|(?:queria|gostaria de|para|vou) (?:lhe )?(?:apresentar|oferecer)|represento
        (?:oferecemos|vendemos|fornecemos|distribuimos|instalamos|trabalhamos com)|quem (?:cuida|decide|e o responsavel|trata)|nossos (?:produtos|servicos|precos)|desconto|proposta|parceria|oferta
    """,
    "decider": r"""
        quem (?:cuida|decide|trata|faz (?:as compras|os pedidos)|e (?:o|a) responsavel)(?: \w+){0,3}|(?:falar|falo) com (?:o|a) (?:\w+ )?(?:responsavel|dono|dona|gerente|proprietari[oa]|diretor|diretora|encarregad[oa])|(?:o|a) (?:responsavel|dono|dona|gerente) (?:esta|se encontra)
    """,
    "sales": r"""
        promocao|promocoes|desconto|catalogo|apresentar|oferecer|oferta|condicoes especiais|(?:sua|seu|suas|seus) (?:conta de|internet|fatura|site|fornecedor|maquininha|plano|contrato)|economizar|poupar|poupanca|sem compromisso|para (?:empresas|clinicas|lojas|restaurantes|escritorios)|nossos? (?:produtos?|servicos?|planos?|novos?)|demonstracao|candidat[oa]s?|parceria
    """,
    "wants": r"""
        (?:preciso|precisamos|procuro|procuramos|quero|queremos|queria|queriamos|gostaria|gostariamos) (?!(?:de )?(?:apresentar|oferecer|falar com o|falar com a))(?: ?\w+)|(?:esta|ta) (?:quebrad[oa]|avariad[oa]|com defeito)|(?:meu|minha) (?:pedido|consulta|encomenda|carro|fatura|reserva)
    """,
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
    "titles": "engenheiro engenheira eng senhor senhora senhorita sr sra srta dona doutor doutora dr dra seu",
    "particles": "de da do das dos e van von",
    "breaks": """
        comigo mesmo mesma conosco
        quer precisa busca liga antes hoje a agora ai alo ao aqui arroba as ate boa bom bem certo com como da de dela dele dia do e ela
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
        com sim claro bom bem entao eh oi ola alo e o a meu nome eu sou me chamo chamo aqui fala pode
        ser anota ta obrigado obrigada por favor com certeza seria
    """,
}
