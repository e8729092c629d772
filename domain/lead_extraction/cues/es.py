"""Spanish; see `cues.py` for what each is."""

from collections.abc import Mapping

CUES: Mapping[str, str] = {
    "own": r"""
        deberia ser|debe ser|el (?:bueno|nuevo|correcto)(?: es)?
        prefiero|mejor
        mi(?! (?:antiguo|anterior|viejo|vieja|antigua))|mio|mia|mis|me llamo|soy|tengo|uso|es
        (?:llamarme|contactarme|escribirme|localizarme|me puede|me pueden|puede llamarme|mandeme|enviemelo|al)
        (?:apunte|anote|use|tome|ponga|mejor|coja)(?: mejor| usted)?(?: el| la)?
    """,
    "others": r"""
        (?:mi|nuestro|nuestra|el|la) (?:\w+ )?(?:marido|esposo|esposa|mujer|pareja|novio|novia|madre|padre|mama|papa|hijo|hija|hermano|hermana|tio|tia|primo|prima|vecino|vecina|amigo|amiga|companero|companera|jefe|jefa|asistente|secretaria|contable|abogado|casero|inquilino|inquilina|cliente|suegra|suegro|cunado|cunada|socio|socia|ex)
        su (?:numero|correo|email|telefono|movil|celular) es|de el|de ella|ellos|ella
        contacto de emergencia|me recomendo|recomendado por|de parte del anterior|vuestro|el de ustedes
    """,
    "disowned": r"""
        no (?:es|uses|use|usen|era|llame|llamen|escriba|al)|no|ya no (?:tengo|uso|es)|antes (?:tenia|era|usaba)
        (?:mi|el|la) (?:antiguo|anterior|viejo|antigua|vieja)(?: \w+)?|en vez de|en lugar de|olvide
    """,
    "disowned_behind": r"""
        (?:es|era|ese es|ese era|esa es|que es|que era) (?:mi |el |la )?(?:antiguo|antigua|anterior|viejo|vieja|equivocado|de antes)
        (?:ya )?no (?:es mio|es mia|funciona|vale|sirve|existe|es correcto|lo uso|la uso|es el mio)
        (?:es|ese es|esa es) (?:el |la )?de (?:mi|ella|el)|esta mal
    """,
    "hypothetical": r"""
        por ejemplo|digamos(?: que)?|supongamos|imaginemos|si (?:mi|tuviera|fuera)|algo como|como ejemplo|pongamos
    """,
    "phone_words": r"""
        telefono|tel|movil|celular|fijo|whatsapp|numero de (?:telefono|movil|celular|contacto)|mi numero|el numero|numero
        (?:llamarme|llameme|llamenme|me llaman|me llama|contactarme|llamar)(?: al)?|prefijo
    """,
    "other_numbers": r"""
        (?:pedido|factura|referencia|expediente|caso|poliza|cuenta|cliente|serie|contrato|reserva|ticket|incidencia|matricula|dni|nif|nie|cif|iban|tarjeta|codigo postal|codigo|pin|seguimiento|permiso|licencia|albaran|socio|habitacion|pasaporte|presupuesto|modelo|seguridad social)
        nacimiento|naci|euros|dolares|pesos|metros|precio|total|importe
    """,
    "caller_id": r"""
        (?:el|al|este|ese) (?:mismo )?numero (?:que (?:me )?(?:aparece|sale|veo)|desde el que (?:me |nos )?llama|del que (?:me |nos )?llama)
        (?:el|este|al|ese)(?: mismo)?(?: numero)? (?:desde el que|del que|desde donde|con el que|que) (?:le |les |te |os )?(?:llamo|estoy llamando|aparece|le aparece|sale|les sale|esta viendo|ve)
        (?:a |en )?este (?:mismo )?(?:numero|telefono|movil)|al mismo numero|desde el que (?:le |les |te |os )?llamo|este mismo
    """,
    "caller_id_denied": r"""
        no (?:a |al |en |use |usen |me llame a |llamen a )?(?:este|ese)(?: numero| telefono| movil)?|(?:este|esto)(?: numero| telefono| movil)? (?:no es|es de mi|es prestado|es de la|es de un)
    """,
    "withdraw": r"""
        (?:borre|borren|borra|elimine|eliminen|quite|quiten|olvide|olviden|cancele|tache)(?:lo|la|los|las|melo)?(?: \w+){0,4}
        (?:borrar|eliminar|quitar|olvidar|tachar)(?:lo|la|los|las)(?: \w+){0,2}
        no (?:quiero que )?(?:lo |la |los |las |me )?(?:guarde|guarden|guardes|registre|registren|conserve|conserven|tengan|quede)(?: \w+){0,4}
        (?:mejor )?no (?:lo |la |me )(?:apunte|apunten|anote|anoten|use|usen)(?: \w+){0,4}
        prefiero no (?:darlo|darla|dejarlo|dejarla|dar|dejar|que)(?: \w+){0,3}|he cambiado de (?:idea|opinion)|mejor no(?! (?:use|llame))
    """,
    "last_digits": r"""
        (?:termina|acaba|terminado|acabado|finaliza)(?: en| con)|(?:los|las) (?:ultimos|ultimas) (?:dos|tres|cuatro|\d)(?: \w+)?(?: son| es)?|el final es|al final
    """,
    "yes": r"""
        soy yo|el mismo|la misma
        sirve|ese mismo|este mismo|ese vale|sin problema|por favor si|adelante
        si|correcto|correcta|exacto|eso es|asi es|perfecto|claro|vale|de acuerdo|efectivamente|ese es|esa es|esta bien|muy bien|bueno|justo|ajam|aja|por supuesto
    """,
    "no": r"no|incorrecto|mal|para nada|tampoco|equivocado",
    "name_strong": r"""
        (?:mi|el) nombre(?: completo)?(?: es)?|me llamo|nombre|a nombre de(?! mi)|(?:habla|hablas|esta hablando) con|mi nombre y apellidos son|se llama|pongalo a nombre de
    """,
    "name_weak": r"""
        soy|aqui|le habla|te habla|habla
    """,
    "reads_name": r"""
        (?:senor|senora|senorita|don|dona|sr|sra)\.?
        es usted|hablo con|su nombre es|le tengo como|la tengo como|usted es|se llama(?: usted)?|a nombre de|nombre|entonces|es|y
    """,
    "name_own": r"mi nombre(?: es)?|me llamo|soy|y soy",
    "name_behind": r"al habla|por aqui|al telefono|al aparato|para servirle",
    "last_name": r"""
        (?:mi |el |los |mis )?apellidos?(?: es| son)?
    """,
    "company": r"""
        (?:llamo|hablo|escribo|llamamos)(?: \w+)? (?:de parte del?|en nombre del?|desde|del|de)(?: (?:la|el))?(?: (?:empresa|compania|firma))?
        (?:trabajo|trabajamos|estoy)(?: ahora)? (?:en|para|con)(?: la empresa)?
        (?:mi|nuestra|la|el|nuestro) (?:empresa|compania|tienda|firma|negocio|sociedad|clinica|agencia|taller|despacho|restaurante) (?:es|se llama|llamada|llamado)
        (?:de|en|para) la (?:empresa|firma|compania|sociedad)
        empresa(?: es| se llama)?|(?:soy|somos) (?:de|del)(?: la empresa)?
        (?:dueno|duena|gerente|director|directora|responsable|encargado|encargada|propietario|propietaria|administrador|administradora|jefe de \w+|jefa de \w+)(?: de \w+)? (?:de|en|del)(?: la empresa)?
        (?:tengo|llevo|tenemos|llevamos|regento) (?:un|una)(?: \w+){1,4} (?:que se llama|llamad[oa])|de parte de(?: la)? (?:empresa|firma)?
    """,
    "company_weak": r"""
        (?:y )?(?:llamo |le llamo )?(?:de parte de|desde|del|de)(?: la empresa| la firma| la compania)?
    """,
    "company_now": r"""
        (?:ahora|hoy|actualmente)(?: \w+)? (?:en|con|para|de)|(?:me he pasado|me pase|me cambie) a|ahora (?:se llama|nos llamamos|somos)
    """,
    "former": r"""
        antes (?:trabajaba|estaba)|trabajaba|trabaje|mi antigua|anterior|ya no (?:trabajo|estoy)|ex|deje
        (?:mi (?:marido|esposo|esposa|mujer|hijo|hija|hermano|hermana|amigo|amiga)|el|ella) (?:trabaja|es)|competencia
    """,
    "assistant": r"""
        (?:asistente|secretaria|secretario|ayudante) de(?:l)?(?! (?:la empresa|direccion))
        (?:llamo|hablo|llamando)(?: \w+)? (?:de parte de|en nombre de|para) (?:mi (?:jefe|jefa|madre|padre|marido|mujer|hijo|hija|cliente|hermana|hermano|director|directora)|el senor|la senora|don|dona|dr|doctor|doctora)
        (?:la persona de contacto|el contacto)(?: es| seria| sera)
        (?:deben|debe|tienen que|tiene que|hay que) (?:llamar|contactar|hablar)(?: con| a)(?! (?:el|ella|mi))
    """,
    "contact_me": r"""
        (?:llamen(?:me)?|llameme|contacten(?:me)?|hablen conmigo)(?: a mi)?|(?:pero|mejor) (?:llamenme|me llaman) a mi|el contacto soy yo|soy yo (?:quien|la persona)
    """,
    "contact_them": r"(?:llamenla|llamenlo|llamela|llamelo|contactenla|contactenlo|hablen con (?:el|ella)|escribanle)",
    "agent_own": r"""
        nuestro (?:\w+ )?(?:numero|correo|telefono|email|sitio)|(?:llamarnos|escribirnos|contactarnos|nos puede|puede llamar|escriba a|envielo a|envie(?: \w+){0,3} a)|nuestra (?:\w+ )?(?:linea|oficina|direccion|web)
        (?:mi|su) extension|atencion al cliente|soporte
    """,
    "agent_refuses": r"""
        mandel[oa] por (?:correo|email)|envie(?:lo)? (?:un|por) (?:correo|email)|no necesitamos
        no,? gracias|ya (?:tenemos|contamos)
        no (?:nos interesa|estamos interesados|me interesa|compramos)|solo (?:el|la) titular|no (?:puedo|podemos|me esta permitido) (?:cambiar|modificar|dar|facilitar|compartir)
    """,
    "asks_name": r"""
        titular|y el suyo|como le llamo
        (?:y )?se llama
        (?:su|tu|el|cual es su|me da su|me dice su) (?:nombre(?! de (?:la|su))|apellido)\w*|nombres?(?! de (?:la|su) (?:empresa|compania|tienda))|como se llama|como te llamas|con quien (?:hablo|tengo)|quien (?:habla|llama|es)|de parte de quien|se llama usted|apellidos?|quien le atiende|y usted es|y usted
    """,
    "asks_spelling": r"""
        deletre\w*|como se escribe|letra por letra
    """,
    "asks_contact": r"""
        (?:a|con) quien (?:apunto|anoto|pongo|llamamos|contactamos|llamo|contacto|debemos|tenemos|hablamos|nos dirigimos)(?: \w+)*|persona de contacto|quien es (?:el|la) (?:contacto|responsable|titular|interesad[oa]|client[ea])|para quien es|a nombre de quien
    """,
    "boss": r"""
        mi (?:marido|mujer|esposa|esposo|madre|padre|hijo|hija|hermano|hermana|socio|socia|companero|companera)
        (?:el hijo|la hija|el marido|la mujer|la esposa|el hermano|la hermana|el nieto|la nieta|la cuidadora) de|de mi (?:madre|padre|marido|mujer|esposa|hijo|hija|jefe|jefa|hermano|hermana|abuela|abuelo)
        (?:a |de |es |seria |con )?mi (?:jefe|jefa|director|directora|gerente|encargado|encargada)(?: se llama| es)?
        (?:es|seria|a|con) mi (?:marido|mujer|esposa|esposo|madre|padre|hijo|hija|hermano|hermana|socio|socia|companero|companera)(?: se llama| es)?
    """,
    "first_name": r"""
        (?:el |mi )?(?:primer nombre|nombre de pila|nombre)(?: es)?(?= \w+[.,]|$)
    """,
    "name_it": r"""
        es|con|seria|de parte de|a nombre de|del senor|de la senora
    """,
    "asks_email": r"correo|email|e-mail|mail|direccion electronica",
    "asks_phone": r"telefono|movil|celular|numero|donde (?:le|te|lo|la) (?:llamamos|puedo llamar|localizamos)|contactar\w*",
    "asks_company": r"empresa|compania|de donde (?:llama|nos llama)|para quien trabaja|negocio|donde trabaja",
    "seller": r"""
        le llamo para ofrecer\w*|nuestros (?:servicios|productos) (?:le|les|pueden)|ahorrar en su|mejorar su (?:web|posicion)|persona encargada de
        (?:ofrecemos|ofrecerle|ofrecerles|le ofrezco|oferta especial|presentarle|promocion|ayudamos a empresas|somos (?:lideres|especialistas)|reducir (?:su|sus) (?:factura|costes)|responsable de (?:compras|marketing)|tarifas mas bajas|posicionamiento)
    """,
    "pitch": r"""
        (?:soy|somos) (?:el |la |un |una )?(?:comercial|comerciales|proveedor\w*|distribuidor\w*|agente|asesor\w*)|represento a|le llam\w+ (?:para|por) (?:ofrecer\w*|presentar\w*|una (?:oferta|mejora|promocion))|(?:para|podemos|me gustaria) (?:ofrecer\w*|presentar\w*)
        (?:ofrecemos|vendemos|suministramos|distribuimos|fabricamos|trabajamos con empresas|instalamos)|quien (?:lleva|se encarga|gestiona|decide)|nuestros (?:productos|servicios|precios)|descuento|propuesta|catalogo|colaboracion
    """,
    "decider": r"""
        (?:quien|la persona que|el que|la que) (?:lleva|se encarga|gestiona|decide|compra|hace (?:los pedidos|las compras)|es (?:el|la) (?:responsable|encargad[oa]))(?: \w+){0,3}|(?:esta|se encuentra|hablar con) (?:el|la) (?:encargad[oa]|responsable|duen[oa]|gerente|director|directora|jefe|jefa|propietari[oa])
    """,
    "sales": r"""
        descuentos?|mejora en su|(?:su|sus) (?:tarifa|tarifas|factura|luz|web|pagina|contrato de|proveedor|seguros?)|catalogo|promocion|oferta|ofertas|presentar(?:le|les|nos|me)?|muestra gratuita|demostracion|sin compromiso|ahorr\w+|nuestra (?:empresa|gama|nueva)|nuevos? (?:productos?|servicios?)|candidat[oa]s?|financiacion para empresas|represento
    """,
    "wants": r"""
        (?:necesito|necesitamos|busco|buscamos|quiero|queremos|quisiera|queria|queriamos|me gustaria) (?!presentar|ofrecer|hablar con el|hablar con la)(?: ?\w+)|se (?:me|nos) ha (?:roto|estropeado|averiado)|mi (?:pedido|cita|caldera|factura|coche|reserva)
    """,
    "recording": r"""
        buzon de voz|deje (?:su|un) mensaje|despues de la senal|no (?:esta disponible|puedo atender)|pulse (?:uno|dos|tres|1|2|3)|mensaje (?:automatico|grabado)|ha sido (?:seleccionado|premiado)|garantia de su (?:coche|vehiculo)
    """,
    "wrong_number": r"""
        (?:me )?(?:he )?(?:confundido|equivocado)(?: de (?:numero|telefono))|aqui no vive|no es ahi
        me he equivocado|me equivoque|numero equivocado|(?:se |me )?equivocad\w+ de numero|no es (?:la|el) \w+\?|perdon no era
    """,
    "test_call": r"(?:es|solo es|esto es|hago|haciendo) (?:una )?prueba|llamada de prueba|probando|uno dos tres probando",
    "prank": r"es broma|una broma|bromeando|jajaja|papa noel|mickey mouse|batman|bart simpson",
    "intruder": r"""
        (?:cambie|cambiar|modifique|modificar|actualice|actualizar|ponga)(?: \w+){0,3} (?:correo|telefono|numero|contrasena|direccion|datos)(?: \w+){0,2} (?:de (?:mi (?:ex|vecino|vecina|jefe)|otro|otra|la cuenta|el cliente|la clienta|la senora|el senor)|del (?:senor|cliente|vecino))
        (?:deme|digame) (?:el|su) (?:telefono|correo|numero) de (?:la senora|el senor|otro|mi ex)
    """,
    "hallucination": r"gracias por ver|suscri\w+|subtitul\w+|amara org|hasta el proximo video",
    "injection": r"""
        (?:ignore|ignora|olvida|olvide|omite)(?: \w+){0,3} (?:instrucciones|reglas|ordenes|anteriores)
        (?:pon|ponga|guarda|guarde|establece|cambia|registra|registre)(?: \w+){0,2} (?:el |mi |la )(?:campo|correo|email|registro|nombre)(?: \w+){0,2} (?:a|como|en)|modo (?:administrador|desarrollador)|mensaje del sistema|abre llave|comillas
    """,
}

WORDS: Mapping[str, str] = {
    "titles": "ingeniero ingeniera licenciado licenciada lic ing senor senora senorita sr sra srta don dona doctor doctora dr dra",
    "particles": "de del la las los y da e van von",
    "breaks": """
        habla habla
        parte
        quiere necesita busca tiene llama interesa gustaria ponga apunte anote ahora antes hoy a al ahora algo aqui asi buenas bueno buenos busco calle casa cita como con correo cual cuando
        de deletreo desde digo donde e el ella en era eres es ese eso esta estaba estoy este email
        favor fecha gracias ha hay he hola hoy le les llamo llamando lo mail me mi mis movil mucho muy
        necesito no nos numero o para pero perdon por porque pues puede que queria quiero quisiera
        quien se ser si sin sobre solo soy su sus tambien te telefono tengo tenia trabajo tu un una
        usted ustedes vale vengo ya yo apellido apellidos nombre encantado arroba punto guion uno dos
        tres cuatro cinco seis siete ocho nueve cero
    """,
    "not_names": """
        nadie yo habla senora senor
        yo cliente nuevo nueva urgente interesado interesada propietario propietaria casado casada
        vecino vecina alergico el la un una de del muy correcto verdad posible importante mejor todo
        nada eso esto ese mi su tarde manana lunes martes miercoles jueves viernes sabado domingo dueno
        duena gerente asistente secretaria director directora padre madre hijo hija autonomo
        profesor profesora estudiante medico arquitecto arquitecta
    """,
    "leaders": """
        con si claro vale bueno pues eh hola buenas buenos dias tardes es mi nombre me llamo soy el la y
        perdon gracias por supuesto de acuerdo muy bien ah mm digo seria apunte tome nota
    """,
}
