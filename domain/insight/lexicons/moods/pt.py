"""Portuguese."""

from collections.abc import Mapping

from domain.insight.mood import MoodKind

CUES: Mapping[MoodKind, str] = {
    MoodKind.FRUSTRATION: """
(estou|to) ha ... (dias|horas|semanas|meses) (tentando|esperando|sem|aguardando)
(voces|eles|todos) sao (uns|todos|muito|tudo)? (incompetentes|inuteis|ladroes|palhacos|
  irresponsaveis|enrolados)
que (demora|enrolacao|bagunca|inferno|droga)
(nao e possivel|nao acredito|e sempre a mesma coisa|sempre a mesma coisa|nao da mais|chega disso)
(estou|to) (perdendo|ficando sem) (a)? paciencia
(resolve|resolvem|resolveu) nada
(isso|isto|e|ja) e? (um|uma)? (absurdo|vergonha|palhacada|ridiculo|inaceitavel|inadmissivel|
  descaso|piada|falta de respeito|desrespeito|abuso|brincadeira|revoltante|o cumulo|
  inacreditavel|lamentavel)
que (absurdo|vergonha|descaso|palhacada|falta de respeito|raiva|desrespeito)
(estou|to|ja estou|fico|fiquei) (muito|tao|ja|bem|super|extremamente|completamente)? (cansado|
  cansada|farto|farta|irritado|irritada|frustrado|frustrada|chateado|chateada|bravo|brava|
  indignado|indignada|furioso|furiosa|revoltado|revoltada|decepcionado|decepcionada|de saco
  cheio|nervoso|nervosa|desapontado|desapontada|zangado|zangada) (disso|disto|de|com|mesmo|ja|
  dessa|desse)?
(saco cheio|nao aguento mais|cansei|chega)
(ninguem|nenhuma pessoa) (me|nos|liga|atende|resolve|ajuda|responde|retorna|ouve) ...
(estou|to|fiquei|estamos) (esperando|aguardando|a espera|na linha|na fila) (ha|faz|por|a|quase|
  mais de|ha mais de) ...
(ha|faz) (mais de|quase|ja)? ... (hora|horas|minutos|dias|semanas|meses) (que)? (estou|espero|
  aguardo|tento|ligo|esperando|aguardando|eu)
quantas vezes (eu|tenho|vou|preciso|mais|e)
(eu)? ja (te|lhe|vos)? (falei|disse|expliquei|repeti) (isso|varias|mil|tres|duas|para|mais)
(voce|voces) nao (me)? (escuta|escutam|ouve|ouvem|entende|entendem|ajuda|ajudam|resolve|resolvem)
(perder|perdendo|perda|perdi) (o|de|meu|o meu)? tempo
(pior|pessimo|pessima|horrivel|terrivel) (servico|atendimento|experiencia|empresa)
(servico|atendimento) (pessimo|horrivel|terrivel|ruim demais|porco|lixo)
""",
    MoodKind.COMPLAINT: """
(chegou|veio|esta) (quebrado|quebrada|danificado|danificada|com defeito|estragado)
(foi|e) (muito|super|extremamente)? (grosso|grossa|mal educado|mal educada|rude) (comigo|no
  telefone)?
(fazer|registrar|abrir|apresentar|registar|formalizar|deixar) (uma|minha|outra|a)? (reclamacao|
  queixa|denuncia)
(quero|queria|gostaria de|preciso|vim|liguei para|vou) (reclamar|me queixar)
(cobrado|cobrada|cobraram|cobrou|debitado|debitaram|descontaram|faturado) (de mim|me)? (duas
  vezes|em dobro|a mais|duplicado|indevidamente|errado|dobrado)
(me)? (cobraram|cobrou|debitaram) (duas vezes|em dobro|a mais|duplicado|indevidamente|errado)
(cobranca|cobrancas) (indevida|indevidas|duplicada|em dobro|errada)
(quero|devolvam|devolve|devolvam me|exijo) (o)? (meu dinheiro|meu dinheiro de volta|um reembolso|
  reembolso|ressarcimento|estorno)
(fui|fomos|me) (enganado|enganada|enganaram|roubado|roubada|roubaram|lesado|lesada|mentiram)
(parem|pare|para) de (me)? ligar
(tirem|tire|retire|remova) (me)? (meu nome|o meu numero|meu numero)? (da|dessa|desta) lista
""",
    MoodKind.REQUEST_FOR_HUMAN: """
(falar|conversar) com (um|uma|o|a|seu|outro|outra|algum|alguma)? (atendente|pessoa|humano|ser
  humano|alguem|operador|operadora|gerente|supervisor|supervisora|responsavel|funcionario|
  representante|assistente de verdade|agente)
(passa|passe|passar|transfere|transfira|transferir|coloca|chama|chame) (me)? (para|pra|com|o|a)?
  (um|uma|o|a|seu|outro|outra)? (atendente|pessoa|humano|ser humano|alguem|operador|operadora|
  gerente|supervisor|supervisora|responsavel|funcionario|representante|agente)
nao quero falar com (uma|um) (maquina|robo|gravacao|computador)
(quero|preciso de|me da) (um|uma) (atendente|pessoa|humano|supervisor|gerente) (de verdade|real|
  humano)?
START (atendente|operador|um atendente|uma pessoa) (por favor)? END
""",
    MoodKind.CANCELLATION_THREAT: """
(quero|vou|pode) cancelar tudo
(cancelar|cancelo|cancela|encerrar|rescindir|cancelem|fechar) (o|a|meu|minha|esse|essa|este|esta|
  tudo|nosso|nossa)? (meu|minha)? (assinatura|contrato|conta|plano|servico|linha|seguro|cartao|
  internet)
(vou|vamos) (mudar|trocar|passar|ir) (para|pra|de) (a)? (concorrencia|concorrente|outra empresa|
  outra operadora|operadora|outro banco|outro fornecedor|empresa)
(nunca mais) (compro|volto|uso|contrato|quero)
""",
    MoodKind.LEGAL_THREAT: """
(nos vemos|vejo voces|a gente se ve) (no|na|em) (tribunal|justica)
(falar com|chamar|acionar|procurar|contratar|ligar para|consultar|noticias do|contactar) (o|um|
  uma)? (meu|minha|nosso)? (advogado|advogada)
(vou|vamos|irei|posso) (te)? (processar|processa los|acionar a justica|entrar na justica|entrar
  com (uma)? acao|abrir um processo) (voces|a empresa)?
(entrar na justica|acao judicial|medidas legais|medidas judiciais|na justica contra|em tribunal|
  ao tribunal)
(procon|reclame aqui|anatel|livro de reclamacoes|deco|pequenas causas)
""",
    MoodKind.PROFANITY: """
(porra|merda|caralho|puta|puta que pariu|filho da puta|filhos da puta|foda se|foder|fodido|
  cacete|cuzao|babaca|desgracado|desgracados|vai tomar no cu|vao tomar no cu|vai se foder|buceta|
  viado|corno|arrombado|pqp|otario|otarios)
""",
    MoodKind.REPEAT_CALLER: """
(segunda|terceira|quarta|quinta|sexta|decima|enesima) vez que (eu)? (ligo|estou ligando|falo|
  entro em contato|telefono|preciso ligar|tenho que ligar|explico)
(ja)? (liguei|telefonei|falei) (ja|aqui|para voces)? (duas|tres|quatro|cinco|varias|muitas|mil|
  umas) vezes
(eu)? ja (liguei|falei|telefonei|entrei em contato|expliquei|conversei) ...
(eu)? (liguei|falei|conversei) ... (ontem|semana passada|mes passado|hoje de manha|hoje cedo)
(estou|to) ligando (de novo|novamente|outra vez)
""",
    MoodKind.SATISFACTION: """
(resolveu|solucionou|salvou) (tudo|meu|o meu|minha|o problema)
(voce)? (me)? salvou (a minha|minha)? (vida)?
(voce|voces|o senhor|a senhora|isso)? me? (ajudou|ajudaram) (muito|bastante|demais|imenso|
  muitissimo|me)
(otimo|excelente|maravilhoso|muito bom|bom|fantastico) (atendimento|servico|trabalho)
(perfeito|otimo|excelente|maravilha|maravilhoso|fantastico|show) ,? (muito|obrigado|obrigada|
  voce|era)
(muito|super|tao) (gentil|atencioso|atenciosa|simpatico|simpatica|prestativo|prestativa|educado|
  educada|util)
(estou|fiquei|to) (muito|super|bem|bastante) (satisfeito|satisfeita|feliz|contente|grato|grata|
  agradecido|agradecida|impressionado)
(muito|muitissimo) (obrigado|obrigada) (mesmo|pela ajuda|por tudo|pelo atendimento|pela atencao|
  pela paciencia|de verdade)
(parabens|adorei|amei|que maravilha|que bom saber|salvou meu dia)
(funcionou|funciona|ficou) (perfeitamente|perfeito|otimo|direitinho)
""",
}

VETOES = """
nao (quero|tenho|ha|preciso|vou|vim|desejo|pretendo) (fazer|falar|cancelar|reclamar|nenhuma|uma|
  abrir|registrar|de|processar|mudar) ... ...
(nenhuma|sem|alguma|qualquer) (reclamacao|reclamacoes|queixa|queixas)
nao (e|foi|estou|fiquei|gostei|me ajudou|ajudou|ta) ...
(ele|ela|eles|elas) (disse|disseram|falou|fala|acha|quer) (que)? ... ...
(meu|minha) (irmao|irma|marido|esposa|mulher|filho|filha|amigo|amiga|mae|pai) (e|quer|disse|esta)
  ...
"""
