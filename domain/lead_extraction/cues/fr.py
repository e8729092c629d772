"""French; see `cues.py` for what each is."""

from collections.abc import Mapping

CUES: Mapping[str, str] = {
    "own": r"""
        en fait c'est|le (?:bon|nouveau)(?: c'est| est)?|la (?:bonne|nouvelle)(?: c'est| est)?
        je prefere|plutot|mieux
        mon(?! (?:ancien|ancienne|precedent))|ma(?! (?:ancienne|precedente))|mes|le mien|la mienne|je suis|c'est|j'ai
        (?:me joindre|m'appeler|me rappeler|m'ecrire|me contacter|joignable)(?: au| a)?|c'est le|c'est
        (?:prenez|notez|utilisez|mettez)(?: plutot| mieux| donc)?(?: le| la)?
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
        (?:le|au|ce) numero (?:qui s'affiche|que je vois|avec lequel vous (?:m'|nous )?appelez|d'ou vous appelez)|je garde ce numero
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
    "yes": r"""
        c'est moi|c'est lui-meme|elle-meme|lui-meme
        ca marche|ca ira|volontiers|celui-la|gardez-le|s'il vous plait oui|bien entendu|oui|ouais|exact|exactement|c'est (?:ca|bien ca|exact|correct|juste|bon|moi|parfait)|tout a fait|parfait|d'accord|ok|voila|correct|absolument|bien sur|effectivement|c'est cela|impeccable
    """,
    "no": r"non|pas (?:tout a fait|vraiment|du tout)|c'est faux|incorrect|erreur",
    "name_strong": r"""
        (?:mon|le) nom(?: complet)?(?: est| c'est)?|je m'appelle|m'appelle|je me nomme|nom|au nom de|(?:vous parlez|vous etes) (?:a|avec)|elle s'appelle|il s'appelle
    """,
    "name_weak": r"""
        je suis|ici|moi c'est|c'est moi|moi je suis
    """,
    "reads_name": r"""
        (?:monsieur|madame|mademoiselle|mme|mlle)\.?
        vous etes(?: bien)?|c'est bien|je parle a|votre nom(?: est| c'est)?|votre prenom(?: est| c'est)?|vous vous appelez|c'est|donc|au nom de|nom|je vous ai note(?:e)? comme|et
    """,
    "name_own": r"mon nom(?: est| c'est)?|je m'appelle|je suis|moi c'est",
    "name_behind": r"a l'appareil|au telephone|a l'ecoute|au bout du fil",
    "last_name": r"""
        (?:mon |le )?nom de famille(?: est| c'est)?|(?:le )?nom c'est
    """,
    "company": r"""
        (?:j'appelle|je vous appelle|j'appelais|je telephone) (?:de la part (?:de|du)|au nom (?:de|du)|de chez|de|du|des|d')(?: la societe| l'entreprise)?
        (?:je travaille|on travaille|nous travaillons|je bosse)(?: maintenant)? (?:chez|pour|a|au)(?: la societe| l'entreprise)?
        (?:je suis|on est|nous sommes)(?: maintenant)? (?:chez|de chez|de la societe|de l'entreprise)
        (?:mon|ma|notre|la|l') ?(?:entreprise|societe|boite|boutique|magasin|agence|cabinet|compagnie|restaurant|atelier|garage) (?:est|c'est|s'appelle)
        (?:de la |la |de l')?(?:societe|entreprise)(?: c'est| s'appelle)?|de chez|chez|pour les|pour la societe
        (?:gerant|gerante|directeur|directrice|responsable|patron|patronne|proprietaire|dirigeant|dirigeante|chef de \w+)(?: \w+)? (?:de|du|chez|d')(?: la societe| l'entreprise)?
        (?:je tiens|j'ai|nous avons|je gere) (?:un|une)(?: \w+){1,4} qui s'appelle
    """,
    "company_weak": r"""
        (?:de chez|chez|de la societe|de l'entreprise|de la|des|du|de|pour la|pour les|pour le|pour)
    """,
    "company_now": r"""
        (?:maintenant|aujourd'hui|desormais|actuellement)(?: \w+){0,2} (?:chez|a|pour)|maintenant (?:on s'appelle|c'est|nous sommes)
    """,
    "former": r"""
        (?:je )?travaillais|j'ai travaille|avant|mon ancienne?|ancien|ancienne|je (?:ne )?travaille plus|quitte
        (?:mon (?:mari|frere|fils|ami|pere)|ma (?:femme|fille|soeur|mere|amie)|il|elle) (?:travaille|est)|concurrent
    """,
    "assistant": r"""
        (?:l')?(?:assistante?|secretaire|collaborateur|collaboratrice) (?:de|du|d')|(?:j'appelle|je telephone|je vous appelle) (?:pour|de la part de|au nom de) (?:mon (?:patron|chef|pere|mari|fils|client|directeur|frere)|ma (?:patronne|cheffe|mere|femme|fille|soeur|directrice|cliente)|monsieur|madame|maitre)
        (?:la personne a contacter|le contact|l'interlocuteur|l'interlocutrice)(?: est| c'est| sera| serait)|il faut (?:appeler|contacter|rappeler|voir avec|parler a)(?! (?:elle|lui|mon|ma))|(?:notez|mettez) (?:mon (?:patron|chef|directeur|mari)|ma (?:patronne|cheffe|directrice|femme))
    """,
    "contact_me": r"""
        c'est moi qu'il faut|(?:appelez|contactez|rappelez|joignez)(?:-| )moi|(?:mais )?c'est moi (?:le|la) contact|je suis (?:le|la) contact
    """,
    "contact_them": r"""
        (?:appelez|contactez|rappelez|joignez)(?:-| )(?:la|le|les)|voyez avec (?:lui|elle)|c'est (?:elle|lui) qu'il faut (?:appeler|rappeler|contacter|joindre)|(?:la|le) (?:joindre|contacter|rappeler|appeler) (?:au|a|sur)
    """,
    "agent_own": r"""
        notre (?:\w+ )?(?:numero|adresse|mail|email|site|ligne|standard|service)|(?:nous joindre|nous appeler|nous ecrire|nous contacter|ecrivez(?:-nous)? a|envoyez(?: \w+){0,3} a|appelez le|contactez le)
        service (?:client|apres-vente)|support|mon (?:poste|numero direct)
    """,
    "agent_refuses": r"""
        (?:ca|cela) ne (?:nous|m')? ?interesse pas|envoyez (?:un|nous un|par) mail|pas besoin|(?:on|nous) (?:n'a|n'avons) pas besoin
        non merci|pas interesses?|(?:on a|nous avons) deja|(?:nous ne sommes|je ne suis|on n'est|pas) (?:pas )?interesses?|ne (?:peux|pouvons) pas (?:modifier|changer|donner|communiquer)|seul (?:le|la) titulaire
    """,
    "asks_name": r"""
        titulaire|et le votre|qui est-ce
        vous (?:vous )?appelez|c'est a quel nom|a quel nom|quel nom
        (?:votre|quel est votre|le) prenom\w*|nom(?! de (?:votre|la) (?:societe|entreprise))|prenom|comment (?:vous appelez|vous vous appelez)|a qui (?:ai-je|ai je|je parle)|qui (?:est a|est|appelle)|c'est de la part de qui|vous etes|et vous
    """,
    "asks_spelling": r"""
        epel\w*|comment (?:ca|cela) s'ecrit|lettre par lettre|comment (?:vous )?(?:l'|s')?ecri\w+
    """,
    "asks_contact": r"""
        qui (?:dois-je|dois je|devons-nous|faut-il|peut-on|je|on)(?: \w+)* (?:noter|contacter|rappeler|appeler|joindre|note)|a qui (?:dois-je|doit-on)|(?:la )?personne a contacter|interlocuteur|interlocutrice|qui est (?:le|la) (?:responsable|contact|client\w*)|c'est pour qui|au nom de qui
    """,
    "boss": r"""
        mon (?:mari|pere|fils|frere|associe|collegue)|ma (?:femme|mere|fille|soeur|collegue)
        (?:le fils|la fille|le mari|la femme|le frere|la soeur|l'epouse|le petit-fils|l'aide) (?:de|du)|(?:pour|au nom de) (?:ma (?:mere|femme|fille|soeur|patronne)|mon (?:pere|mari|fils|frere|patron))
        (?:c'est |ce serait )?(?:mon (?:patron|chef|directeur|responsable)|ma (?:patronne|cheffe|directrice|responsable))(?: s'appelle| est| c'est)?
        (?:c'est|ce serait|notez) (?:mon (?:mari|pere|fils|frere|associe|collegue)|ma (?:femme|mere|fille|soeur|collegue))
    """,
    "first_name": r"""
        (?:mon |le )?prenom(?: est| c'est)?
    """,
    "name_it": r"""
        c'est|ce serait|de la part de|au nom de|moi
    """,
    "asks_email": r"mail|email|e-mail|courriel|adresse (?:mail|electronique|email)",
    "asks_phone": r"telephone|portable|mobile|numero|(?:ou|vous) (?:joindre|rappeler|appeler)|joindre",
    "asks_company": r"societe|entreprise|de quelle (?:boite|agence|compagnie)|pour qui travaillez|vous appelez de(?: la part)?|compagnie",
    "seller": r"je vous appelle pour vous (?:proposer|presenter)|economiser sur|la personne en charge de|ameliorer votre (?:site|visibilite)|(?:nous proposons|je vous propose|vous proposer|offre speciale|vous presenter|nous aidons les|reduire (?:votre|vos) (?:facture|couts)|responsable des achats|nos (?:services|solutions|offres)|partenariat|leader)",
    "pitch": r"""
        (?:nous|on) (?:fait|faisons|realise|realisons|aide|aidons|accompagne|accompagnons|represente|representons)|je vous (?:contacte|appelle|propose) (?:au sujet de|concernant|pour) (?:vos|votre|une offre|vous)|(?:nous|on) (?:voulait|voulions|souhaite|souhaitons) vous (?:presenter|proposer)|je suis (?:commercial|commerciale|conseiller|conseillere)
        (?:nous|on) (?:vendons|proposons|offrons|fournissons|installons|distribuons|propose|vend)|je (?:propose|vends|represente)|qui (?:s'occupe|gere|decide)|nos (?:produits|services|tarifs|offres|solutions)|prix reduits?|remise|partenariat|proposition
    """,
    "decider": r"""
        qui (?:s'occupe|gere|decide|est (?:le|la) responsable|est en charge|passe les commandes)(?: \w+){0,3}|(?:parler|puis-je parler|parle) (?:au|a la|a votre|avec le|avec la) (?:\w+ )?(?:responsable|gerant\w*|patron\w*|directeur|directrice|proprietaire|dirigeant\w*)|(?:le|la) (?:responsable|gerant\w*|patron\w*) est (?:la|disponible)|la personne (?:en charge|qui s'occupe|responsable)
    """,
    "sales": r"""
        (?:vos|votre) (?:contrats?|factures?|energie|site|visibilite|assurances?|locaux|fournisseur|referencement|batiment)|economies|economiser|offres? (?:speciale|promotionnelle|pour les)|promotion|catalogue|remises?|demonstration|sans engagement|presenter|proposer|pour les professionnels|nouvelle gamme|nouveaux produits|candidats?|audit gratuit|etude gratuite
    """,
    "wants": r"""
        (?:j'ai besoin|nous avons besoin|on a besoin|je cherche|nous cherchons|je voudrais|je souhaite\w*|j'aimerais|nous voudrions|nous souhaitons|on voudrait)(?! (?:vous )?(?:presenter|proposer|parler))|(?:est|sont) en panne|ma (?:commande|facture|chaudiere|voiture|reservation)|mon (?:rendez-vous|dossier|devis)
    """,
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
        chez pour
        veut cherche souhaite voudrait maintenant avant notez a ai alors appelle arobase au aussi avec avais bien bonjour bonsoir c'est ca car ce cela celui
        cette comme d'accord dans de depuis des deux donc du e elle email en epelle est et etait euh
        fait fois habite ici il ils j'ai j'aimerais j'appelle j'habite je l' la le les lui ma mail mais
        mercredi merci mes moi mon nom non nos notre nous numero on ou oui par parce pas pour pouvez
        prenom puis quand que quel quelle qui rappeler s'il sa se ses si societe son suis sur
        telephone tiret tout tres trois un une vais veux viens voila vos votre voudrais vous
        y zero point portable quatre cinq six sept huit neuf
    """,
    "not_names": """
        voisin voisine gerant gerante responsable patron patronne mari femme fils fille frere soeur pere mere collegue
        client cliente nouveau nouvelle interesse interessee proprietaire locataire marie mariee seul
        le la un une de pas tres bien bon bonne sur tout ca cela moi votre mon ma pour a en le lundi
        mardi mercredi jeudi vendredi samedi dimanche demain urgent possible gerant gerante directeur
        directrice responsable assistante secretaire joignable disponible desole desolee content ici
        etudiant professeur medecin artisan architecte enseignant enseignante
    """,
    "leaders": """
        avec oui bien sur alors euh ben bonjour bonsoir c'est mon nom est je m'appelle m'appelle suis et le
        la d'accord voila ah donc pardon merci moi notez tenez volontiers sera
    """,
}
