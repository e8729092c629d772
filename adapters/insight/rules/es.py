"""Spanish."""

from collections.abc import Mapping

from domain.insight.moderation import Category

CUES: Mapping[Category, str] = {
    Category.ABUSE: """
(eres|es|sois|son) (usted|ustedes)? (un|una|unos|unas|todos|tan)? (maldito|maldita|puto|puta|
  completo|pedazo de)? (idiota|idiotas|imbecil|imbeciles|estupido|estupida|estupidos|inutil de
  mierda|gilipollas|tonto del culo|subnormal|retrasado|cabron|cabrona|cabrones|pendejo|pendeja|
  pendejos|hijo de puta|hijos de puta|basura|escoria|payaso de mierda|zorra|perra)
(vete|vayase|vayanse|idos) (a la mierda|al carajo|al diablo|a tomar por culo|al infierno)
(que te|que le|que os|que les) (jodan|den|den por culo|folle un pez)
(callate|callese|cierra el pico|cierra la boca|chupame la|chingate|chinga tu madre|me cago en tu
  madre|me cago en tus muertos|tu puta madre|jodete)
(maldito|maldita|puto|puta|estupido|estupida) (robot|maquina|idiota|bot|imbecil|contestador)
""",
    Category.HATE: """
(vuelvete|vuelvase|largate|vete|volved) (a|para) (tu|su|vuestro) (pais|tierra|africa|pueblo)
(todos|esos|estos|putos|malditos|los) (los)? (negros|judios|moros|musulmanes|gitanos|inmigrantes|
  gays|maricones|sudacas|chinos|extranjeros) (deberian|son|tienen que|merecen) (unos|unas|todos)?
  ... (morir|muertos|animales|basura|escoria|deportados|ratas|parasitos|ladrones|mierda)
(puto|puta|putos|asqueroso|sucio|maldito|malditos) (negro|negros|moro|moros|judio|judios|gitano|
  gitanos|sudaca|sudacas|maricon|maricones|inmigrante|inmigrantes)
(odio a|no soporto a) (los|las|todos los) (negros|judios|moros|musulmanes|gitanos|inmigrantes|
  gays|maricones|sudacas|extranjeros)
(arriba hitler|viva hitler|hitler tenia razon)
""",
    Category.SEXUAL: """
(que llevas puesto|estas desnuda|estas cachonda|estas caliente|quitate la ropa|dime guarradas|
  hablame sucio|sexo telefonico)
(acostarme|acostarte|follar|tener sexo|coger) (contigo|conmigo)
(quiero|te voy a|me gustaria|quisiera) (follarte|follar|cogerte|chuparte)
(chupame|chupamela|comeme) (la polla|la verga|el cono)?
(ensename|mandame|enviame) (las|tus|una)? (tetas|fotos desnuda|foto desnuda|culo)
(mamada|masturbarte|masturbarme|pajearme)
""",
    Category.SELF_HARM: """
(me)? (quiero|voy a|quisiera|pienso|pensando en|ganas de|intente|he intentado) (suicidarme|
  matarme|morirme|morir|quitarme la vida|cortarme las venas|hacerme dano|desaparecer para siempre)
(ya)? no quiero (seguir viviendo|vivir|seguir con vida|vivir mas)
(acabar|terminar) con (mi vida|todo esto de una vez)
(me quiero|quiero) (morir|matar|suicidar)
(ojala estuviera muerto|ojala estuviera muerta|estaria mejor muerto|estaria mejor muerta|no
  merece la pena vivir|no vale la pena vivir)
""",
    Category.THREAT: """
(te|le|os|les|los) (voy|vamos) a (matar|pegar|reventar|partir la cara|rajar|disparar|quemar|hacer
  dano|violar|golpear|romper la cara)
(te|os|les|los) (mato|matare|reventare|rajo|parto la cara|encontrare y)
(se|sabemos) donde (vives|vive|trabajas|trabaja|viven)
(poner|puesto|puse|pondre) una bomba
(voy a|vamos a) (quemar|volar|incendiar|destrozar) (la|el|su|tu|vuestra|vuestro|esa) (oficina|
  edificio|tienda|casa|empresa|local)
(estas|estais|estan) (muerto|muerta|muertos)
(te|os|les) vas? a arrepentir
""",
    Category.ILLICIT: """
(como|ensename a|ayudame a|dime como|quiero|necesito) ... (hacer|fabricar|construir|comprar|
  conseguir|cocinar) ... (bomba|bombas|explosivos|cocaina|metanfetamina|heroina|pasaporte falso|
  documentos falsos|dinero falso|pistola ilegal|armas)
(blanquear|lavar) (el)? dinero
(hackear|piratear|entrar en) (la|el|una|un|las) (cuenta|cuentas|correo|ordenador|sistema|base de
  datos|wifi|movil) (de)? ...
(dame|deme|dime|digame|lee|leeme) ... (tarjeta|tarjetas|datos|telefonos|numeros|correos) de
  (otros|otro|los|todos los|otras) (clientes|cliente|personas|usuarios)
(robar|falsificar) (una|la|un)? (identidad|pasaporte|tarjeta|firma|coche)
""",
    Category.PROMPT_INJECTION: """
(ignora|ignore|ignorad|olvida|olvide|olvidate de|desobedece|omite|salta|saltate) (todas|todo)?
  (las|tus|sus|lo)? (todas)? (instrucciones|reglas|ordenes|indicaciones|normas|restricciones|
  directrices|que te han dicho|que te dijeron|que sabes) ...
(muestrame|muestra|dime|revela|repite|lee|ensename|cual es|cuales son|dame) (me)? (tu|tus|el|su|
  sus|las)? (prompt|prompt de sistema|mensaje de sistema|mensaje del sistema|instrucciones
  internas|instrucciones secretas|instrucciones iniciales|instrucciones ocultas|instrucciones del
  sistema|instrucciones exactas)
(prompt|mensaje) (de|del) sistema
(actua|finge|haz|comportate|imagina) (como|ser|que eres|de|si fueras) (un|una)? ... (sin
  restricciones|sin reglas|sin filtros|sin limites|hacker|administrador|otra ia|dan)
(ahora eres|a partir de ahora eres|desde ahora eres|ya no eres) ...
(a partir de ahora|desde ahora|de ahora en adelante) ,? (eres|vas a|debes|tienes que|responde|
  solo|seras) ...
(modo|activa el modo|entra en modo) (desarrollador|administrador|depuracion|dios|dan|
  mantenimiento|sin restricciones)
(soy|habla) tu (creador|desarrollador|programador|administrador) ...
(nuevas instrucciones|nuevas ordenes) (son|para ti|,|.)
(ejecuta|llama a|invoca) (la|el|una)? (funcion|herramienta|comando|script) ...
(borra|elimina) (la|las|todas las|todos los|los) (base de datos|tablas|registros|contactos)
""",
}

VETOES = """
(el|ella|ellos|me|alguien) (dijo|dice|dijeron|llamo|llamaron|grito|amenazo) ...
(morir|morirme|muero|muerto|muerta) de (risa|ganas|hambre|sed|verguenza|calor|frio|sueno|
  curiosidad|cansancio)
"""
