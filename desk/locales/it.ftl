# What the assistant says, in Italian.
#
# Style: short, warm, concrete. No exclamation marks, no blame, no promise that is not in a record, no false empathy.
# Whatever stands in { $braces } was read from a record of the shop, or named by the shopper.

## Days and times, by the shop's clock

weekday = { $n ->
    [1] lunedì
    [2] martedì
    [3] mercoledì
    [4] giovedì
    [5] venerdì
    [6] sabato
   *[7] domenica
}
month = { $n ->
    [1] gennaio
    [2] febbraio
    [3] marzo
    [4] aprile
    [5] maggio
    [6] giugno
    [7] luglio
    [8] agosto
    [9] settembre
    [10] ottobre
    [11] novembre
   *[12] dicembre
}
# A day that stands alone: "giovedì 19 novembre".
day-today = oggi
day-yesterday = ieri
day-tomorrow = domani
day-date = { $weekday } { $day } { $month }
day-date-year = { $weekday } { $day } { $month } { $year }
# The same behind a verb: "spedito giovedì 19 novembre". Today, yesterday and tomorrow stand as they are.
on-day = { $date }
# { $day } is "oggi" or "giovedì 19 novembre".
day-at-time = { $day } alle { $time }
# Two days, or two times of one day.
between = tra { $from } e { $to }
# Short, in a list of scans.
stamp = { $day } { $month }, { $time }

## Lists: "a", "a e b", "a, b e c"

list-and = { $first } e { $last }

## An order

order-cancelled = L'ordine { $order } è stato annullato { $day }.
order-cancelled-refunded-on = È stato effettuato un rimborso di { $amount } { $day }.
order-cancelled-refunded = È stato rimborsato.
order-cancelled-not-charged = Non Le è stato addebitato nulla.
order-cancelled-no-refund = Non vedo ancora nessun rimborso registrato.
order-nothing-to-ship = Nell'ordine { $order } non c'è nulla da spedire: la consegna di { $items } è digitale, via e-mail, quindi non c'è un pacco da seguire.
order-on-hold = L'ordine { $order } è fermo in magazzino e non è stato spedito.
order-on-hold-reason = Il motivo indicato: «{ $reason }».
order-on-hold-items = In attesa: { $items }.
order-no-date = Non vedo una data prevista.
order-not-shipped = L'ordine { $order }, effettuato { $day }, non è ancora stato spedito. { $payment ->
    [paid] È pagato
    [pending] Il pagamento è ancora in sospeso
   *[other] È registrato
} e per ora non vedo né un pacco né una data.
order-parcels = L'ordine { $order } è diviso in { $count } pacchi.
order-unshipped = Ancora da spedire: { $items }. Non vedo una data prevista.
order-refunded = È stato effettuato un rimborso di { $amount } { $day }.
order-no-refund = Per ora non vedo nessun rimborso nei dati di questo ordine.
return-requested = Il Suo reso { $name } è stato richiesto e attende l'approvazione del negozio.
return-open = Il Suo reso { $name } è approvato e in corso.
return-closed = Il Suo reso { $name } è concluso.
return-declined = Il Suo reso { $name } è stato rifiutato.

## A parcel. { $subject } is one of the first two; { $carrier } is a name, or "none".

subject-order = Ordine { $order }
subject-parcel = Pacco { $number } di { $of }
parcel = Pacco
parcel-labels = Previsto, Contiene, Tappe precedenti
the-carrier = Il corriere
parcel-label-only = { $subject }: l'etichetta è stata creata { $day }, ma { $carrier ->
    [none] il corriere
   *[other] { $carrier }
} non ha ancora scansionato il pacco. Un giorno o due tra l'una e l'altra cosa sono normali; guardi di nuovo più avanti, per favore.
parcel-not-handed-over = { $subject }: l'etichetta è stata creata { $day }, ma { $carrier ->
    [none] il corriere
   *[other] { $carrier }
} continua a non aver scansionato il pacco. È più del solito: forse non ha ancora lasciato il negozio.
parcel-sent = { $subject }: spedito{ $carrier ->
    [none] {""}
   *[other] {" "}con { $carrier }
} { $day }. Non c'è ancora nessuna scansione del corriere.
parcel-moving = { $subject }: è in viaggio{ $carrier ->
    [none] {""}
   *[other] {" "}con { $carrier }
}; { $seen }.
parcel-delayed = { $subject }: è in viaggio{ $carrier ->
    [none] {""}
   *[other] {" "}con { $carrier }
}, ma in ritardo; { $seen }.
parcel-silent = { $subject }: è in viaggio{ $carrier ->
    [none] {""}
   *[other] {" "}con { $carrier }
}, ma senza nuove scansioni da { $days ->
    [one] { $days } giorno
   *[other] { $days } giorni
}; { $seen }. È più del solito e non è indicata una nuova data.
parcel-out-for-delivery = { $subject }: è in consegna{ $carrier ->
    [none] {""}
   *[other] {" "}con { $carrier }
}{ $seen ->
    [none] {""}
   *[other] ; { $seen }
}.
parcel-attempt-failed = { $subject }: { $carrier ->
    [none] il corriere
   *[other] { $carrier }
} ha tentato la consegna senza riuscirci{ $reason ->
    [none] {""}
   *[other] {" "}(«{ $reason }»)
}{ $seen ->
    [none] {""}
   *[other] ; { $seen }
}. Sulla pagina di tracciamento del corriere di solito può scegliere un altro giorno o un punto di ritiro.
parcel-ready = { $subject }: La attende in un punto di ritiro{ $attempt ->
    [none] {""}
   *[other] {" "}dopo un tentativo di consegna non riuscito { $attempt }
}{ $seen ->
    [none] {""}
   *[other] ; { $seen }
}. La pagina di tracciamento del corriere di solito dice per quanto tempo viene custodito.
parcel-delivered = { $subject }: consegnato{ $carrier ->
    [none] {""}
   *[other] {" "}da { $carrier }
}{ $at ->
    [none] {""}
   *[other] {" "}{ $at }
}{ $place ->
    [none] {""}
   *[other] {" "}a { $place }
}.
parcel-picked-up = { $subject }: è stato ritirato.
parcel-failed = { $subject }: non verrà consegnato, secondo quanto comunica { $carrier ->
    [none] il corriere
   *[other] { $carrier }
}{ $seen ->
    [none] {""}
   *[other] ; { $seen }
}.
parcel-held = { $subject }: è trattenuto lungo il percorso{ $carrier ->
    [none] {""}
   *[other] {" "}da { $carrier }
}{ $seen ->
    [none] {""}
   *[other] ; { $seen }
}.{ $reason ->
    [none] {""}
   *[other] {" "}Il motivo indicato: «{ $reason }».
} Controlli, per favore, se il corriere Le ha scritto: potrebbero mancare documenti, un pagamento o un indirizzo più preciso.
parcel-returning = { $subject }: sta tornando al mittente{ $carrier ->
    [none] {""}
   *[other] {" "}con { $carrier }
}{ $seen ->
    [none] {""}
   *[other] ; { $seen }
}.{ $reason ->
    [none] {""}
   *[other] {" "}Il motivo indicato: «{ $reason }».
}
parcel-returned = { $subject }: è tornato al mittente{ $seen ->
    [none] {""}
   *[other] ; { $seen }
}.
parcel-cancelled = { $subject }: è stato annullato.
parcel-unknown = { $subject }: c'è una registrazione, ma non vi leggo uno stato.
# Where and when a parcel was scanned last. { $message } is the carrier's own words, or "none".
last-seen = ultima scansione { $at }{ $place ->
    [none] {""}
   *[other] {" "}a { $place }
}{ $message ->
    [none] {""}
   *[other] {" "}(«{ $message }»)
}
expected = È previsto { $day }.
expected-now = Ora è previsto { $day }.
expected-passed = Era previsto { $day }, data ormai passata.
expected-short-passed = { $day } (già passato)
tracking-link = Tracciamento di questo pacco
tracking = Tracciamento: { $url }
# What follows from it. Where sources do not agree both are heard; { $source } is "none" for the shop's own record.
sources-differ = Le fonti non dicono tutte la stessa cosa.
word-of = Secondo { $source ->
    [none] il negozio
   *[other] { $source }
}: { $word }.
word-expected = previsto { $day }
carrier-unread = In questo momento non riesco a consultare il corriere, quindi questo è ciò che sa il negozio. Per le ultime notizie, chieda di nuovo tra qualche minuto, per favore.
advice-look-around = Guardi prima, per favore, dai vicini, alla reception, nella cassetta della posta e dove può essere stato lasciato al sicuro. Alcuni pacchi compaiono entro due giorni da quando risultano consegnati.
advice-ask-carrier = Guardi ancora una volta, per favore, dai vicini, alla reception e dove può essere stato lasciato al sicuro. Dopo più di due giorni è il momento di chiedere al corriere.
advice-may-change = Non è ancora partito nulla, quindi forse c'è ancora tempo.
advice-has-left = Ha già lasciato il negozio, quindi lì non si può più fermare né modificare.
advice-has-partly-left = Una parte ha già lasciato il negozio. Quello che non è partito forse si può ancora modificare.
shop-clock = Gli orari seguono l'orologio del negozio, { $zone }.

## One thing about an order that was told before

fact-arrival = { $subject }: { $expected }
fact-no-date = { $subject }: è in viaggio, e non vedo una data di arrivo.
fact-carrier = { $subject }: spedito con { $carrier }.
fact-no-carrier = { $subject }: non vedo nessun corriere registrato.
fact-number = { $subject }: il numero di tracciamento è { $number }.
fact-no-number = { $subject }: non vedo nessun numero di tracciamento registrato.
order-no-return = Non vedo nessun reso registrato per l'ordine { $order }.
order-contents = L'ordine { $order } contiene: { $items }.

## A parcel's status in a few words

status-label-only = Etichetta creata, non ancora affidato al corriere
status-not-handed-over = { status-label-only }
status-sent = Spedito
status-moving = In viaggio
status-delayed = In ritardo
status-silent = Nessuna scansione recente
status-out-for-delivery = In consegna
status-attempt-failed = Tentata consegna
status-held = Trattenuto lungo il percorso
status-ready = In attesa in un punto di ritiro
status-delivered = Consegnato
status-picked-up = Ritirato
status-failed = Non consegnato
status-returning = In rientro al mittente
status-returned = Tornato al mittente
status-cancelled = Annullato
status-unknown = Stato sconosciuto

## One scan, where the carrier gives no words of its own and the status of the parcel says something else

scan-label = Etichetta creata
scan-moving = In transito
scan-ready = Pronto per il ritiro
scan-unknown = Scansionato

## Products

products-fit = { $count ->
    [one] Questo prodotto corrisponde alla Sua richiesta:
   *[other] Ecco { $count } prodotti che corrispondono alla Sua richiesta:
}
products-closest = Nel catalogo nulla corrisponde a tutto questo. Ciò che si avvicina di più, per «{ $words }»:
products-guess = Nulla nel catalogo lo dice con le sue parole. Forse ciò che più si avvicina:
product-matches = Corrisponde a: { $words }
products-similar = { $count ->
    [one] Il negozio consiglia questo prodotto
   *[other] Il negozio consiglia questi { $count } prodotti
} in alternativa a { $title }:
products-companion = { $count ->
    [one] Il negozio consiglia questo prodotto
   *[other] Il negozio consiglia questi { $count } prodotti
} insieme a { $title }:
product-no-companion = Il negozio non indica nulla da abbinare a { $title }. Mi dica che cosa Le serve insieme e lo cerco.
products-none = Nel catalogo non ho trovato nulla per «{ $words }». Forse si trova con altre parole, oppure una persona può aiutarLa a cercare.
product-quoted = Il negozio scrive: «{ $text }»
product-silent = Non lo trovo in ciò che il negozio scrive su { $title }: «{ $text }»
product-plain = Ecco i dati che ha il negozio:
product-not-in-size = { $title } non esiste in { $size }. Le opzioni sono { $options }.
product-not-so = { $title } non esiste in { $wanted }. Le opzioni sono { $options }.
product-not-at-all = { $title } non esiste in questa versione. Le opzioni sono { $options }.
product-sold-out = { $title }{ $wanted ->
    [none] {""}
   *[other] {" "}in { $wanted }
}: non disponibile. { $others ->
    [none] Al momento le scorte sono esaurite e non vedo una data.
   *[other] Disponibile ora: { $others }.
}
product-available = Sì, { $title } è disponibile.{ $options ->
    [none] {""}
   *[other] {" "}Le opzioni sono { $options }.
}
product-available-so = Sì, { $title } in { $wanted } è disponibile{ $others ->
    [none] {""}
   *[other] , in { $others }
}.
price-from = da { $price }
price-on-page = prezzo nella pagina del prodotto
available = Disponibile
sold-out = Non disponibile
value-sold-out = { $value } (non disponibile)

## The shop's own pages

policy-from = Da «{ $title }»:
policy-read-all = Testo completo di «{ $title }»
policy-missing = { $page ->
    [refund] Il negozio non ha pubblicato la politica di reso, quindi non posso citarla.
    [shipping] Il negozio non ha pubblicato la politica di spedizione, quindi non posso citarla.
    [privacy] Il negozio non ha pubblicato l'informativa sulla privacy, quindi non posso citarla.
    [terms] Il negozio non ha pubblicato le condizioni, quindi non posso citarle.
   *[contact] Il negozio non ha pubblicato la pagina dei contatti, quindi non posso citarla.
}

## Talk

greeting = Salve. Posso consultare un ordine, trovare un prodotto o citare le condizioni del negozio. Che cosa posso fare per Lei?
thanks = Prego. Sono qui se Le serve altro.
about-me = Sono un assistente IA, non una persona. Leggo i dati di questo negozio su ordini, prodotti e condizioni, e quando non so qualcosa lo dico. Una persona è a un clic di distanza: «Parlare con una persona».
ask-order-number = Controllo volentieri. Qual è il numero del Suo ordine? È nell'e-mail di conferma, ad esempio #1234. Aggiunga per favore l'indirizzo e-mail o il CAP dell'ordine, così posso sapere che è Suo.
ask-contact = Per mostrarLe l'ordine { $order } devo sapere che è Suo. Con quale indirizzo e-mail o CAP è stato effettuato?
ask-product = Quale prodotto intende? Basta il nome, o qualche parola su ciò che cerca.
ask-again = Non ho capito bene. Può dirlo con altre parole? Posso consultare un ordine, trovare un prodotto o citare le condizioni del negozio.
which-order = Ha più ordini in corso. Quale intende?
# Markdown.
busy = Al momento arrivano più domande di quante io possa verificare. Riprovi tra un'ora, oppure usi la [pagina dei contatti]({ $url }) del negozio.
offer-code = { $because } Devo chiamare qualcuno? Se prima invio un codice all'indirizzo e-mail dell'ordine, saprà subito che è lei.
code-yes = Inviare prima un codice
code-sent = Ho inviato un codice a { $address }. Scriva qui le sei cifre entro dieci minuti. Se non arriva, mi dica che vuole parlare con una persona.
code-wrong = Non è il codice che ho inviato. { $left ->
    [one] Resta un tentativo.
   *[other] Restano { $left } tentativi.
}
code-over = Questo codice non è più valido.
no-code = Al momento non posso inviare un codice.
about-item = Se ho capito bene, si tratta di: { $item } (ordine { $order }).
code-right = Grazie, è il codice giusto: è confermato che l'ordine è suo.
code-mail-subject = Il suo codice per la chat
code-mail = Il suo codice è { $code }. Vale dieci minuti.

    Lo ha chiesto nella chat del nostro negozio. Se non è stato lei, non deve fare nulla: senza il codice nessuno va oltre. Non lo dia a nessuno che la chiami o le scriva.
claim-failed = Con questi dati non trovo un ordine { $order }. Controlli per favore il numero e l'indirizzo e-mail o il CAP nell'e-mail di conferma, e me li invii di nuovo.
outage = { $system ->
    [order] In questo momento non riesco ad accedere ai dati degli ordini del negozio, e non tiro a indovinare. Riprovi per favore tra qualche minuto.
    [catalog] In questo momento non riesco ad accedere al catalogo del negozio, e non tiro a indovinare. Riprovi per favore tra qualche minuto.
   *[policy] In questo momento non riesco ad accedere alle pagine del negozio, e non tiro a indovinare. Riprovi per favore tra qualche minuto.
}
dont-know = Mi dispiace, questo non lo so.
out-of-scope = Posso aiutarLa solo con questo negozio: ordini, pacchi, prodotti e condizioni del negozio.
carry-on = Va bene. Che cos'altro posso cercare per Lei?
# Said in English, whatever the shopper wrote, when they write in a language that the assistant does not speak.
languages = Parlo inglese, tedesco, francese, spagnolo, italiano e olandese. Forse una persona parla la Sua lingua.
which-of = Per capire bene, intende 1) { $first } o 2) { $second }?
choice = { $intent ->
    [order_status] sapere dov'è un ordine
    [missing_delivery] un pacco che non è arrivato
    [damaged_or_wrong_item] qualcosa di danneggiato o sbagliato
    [return_request] restituire qualcosa
    [exchange_request] cambiare un articolo con un altro
    [refund_status] un rimborso che non è arrivato
    [refund_policy] le regole per i resi
    [cancel_order] annullare un ordine
    [change_order] modificare un ordine
    [change_address] modificare un indirizzo
    [delivery_info] la consegna in generale
    [product_question] una domanda su un prodotto
    [stock_availability] sapere se qualcosa è disponibile
    [recommendation] un aiuto nella scelta
    [discount_promo] un codice o un'offerta
    [payment_issue] un pagamento
    [invoice] una fattura
    [account] il Suo account
    [subscription] un abbonamento o la newsletter
    [technical_issue] qualcosa che non funziona sul sito
    [complaint] un reclamo
    [feedback_review] un'opinione
    [human_agent] parlare con una persona
   *[other] altro
}

## Bringing in a person

offer = { $because } Vuole che La metta in contatto?
offer-yes = Sì, grazie
offer-no = No, grazie
because = { $reason ->
    [missing_delivery] Se ancora non è arrivato, spetta a una persona chiarirlo con il corriere.
    [damaged_or_wrong_item] Mi dispiace. Una persona sistemerà la cosa.
    [complaint] Mi dispiace che sia andata così. È bene che se ne occupi una persona.
    [silent_parcel] Una persona può chiedere al corriere di cercarlo.
    [failed_parcel] Una persona può decidere con Lei come procedere.
    [held_parcel] Una persona può risolvere la cosa con il corriere.
    [not_handed_over] Una persona può scoprire dove si trova.
    [too_many_claims] Qui non posso verificare altri dati, per tutelare la riservatezza degli ordini altrui. Una persona può aiutarLa a trovare il Suo.
    [not_understood] Una persona del negozio può aiutarLa.
    [language] Una persona del negozio può aiutarLa.
    [outage] Anche una persona può verificare.
    [return_request] Io non posso registrare un reso. Una persona può farlo per Lei.
    [exchange_request] Io non posso organizzare un cambio. Una persona può farlo per Lei.
    [cancel_order] Io non posso annullare un ordine. Una persona può dirLe che cosa è ancora possibile.
    [change_order] Io non posso modificare un ordine. Una persona può dirLe che cosa è ancora possibile.
    [change_address] Io non posso modificare un indirizzo. Una persona può dirLe che cosa è ancora possibile.
    [refund_status] Una persona può verificare il pagamento.
    [feedback_review] Grazie. È bene che lo legga una persona del negozio.
   *[other] Io non posso farlo. Una persona del negozio sì.
}
handing-over = { $reason ->
    [asked] Certamente. La metto in contatto con una persona e inoltro tutto quello che mi ha scritto.
    [complaint] Mi dispiace che sia andata così. È bene che se ne occupi una persona: La metto in contatto e inoltro tutto quello che mi ha scritto.
    [damaged_or_wrong_item] Mi dispiace. Una persona sistemerà la cosa: La metto in contatto e inoltro tutto quello che mi ha scritto.
    [safety] Mi dispiace, non deve succedere. Se qualcuno è ferito o in pericolo, per favore chiami prima di tutto i soccorsi. La metto subito in contatto con una persona.
    [self_harm] Ha fatto bene a dirlo, e io sono solo una macchina. Per favore, ne parli con qualcuno adesso: il numero di emergenza o la linea di ascolto della Sua zona è disponibile a qualsiasi ora. Avviso anche una persona qui.
    [decision] Questo deve deciderlo una persona, non io. La metto in contatto e inoltro tutto quello che mi ha scritto.
    [repeated] Mi dispiace di non essere d'aiuto. La metto in contatto con una persona e inoltro tutto quello che mi ha scritto.
    [vip] Avviso anche una persona, che prosegue da qui se resta qualcosa in sospeso.
    [draft] Una persona controlla questa risposta prima che Lei la riceva.
   *[other] La metto in contatto con una persona e inoltro tutto quello che mi ha scritto.
}
notice = { $reason ->
    [asked] Ha chiesto di parlare con una persona. Da qui in poi l'assistente resta in silenzio.
    [draft] È stato chiesto a una persona di controllare la risposta. Da qui in poi l'assistente resta in silenzio.
   *[other] È stato chiesto a una persona di intervenire. Da qui in poi l'assistente resta in silenzio.
}

## While something is looked up

looking-up = { $workflow ->
    [order_status] Leggo il Suo ordine…
    [product] Cerco nel catalogo…
    [policy] Leggo le pagine del negozio…
   *[conversation] Un momento…
}

## Where an answer comes from

source = { $what ->
    [order] Ordine { $order }, letto alle { $time }; orari secondo l'orologio del negozio
    [carrier] { $order }, interpellato alle { $time }
    [catalog] Il catalogo del negozio, letto alle { $time }
   *[policy] Le pagine delle condizioni del negozio, lette alle { $time }
}
