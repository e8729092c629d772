"""Portuguese."""

from collections.abc import Mapping

from domain.insight.moderation import Category

CUES: Mapping[Category, str] = {
    Category.ABUSE: """
(voce e|voces sao|tu es|voce|seu|sua|seus|e um|sao uns|sois) (um|uma|uns|umas|tao|muito|todos|
  mesmo|so)? (bando de|pedaco de|grande|maldito|maldita|puta)? (idiota|idiotas|imbecil|imbecis|
  burro|burra|burros|estupido|estupida|estupidos|otario|otaria|otarios|babaca|babacas|cretino|
  cretina|filho da puta|filhos da puta|filha da puta|desgracado|desgracada|merda|lixo|escroto|
  arrombado|vagabunda|vagabundo|cuzao|retardado|retardada|cabrao|palhaco de merda|piranha)
(vai|va|vao) (tomar no cu|se foder|pra merda|a merda|para o inferno|pro inferno|pro caralho|para
  o caralho|te foder|se ferrar)
(cala|cale|calem) (a|essa|a tua|a sua) boca
(foda se voce|vai te foder|va se foder|chupa meu pau|teu cu|puta que te pariu|filho da puta|filha
  da puta)
(maldito|maldita|porra de|merda de|estupido|estupida|droga de) (robo|maquina|bot|computador)
""",
    Category.HATE: """
(volta|volte|voltem) (para|pra|pro) (a|o)? (sua|seu|teu|tua|vossa)? (terra|pais|africa) ...
(todos|esses|estes|malditos|os) (os)? (negros|judeus|muculmanos|ciganos|imigrantes|gays|viados|
  nordestinos|estrangeiros|arabes|pretos) (deviam|deveriam|sao|tem que|merecem) (todos|uns|umas)?
  ... (morrer|mortos|animais|lixo|escoria|deportados|ratos|parasitas|ladroes|bandidos)
(preto|negro|judeu|cigano|nordestino|macaco) (imundo|sujo|nojento|de merda|fedorento)
(sua|seu) (macaca|macaco) ...
(odeio|detesto) (todos)? (os) (negros|judeus|muculmanos|ciganos|imigrantes|gays|viados|
  nordestinos|estrangeiros|pretos)
(heil hitler|hitler tinha razao|hitler estava certo)
""",
    Category.SEXUAL: """
(o que voce esta vestindo|que roupa voce esta|voce esta nua|voce ta nua|tira a roupa|fala
  sacanagem|sexo por telefone|disque sexo)
(transar|fazer sexo|dormir|trepar) (com voce|comigo|contigo)
(quero|vou|queria) (te comer|te foder|te chupar|foder voce|comer voce)
(chupa|chupe) (meu pau|minha|me)
(mostra|manda|envia) (me)? (os|seus|teus|uma|foto dos)? (peitos|nudes|foto pelada|foto nua|bunda)
(boquete|punheta|se masturba|masturbar) ...
""",
    Category.SELF_HARM: """
(quero|vou|pensando em|penso em|vontade de|tentei|pensei em|planejo) (me matar|morrer|me
  suicidar|tirar a minha vida|tirar minha vida|acabar com a minha vida|acabar com minha vida|me
  cortar|me machucar|suicidio|sumir para sempre)
(me|eu me) (mato|matar|suicidar) ...
nao (quero|aguento) mais (viver|estar vivo|estar viva|continuar vivendo)
(pensamentos|ideias) suicidas
(acabar|acabo) com a? minha vida
(queria estar morto|queria estar morta|melhor se eu estivesse morto|melhor se eu estivesse morta|
  nao vale a pena viver|mundo seria melhor sem mim|nao tenho mais razao para viver)
""",
    Category.THREAT: """
(vou|vamos|eu vou) (ai)? (te|vos|lhe|ai te)? (matar|bater|espancar|quebrar a cara|dar um tiro|
  esfaquear|estuprar|arrebentar|socar|queimar) (voce|voces|em voce|em voces|todos voces|sua cara|
  a sua cara|sua familia|todo mundo)
vou te (matar|bater|espancar|quebrar|arrebentar|pegar|esfaquear|achar e)
(eu)? (te mato|mato voce|mato voces|acabo com voce|acabo contigo|te quebro|te arrebento) ...
(eu)? sei onde (voce|voces|tu) (mora|moram|moras|trabalha|trabalham)
(colocar|coloquei|botar|botei|por|pus|tem) uma bomba
(vou|vamos) (explodir|incendiar|botar fogo|tacar fogo|queimar) (no|na|o|a|em|nesse|nessa|esse|
  essa) (seu|sua)? ... (escritorio|predio|loja|casa|empresa)
(voce|voces|tu) (esta|ta|estao|estas|vai|vao) (morto|morta|mortos|morrer|se arrepender|pagar por
  isso|me pagar)
""",
    Category.ILLICIT: """
(como|me ensina a|me ajuda a|me diga como|quero|preciso) ... (fazer|fabricar|construir|comprar|
  conseguir|cozinhar|arrumar) ... (bomba|bombas|explosivo|explosivos|cocaina|metanfetamina|
  heroina|passaporte falso|documento falso|documentos falsos|dinheiro falso|arma ilegal|arma sem
  registro)
(lavar|lavagem de) (o|meu|esse)? dinheiro
(hackear|invadir|entrar na|entrar no) (a|o|uma|um|as)? (conta|contas|email|computador|sistema|
  banco de dados|celular|wifi|casa) (de|da|do|dos)? ...
(me)? (da|passa|diz|diga|le|leia|de) (me)? ... (cartao|cartoes|dados|telefones|numeros|enderecos|
  emails) (de|dos) (outros|outro|todos os|clientes|seus) (clientes|cliente|pessoas|usuarios)?
(roubar|falsificar|clonar) (uma|um|a|o)? (identidade|passaporte|cartao|assinatura|carro)
""",
    Category.PROMPT_INJECTION: """
(ignore|ignora|ignorem|esqueca|esquece|desconsidere|desobedeca|burle|pule) (todas|tudo)? (as|
  suas|tuas|o que|essas)? (suas|tuas|te)? (instrucoes|regras|ordens|orientacoes|restricoes|
  diretrizes|te disseram|disseram|voce sabe) ...
(mostre|mostra|diga|diz|revele|revela|repita|repete|leia|le|me de|qual e|quais sao) (me)? (o|seu|
  teu|suas|tuas|as|o seu)? (prompt|prompt do sistema|prompt de sistema|mensagem do sistema|
  mensagem de sistema|instrucoes internas|instrucoes secretas|instrucoes iniciais|instrucoes
  ocultas|instrucoes do sistema|instrucoes exatas)
(prompt|mensagem) (de|do) sistema
(aja|finja|comporte se|imagine|faca de conta) (como|ser|que|se) (voce e|voce fosse|fosse|e)? (um|
  uma)? ... (sem restricoes|sem regras|sem filtros|sem limites|hacker|administrador|outra ia|dan)
(voce agora e|agora voce e|a partir de agora voce e|voce nao e mais) ...
(a partir de agora|de agora em diante) ,? (voce|tu) (e|vai|deve|responde|so|sera|tem|ira) ...
(modo|ative o modo|entre no modo|ativa o modo) (desenvolvedor|administrador|depuracao|deus|dan|
  manutencao|sem restricoes)
(sou|aqui e) (o)? (seu|teu) (criador|desenvolvedor|programador|administrador) ...
(novas instrucoes|novas ordens) (para voce|sao|,|.)
(execute|executa|chame|chama|rode|invoque) (a|o|uma)? (funcao|ferramenta|comando|script) ...
(apague|apaga|delete|exclua) (o|a|as|os|todos os|todas as) (banco de dados|tabelas|contatos|
  registros|leads)
""",
}

VETOES = """
(ele|ela|eles|alguem) (disse|me disse|falou|gritou|me chamou|ameacou|me ameacou) ...
(morrer|morrendo|morri|morto|morta|morro) de (rir|fome|sede|vergonha|medo|calor|frio|sono|
  curiosidade|vontade|cansaco|rindo)
"""
