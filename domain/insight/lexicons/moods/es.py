"""Spanish."""

from collections.abc import Mapping

from domain.insight.mood import MoodKind

CUES: Mapping[MoodKind, str] = {
    MoodKind.FRUSTRATION: """
(es|esto es|me parece) (increible|alucinante|vergonzoso|lamentable)
(llevo|llevamos) ... (manana|tarde|dia|semana|mes) (entera|entero)?
  (intentando|esperando|llamando|sin)
(que|vaya|una|menuda) (falta de|poca) (seriedad|respeto|profesionalidad|verguenza)
(siempre lo mismo|siempre es lo mismo|esto es siempre igual)
(son|sois|son todos) (unos|una|todos)? (inutiles|incompetentes|ladrones|sinverguenzas|panda)
(ya)? (estoy|me tienen|me teneis) (hasta|desesperado|desesperada) ...
(no puede ser|no me lo puedo creer|no hay derecho|ya basta|no aguanto mas)
(me estan|estan) (tomando el pelo|mareando)
(esto|eso)? es (una|un)? (verguenza|ridiculo|inaceptable|indignante|una burla|tomadura de pelo|
  desastre|increible que|el colmo|absurdo|abuso|inadmisible|intolerable)
es (ridiculo|inaceptable|indignante|el colmo|absurdo|inadmisible|intolerable)
que (verguenza|desastre|falta de respeto)
(estoy|ya estoy|me tiene|me tienen|me teneis) (muy|bastante|completamente|tan)? (harto|harta|
  hartos|enfadado|enfadada|enojado|enojada|molesto|molesta|furioso|furiosa|cansado de|cansada de|
  cabreado|cabreada|indignado|indignada|decepcionado|decepcionada|hasta las narices|desesperado|
  desesperada)
nadie me (ha|han|devuelve|llama|llamo|atiende|atendio|hace|ayuda|contesta|escucha|da|devolvio) ...
(llevo|llevamos) (mas de|casi|ya|como)? ... (hora|horas|minutos|dias|semanas|meses|rato)
  (esperando|en espera|llamando|intentando|sin)
cuantas veces (tengo|hay|debo|mas|le|te|se lo)
(ya)? (se lo|te lo|les) (he dicho|dije|he repetido|repeti|he explicado|he contado) (mil|tres|
  varias|muchas|dos|cien)?
(me estan|esta|estan|me hacen|me esta) (haciendo)? (perder|perdiendo|hacer perder)? el tiempo
no me (escucha|escuchan|entiende|entienden|hacen caso|hace caso|ayudan)
el? (peor|pesimo|pesima|horrible|terrible) (servicio|atencion|experiencia|empresa|trato)
(servicio|atencion) (pesimo|pesima|horrible|terrible|malisimo|malisima)
""",
    MoodKind.COMPLAINT: """
(llego|ha llegado|vino|venia|esta) (roto|rota|danado|danada|estropeado|defectuoso)
(me devuelvan|me reembolsen|que me devuelva) (el|mi|lo)? (dinero|importe|que)? ...
(trato|atendio|hablo|contesto) ... (muy mal|grosero|grosera|mala educacion)
(poner|presentar|hacer|interponer|dejar|meter|levantar) (una|mi|otra|un)? (queja|reclamacion|
  reclamo|hoja de reclamaciones)
(quiero|quisiera|vengo a|llamo para|necesito) (quejarme|reclamar)
(me|nos) (han|ha|habeis)? (cobrado|cobraron|facturado|facturaron|cargado|cargaron) (dos veces|
  doble|de mas|el doble|por duplicado|algo)
(devuelvan|devuelvanme|devuelvame|devolver|devuelva|quiero) (me)? (mi|el) dinero
quiero (un reembolso|una devolucion|una compensacion)
(me|nos) (han|habeis) (enganado|estafado|mentido|timado)
(dejen|deje|dejad) de llamar(me|nos)?
(borreme|saquenme|quitenme|sacarme) de (su|la|esa) lista
""",
    MoodKind.REQUEST_FOR_HUMAN: """
(persona|alguien|humano) que me (pueda|puede|quiera) (atender|ayudar|hablar|escuchar)
(hablar|tratar|que me atienda) (con)? (una|un) (persona|humano|ser humano) (real|de verdad|de
  carne y hueso)?
(hablar|comunicarme|comunicar|conversar) con (una|un|alguna|algun|el|la|su|otra)? (persona|
  humano|alguien|agente|operador|operadora|supervisor|supervisora|encargado|encargada|gerente|
  responsable|asesor|representante|jefe|ser humano|alguien de verdad)
(paseme|pasame|pongame|ponme|comuniqueme|transfierame|me pasa|me puede pasar|me pone|me comunica|
  me puede poner|me transfiere) con (una|un|alguna|algun|el|la|su|otra)? (persona|humano|alguien|
  agente|operador|operadora|supervisor|supervisora|encargado|encargada|gerente|responsable|
  asesor|representante|jefe)
no quiero hablar con (una|un) (maquina|robot|contestador|bot)
(quiero|necesito) (un|una) (persona|humano|operador|agente|supervisor) (real|de verdad)?
START (operador|operadora|agente|un humano|una persona) (por favor)? END
""",
    MoodKind.CANCELLATION_THREAT: """
(me den|denme|que me den) de baja
(cancelar|cancelarlo) todo
(cancelar|cancelo|anular|dar de baja|cancelen|cancele) (mi|el|la|este|esta|todo|nuestro|nuestra)?
  (contrato|suscripcion|servicio|cuenta|linea|plan|poliza|membresia|seguro)
(darme|me doy|me voy a dar|voy a dar|quiero dar) de baja
(me voy|me cambio|irme|cambiarme|nos vamos) (a|de|con) (la competencia|otra compania|otra
  empresa|otro proveedor|otro operador|compania|operador)
(no vuelvo|no volvere|nunca mas) a? (comprar|contratar|llamar|usar|compro|contrato)
""",
    MoodKind.LEGAL_THREAT: """
(poner|pongo|pondre|interponer|presentar) (una|la) (denuncia|demanda)
(nos vemos|nos veremos|vemos) en (los)? (tribunales|el juzgado|juicio)
(llamar|llamare|hablar|hablare|consultar|acudir|contactar|noticias|contratar|pondre|poner) (a|
  con|de|en manos de)? (mi|un|nuestro|mis) (abogado|abogada|abogados)
(voy a|vamos a|los|les|le|pienso) (demandar|denunciar|demandarlos|demandarles|denunciarlos|
  denunciarles|denunciare|demandare)
(acciones|medidas|via) (legales|judiciales|legal)
(ir|llevar|llevarlos|llevare|iremos|ire|vernos|vemos) ... (a|en) (los)? (juicio|tribunales|
  juzgado|tribunal)
(consumo|profeco|defensor del pueblo|oficina del consumidor|facua)
""",
    MoodKind.PROFANITY: """
(mierda|puta|puto|putos|joder|jodido|jodida|cono|cojones|gilipollas|cabron|cabrones|hijo de puta|
  hijos de puta|hostia|pendejo|pendejos|chingar|chinga|chingada|carajo|boludo|pelotudo|malparido|
  verga|no mames|me cago en)
""",
    MoodKind.REPEAT_CALLER: """
(van|son) (dos|tres|cuatro|cinco|varias|muchas) veces que (llamo|les llamo|le llamo|los llamo)
(segunda|tercera|cuarta|quinta|sexta|decima|enesima) vez que (llamo|le llamo|les llamo|los llamo|
  hablo|llamamos|me pongo|tengo que llamar|lo explico)
(he llamado|llame|hemos llamado|llevo llamando|estuve llamando) (ya)? (dos|tres|cuatro|cinco|
  varias|muchas|mil) veces
ya (he llamado|llame|hable|he hablado|me comunique|les llame|lo explique) ...
(hable|he hablado|llame) ... (ayer|la semana pasada|el mes pasado|esta manana)
(vuelvo a|otra vez) (llamar|llamo|estoy llamando)
""",
    MoodKind.SATISFACTION: """
(es|eres|ha sido) (usted)? un (encanto|sol|amor|placer)
(me)? (ha|has|han) (solucionado|resuelto|arreglado|salvado) ...
(que bien|que alegria|que bueno) ,? (muchas|muchisimas|mil)? gracias ...
(me)? (ha|has) (alegrado|salvado) (el dia|la vida)
me (ha|has|han|ayudo|ayudaste|ayudaron) (ayudado|sido|servido)? (de|mucho|muchisimo|un monton|
  muy)? (gran ayuda|mucho|muchisimo|util|un monton|bastante)
(muy|que) (amable|atento|atenta|gentil)
(excelente|buenisimo|buenisima|estupendo|fantastico|magnifico|gran|muy buen|muy buena) (servicio|
  atencion|trabajo|trato|ayuda)
(perfecto|genial|estupendo|excelente|maravilloso|fantastico|buenisimo) ,? (muchas|muchisimas|mil|
  le agradezco|te agradezco|me)
(estoy|quede|quedo) (muy|encantado|bastante) (contento|contenta|satisfecho|satisfecha|feliz|
  agradecido|agradecida|encantado|encantada)
(muchas|muchisimas|mil) gracias por (su|tu|la|toda|todo|ayudarme)
(le|te|les|se lo) (agradezco|agradecemos) (mucho|muchisimo|de verdad|un monton)
(que)? (maravilla|alegria|buena noticia)
me encanta
""",
}

VETOES = """
no (quiero|tengo|deseo|necesito|vengo a|voy a|pienso|hace falta|es necesario) (poner|
  presentar|hacer|hablar|cancelar|dar|darme|que|ninguna|ningun|una|a|quejarme|demandar) ... ...
(ninguna|ningun|sin|alguna) (queja|quejas|reclamacion|reclamaciones|reclamo)
no (es|fue|ha sido|estoy|me ha|me han|son) ...
(me dijo|dice|dijo|dijeron|me conto|dicen) que ... ...
(mi|su) (hermano|hermana|marido|mujer|hijo|hija|amigo|amiga|madre|padre) (quiere|dice|esta) ...
"""
