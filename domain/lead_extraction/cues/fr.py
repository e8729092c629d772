"""French; see `cues.py` for what each is."""

from collections.abc import Mapping

CUES: Mapping[str, str] = {
    "own": r"""
        mon(?! (?:ancien|ancienne|precedent))|ma(?! (?:ancienne|precedente))|mes|le mien|la mienne|je suis|c'est|j'ai
        (?:me joindre|m'appeler|me rappeler|m'ecrire|me contacter|joignable)(?: au| a)?|c'est le|c'est
    """,
    "others": r"""
        (?:mon|ma|notre|le|la|de mon|de ma) (?:\w+ )?(?:mari|femme|epouse|epoux|conjoint|compagnon|compagne|copain|copine|mere|pere|maman|papa|fils|fille|frere|soeur|oncle|tante|cousin|cousine|voisin|voisine|ami|amie|collegue|patron|patronne|chef|assistante|assistant|secretaire|comptable|avocat|proprietaire|locataire|client|cliente|associe|associee|ex|beau-frere|belle-mere|belle-soeur|beau-pere)
        son (?:numero|adresse|mail|email|telephone|portable)|elle|lui|leur|a elle|a lui|votre (?:numero|adresse|mail)
        contact d'urgence|recommande par|m'a recommande|m'a parle de vous
    """,
    "disowned": r"""
        (?:pas|n'utilisez pas|n'utilisez plus|ce n'est pas|c'est pas|ce n'est plus|plutot que|au lieu de|oubliez|etait|avant c'etait)
        (?:mon|ma|l'|le) ?(?:ancien|ancienne|vieux|vieille|precedent|precedente)(?: \w+)?
    """,
    "disowned_behind": r"""
        (?:c'est|c'etait|ca c'est|ca c'etait|qui est|qui etait)(?: \w+)? (?:mon |ma |l'|le )?(?:ancien|ancienne|vieux|vieille|precedent|precedente|mauvais|mauvaise)
        (?:ne |n')?(?:est|marche|fonctionne|existe) (?:plus|pas)(?: a moi| le mien| valable)?
        c'est (?:celui|celle|le|la) (?:de|a) (?:mon|ma|lui|elle)
    """,
    "hypothetical": r"par exemple|disons(?: que)?|supposons|imaginons|si (?:mon|ma|j'avais|c'etait)|du genre|mettons",
    "phone_words": r"""
        telephone|tel|portable|mobile|fixe|whatsapp|numero de (?:telephone|portable|mobile)|mon numero|le numero|numero|joignable
        (?:me joindre|m'appeler|me rappeler|appelez-moi|rappelez-moi|appelez moi|rappelez moi|joindre)(?: au)?|indicatif
    """,
    "other_numbers": r"""
        (?:commande|facture|reference|dossier|contrat|police|client|compte|serie|reservation|ticket|siret|siren|tva|iban|carte|code postal|code|pin|suivi|colis|permis|immatriculation|securite sociale|devis|adherent|chambre|passeport|modele|sinistre|abonne)
        naissance|ne le|nee le|euros|metres|prix|total|montant|budget
    """,
    "caller_id": r"""
        (?:le |ce |au |a ce |sur ce )?(?:meme )?(?:numero|celui) (?:duquel|avec lequel|d'ou|depuis lequel|dont|que|qui|avec) (?:je |vous |s')?(?:vous )?(?:appelle|telephone|affiche|voyez|avez|utilise)
        (?:a |sur |au )?(?:ce|meme) (?:meme )?(?:numero|portable|telephone)(?:-ci| la| ci)?|celui-ci|au meme numero|celui qui s'affiche|le numero affiche
    """,
    "caller_id_denied": r"""
        pas (?:a |sur |au |ce |sur ce |a ce )?(?:ce numero|celui-ci|ce portable|ce telephone|meme numero)|(?:ce numero|ce portable|ce telephone|celui-ci) (?:n'est pas|c'est celui de|est celui de|appartient|est a)|j'appelle (?:du|avec le) (?:portable|telephone|poste) (?:de|d'un|du)
    """,
    "withdraw": r"""
        (?:effacez|supprimez|oubliez|enlevez|retirez|annulez|rayez)(?:-le|-la|-les)?(?: \w+){0,4}
        (?:ne |n')?(?:le |la |les )?(?:gardez|notez|enregistrez|conservez|utilisez|stockez) (?:pas|plus|rien)(?: \w+){0,4}|(?:pas|plus)(?: \w+)? (?:que vous )?(?:gardiez|conserviez|notiez|enregistriez)(?: \w+){0,3}
        je (?:ne )?(?:prefere|veux) (?:pas|ne pas)(?: \w+){0,4}|j'ai change d'avis|finalement non
    """,
    "last_digits": r"(?:ca |il |elle )?(?:finit|termine|se termine|finissant)(?: par| en)|les (?:deux|trois|quatre|\d) derniers(?: chiffres)?(?: sont| c'est)?|a la fin(?: c'est)?",
    "yes": r"oui|ouais|exact|exactement|c'est (?:ca|bien ca|exact|correct|juste|bon|moi|parfait)|tout a fait|parfait|d'accord|ok|voila|correct|absolument|bien sur|effectivement|c'est cela|impeccable",
    "no": r"non|pas (?:tout a fait|vraiment|du tout)|c'est faux|incorrect|erreur",
    "name_strong": r"(?:mon|le) nom(?: complet| de famille)?(?: est| c'est)?|je m'appelle|je me nomme|nom|au nom de|(?:vous parlez|vous etes) (?:a|avec)|mon prenom(?: est| c'est)?",
    "name_weak": r"je suis|c'est|ici|moi c'est|de la part de",
    "name_behind": r"a l'appareil|au telephone|a l'ecoute|au bout du fil",
    "last_name": r"(?:mon |le )?nom(?: de famille)?(?: est| c'est)?",
    "company": r"""
        (?:j'appelle|je vous appelle|j'appelais) (?:de|de la part de|du|de chez|pour)(?: la societe| l'entreprise)?
        (?:je travaille|on travaille|nous travaillons|je suis) (?:chez|pour|a)(?: la societe| l'entreprise)?
        (?:mon|ma|notre|la|l') ?(?:entreprise|societe|boite|boutique|magasin|agence|cabinet|compagnie|restaurant)(?: est| c'est| s'appelle)?
        (?:de la |la )?(?:societe|entreprise)(?: c'est| s'appelle)?|de chez|chez
        (?:gerant|gerante|directeur|directrice|responsable|patron|patronne|proprietaire) (?:de|du|chez|d')
    """,
    "company_weak": r"de chez|chez|de la societe|de|du",
    "former": r"""
        (?:je )?travaillais|j'ai travaille|avant|mon ancienne?|ancien|ancienne|je (?:ne )?travaille plus|quitte
        (?:mon (?:mari|frere|fils|ami|pere)|ma (?:femme|fille|soeur|mere|amie)|il|elle) (?:travaille|est)|concurrent
    """,
    "assistant": r"""
        (?:assistante?|secretaire|collaboratrice) (?:de|du|d')|(?:j'appelle|je telephone) (?:pour|de la part de|au nom de) (?:mon (?:patron|chef|pere|mari|fils|client|directeur|frere)|ma (?:patronne|cheffe|mere|femme|fille|soeur|directrice|cliente)|monsieur|madame)
        (?:personne a contacter|le contact|l'interlocuteur)(?: est| c'est| sera| serait)|il faut (?:appeler|contacter|voir avec|parler a)
    """,
    "contact_them": r"(?:appelez|contactez|rappelez|joignez)(?:-| )(?:la|le|les)|voyez avec (?:lui|elle)",
    "agent_own": r"""
        notre (?:\w+ )?(?:numero|adresse|mail|email|site|ligne|standard|service)|(?:nous joindre|nous appeler|nous ecrire|nous contacter|ecrivez(?:-nous)? a|envoyez(?: \w+){0,3} a|appelez le|contactez le)
        service (?:client|apres-vente)|support|mon (?:poste|numero direct)
    """,
    "agent_refuses": r"(?:nous ne sommes|je ne suis|on n'est|pas) (?:pas )?interesses?|ne (?:peux|pouvons) pas (?:modifier|changer|donner|communiquer)|seul (?:le|la) titulaire",
    "asks_name": r"(?:votre|quel est votre|le) (?:nom|prenom)\w*|nom|prenom|comment (?:vous appelez|vous vous appelez)|a qui (?:ai-je|ai je|je parle)|qui (?:est a|est|appelle)|c'est de la part de qui|vous etes\?",
    "asks_email": r"mail|email|e-mail|courriel|adresse (?:mail|electronique|email)",
    "asks_phone": r"telephone|portable|mobile|numero|(?:ou|vous) (?:joindre|rappeler|appeler)|joindre",
    "asks_company": r"societe|entreprise|de quelle (?:boite|agence|compagnie)|pour qui travaillez|vous appelez de(?: la part)?|compagnie",
    "seller": r"je vous appelle pour vous (?:proposer|presenter)|economiser sur|la personne en charge de|ameliorer votre (?:site|visibilite)|(?:nous proposons|je vous propose|vous proposer|offre speciale|vous presenter|nous aidons les|reduire (?:votre|vos) (?:facture|couts)|responsable des achats|nos (?:services|solutions|offres)|partenariat|leader)",
    "recording": r"messagerie|laissez (?:un|votre) message|apres le (?:bip|signal)|n'est pas disponible|ne (?:peux|peut) pas repondre|tapez (?:un|deux|trois|1|2|3)|message (?:automatique|enregistre)|vous avez ete (?:selectionne|tire)|compte formation",
    "wrong_number": r"(?:je me suis |je me |me suis )?trompee? de numero|faux numero|mauvais numero|erreur de numero|ce n'est pas (?:la|le) \w+\?|je cherchais (?:a joindre|le)",
    "test_call": r"(?:c'est|juste|ceci est|je fais) (?:un )?(?:petit )?(?:test|essai)|appel (?:de )?test|test un deux|je teste",
    "prank": r"(?:c'est|je) (?:une )?(?:blague|plaisante|rigole)|canular|pere noel|mickey|batman|haha\w*",
    "intruder": r"(?:changez|changer|modifiez|modifier|remplacez|remplacer)(?: \w+){0,3} (?:mail|adresse|numero|telephone|mot de passe|coordonnees)(?: \w+){0,2} (?:de|du|sur le) (?:compte|dossier|client|cliente|mon (?:ex|voisin)|ma voisine|monsieur|madame|quelqu'un)|donnez-moi (?:son|le) (?:numero|mail|telephone)",
    "hallucination": r"sous-titr\w+|merci d'avoir regarde|abonnez|amara org|a la prochaine video",
    "injection": r"""
        (?:ignorez|ignore|oubliez|oublie)(?: \w+){0,3} (?:instructions|consignes|regles|precedentes)
        (?:mets|mettez|definissez|definis|enregistrez|enregistre|remplacez|remplace)(?: \w+){0,2} (?:le |la |l'|mon )(?:champ|mail|email|nom|fiche|contact|prospect)(?: \w+){0,2} (?:a|sur|par|comme|en)|mode (?:administrateur|developpeur)|message systeme|accolade|guillemets
    """,
}

WORDS: Mapping[str, str] = {
    "titles": "monsieur madame mademoiselle m mr mme mlle docteur dr maitre me",
    "particles": "de du des d la le van von da",
    "breaks": """
        veut cherche souhaite voudrait a appelle
        a ai alors appelle arobase au aussi avec avais bien bonjour bonsoir c'est ca car ce cela celui
        cette comme d'accord dans de depuis des deux donc du e elle email en epelle est et etait euh
        fait fois habite ici il ils j'ai j'aimerais j'appelle j'habite je l' la le les lui ma mail mais
        mercredi merci mes moi mon nom non nos notre nous numero on ou oui par parce pas pour pouvez
        prenom puis quand que quel quelle qui rappeler s'il sa se ses si societe son suis sur
        telephone tiret tout tres trois un une vais veux viens voila vos votre voudrais vous
        y zero point portable quatre cinq six sept huit neuf
    """,
    "not_names": """
        client cliente nouveau nouvelle interesse interessee proprietaire locataire marie mariee seul
        le la un une de pas tres bien bon bonne sur tout ca cela moi votre mon ma pour a en le lundi
        mardi mercredi jeudi vendredi samedi dimanche demain urgent possible gerant gerante directeur
        directrice responsable assistante secretaire joignable disponible desole desolee content ici
        etudiant professeur medecin artisan architecte enseignant enseignante
    """,
    "leaders": """
        avec
        oui bien sur alors euh ben bonjour bonsoir c'est mon nom est je m'appelle m'appelle suis et le
        la d'accord voila ah donc pardon merci moi notez tenez volontiers sera
    """,
}
