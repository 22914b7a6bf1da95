# What the assistant says, in French.
#
# Style: short, warm, concrete. No exclamation marks, no blame, no promise that is not in a record, no false empathy.
# Whatever stands in { $braces } was read from a record of the shop, or named by the shopper.
# No-break spaces stand before colons, semicolons and question marks, and inside quotation marks.

## Days and times, by the shop's clock

weekday = { $n ->
    [1] lundi
    [2] mardi
    [3] mercredi
    [4] jeudi
    [5] vendredi
    [6] samedi
   *[7] dimanche
}
month = { $n ->
    [1] janvier
    [2] février
    [3] mars
    [4] avril
    [5] mai
    [6] juin
    [7] juillet
    [8] août
    [9] septembre
    [10] octobre
    [11] novembre
   *[12] décembre
}
# A day that stands alone: "jeudi 19 novembre", "dimanche 1er novembre" where the day is given as a number.
day-today = aujourd'hui
day-yesterday = hier
day-tomorrow = demain
day-date = { $weekday } { $day ->
    [1] 1er
   *[other] { $day }
} { $month }
day-date-year = { $weekday } { $day ->
    [1] 1er
   *[other] { $day }
} { $month } { $year }
# The same behind a verb: "a été expédié le jeudi 19 novembre". Today, yesterday and tomorrow stand as they are.
on-day = le { $date }
# { $day } is "aujourd'hui" or "le jeudi 19 novembre".
day-at-time = { $day } à { $time }
# Two days, or two times of one day.
between = entre { $from } et { $to }
# Short, in a list of scans.
stamp = { $day ->
    [1] 1er
   *[other] { $day }
} { $month }, { $time }

## Lists: "a", "a et b", "a, b et c"

list-and = { $first } et { $last }

## An order

order-cancelled = La commande { $order } a été annulée { $day }.
order-cancelled-refunded-on = Un remboursement de { $amount } a été effectué { $day }.
order-cancelled-refunded = Elle a été remboursée.
order-cancelled-not-charged = Aucun montant ne vous a été débité.
order-cancelled-no-refund = Je n'y vois pas encore de remboursement.
order-nothing-to-ship = La commande { $order } ne comporte rien à expédier : vous recevez { $items } sous forme numérique, par e-mail, il n'y a donc pas de colis à suivre.
order-on-hold = La commande { $order } est en attente à l'entrepôt et n'a pas été expédiée.
order-on-hold-reason = Le motif indiqué : « { $reason } ».
order-on-hold-items = En attente : { $items }.
order-no-date = Je ne vois pas de date prévue.
order-not-shipped = La commande { $order }, passée { $day }, n'a pas encore été expédiée. { $payment ->
    [paid] Elle est payée
    [pending] Le paiement est encore en attente
   *[other] Elle est enregistrée
} et je ne vois pour l'instant ni colis ni date.
order-parcels = La commande { $order } est répartie en { $count } colis.
order-unshipped = Pas encore expédié : { $items }. Je ne vois pas de date prévue.
order-refunded = Un remboursement de { $amount } a été effectué { $day }.
order-no-refund = Je ne vois pour l'instant aucun remboursement pour cette commande.
return-requested = Votre retour { $name } est demandé et attend l'accord de la boutique.
return-open = Votre retour { $name } est accepté et en cours.
return-closed = Votre retour { $name } est terminé.
return-declined = Votre retour { $name } a été refusé.

## A parcel. { $subject } is one of the first two, both masculine; { $carrier } is a name, or "none".

subject-order = Le colis de la commande { $order }
subject-parcel = Le colis { $number } sur { $of }
parcel = Colis
parcel-labels = Prévu, Contenu, Étapes précédentes
the-carrier = Le transporteur
parcel-label-only = { $subject } a son étiquette, créée { $day }, mais { $carrier ->
    [none] le transporteur
   *[other] { $carrier }
} ne l'a pas encore scanné. Un jour ou deux entre les deux, c'est habituel ; merci de regarder à nouveau ensuite.
parcel-not-handed-over = { $subject } a son étiquette, créée { $day }, mais { $carrier ->
    [none] le transporteur
   *[other] { $carrier }
} ne l'a toujours pas scanné. C'est plus long que d'habitude : il n'a peut-être pas encore quitté la boutique.
parcel-sent = { $subject } a été expédié{ $carrier ->
    [none] {""}
   *[other] {" "}par { $carrier }
} { $day }. Il n'y a pas encore de scan du transporteur.
parcel-moving = { $subject } est en route{ $carrier ->
    [none] {""}
   *[other] {" "}avec { $carrier }
}, { $seen }.
parcel-delayed = { $subject } est en route{ $carrier ->
    [none] {""}
   *[other] {" "}avec { $carrier }
}, mais en retard, { $seen }.
parcel-silent = { $subject } est en route{ $carrier ->
    [none] {""}
   *[other] {" "}avec { $carrier }
}, mais n'a pas été scanné depuis { $days ->
    [one] { $days } jour
   *[other] { $days } jours
} : { $seen }. C'est plus long que d'habitude, et aucune nouvelle date n'est indiquée.
parcel-out-for-delivery = { $subject } est en cours de livraison{ $carrier ->
    [none] {""}
   *[other] {" "}par { $carrier }
}{ $seen ->
    [none] {""}
   *[other] , { $seen }
}.
parcel-attempt-failed = { $subject } : { $carrier ->
    [none] le transporteur
   *[other] { $carrier }
} a tenté la livraison, sans succès{ $reason ->
    [none] {""}
   *[other] {"\u00A0"}: « { $reason } »
}{ $seen ->
    [none] {""}
   *[other] {" "}({ $seen })
}. Sur la page de suivi du transporteur, vous pouvez en général choisir un autre jour ou un point de retrait.
parcel-ready = { $subject } vous attend dans un point de retrait{ $attempt ->
    [none] {""}
   *[other] {" "}après une tentative de livraison infructueuse { $attempt }
}{ $seen ->
    [none] {""}
   *[other] , { $seen }
}. La page de suivi du transporteur indique en général combien de temps il y est gardé.
parcel-delivered = { $subject } a été livré{ $place ->
    [none] {""}
   *[other] {" "}à { $place }
}{ $carrier ->
    [none] {""}
   *[other] {" "}par { $carrier }
}{ $at ->
    [none] {""}
   *[other] {" "}{ $at }
}.
parcel-picked-up = { $subject } a été retiré.
parcel-failed = { $subject } ne sera pas livré, selon { $carrier ->
    [none] le transporteur
   *[other] { $carrier }
}{ $seen ->
    [none] {""}
   *[other] , { $seen }
}.
parcel-held = { $subject } est retenu en chemin{ $carrier ->
    [none] {""}
   *[other] {" "}par { $carrier }
}{ $seen ->
    [none] {""}
   *[other] , { $seen }
}.{ $reason ->
    [none] {""}
   *[other] {" "}La raison indiquée : « { $reason } ».
} Merci de vérifier si le transporteur vous a écrit : il lui manque peut-être des papiers, un paiement ou une adresse plus précise.
parcel-returning = { $subject } repart vers l'expéditeur{ $carrier ->
    [none] {""}
   *[other] {" "}avec { $carrier }
}{ $seen ->
    [none] {""}
   *[other] , { $seen }
}.{ $reason ->
    [none] {""}
   *[other] {" "}La raison indiquée : « { $reason } ».
}
parcel-returned = { $subject } est revenu chez l'expéditeur{ $seen ->
    [none] {""}
   *[other] , { $seen }
}.
parcel-cancelled = { $subject } a été annulé.
parcel-unknown = { $subject } : il y a un enregistrement, mais je n'y vois pas de statut.
# Where and when a parcel was scanned last. { $message } is the carrier's own words, or "none".
last-seen = vu pour la dernière fois{ $place ->
    [none] {""}
   *[other] {" "}à { $place }
} { $at }{ $message ->
    [none] {""}
   *[other] {"\u00A0"}: « { $message } »
}
expected = La livraison est prévue { $day }.
expected-now = La livraison est désormais prévue { $day }.
expected-passed = La livraison était prévue { $day }, cette date est passée.
expected-short-passed = { $day } (date passée)
tracking-link = Suivre ce colis
tracking = Suivi : { $url }
# What follows from it. Where sources do not agree both are heard; { $source } is "none" for the shop's own record.
sources-differ = Les sources ne disent pas toutes la même chose.
word-of = Selon { $source ->
    [none] la boutique
   *[other] { $source }
} : { $word }.
word-expected = prévu { $day }
carrier-unread = Je n'arrive pas à joindre le transporteur en ce moment ; voici donc ce que sait la boutique. Pour les dernières nouvelles, merci de redemander dans quelques minutes.
advice-look-around = Merci de regarder d'abord chez les voisins, à l'accueil, dans la boîte aux lettres et partout où il a pu être déposé en lieu sûr. Certains colis apparaissent dans les deux jours après avoir été indiqués comme livrés.
advice-ask-carrier = Merci de regarder encore une fois chez les voisins, à l'accueil et partout où il a pu être déposé en lieu sûr. Après plus de deux jours, il est temps de demander au transporteur.
advice-may-change = Rien n'est encore parti, il est donc peut-être encore temps.
advice-has-left = Le tout a déjà quitté la boutique, qui ne peut plus l'arrêter ni le modifier.
advice-has-partly-left = Une partie a déjà quitté la boutique. Le reste peut peut-être encore être modifié.
shop-clock = Les heures sont celles de la boutique, { $zone }.

## One thing about an order that was told before

fact-arrival = { $subject } : { $expected }
fact-no-date = { $subject } est en route, et je ne vois pas de date d'arrivée.
fact-carrier = { $subject } a été expédié avec { $carrier }.
fact-no-carrier = { $subject } : je ne vois pas de transporteur enregistré.
fact-number = { $subject } a le numéro de suivi { $number }.
fact-no-number = { $subject } : je ne vois pas de numéro de suivi enregistré.
order-no-return = Je ne vois aucun retour enregistré pour la commande { $order }.
order-contents = La commande { $order } contient : { $items }.

## A parcel's status in a few words

status-label-only = Étiquette créée, colis pas encore remis
status-not-handed-over = { status-label-only }
status-sent = Expédié
status-moving = En route
status-delayed = En retard
status-silent = Pas de scan récent
status-out-for-delivery = En cours de livraison
status-attempt-failed = Livraison tentée
status-held = Retenu en chemin
status-ready = En attente dans un point de retrait
status-delivered = Livré
status-picked-up = Retiré
status-failed = Non livré
status-returning = En retour vers l'expéditeur
status-returned = Revenu chez l'expéditeur
status-cancelled = Annulé
status-unknown = Inconnu

## One scan, where the carrier gives no words of its own and the status of the parcel says something else

scan-label = Étiquette créée
scan-moving = En transit
scan-ready = Prêt à être retiré
scan-unknown = Scanné

## Products

products-fit = { $count ->
    [one] Voici un produit qui convient :
   *[other] Voici { $count } produits qui conviennent :
}
products-closest = Rien dans le catalogue ne répond à tout cela. Le plus proche, pour « { $words } » :
products-guess = Rien au catalogue ne le dit avec vos mots. Ce qui s'en approche peut-être le plus :
product-matches = Correspond à : { $words }
products-similar = { $count ->
    [one] La boutique recommande ce produit
   *[other] La boutique recommande ces { $count } produits
} à la place de { $title } :
products-companion = { $count ->
    [one] La boutique recommande ce produit
   *[other] La boutique recommande ces { $count } produits
} avec { $title } :
product-no-companion = La boutique n'indique rien qui aille avec { $title }. Dites-moi ce qu'il vous faut avec, et je cherche.
products-none = Je n'ai rien trouvé dans le catalogue pour « { $words } ». D'autres mots feront peut-être l'affaire, ou une personne peut vous aider à chercher.
product-quoted = La boutique écrit : « { $text } »
product-silent = Je ne trouve pas cela dans ce que la boutique écrit sur { $title } : « { $text } »
product-plain = Voici ce que la boutique en dit :
product-not-in-size = { $title } : ce produit n'existe pas en { $size }. Choix possibles : { $options }.
product-not-so = { $title } : ce produit n'existe pas en { $wanted }. Choix possibles : { $options }.
product-not-at-all = { $title } : ce produit n'existe pas ainsi. Choix possibles : { $options }.
product-sold-out = { $title }{ $wanted ->
    [none] {""}
   *[other] {" "}en { $wanted }
} : en rupture de stock. { $others ->
    [none] Aucune version n'est en stock pour le moment, et je ne vois pas de date.
   *[other] Disponible actuellement : { $others }.
}
product-available = Oui, { $title } est disponible.{ $options ->
    [none] {""}
   *[other] {" "}Choix possibles : { $options }.
}
product-available-so = Oui, { $title } est disponible en { $wanted }{ $others ->
    [none] {""}
   *[other] , en { $others }
}.
price-from = à partir de { $price }
price-on-page = prix sur la page du produit
available = Disponible
sold-out = En rupture de stock
value-sold-out = { $value } (rupture de stock)

## The shop's own pages

policy-from = Extrait de « { $title } » :
policy-read-all = Lire « { $title } » en entier
policy-missing = { $page ->
    [refund] La boutique n'a pas publié ses conditions de retour, je ne peux donc pas les citer.
    [shipping] La boutique n'a pas publié ses conditions de livraison, je ne peux donc pas les citer.
    [privacy] La boutique n'a pas publié sa politique de confidentialité, je ne peux donc pas la citer.
    [terms] La boutique n'a pas publié ses conditions générales, je ne peux donc pas les citer.
   *[contact] La boutique n'a pas publié sa page de contact, je ne peux donc pas la citer.
}

## Talk

greeting = Bonjour. Je peux consulter une commande, trouver un produit ou citer les conditions de la boutique. Que puis-je faire pour vous ?
thanks = Avec plaisir. Je suis là si vous avez besoin d'autre chose.
about-me = Je suis un assistant IA, pas une personne. Je lis les données de cette boutique sur les commandes, les produits et ses conditions, et je le dis quand je ne sais pas. Une personne est à portée de clic : « Parler à une personne ».
ask-order-number = Je regarde volontiers. Quel est votre numéro de commande ? Il figure dans l'e-mail de confirmation, par exemple #1234. Merci d'ajouter l'adresse e-mail ou le code postal de la commande, pour que je sache qu'elle est bien à vous.
ask-contact = Pour vous montrer la commande { $order }, j'ai besoin de savoir qu'elle est bien à vous. Avec quelle adresse e-mail ou quel code postal a-t-elle été passée ?
ask-product = De quel produit s'agit-il ? Son nom suffit, ou quelques mots sur ce que vous cherchez.
ask-again = Je n'ai pas bien compris. Pouvez-vous le dire autrement ? Je peux consulter une commande, trouver un produit ou citer les conditions de la boutique.
which-order = Plusieurs de vos commandes sont en cours. De laquelle s'agit-il ?
# Markdown.
busy = On me pose en ce moment plus de questions que je ne peux en traiter. Merci de réessayer dans une heure, ou d'utiliser la [page de contact]({ $url }) de la boutique.
offer-code = { $because } Dois-je en faire venir une ? Si j'envoie d'abord un code à l'adresse e-mail de la commande, elle saura tout de suite que c'est bien vous.
code-yes = Envoyer d'abord un code
code-sent = J'ai envoyé un code à { $address }. Merci d'en saisir ici les six chiffres dans les dix minutes. S'il n'arrive pas, dites que vous souhaitez parler à une personne.
code-wrong = Ce n'est pas le code que j'ai envoyé. { $left ->
    [one] Il reste un essai.
   *[other] Il reste { $left } essais.
}
code-over = Ce code n'est plus valable.
no-code = Je ne peux pas envoyer de code pour le moment.
about-item = Si je comprends bien, il s'agit de : { $item } (commande { $order }).
code-right = Merci, c'est bien le code : il est confirmé que cette commande est la vôtre.
code-mail-subject = Votre code pour le chat
code-mail = Votre code est { $code }. Il est valable dix minutes.

    Vous l'avez demandé dans le chat de notre boutique. Si ce n'était pas vous, vous n'avez rien à faire : sans ce code, personne ne va plus loin. Ne le donnez à personne qui vous appelle ou vous écrit.
claim-failed = Je ne trouve pas de commande { $order } avec ces indications. Merci de vérifier le numéro et l'adresse e-mail ou le code postal dans votre e-mail de confirmation, puis de les envoyer à nouveau.
outage = { $system ->
    [order] Je n'arrive pas à consulter les commandes de la boutique en ce moment, et je ne veux pas deviner. Merci de réessayer dans quelques minutes.
    [catalog] Je n'arrive pas à consulter le catalogue de la boutique en ce moment, et je ne veux pas deviner. Merci de réessayer dans quelques minutes.
   *[policy] Je n'arrive pas à consulter les pages de la boutique en ce moment, et je ne veux pas deviner. Merci de réessayer dans quelques minutes.
}
dont-know = Désolé, je ne le sais pas.
out-of-scope = Je ne peux aider que pour cette boutique : les commandes, les colis, les produits et les conditions de la boutique.
carry-on = Très bien. Que puis-je consulter d'autre pour vous ?
# Said in English, whatever the shopper wrote, when they write in a language that the assistant does not speak.
languages = Je parle anglais, allemand, français, espagnol, italien et néerlandais. Une personne parle peut-être votre langue.
which-of = Juste pour bien comprendre, de quoi s'agit-il : 1) { $first }, ou 2) { $second } ?
choice = { $intent ->
    [order_status] savoir où est une commande
    [missing_delivery] un colis qui manque
    [damaged_or_wrong_item] quelque chose d'abîmé ou d'incorrect
    [return_request] renvoyer quelque chose
    [exchange_request] un échange
    [refund_status] un remboursement qui n'est pas arrivé
    [refund_policy] les règles de retour
    [cancel_order] annuler une commande
    [change_order] modifier une commande
    [change_address] modifier une adresse
    [delivery_info] la livraison en général
    [product_question] une question sur un produit
    [stock_availability] savoir si quelque chose est en stock
    [recommendation] de l'aide pour choisir
    [discount_promo] un code ou une offre
    [payment_issue] un paiement
    [invoice] une facture
    [account] votre compte
    [subscription] un abonnement ou la newsletter
    [technical_issue] quelque chose qui ne marche pas sur le site
    [complaint] une réclamation
    [feedback_review] un avis
    [human_agent] parler à une personne
   *[other] autre chose
}

## Bringing in a person

offer = { $because } Voulez-vous que je fasse venir quelqu'un ?
offer-yes = Oui, s'il vous plaît
offer-no = Non, merci
because = { $reason ->
    [missing_delivery] Si vous n'avez toujours rien reçu, c'est à une personne de voir cela avec le transporteur.
    [damaged_or_wrong_item] J'en suis désolé. Une personne va arranger cela.
    [complaint] Je suis désolé que cela se soit mal passé. C'est à une personne de s'en occuper.
    [silent_parcel] Une personne peut demander au transporteur de lancer une recherche.
    [failed_parcel] Une personne peut décider avec vous de la suite.
    [held_parcel] Une personne peut régler cela avec le transporteur.
    [not_handed_over] Une personne peut chercher où il est.
    [too_many_claims] Je ne peux pas vérifier d'autres indications ici, pour que les commandes des autres restent privées. Une personne peut vous aider à trouver la vôtre.
    [not_understood] Une personne de la boutique peut aider.
    [language] Une personne de la boutique peut aider.
    [outage] Une personne peut aussi regarder cela.
    [return_request] Je ne peux pas enregistrer un retour moi-même. Une personne peut le faire pour vous.
    [exchange_request] Je ne peux pas organiser un échange moi-même. Une personne peut le faire pour vous.
    [cancel_order] Je ne peux pas annuler une commande moi-même. Une personne peut vous dire ce qui est encore possible.
    [change_order] Je ne peux pas modifier une commande moi-même. Une personne peut vous dire ce qui est encore possible.
    [change_address] Je ne peux pas modifier une adresse moi-même. Une personne peut vous dire ce qui est encore possible.
    [refund_status] Une personne peut vérifier le paiement.
    [feedback_review] Merci. Une personne de la boutique devrait lire cela.
   *[other] Je ne peux pas le faire moi-même. Une personne de la boutique le peut.
}
handing-over = { $reason ->
    [asked] Bien sûr. Je passe le relais à une personne, avec tout ce que vous m'avez dit.
    [complaint] Je suis désolé que cela se soit mal passé. C'est à une personne de s'en occuper, je lui passe donc le relais, avec tout ce que vous m'avez dit.
    [damaged_or_wrong_item] J'en suis désolé. Une personne va arranger cela ; je lui passe le relais, avec tout ce que vous m'avez dit.
    [safety] Je suis désolé, cela ne doit pas arriver. Si quelqu'un est blessé ou en danger, appelez d'abord les secours, s'il vous plaît. Je passe tout de suite le relais à une personne.
    [self_harm] Vous avez bien fait de le dire, et je ne suis qu'une machine. Parlez à quelqu'un maintenant, s'il vous plaît : le numéro d'urgence ou la ligne d'écoute de votre région est là à toute heure. Je fais aussi venir une personne ici.
    [decision] C'est à une personne d'en décider, pas à moi. Je lui passe le relais, avec tout ce que vous m'avez dit.
    [repeated] Je suis désolé de ne pas vous aider ici. Je passe le relais à une personne, avec tout ce que vous m'avez dit.
    [vip] Je fais aussi venir une personne, qui prend la suite s'il reste quelque chose en suspens.
    [draft] Une personne vérifie cette réponse avant que vous la receviez.
   *[other] Je passe le relais à une personne, avec tout ce que vous m'avez dit.
}
notice = { $reason ->
    [asked] Vous avez demandé une personne. L'assistant ne répond plus à partir d'ici.
    [draft] On a demandé à une personne de vérifier la réponse. L'assistant ne répond plus à partir d'ici.
   *[other] On a demandé à une personne de nous rejoindre. L'assistant ne répond plus à partir d'ici.
}

## While something is looked up

looking-up = { $workflow ->
    [order_status] Je lis votre commande…
    [product] Je cherche dans le catalogue…
    [policy] Je lis les pages de la boutique…
   *[conversation] Un instant…
}

## Where an answer comes from

source = { $what ->
    [order] Commande { $order }, consultée à { $time } ; heures de la boutique
    [carrier] { $order }, interrogé à { $time }
    [catalog] Catalogue de la boutique, consulté à { $time }
   *[policy] Pages des conditions de la boutique, consultées à { $time }
}
