"""Words of businesses, places and surnames, flat, in all five languages."""

_TRADES = """
    academia academy accounting aceros acougue ag agence agencia agency agentur agropecuaria
    alimentos almacen almacenes analytics anlagenbau apartments apotheke architects architekten
    arquitectos asesoria asociados associates assurances atelier ateliers auberge auto
    autoescuela autohaus automocion automotive autopecas ayuntamiento backerei bakery bank bar
    barbearia bau baugesellschaft baustoffe bauunternehmen bijouterie bistro blumen bodega
    bodegas books boucherie boulangerie boutique brasserie brauerei brewery brewing buchhandlung
    builders building bureau buro cabinet cafe calcados capital cargo carniceria carpentry
    carpinteria carrosserie catering centre centro cerrajeria charpente chauffage church
    cleaning clinic clinica clinique coffee coiffure colegio collective college comercial
    comercio compagnie compania company comptabilite concessionaria confeitaria conseil
    construcciones construcoes construction constructions constructora construtora consulting
    consultora consultores consultoria contabilidade contracting contractors cooperativa corp
    corporation cosmeticos council couverture cristaleria cuisines dachdeckerei daycare deli
    dental dentistry design designs despacho diner distribuciones distribuidora distribution
    druckerei dynamics ecole editions editora editorial einrichtungen electric electrical
    electricidad electricite electronics elektro elektrotechnik eletrica embalagens
    empreendimentos empresa energy engenharia engineering enterprises entreprise epicerie
    equipment escola escritorio escuela estacao estudio etablissements ets etude events
    excavaciones fabrication fahrschule farm farmacia farms fazenda fenster fensterbau ferme
    ferragens ferreteria films financial firma fitness fleuriste floricultura florist
    floristeria fontaneria foods foundation freight freres friseur fromagerie fund fundacion
    galerie gallery garage garden gardens gartenbau gaststatte gbr gebaudereinigung gebruder
    gesellschaft gestoria getranke gimnasio glass gmbh grafica granja grosshandel group groupe
    grupo gruppe gym hamburgueria handel handels hardware haustechnik hausverwaltung health
    healthcare heating heizung hermanos hof holdings holzbau home homes hospital hospitality
    hostal hosteleria hotel hvac immobilien immobilier immobiliere imobiliaria imports imprenta
    imprimerie inc industria industrias industries informatica informatique ingenieria
    ingenieurburo inmobiliaria inn innovations instalaciones installationen institut instruments
    insurance interiors international inversiones investments irmaos jardineria jardins kanzlei
    kg kinderarzt kitchens klinik konditorei kuchen laboratoire laboratoires laboratories
    laboratorio laboratorios labs lager lanchonete landscaping law legal librairie library
    libreria lighting livraria llc llp logistica logistics logistik logistique loja lojas ltd
    lumber machinery maconnerie madeireira maderas mairie maison maler malerbetrieb management
    manufacturing maquinaria maquinas marcenaria marina market marketing maschinenbau materiais
    materiales mecanica mecanique mechanical media medical medicine menuiserie mercado mercearia
    metallbau metalurgica metzgerei meubles mills ministries mobel motors moveis movers mudanzas
    muebles museum networks notaria nursery oficina ohg optica optical optik orthodontics otica
    packaging padaria painting panaderia papelaria papeleria parfumerie partners partnership
    pastelaria pasteleria paving paysages pediatrics peinture peluqueria pescaderia petshop
    pharmacie pharmacy photography pinturas piscinas piscines pizza pizzaria plastics plc
    plomberie plumbing pools pousada power praxis press printing produce productions products
    produits produtos projetos properties realty recruitment recycling reformas reinigung
    reiseburo reisen remodeling renovations rentals repair restaurant restaurante restoration
    robotics roofing salon sanitar sapataria schlosserei school schreinerei schule scierie
    security seguros serralheria serrurerie services servicios servicos shop sign signs sistemas
    sociedad sociedade societe software solar solartechnik soluciones solucoes solutions spa
    spedition sports stadtwerke staffing stationery steel steuerberatung storage store studio
    studios suministros supermercado supermercados supplies supply surgery systeme systems
    taller talleres tankstelle tech technik technologies technology tecidos tecnologia
    tecnologias telecom textil textiles tienda tischlerei tools tours trading training traiteur
    transport transportadora transporte transportes transports travaux travel trucking trust
    turismo university utilities ventures verein verger verlag versicherung versicherungen
    verwaltung vet veterinaria veterinary viagens viajes vidros weingut welding werbung
    werkstatt windows wines woodworks works yoga zahnarztpraxis zentrum zimmerei
"""

_PLACES = """
aberdeen adelaide albuquerque alicante almeria amiens anaheim anchorage angers antwerp arkansas asturias
auckland augsburg badajoz bakersfield baltimore basel basle bath belem belo bochum boise bournemouth bradford
braga brasilia brest brighton brisbane bronx brooklyn buffalo burgos burlington cadiz caen calgary cambridge
campinas cancun canterbury cardiff caracas charlotte chattanooga chelsea chester chesterfield cincinnati
cleveland columbus connecticut corpus coventry croydon cuenca dakota dayton daytona delaware derby detroit
dijon dortmund duisburg dundee durham edmonton elche erfurt exeter fargo flagstaff fresno freiburg fort
gijon graz grenoble guadalajara guadalupe guimaraes halifax halle hanover harlem hartford heidelberg helena
honolulu hull huelva huesca innsbruck iowa ipswich istanbul jacksonville jaen jena jersey karlsruhe kassel kiel
knoxville laredo lansing leicester leiria leon limerick limoges lincoln linz little lleida logrono louisville
lubbock lucerne lugo luxembourg maine mainz mallorca manaus manhattan mannheim marbella maryland massachusetts
melbourne memphis mesa metz milwaukee minneapolis mississippi missouri mobile modesto montana montevideo
montpellier nancy naples nashville newark newcastle newport norfolk norwich nottingham oakland ohio oklahoma
omaha orlando orleans ottawa ourense oxford pamplona perth pittsburgh plymouth poitiers potsdam preston
quebec queens quito raleigh regensburg reims rennes reno rhode richmond rochester rosario rostock saarbrucken
saskatoon savannah setubal sheffield shreveport spokane stockholm stockton sunderland swansea syracuse tacoma
tallahassee tarragona telford tempe tenerife texas topeka tours troyes tucson tulsa tyler ulm ulster valladolid
valparaiso vancouver venezuela vermont villach vitoria waco washington wichita wiesbaden winnipeg wuppertal
wurzburg wyoming york zamora airport hospital downtown outside abroad overseas town village countryside
    alabama alaska america amsterdam argentina arizona atlanta austin australia austria
    barcelona bavaria belfast belgium berlin bern bilbao birmingham bogota bonn bordeaux boston
    brasil brazil bremen bristol bruselas brussel brussels bruxelles california canada chicago
    chile coimbra cologne colombia colorado cordoba cork curitiba dallas denmark denver
    deutschland dresden dublin dusseldorf edinburgh england espana essen europe faro finland
    florida fortaleza france frankfurt geneve georgia germany girona glasgow granada graz
    hamburg hannover hawaii here home houston idaho illinois indiana ireland italy kansas
    kentucky koln lausanne leeds leipzig liege lille lima lisboa lisbon liverpool london londres
    lyon madrid malaga manchester marseille medellin mexico miami michigan minnesota monterrey
    montreal munchen munich murcia nantes nebraska netherlands nevada nice norway nurnberg ohio
    oregon osterreich oviedo palma paris pennsylvania peru philadelphia phoenix portland porto
    portugal recife rio rome rouen sacramento salvador salzburg santander santiago scotland
    seattle sevilla spain strasbourg stuttgart suisse suiza sweden switzerland sydney tampa
    tennessee texas toledo toronto toulouse upstate utah valencia vermont vienna vigo virginia
    wales warszawa wien wisconsin work zaragoza zurich
"""

_PARTICLE_SURNAMES = """
alarcon alcala angeles aragon arellano avila ayala borja cordoba cuesta gracia haro heredia herrera jaen lara
leiva lugo luna medina mena mendoza mercedes miranda molina mora munoz navas nieves ortega osorio paz perez
rivera robles rojas segovia segura soria tapia tena tovar urquijo valencia vargas villalba zamora alencar barros
bragança brito castelo deus guimaraes loureiro maia medeiros novais pinho queiroz sa sampaio teles vasconcelos
    abreu aguiar alba almeida alvarenga amaral andrade andres anjos aragao araujo armas assis
    ayala azevedo barros blas bosque brito campo campos cardenas carmen carmo carvalho castilho
    castillo castro conceicao consuelo corral costa cruz cunha deus dios faria farias fatima
    ferrari fonseca freitas fuente fuentes gouveia guerra guzman hoz jesus jong juan la leon
    lima lourdes lucas luz machado mar matos mello melo mendonca menezes miguel moraes morais
    moral moura nascimento oliveira olmo oro pablo palma paula pedro pena penha pilar pina pino
    pinto pozo prado puente ramos rego reis rey rio rios rocha rocio rosa rosario salvo santis
    santos silva silveira siqueira socorro sol soto sousa souza teresa toledo toro torre torres
    valle vega velasco vera viana vicente villa villar
"""

_LEGAL_FORMS = """
ag bv corp corporation eireli ei eirl eurl gbr gmbh inc incorporated kg lda limited llc llp ltd ltda ohg plc
sa sarl sas sasu sl slu sociedad srl ug
"""

TRADES = frozenset(_TRADES.split())
PLACES = frozenset(_PLACES.split())
PARTICLE_SURNAMES = frozenset(_PARTICLE_SURNAMES.split())
LEGAL_FORMS = frozenset(_LEGAL_FORMS.split())
