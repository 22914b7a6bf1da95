# What the assistant says, in German.
#
# Style: short, warm, concrete. No exclamation marks, no blame, no promise that is not in a record, no false empathy.
# Whatever stands in { $braces } was read from a record of the shop, or named by the shopper.

## Days and times, by the shop's clock

weekday = { $n ->
    [1] Montag
    [2] Dienstag
    [3] Mittwoch
    [4] Donnerstag
    [5] Freitag
    [6] Samstag
   *[7] Sonntag
}
month = { $n ->
    [1] Januar
    [2] Februar
    [3] März
    [4] April
    [5] Mai
    [6] Juni
    [7] Juli
    [8] August
    [9] September
    [10] Oktober
    [11] November
   *[12] Dezember
}
# A day that stands alone: "Donnerstag, 19. November".
day-today = heute
day-yesterday = gestern
day-tomorrow = morgen
day-date = { $weekday }, { $day }. { $month }
day-date-year = { $weekday }, { $day }. { $month } { $year }
# The same in a sentence: "wurde am Donnerstag, 19. November verschickt". Today, yesterday and tomorrow stand as they are.
on-day = am { $date }
# { $day } is "heute" or "am Donnerstag, 19. November".
day-at-time = { $day } um { $time } Uhr
# Two days, or two times of one day.
between = zwischen { $from } und { $to }
# Short, in a list of scans.
stamp = { $day }. { $month }, { $time }

## Lists: "a", "a und b", "a, b und c"

list-and = { $first } und { $last }

## An order

order-cancelled = Bestellung { $order } wurde { $day } storniert.
order-cancelled-refunded-on = { $amount } wurden { $day } erstattet.
order-cancelled-refunded = Der Betrag wurde erstattet.
order-cancelled-not-charged = Ihnen wurde nichts berechnet.
order-cancelled-no-refund = Eine Erstattung sehe ich dazu noch nicht.
order-nothing-to-ship = Bei Bestellung { $order } gibt es nichts zu verschicken: { $items } erhalten Sie digital per E-Mail, daher gibt es kein Paket zu verfolgen.
order-on-hold = Bestellung { $order } wird im Lager zurückgehalten und ist noch nicht verschickt.
order-on-hold-reason = Der angegebene Grund: „{ $reason }“.
order-on-hold-items = Zurückgehalten: { $items }.
order-no-date = Einen Termin dafür sehe ich nicht.
order-not-shipped = Bestellung { $order } wurde { $day } aufgegeben und ist noch nicht verschickt. { $payment ->
    [paid] Sie ist bezahlt,
    [pending] Die Zahlung steht noch aus,
   *[other] Sie ist erfasst,
} und ich sehe dazu bisher weder ein Paket noch einen Termin.
order-parcels = Bestellung { $order } ist auf { $count } Pakete verteilt.
order-unshipped = Noch nicht verschickt: { $items }. Einen Termin dafür sehe ich nicht.
order-refunded = { $amount } wurden { $day } erstattet.
order-no-refund = Zu dieser Bestellung sehe ich bisher keine Erstattung.
return-requested = Ihre Rücksendung { $name } ist angefragt und wartet auf die Freigabe durch den Shop.
return-open = Ihre Rücksendung { $name } ist freigegeben und läuft.
return-closed = Ihre Rücksendung { $name } ist abgeschlossen.
return-declined = Ihre Rücksendung { $name } wurde abgelehnt.

## A parcel. { $subject } is one of the first two; { $carrier } is a name, or "none".

subject-order = Bestellung { $order }
subject-parcel = Paket { $number } von { $of }
parcel = Paket
parcel-labels = Voraussichtlich, Inhalt, Frühere Scans
the-carrier = Der Paketdienst
parcel-label-only = Für { $subject } wurde { $day } ein Versandetikett erstellt, aber { $carrier ->
    [none] der Paketdienst
   *[other] { $carrier }
} hat das Paket noch nicht gescannt. Ein, zwei Tage dazwischen sind üblich; bitte sehen Sie danach noch einmal nach.
parcel-not-handed-over = Für { $subject } wurde { $day } ein Versandetikett erstellt, aber { $carrier ->
    [none] der Paketdienst
   *[other] { $carrier }
} hat das Paket noch immer nicht gescannt. Das ist länger als üblich: Vielleicht hat es den Shop noch nicht verlassen.
parcel-sent = { $subject } wurde { $day }{ $carrier ->
    [none] {""}
   *[other] {" "}mit { $carrier }
} verschickt. Einen Scan vom Paketdienst gibt es noch nicht.
parcel-moving = { $subject } ist{ $carrier ->
    [none] {""}
   *[other] {" "}mit { $carrier }
} unterwegs, { $seen }.
parcel-delayed = { $subject } ist{ $carrier ->
    [none] {""}
   *[other] {" "}mit { $carrier }
} unterwegs, aber verspätet, { $seen }.
parcel-silent = { $subject } ist{ $carrier ->
    [none] {""}
   *[other] {" "}mit { $carrier }
} unterwegs, wurde aber seit { $days ->
    [one] { $days } Tag
   *[other] { $days } Tagen
} nicht gescannt: { $seen }. Das ist länger als üblich, und ein neuer Termin ist nicht angegeben.
parcel-out-for-delivery = { $subject } ist{ $carrier ->
    [none] {""}
   *[other] {" "}mit { $carrier }
} in der Zustellung{ $seen ->
    [none] {""}
   *[other] , { $seen }
}.
parcel-attempt-failed = { $subject }: { $carrier ->
    [none] Der Paketdienst
   *[other] { $carrier }
} hat die Zustellung versucht, ohne Erfolg{ $reason ->
    [none] {""}
   *[other] : „{ $reason }“
}{ $seen ->
    [none] {""}
   *[other] {" "}({ $seen })
}. Auf der Seite des Paketdienstes können Sie meist einen anderen Tag oder eine Abholstelle wählen.
parcel-ready = { $subject } liegt{ $attempt ->
    [none] {""}
   *[other] {" "}nach einem erfolglosen Zustellversuch { $attempt }
} an einer Abholstelle für Sie bereit{ $seen ->
    [none] {""}
   *[other] , { $seen }
}. Wie lange es dort liegt, steht meist auf der Seite des Paketdienstes.
parcel-delivered = { $subject } wurde{ $at ->
    [none] {""}
   *[other] {" "}{ $at }
}{ $carrier ->
    [none] {""}
   *[other] {" "}von { $carrier }
}{ $place ->
    [none] {""}
   *[other] {" "}in { $place }
} zugestellt.
parcel-picked-up = { $subject } wurde abgeholt.
parcel-failed = { $subject } wird laut { $carrier ->
    [none] Paketdienst
   *[other] { $carrier }
} nicht zugestellt{ $seen ->
    [none] {""}
   *[other] , { $seen }
}.
parcel-held = { $subject } wird auf dem Weg{ $carrier ->
    [none] {""}
   *[other] {" "}von { $carrier }
} festgehalten{ $seen ->
    [none] {""}
   *[other] , { $seen }
}.{ $reason ->
    [none] {""}
   *[other] {" "}Der angegebene Grund: „{ $reason }“.
} Bitte sehen Sie nach, ob der Paketdienst Ihnen geschrieben hat: Vielleicht fehlen Papiere, eine Zahlung oder eine genauere Adresse.
parcel-returning = { $subject } ist{ $carrier ->
    [none] {""}
   *[other] {" "}mit { $carrier }
} auf dem Weg zurück zum Absender{ $seen ->
    [none] {""}
   *[other] , { $seen }
}.{ $reason ->
    [none] {""}
   *[other] {" "}Der angegebene Grund: „{ $reason }“.
}
parcel-returned = { $subject } ist wieder beim Absender{ $seen ->
    [none] {""}
   *[other] , { $seen }
}.
parcel-cancelled = { $subject } wurde storniert.
parcel-unknown = { $subject }: Es gibt einen Eintrag, aber ich sehe darin keinen Status.
# Where and when a parcel was scanned last. { $message } is the carrier's own words, or "none".
last-seen = zuletzt gesehen { $at }{ $place ->
    [none] {""}
   *[other] {" "}in { $place }
}{ $message ->
    [none] {""}
   *[other] : „{ $message }“
}
expected = Die Zustellung wird { $day } erwartet.
expected-now = Die Zustellung wird jetzt { $day } erwartet.
expected-passed = Die Zustellung wurde { $day } erwartet, dieser Termin ist verstrichen.
expected-short-passed = { $day } (verstrichen)
tracking-link = Dieses Paket verfolgen
tracking = Sendungsverfolgung: { $url }
# What follows from it. Where sources do not agree both are heard; { $source } is "none" for the shop's own record.
sources-differ = Die Quellen stimmen nicht überein.
word-of = Laut { $source ->
    [none] Shop
   *[other] { $source }
}: { $word }.
word-expected = erwartet { $day }
carrier-unread = Den Paketdienst erreiche ich gerade nicht, deshalb steht hier nur, was der Shop selbst weiß. Für den neuesten Stand fragen Sie bitte in ein paar Minuten noch einmal.
advice-look-around = Bitte fragen Sie zuerst bei Nachbarn und am Empfang und sehen Sie im Briefkasten und an sicheren Ablageorten nach. Manche Pakete tauchen innerhalb von zwei Tagen auf, nachdem sie als zugestellt gemeldet wurden.
advice-ask-carrier = Bitte fragen Sie noch einmal bei Nachbarn und am Empfang und sehen Sie an sicheren Ablageorten nach. Nach mehr als zwei Tagen ist es Zeit, beim Paketdienst nachzufragen.
advice-may-change = Es ist noch nichts davon unterwegs, vielleicht reicht die Zeit also.
advice-has-left = Die Ware hat den Shop schon verlassen und lässt sich dort nicht mehr aufhalten oder ändern.
advice-has-partly-left = Ein Teil hat den Shop schon verlassen. Was noch nicht unterwegs ist, lässt sich vielleicht noch ändern.
shop-clock = Zeiten nach der Uhr des Shops, { $zone }.

## One thing about an order that was told before

fact-arrival = { $subject }: { $expected }
fact-no-date = { $subject } ist unterwegs, und ich sehe keinen Termin für die Ankunft.
fact-carrier = { $subject } wurde mit { $carrier } verschickt.
fact-no-carrier = { $subject }: Ich sehe keinen Paketdienst verzeichnet.
fact-number = { $subject } hat die Sendungsnummer { $number }.
fact-no-number = { $subject }: Ich sehe keine Sendungsnummer verzeichnet.
order-no-return = Zu Bestellung { $order } sehe ich keine Rücksendung verzeichnet.
order-contents = In Bestellung { $order }: { $items }.

## A parcel's status in a few words. Without nouns, since it is also written in small letters: "DHL: unterwegs."

status-label-only = Vorbereitet, noch nicht übergeben
status-not-handed-over = { status-label-only }
status-sent = Verschickt
status-moving = Unterwegs
status-delayed = Verspätet
status-silent = Länger nicht gescannt
status-out-for-delivery = Wird zugestellt
status-attempt-failed = Konnte noch nicht zugestellt werden
status-held = Wird festgehalten
status-ready = Abholbereit
status-delivered = Zugestellt
status-picked-up = Abgeholt
status-failed = Nicht zugestellt
status-returning = Wird zurückgeschickt
status-returned = Zurückgeschickt
status-cancelled = Storniert
status-unknown = Unbekannt

## One scan, where the carrier gives no words of its own and the status of the parcel says something else

scan-label = Versandetikett erstellt
scan-moving = Unterwegs
scan-ready = Bereit zur Abholung
scan-unknown = Gescannt

## Products

products-fit = { $count ->
    [one] Dieses Produkt passt:
   *[other] Diese { $count } Produkte passen:
}
products-closest = Nichts im Katalog passt auf alles davon. Am ehesten passt zu „{ $words }“:
products-guess = Mit Ihren Worten steht nichts davon im Katalog. Am ehesten passt vielleicht:
product-matches = Passt zu: { $words }
products-similar = { $count ->
    [one] Dieses Produkt empfiehlt
   *[other] Diese { $count } Produkte empfiehlt
} der Shop als Alternative zu { $title }:
products-companion = { $count ->
    [one] Dieses Produkt empfiehlt
   *[other] Diese { $count } Produkte empfiehlt
} der Shop zu { $title }:
product-no-companion = Der Shop nennt nichts, was zu { $title } passt. Sagen Sie mir, was Sie dazu brauchen, dann suche ich danach.
products-none = Zu „{ $words }“ habe ich im Katalog nichts gefunden. Mit anderen Worten findet es sich vielleicht, oder ein Mensch kann Ihnen beim Suchen helfen.
product-quoted = Der Shop schreibt: „{ $text }“
product-silent = Davon lese ich nichts in dem, was der Shop über { $title } schreibt: „{ $text }“
product-plain = Das steht dazu im Shop:
product-not-in-size = { $title } gibt es nicht in { $size }. Zur Auswahl: { $options }.
product-not-so = { $title } gibt es nicht in { $wanted }. Zur Auswahl: { $options }.
product-not-at-all = { $title } gibt es so nicht. Zur Auswahl: { $options }.
product-sold-out = { $title }{ $wanted ->
    [none] {""}
   *[other] {" "}in { $wanted }
}: ausverkauft. { $others ->
    [none] Zurzeit ist nichts davon vorrätig, und einen Termin sehe ich nicht.
   *[other] Jetzt verfügbar: { $others }.
}
product-available = Ja, { $title } ist verfügbar.{ $options ->
    [none] {""}
   *[other] {" "}Zur Auswahl: { $options }.
}
product-available-so = Ja, { $title } in { $wanted } ist verfügbar{ $others ->
    [none] {""}
   *[other] , und zwar in { $others }
}.
price-from = ab { $price }
price-on-page = Preis auf der Produktseite
available = Verfügbar
sold-out = Ausverkauft
value-sold-out = { $value } (ausverkauft)

## The shop's own pages

policy-from = Aus „{ $title }“:
policy-read-all = „{ $title }“ ganz lesen
policy-missing = { $page ->
    [refund] Der Shop hat keine Rückgabebedingungen veröffentlicht, daher kann ich nicht daraus zitieren.
    [shipping] Der Shop hat keine Versandbedingungen veröffentlicht, daher kann ich nicht daraus zitieren.
    [privacy] Der Shop hat keine Datenschutzerklärung veröffentlicht, daher kann ich nicht daraus zitieren.
    [terms] Der Shop hat keine AGB veröffentlicht, daher kann ich nicht daraus zitieren.
   *[contact] Der Shop hat keine Kontaktseite veröffentlicht, daher kann ich nicht daraus zitieren.
}

## Talk

greeting = Guten Tag. Ich kann eine Bestellung nachschlagen, ein Produkt finden oder aus den Richtlinien des Shops zitieren. Was kann ich für Sie tun?
thanks = Gern geschehen. Ich bin da, falls noch etwas ist.
about-me = Ich bin ein KI-Assistent, kein Mensch. Ich lese die Daten dieses Shops zu Bestellungen, Produkten und Richtlinien, und ich sage es, wenn ich etwas nicht weiß. Ein Mensch ist nur einen Klick entfernt: „Mit einem Menschen sprechen“.
ask-order-number = Das sehe ich gern nach. Wie lautet Ihre Bestellnummer? Sie steht in der Bestätigungs-E-Mail, etwa #1234. Bitte nennen Sie auch die E-Mail-Adresse oder die Postleitzahl der Bestellung, damit ich erkenne, dass es Ihre ist.
ask-contact = Um Ihnen Bestellung { $order } zu zeigen, muss ich wissen, dass es Ihre ist. Mit welcher E-Mail-Adresse oder Postleitzahl wurde sie aufgegeben?
ask-product = Welches Produkt meinen Sie? Der Name genügt, oder ein paar Worte dazu, was Sie suchen.
ask-again = Das habe ich nicht ganz verstanden. Können Sie es mit anderen Worten sagen? Ich kann eine Bestellung nachschlagen, ein Produkt finden oder aus den Richtlinien des Shops zitieren.
which-order = Mehrere Ihrer Bestellungen sind noch unterwegs. Welche meinen Sie?
# Markdown.
busy = Hier wird gerade mehr gefragt, als ich nachsehen darf. Bitte versuchen Sie es in einer Stunde noch einmal, oder nutzen Sie die [Kontaktseite]({ $url }) des Shops.
offer-code = { $because } Soll ich jemanden dazuholen? Wenn ich vorher einen Code an die E-Mail-Adresse der Bestellung schicke, ist gleich klar, dass Sie es sind.
code-yes = Erst einen Code schicken
code-sent = Ich habe einen Code an { $address } geschickt. Bitte geben Sie die sechs Ziffern innerhalb von zehn Minuten hier ein. Falls er nicht ankommt, sagen Sie, dass Sie mit einem Menschen sprechen möchten.
code-wrong = Das ist nicht der Code, den ich geschickt habe. { $left ->
    [one] Es bleibt ein Versuch.
   *[other] Es bleiben { $left } Versuche.
}
code-over = Dieser Code gilt nicht mehr.
no-code = Ich kann gerade keinen Code schicken.
about-item = Ich verstehe, es geht um: { $item } (Bestellung { $order }).
code-right = Danke, das ist der Code: Damit ist bestätigt, dass diese Bestellung Ihre ist.
code-mail-subject = Ihr Code für den Chat
code-mail = Ihr Code lautet { $code }. Er gilt zehn Minuten.

    Sie haben ihn im Chat unseres Shops angefordert. Wenn Sie das nicht waren, brauchen Sie nichts zu tun: Ohne den Code kommt niemand weiter. Geben Sie ihn niemandem, der Sie anruft oder Ihnen schreibt.
claim-failed = Mit diesen Angaben finde ich keine Bestellung { $order }. Bitte prüfen Sie die Nummer und die E-Mail-Adresse oder Postleitzahl in Ihrer Bestätigungs-E-Mail und senden Sie beides noch einmal.
outage = { $system ->
    [order] Ich erreiche die Bestelldaten des Shops gerade nicht, und raten möchte ich nicht. Bitte versuchen Sie es in ein paar Minuten noch einmal.
    [catalog] Ich erreiche den Katalog des Shops gerade nicht, und raten möchte ich nicht. Bitte versuchen Sie es in ein paar Minuten noch einmal.
   *[policy] Ich erreiche die Seiten des Shops gerade nicht, und raten möchte ich nicht. Bitte versuchen Sie es in ein paar Minuten noch einmal.
}
dont-know = Das weiß ich leider nicht.
out-of-scope = Ich kann nur bei diesem Shop helfen: bei Bestellungen, Paketen, Produkten und den Richtlinien des Shops.
carry-on = In Ordnung. Was kann ich noch für Sie nachschlagen?
# Said in English, whatever the shopper wrote, when they write in a language that the assistant does not speak.
languages = Ich spreche Englisch, Deutsch, Französisch, Spanisch, Italienisch und Niederländisch. Ein Mensch spricht vielleicht Ihre Sprache.
which-of = Nur damit ich es richtig verstehe, was meinen Sie: 1) { $first } oder 2) { $second }?
choice = { $intent ->
    [order_status] wo eine Bestellung ist
    [missing_delivery] ein Paket, das fehlt
    [damaged_or_wrong_item] etwas Beschädigtes oder Falsches
    [return_request] etwas zurücksenden
    [exchange_request] ein Umtausch
    [refund_status] eine Erstattung, die noch nicht da ist
    [refund_policy] die Regeln für Rücksendungen
    [cancel_order] eine Bestellung stornieren
    [change_order] eine Bestellung ändern
    [change_address] eine Adresse ändern
    [delivery_info] die Lieferung im Allgemeinen
    [product_question] eine Frage zu einem Produkt
    [stock_availability] ob etwas vorrätig ist
    [recommendation] Hilfe bei der Auswahl
    [discount_promo] ein Code oder ein Angebot
    [payment_issue] eine Zahlung
    [invoice] eine Rechnung
    [account] Ihr Konto
    [subscription] ein Abo oder der Newsletter
    [technical_issue] etwas auf der Website, das nicht funktioniert
    [complaint] eine Beschwerde
    [feedback_review] eine Rückmeldung
    [human_agent] mit einem Menschen sprechen
   *[other] etwas anderes
}

## Bringing in a person

offer = { $because } Soll ich jemanden dazuholen?
offer-yes = Ja, bitte
offer-no = Nein, danke
because = { $reason ->
    [missing_delivery] Falls noch nichts bei Ihnen angekommen ist, sollte das ein Mensch mit dem Paketdienst klären.
    [damaged_or_wrong_item] Das tut mir leid. Ein Mensch bringt es in Ordnung.
    [complaint] Es tut mir leid, dass das schiefgegangen ist. Darum sollte sich ein Mensch kümmern.
    [silent_parcel] Ein Mensch kann den Paketdienst bitten, danach zu suchen.
    [failed_parcel] Ein Mensch kann mit Ihnen entscheiden, wie es weitergeht.
    [held_parcel] Ein Mensch kann das mit dem Paketdienst klären.
    [not_handed_over] Ein Mensch kann herausfinden, wo es ist.
    [too_many_claims] Weitere Angaben kann ich hier nicht prüfen, damit die Bestellungen anderer privat bleiben. Ein Mensch kann Ihnen helfen, Ihre zu finden.
    [not_understood] Ein Mensch aus dem Shop kann helfen.
    [language] Ein Mensch aus dem Shop kann helfen.
    [outage] Ein Mensch kann es sich auch ansehen.
    [return_request] Eine Rücksendung kann ich nicht selbst anmelden. Ein Mensch kann das für Sie tun.
    [exchange_request] Einen Umtausch kann ich nicht selbst veranlassen. Ein Mensch kann das für Sie tun.
    [cancel_order] Eine Bestellung kann ich nicht selbst stornieren. Ein Mensch kann Ihnen sagen, was noch möglich ist.
    [change_order] Eine Bestellung kann ich nicht selbst ändern. Ein Mensch kann Ihnen sagen, was noch möglich ist.
    [change_address] Eine Adresse kann ich nicht selbst ändern. Ein Mensch kann Ihnen sagen, was noch möglich ist.
    [refund_status] Ein Mensch kann sich die Zahlung ansehen.
    [feedback_review] Vielen Dank. Das sollte ein Mensch aus dem Shop lesen.
   *[other] Das kann ich nicht selbst tun. Ein Mensch aus dem Shop kann es.
}
handing-over = { $reason ->
    [asked] Natürlich. Ich übergebe an einen Menschen, mit allem, was Sie mir geschrieben haben.
    [complaint] Es tut mir leid, dass das schiefgegangen ist. Darum sollte sich ein Mensch kümmern, also übergebe ich, mit allem, was Sie mir geschrieben haben.
    [damaged_or_wrong_item] Das tut mir leid. Ein Mensch bringt es in Ordnung; ich übergebe, mit allem, was Sie mir geschrieben haben.
    [safety] Es tut mir leid, das darf nicht passieren. Wenn jemand verletzt oder in Gefahr ist, rufen Sie bitte zuerst den Notruf. Ich übergebe sofort an einen Menschen.
    [self_harm] Es ist gut, dass Sie das gesagt haben, und ich bin nur eine Maschine. Bitte sprechen Sie jetzt mit jemandem: Der örtliche Notruf oder ein Krisentelefon ist zu jeder Stunde da. Ich hole auch hier einen Menschen dazu.
    [decision] Das entscheidet ein Mensch, nicht ich. Ich übergebe, mit allem, was Sie mir geschrieben haben.
    [repeated] Es tut mir leid, dass ich hier nicht weiterhelfe. Ich übergebe an einen Menschen, mit allem, was Sie mir geschrieben haben.
    [vip] Ich hole auch einen Menschen dazu, der ab hier übernimmt, falls noch etwas offen ist.
    [draft] Ein Mensch prüft diese Antwort, bevor Sie sie erhalten.
   *[other] Ich übergebe an einen Menschen, mit allem, was Sie mir geschrieben haben.
}
notice = { $reason ->
    [asked] Sie haben nach einem Menschen gefragt. Der Assistent antwortet ab hier nicht mehr.
    [draft] Ein Mensch wurde gebeten, die Antwort zu prüfen. Der Assistent antwortet ab hier nicht mehr.
   *[other] Ein Mensch wurde gebeten dazuzukommen. Der Assistent antwortet ab hier nicht mehr.
}

## While something is looked up

looking-up = { $workflow ->
    [order_status] Ich lese Ihre Bestellung…
    [product] Ich sehe im Katalog nach…
    [policy] Ich lese die Seiten des Shops…
   *[conversation] Einen Moment…
}

## Where an answer comes from

source = { $what ->
    [order] Bestellung { $order }, gelesen um { $time }; Zeiten nach der Uhr des Shops
    [carrier] { $order }, gefragt um { $time }
    [catalog] Katalog des Shops, gelesen um { $time }
   *[policy] Richtlinienseiten des Shops, gelesen um { $time }
}
