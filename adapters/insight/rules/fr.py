"""French."""

from collections.abc import Mapping

from domain.insight.moderation import Category

CUES: Mapping[Category, str] = {
    Category.ABUSE: """
(tu es|t'es|vous etes|espece d'|espece de|bande de|bande d'|pauvre|sale|gros|grosse|petit|petite|
  tu n'es qu'un|vous n'etes qu'un) (un|une|des|qu'un|qu'une|vraiment|tous|vraiment un)? (gros|
  grosse|sale|putain de|pauvre|vrai)? (connard|connards|connasse|conne|con|cons|idiot|idiote|
  idiots|debile|debiles|imbecile|imbeciles|abruti|abrutie|abrutis|salope|salaud|salauds|pute|
  encule|encules|fils de pute|ordure|ordures|merde|cretin|cretins|batard|batards|ane|poufiasse|
  attarde)
espece d'(idiot|idiote|imbecile|imbeciles|abruti|abrutie|abrutis|encule|enculee|ordure|ane)
bande d'(idiots|imbeciles|abrutis|encules|incapables)
(va|allez|vas) (te|vous)? (faire foutre|faire enculer|faire voir|te faire foutre|chier|crever)
(ferme|fermez) (ta|la|votre|ta grande) (gueule|bouche)
(ta gueule|ferme la|nique ta mere|ntm|je t'emmerde|je vous emmerde|casse toi pauvre con)
(putain de|saloperie de|foutue?|stupide) (robot|machine|bot|repondeur)
""",
    Category.HATE: """
(rentre|rentrez|retourne|retournez) (dans|chez) (ton|votre|toi|vous|leur) (pays)? ...
(tous|ces|sales|les) (les)? (noirs|juifs|arabes|musulmans|roms|gitans|immigres|homos|pedes|
  etrangers|chinois) (devraient|sont|doivent|meritent) (tous|des|de)? ... (mourir|crever|morts|
  animaux|vermine|expulses|rats|parasites|voleurs|merde)
(sale|sales) (noir|noirs|arabe|arabes|juif|juifs|negre|negres|pede|pedes|bougnoule|bougnoules|
  gitan|gitans|rom|roms|etranger|etrangers|immigre|immigres|chinois)
(bougnoule|bougnoules|youpin|youpins|negro|bamboula|tarlouze)
(je)? (deteste|hais) (tous)? (les) (noirs|juifs|arabes|musulmans|roms|gitans|immigres|homos|
  pedes|etrangers)
(heil hitler|hitler avait raison|mort aux (juifs|arabes|noirs))
""",
    Category.SEXUAL: """
(tu portes quoi|qu'est ce que tu portes|tu es nue|t'es nue|deshabille toi|enleve tes vetements|
  dis moi des cochonneries|sexe au telephone|telephone rose)
(coucher|baiser|faire l'amour) avec (moi|toi|vous)
(je veux|j'ai envie de|je vais) (te|vous) (baiser|sauter|niquer|lecher)
(suce|sucez) (moi|ma bite|ma queue)
(montre|envoie|envoyez) (moi)? (tes|des|ton|une) (seins|nichons|photos nue|photo nue|nudes|cul)
(une pipe|branlette|masturber|me branler|te masturber)
""",
    Category.SELF_HARM: """
(je)? (veux|vais|voudrais|pense a|pense|envie de|tente de|essaye de|songe a) (a|de)? (me
  suicider|me tuer|mourir|en finir|me faire du mal|me pendre|m'ouvrir les veines|disparaitre pour
  toujours)
(mettre|mets) fin a mes jours
(je)? (ne)? veux plus (vivre|etre la|continuer a vivre)
(idees|pensees|envies) (suicidaires|noires de mort)
(je suis|me sens) suicidaire
(la vie ne vaut plus|plus de raison de vivre|plus aucune raison de vivre|mieux si j'etais mort|
  mieux si j'etais morte|serait mieux sans moi)
""",
    Category.THREAT: """
(je vais|on va|je viens|je vous jure que je vais) (venir)? (te|vous|tous vous|t') (tuer|buter|
  frapper|defoncer|egorger|casser la gueule|planter|cogner|violer|bruler|crever|demolir|etrangler)
(je|on) (te|vous) (tue|tuerai|bute|buterai|defonce|retrouverai|creverai|casserai la gueule) ...
(je|on) sais? ou (tu|vous) (habites|habitez|travailles|travaillez|vis|vivez)
(poser|pose|posee|mis|mettre) une bombe
(faire|vais faire|vais) (sauter|exploser|cramer|bruler|mettre le feu a|foutre le feu a) (votre|
  vos|ta|ton|le|la|vous)? (bureau|bureaux|immeuble|magasin|boutique|maison|boite|agence)
(tu es|vous etes|t'es) (mort|morte|morts)
(tu vas|vous allez) (le regretter|me le payer|crever|mourir|payer pour ca)
""",
    Category.ILLICIT: """
(comment|apprends moi a|aide moi a|aidez moi a|dites moi comment|je veux|j'ai besoin de) ...
  (faire|fabriquer|construire|acheter|trouver|cuisiner|obtenir) ... (bombe|bombes|explosif|
  explosifs|cocaine|meth|heroine|faux passeport|faux papiers|fausse monnaie|faux billets|arme
  illegale|arme a feu sans)
(blanchir) (de|mon|cet)? (l'|)argent
(pirater|hacker|entrer dans) (le|la|un|une|les|son|sa|mon ex) (compte|comptes|boite mail|
  ordinateur|systeme|base de donnees|telephone|wifi) ...
(donne|donnez|dites|dis|lis|lisez) (moi|nous) ... (carte|cartes|donnees|coordonnees|numeros|
  numero|adresses|informations) (des|d'|de tous les|d'un|de vos|d'autres) ?(autres|autre|clients|
  client) ...
(voler|falsifier|usurper) (une|un)? (l'|)(identite|passeport|carte bancaire|signature|voiture)
""",
    Category.PROMPT_INJECTION: """
(ignore|ignorez|oublie|oubliez|contourne|contournez|desobeis a) (toutes|tout|tous)? (les|tes|vos|
  tes propres|ce que)? (tes|vos)? (instructions|regles|consignes|directives|restrictions|ordres|
  on t'a dit|tu sais|on vous a dit) ...
(montre|montrez|donne|donnez|revele|revelez|repete|repetez|lis|lisez|dis|dites|affiche|quel est|
  quelles sont) (moi|nous)? (ton|tes|votre|vos|le|les)? (prompt|prompt systeme|message systeme|
  invite systeme|instructions internes|instructions secretes|instructions initiales|instructions
  cachees|instructions systeme|instructions exactes|consignes exactes|consignes internes)
(prompt|message|invite) (du)? systeme
(fais comme si|comporte toi comme|agis comme|joue le role|fais semblant|imagine que) (tu etais|tu
  es|un|une|d'un|d'une|d'etre)? (un|une)? ... (sans restriction|sans restrictions|sans regles|
  sans filtre|sans filtres|sans limites|hacker|administrateur|autre ia|dan)
(tu es maintenant|vous etes maintenant (un|une|en mode)|tu n'es plus|a partir de maintenant tu
  es|desormais tu es)
  ...
(a partir de maintenant|desormais|des maintenant) ,? (tu|vous) (es|etes|vas|allez|dois|devez|
  reponds|repondez|seras|ne) ...
(mode|passe en mode|active le mode|activez le mode) (developpeur|administrateur|debogage|debug|
  dieu|dan|maintenance|sans restriction)
(je suis|c'est) (ton|votre) (createur|developpeur|programmeur|administrateur) ...
(nouvelles instructions|nouvelles consignes) (pour toi|sont|,|.)
(execute|executez|appelle|appelez|lance|lancez) (la|une|le|un)? (l'|)(fonction|outil|script)
(supprime|supprimez|efface|effacez) (la|toutes les|tous les|les) (base de donnees|tables|
  contacts|enregistrements)
""",
}

VETOES = """
(il|elle|ils|on|quelqu'un) (m'a|m'ont|a|a dit|dit|criait|m'a traite|m'a dit|ont) (dit|traite|
  traitee|menace|menacee|appele|crie)? ...
(mourir|meurs|mort|morte|creve) de (rire|faim|soif|honte|peur|chaud|froid|fatigue|curiosite|envie)
(con|cons) (carne)? (que|de) (es|son)
"""
