"""French."""

from collections.abc import Mapping

from domain.insight.mood import MoodKind

CUES: Mapping[MoodKind, str] = {
    MoodKind.FRUSTRATION: """
vous vous (fichez|foutez|moquez) (du monde|de moi|de nous)
(c'est|c'est vraiment|c'est quand meme|c'est franchement) (du|de l'|des|un|une|quand meme|
  vraiment)? (n'importe quoi|foutage|abus|conneries|cauchemar|catastrophe|honte|bazar)
(vous etes|ils sont|vous etes tous) (vraiment|tous|completement)? (incompetents|incompetent|nuls|
  des incapables|inutiles|des voleurs)
(je n'en peux plus|c'est pas possible|c'est pas vrai|j'hallucine|toujours la meme chose|ca
  commence a bien faire)
je perds (patience|mon temps)
(toujours)? pas de (reponse|nouvelles|reponses) (depuis|de votre part)
(c'est|ca devient|c'est vraiment|c'est completement|c'est quand meme) (vraiment|completement|
  totalement|tout a fait|juste|absolument|quand meme)? (inadmissible|inacceptable|ridicule|
  scandaleux|honteux|une honte|insupportable|n'importe quoi|lamentable|un scandale|une blague|du
  foutage de gueule|abuse|aberrant|intolerable|penible|enervant|la catastrophe)
(j'en ai|on en a|j'en ai vraiment|j'en ai plus que) (marre|ras le bol|assez|plein le dos|ma
  claque)
(ras le bol|ca suffit|c'est le comble|vous vous moquez de moi|vous vous fichez de moi|on se moque
  de moi)
je (suis|commence a etre) (vraiment|tres|extremement|tellement|completement)? (enerve|enervee|
  furieux|furieuse|en colere|fatigue de|fatiguee de|decu|decue|excede|excedee|a bout|agace|
  agacee|mecontent|mecontente)
personne (ne)? (m'a|me|m'ecoute|nous|repond|rappelle|ne|n'a) ...
(ca fait|voila|depuis) (deja|plus de|plus d'|bientot|presque)? ... (heure|heures|minutes|jours|
  semaines|mois|heure) (que j'attends|que j'appelle|d'attente|que j'essaie|en attente|que je
  patiente)
j'attends depuis ...
combien de fois (je|dois|faut|il|vais)
(je vous l'ai|je l'ai|je vous ai) deja (dit|explique|repete)
(vous)? (ne)? (m'ecoutez|m'entendez|me comprenez|m'aidez) pas
(perdre|perds|perte) (mon|de|du) temps
(pire|horrible|lamentable|deplorable|mauvais) (service|experience|accueil|societe|entreprise)
service (lamentable|deplorable|nul|horrible|catastrophique|pitoyable)
""",
    MoodKind.COMPLAINT: """
(arrive|recu|livre|arrivee) (casse|cassee|abime|abimee|endommage|defectueux|en morceaux)
(a ete|etait|est) (tres|vraiment|extremement)? (impoli|impolie|desagreable|malpoli|grossier)
  (avec moi|au telephone)?
(faire|deposer|porter|ouvrir|adresser|enregistrer) (une|ma|plainte) (reclamation|plainte|contre)?
(je)? (veux|voudrais|souhaite|tiens a|dois|appelle pour) (me plaindre|reclamer|porter plainte)
(preleve|prelevee|facture|facturee|debite|debitee|paye|fait payer) (deux fois|en double|en trop|
  trop|a tort)
(rendez moi|remboursez|rembourser|rembourse|recuperer) (moi)? (mon argent)?
(je)? (veux|exige|demande|voudrais) (un remboursement|etre rembourse|etre remboursee|mon argent|
  un dedommagement)
(vous m'avez|on m'a) (menti|arnaque|arnaquee|escroque|trompe|trompee)
(arretez|cessez) de (m'appeler|me demarcher|nous appeler)
(retirez|enlevez|supprimez) moi de (votre|vos|la) (liste|listes|fichier|fichiers)
""",
    MoodKind.REQUEST_FOR_HUMAN: """
(quelqu'un|une personne|un humain) (a qui|avec qui|qui peut|qui puisse) (je|on|m'aider|me|parler)
  ...
(avoir|avoir affaire a|joindre) (un|une|quelqu'un) (humain|personne|conseiller|vrai|vraie) ...
(parler|discuter) (a|avec|au) (un|une|votre|quelqu'un|le|la)? (vrai|vraie|autre)? (conseiller|
  conseillere|personne|humain|etre humain|quelqu'un|operateur|agent|responsable|superviseur|
  superieur|manager|collegue|directeur)
parler a quelqu'un
(passez|passer|mettez|transferez|transferer|pourriez vous me passer) (moi|me)? (en relation
  avec)? (a|avec)? (un|une|votre|quelqu'un|le|la)? (vrai|vraie|autre)? (conseiller|conseillere|
  personne|humain|etre humain|quelqu'un|operateur|agent|responsable|superviseur|superieur|
  manager|directeur)
(je)? (ne)? veux pas parler a (un|une) (robot|machine|ordinateur|repondeur|boite vocale)
(je veux|il me faut|donnez moi) (un|une) (vrai|vraie)? (conseiller|humain|personne|responsable|
  operateur|superviseur)
START (conseiller|operateur|un conseiller|un humain) (s'il vous plait)? END
""",
    MoodKind.CANCELLATION_THREAT: """
je (me desabonne|resilie) ...
(resilier|resilie|annuler|cloturer|fermer|arreter) (mon|le|notre|ce|cet|mes|l'|tout)?
  (abonnement|contrat|compte|forfait|ligne|assurance|abonnements)
(je)? (vais|veux|voudrais) (tout)? resilier
(je)? (vais|pars|passe|change|changer|partir|passer|aller) (chez|a|d') ... (concurrent|
  concurrence|operateur|fournisseur|autre operateur)
(plus jamais|jamais plus) (je|chez|client|cliente)
""",
    MoodKind.LEGAL_THREAT: """
(se|on se|nous nous) (verra|voit|verrons|retrouve|retrouvera) (au|en|devant le) (tribunal|justice)
(contacter|appeler|voir|prendre|saisir|parler a|consulter|entendre parler de|nouvelles de) (mon|
  un|notre) (avocat|avocate)
(mon|notre) (avocat|avocate) (va|vous|prendra|contactera)
(poursuivre|attaquer|assigner|poursuivrai) (en|vous|votre|la) (justice|societe)?
(porter|porte|deposer) plainte
(aller|irai|saisir|vais|iront) (au|devant le|en|le) (tribunal|justice|prud'hommes)
(dgccrf|mediateur|association de consommateurs|repression des fraudes|ufc|cnil)
""",
    MoodKind.PROFANITY: """
(fais|fait|font|faites) (me)? chier
(va|allez) (te|vous) faire (foutre|voir|enculer)
(putain|merde|merdique|merdiques|connard|connards|connasse|salaud|salope|encule|encules|fils de
  pute|fait chier|faites chier|font chier|me faire chier|bordel|foutre|foutez|foutage|va te
  faire|allez vous faire|ta gueule|conneries|connerie|couilles)
""",
    MoodKind.REPEAT_CALLER: """
(deuxieme|seconde|troisieme|quatrieme|cinquieme|dixieme|enieme|nieme) fois que (j'appelle|je vous
  appelle|je rappelle|je telephone|j'explique|je vous contacte|je dois)
(j'ai|on a) deja (appele|telephone|rappele|parle|explique|contacte|signale) ...
(j'ai appele|j'ai telephone|je vous ai appele) (deja)? (deux|trois|quatre|cinq|plusieurs|dix|
  maintes) fois
(je rappelle|je vous rappelle|j'appelle) (encore|a nouveau|de nouveau|une nouvelle fois|pour la)
  ...
(j'ai|je vous ai) (eu|parle|appele) ... (hier|la semaine derniere|le mois dernier|ce matin)
""",
    MoodKind.SATISFACTION: """
(vous etes|tu es) (un amour|adorable|un ange|geniale?|formidable|au top)
mille (mercis?) ...
(vous me|tu me|vous m'avez) (sauvez|sauves|sauve) (la vie)?
(genial|super|parfait|excellent|top|formidable) ,? (vous|c'est|ca|merci|tout) ...
(c'est|ca c'est|c'etait|voila qui est) (vraiment|tout simplement|juste)? (parfait|genial|super|
  formidable|excellent|impeccable|magnifique|adorable|exactement ce|tres gentil)
(vous|tu) (m'avez|m'as) (vraiment|bien|beaucoup|tellement|enormement)? (bien|beaucoup)? (aide|
  aidee|sauve|sauvee|rendu service|depanne)
(vous avez ete|vous etes|c'est) (vraiment|tres|bien|si|tellement) (aimable|gentil|gentille|
  efficace|serviable|sympathique|sympa|competent|competente)
merci (beaucoup|infiniment|mille fois|vraiment)? (pour|de) (votre|tout|ton|l'|vos|m'avoir|cette|
  toute) ...
(excellent|super|tres bon|bon) (service|accueil|travail|boulot)
je suis (vraiment|tres|bien)? (content|contente|satisfait|satisfaite|ravi|ravie|heureux|heureuse|
  impressionne)
(parfait|super|genial|excellent|formidable|impeccable) ,? merci
(ca marche|ca fonctionne) (tres bien|parfaitement|super bien|nickel)
""",
}

VETOES = """
(pas|aucune|sans|plus) (de|d'|faire|une|porter|deposer)? (une)? (reclamation|plainte|
  reclamations|plaintes) ...
(pas|plus|jamais) (besoin|envie|utile|necessaire) (de|d') ... ...
(pas) (tres|vraiment|si|bien)? (content|contente|satisfait|satisfaite|parfait|genial|super|
  aimable|gentil|ravi|heureux|grave) ...
(je ne veux|je veux|je ne souhaite|je ne vais|je voudrais) pas (resilier|annuler|me plaindre|
  faire|porter|changer) ... ...
(il|elle|ils|on) (m'a|m'ont|a|dit|disait|disent) (dit|que) ... ...
(mon|ma) (frere|soeur|mari|femme|fils|fille|ami|amie) (est|veut|dit|a) ...
"""
