# What the assistant says, in Dutch.
#
# Style: short, warm, concrete. No exclamation marks, no blame, no promise that is not in a record, no false empathy.
# Whatever stands in { $braces } was read from a record of the shop, or named by the shopper.

## Days and times, by the shop's clock

weekday = { $n ->
    [1] maandag
    [2] dinsdag
    [3] woensdag
    [4] donderdag
    [5] vrijdag
    [6] zaterdag
   *[7] zondag
}
month = { $n ->
    [1] januari
    [2] februari
    [3] maart
    [4] april
    [5] mei
    [6] juni
    [7] juli
    [8] augustus
    [9] september
    [10] oktober
    [11] november
   *[12] december
}
# A day that stands alone: "donderdag 19 november".
day-today = vandaag
day-yesterday = gisteren
day-tomorrow = morgen
day-date = { $weekday } { $day } { $month }
day-date-year = { $weekday } { $day } { $month } { $year }
# The same with a verb: "is op donderdag 19 november verzonden". Today, yesterday and tomorrow stand as they are.
on-day = op { $date }
# { $day } is "vandaag" or "op donderdag 19 november".
day-at-time = { $day } om { $time }
# Two days, or two times of one day.
between = tussen { $from } en { $to }
# Short, in a list of scans.
stamp = { $day } { $month }, { $time }

## Lists: "a", "a en b", "a, b en c"

list-and = { $first } en { $last }

## An order

order-cancelled = Bestelling { $order } is { $day } geannuleerd.
order-cancelled-refunded-on = Er is { $day } { $amount } terugbetaald.
order-cancelled-refunded = Het bedrag is terugbetaald.
order-cancelled-not-charged = Er is niets in rekening gebracht.
order-cancelled-no-refund = Ik zie nog geen terugbetaling geregistreerd.
order-nothing-to-ship = Bij bestelling { $order } hoeft niets verzonden te worden: de levering van { $items } is digitaal, per e-mail, dus er is geen pakket om te volgen.
order-on-hold = Bestelling { $order } staat in het magazijn in de wacht en is niet verzonden.
order-on-hold-reason = De opgegeven reden: “{ $reason }”.
order-on-hold-items = In de wacht: { $items }.
order-no-date = Ik zie er geen datum voor.
order-not-shipped = Bestelling { $order }, { $day } geplaatst, is nog niet verzonden. { $payment ->
    [paid] Er is betaald
    [pending] De betaling loopt nog
   *[other] De bestelling is geregistreerd
} en ik zie er tot nu toe geen pakket of datum voor.
order-parcels = Bestelling { $order } bestaat uit { $count } pakketten.
order-unshipped = Nog niet verzonden: { $items }. Ik zie er geen datum voor.
order-refunded = Er is { $day } { $amount } terugbetaald.
order-no-refund = Ik zie bij deze bestelling tot nu toe geen terugbetaling geregistreerd.
return-requested = Uw retour { $name } is aangevraagd en wacht op goedkeuring van de winkel.
return-open = Uw retour { $name } is goedgekeurd en in behandeling.
return-closed = Uw retour { $name } is afgerond.
return-declined = Uw retour { $name } is afgewezen.

## A parcel. { $subject } is one of the first two; { $carrier } is a name, or "none".

subject-order = Bestelling { $order }
subject-parcel = Pakket { $number } van { $of }
parcel = Pakket
parcel-labels = Verwacht, Inhoud, Eerdere scans
the-carrier = De vervoerder
parcel-label-only = { $subject }: het label is { $day } gemaakt, maar { $carrier ->
    [none] de vervoerder
   *[other] { $carrier }
} heeft het pakket nog niet gescand. Een dag of twee ertussen is gebruikelijk; kijkt u daarna nog eens.
parcel-not-handed-over = { $subject }: het label is { $day } gemaakt, maar { $carrier ->
    [none] de vervoerder
   *[other] { $carrier }
} heeft het pakket nog steeds niet gescand. Dat is langer dan gebruikelijk: misschien is het de winkel nog niet uit.
parcel-sent = { $subject } is { $day }{ $carrier ->
    [none] {""}
   *[other] {" "}met { $carrier }
} verzonden. Er is nog geen scan van de vervoerder.
parcel-moving = { $subject } is onderweg{ $carrier ->
    [none] {""}
   *[other] {" "}met { $carrier }
}, { $seen }.
parcel-delayed = { $subject } is onderweg{ $carrier ->
    [none] {""}
   *[other] {" "}met { $carrier }
} maar vertraagd, { $seen }.
parcel-silent = { $subject } is onderweg{ $carrier ->
    [none] {""}
   *[other] {" "}met { $carrier }
}, maar al { $days ->
    [one] { $days } dag
   *[other] { $days } dagen
} zonder nieuwe scan ({ $seen }). Dat is langer dan gebruikelijk, en er is geen nieuwe datum opgegeven.
parcel-out-for-delivery = { $subject } is onderweg met de bezorger{ $carrier ->
    [none] {""}
   *[other] {" "}van { $carrier }
}{ $seen ->
    [none] {""}
   *[other] , { $seen }
}.
parcel-attempt-failed = { $subject }: { $carrier ->
    [none] de vervoerder
   *[other] { $carrier }
} heeft geprobeerd te bezorgen, maar dat is niet gelukt{ $reason ->
    [none] {""}
   *[other] : “{ $reason }”
}{ $seen ->
    [none] {""}
   *[other] {" "}({ $seen })
}. Op de trackingpagina van de vervoerder kunt u meestal een andere dag of een afhaalpunt kiezen.
parcel-ready = { $subject } ligt voor u klaar bij een afhaalpunt{ $attempt ->
    [none] {""}
   *[other] {" "}na een mislukte bezorgpoging { $attempt }
}{ $seen ->
    [none] {""}
   *[other] {" "}({ $seen })
}. Op de trackingpagina van de vervoerder staat meestal hoe lang het daar blijft.
parcel-delivered = { $subject } is{ $at ->
    [none] {""}
   *[other] {" "}{ $at }
}{ $place ->
    [none] {""}
   *[other] {" "}in { $place }
}{ $carrier ->
    [none] {""}
   *[other] {" "}door { $carrier }
} bezorgd.
parcel-picked-up = { $subject } is afgehaald.
parcel-failed = { $subject } wordt niet bezorgd, meldt { $carrier ->
    [none] de vervoerder
   *[other] { $carrier }
}{ $seen ->
    [none] {""}
   *[other] {" "}({ $seen })
}.
parcel-held = { $subject } wordt onderweg{ $carrier ->
    [none] {""}
   *[other] {" "}door { $carrier }
} vastgehouden{ $seen ->
    [none] {""}
   *[other] , { $seen }
}.{ $reason ->
    [none] {""}
   *[other] {" "}De opgegeven reden: “{ $reason }”.
} Kijkt u even of de vervoerder u heeft geschreven: misschien ontbreken er papieren, een betaling of een beter adres.
parcel-returning = { $subject } is{ $carrier ->
    [none] {""}
   *[other] {" "}met { $carrier }
} op weg terug naar de afzender{ $seen ->
    [none] {""}
   *[other] , { $seen }
}.{ $reason ->
    [none] {""}
   *[other] {" "}De opgegeven reden: “{ $reason }”.
}
parcel-returned = { $subject } is terug bij de afzender{ $seen ->
    [none] {""}
   *[other] , { $seen }
}.
parcel-cancelled = { $subject } is geannuleerd.
parcel-unknown = { $subject }: er is een registratie, maar ik zie er geen status in.
# Where and when a parcel was scanned last. { $message } is the carrier's own words, or "none".
last-seen = laatst gescand { $at }{ $place ->
    [none] {""}
   *[other] {" "}in { $place }
}{ $message ->
    [none] {""}
   *[other] : “{ $message }”
}
expected = De bezorging wordt { $day } verwacht.
expected-now = De bezorging wordt nu { $day } verwacht.
expected-passed = De bezorging werd { $day } verwacht; die dag is voorbij.
expected-short-passed = { $day } (is voorbij)
tracking-link = Dit pakket volgen
tracking = Track & trace: { $url }
# What follows from it. Where sources do not agree both are heard; { $source } is "none" for the shop's own record.
sources-differ = Niet alle bronnen zeggen hetzelfde.
word-of = Volgens { $source ->
    [none] de winkel
   *[other] { $source }
}: { $word }.
word-expected = verwacht { $day }
carrier-unread = Ik kan de vervoerder nu niet bereiken, dus dit is wat de winkel zelf weet. Vraagt u het voor het laatste nieuws over een paar minuten nog eens.
advice-look-around = Kijkt u eerst bij de buren, bij de receptie, in de brievenbus en waar het veilig kan zijn achtergelaten. Sommige pakketten duiken binnen twee dagen op nadat ze als bezorgd zijn gemeld.
advice-ask-carrier = Kijkt u nog eens bij de buren, bij de receptie en waar het veilig kan zijn achtergelaten. Na meer dan twee dagen is het tijd om het de vervoerder te vragen.
advice-may-change = Er is nog niets van weg, dus misschien is er nog tijd.
advice-has-left = Het is de winkel al uit en kan daar niet meer worden tegengehouden of gewijzigd.
advice-has-partly-left = Een deel is de winkel al uit. Wat nog niet weg is, kan misschien nog worden gewijzigd.
shop-clock = Tijden volgens de klok van de winkel, { $zone }.

## One thing about an order that was told before

fact-arrival = { $subject }: { $expected }
fact-no-date = { $subject } is onderweg, en ik zie geen datum voor de aankomst.
fact-carrier = { $subject } is met { $carrier } verzonden.
fact-no-carrier = { $subject }: ik zie geen vervoerder geregistreerd.
fact-number = { $subject } heeft trackingnummer { $number }.
fact-no-number = { $subject }: ik zie geen trackingnummer geregistreerd.
order-no-return = Ik zie geen retour geregistreerd bij bestelling { $order }.
order-contents = In bestelling { $order }: { $items }.

## A parcel's status in a few words

status-label-only = Label gemaakt, nog niet overgedragen
status-not-handed-over = { status-label-only }
status-sent = Verzonden
status-moving = Onderweg
status-delayed = Vertraagd
status-silent = Geen recente scan
status-out-for-delivery = Onderweg met de bezorger
status-attempt-failed = Bezorgpoging gedaan
status-held = Onderweg vastgehouden
status-ready = Ligt klaar bij een afhaalpunt
status-delivered = Bezorgd
status-picked-up = Afgehaald
status-failed = Niet bezorgd
status-returning = Op weg terug
status-returned = Terug bij de afzender
status-cancelled = Geannuleerd
status-unknown = Status onbekend

## One scan, where the carrier gives no words of its own and the status of the parcel says something else

scan-label = Label gemaakt
scan-moving = Onderweg
scan-ready = Klaar om af te halen
scan-unknown = Gescand

## Products

products-fit = { $count ->
    [one] Dit past bij uw vraag:
   *[other] Deze { $count } passen bij uw vraag:
}
products-closest = Niets in de catalogus voldoet aan alles. Wat het dichtst in de buurt komt, voor “{ $words }”:
products-guess = Niets in de catalogus zegt het met uw woorden. Dit komt misschien het dichtst in de buurt:
product-matches = Past bij: { $words }
products-similar = { $count ->
    [one] Dit product raadt
   *[other] Deze { $count } producten raadt
} de winkel aan als alternatief voor { $title }:
products-companion = { $count ->
    [one] Dit product raadt
   *[other] Deze { $count } producten raadt
} de winkel aan bij { $title }:
product-no-companion = De winkel noemt niets dat bij { $title } past. Zeg me wat u erbij nodig hebt, dan zoek ik daarnaar.
products-none = Ik heb in de catalogus niets gevonden voor “{ $words }”. Met andere woorden lukt het misschien, of een medewerker kan u helpen zoeken.
product-quoted = De winkel schrijft: “{ $text }”
product-silent = Dat lees ik niet in wat de winkel over { $title } schrijft: “{ $text }”
product-plain = Dit zijn de gegevens die de winkel heeft:
product-not-in-size = { $title } is er niet in { $size }. De opties zijn { $options }.
product-not-so = { $title } is er niet in { $wanted }. De opties zijn { $options }.
product-not-at-all = { $title } is er niet in die uitvoering. De opties zijn { $options }.
product-sold-out = { $title }{ $wanted ->
    [none] {""}
   *[other] {" "}in { $wanted }
}: uitverkocht. { $others ->
    [none] Er is op dit moment niets van op voorraad, en ik zie geen datum.
   *[other] Nu verkrijgbaar: { $others }.
}
product-available = Ja, { $title } is verkrijgbaar.{ $options ->
    [none] {""}
   *[other] {" "}De opties zijn { $options }.
}
product-available-so = Ja, { $title } in { $wanted } is verkrijgbaar{ $others ->
    [none] {""}
   *[other] , in { $others }
}.
price-from = vanaf { $price }
price-on-page = prijs op de productpagina
available = Verkrijgbaar
sold-out = Uitverkocht
value-sold-out = { $value } (uitverkocht)

## The shop's own pages

policy-from = Uit “{ $title }”:
policy-read-all = “{ $title }” helemaal lezen
policy-missing = { $page ->
    [refund] De winkel heeft geen retourbeleid gepubliceerd, dus ik kan er niet uit citeren.
    [shipping] De winkel heeft geen verzendbeleid gepubliceerd, dus ik kan er niet uit citeren.
    [privacy] De winkel heeft geen privacybeleid gepubliceerd, dus ik kan er niet uit citeren.
    [terms] De winkel heeft geen voorwaarden gepubliceerd, dus ik kan er niet uit citeren.
   *[contact] De winkel heeft geen contactpagina gepubliceerd, dus ik kan er niet uit citeren.
}

## Talk

greeting = Hallo. Ik kan een bestelling opzoeken, een product vinden of uit het beleid van de winkel citeren. Wat kan ik voor u doen?
thanks = Graag gedaan. Ik ben er als er nog iets is.
about-me = Ik ben een AI-assistent, geen mens. Ik lees de gegevens van deze winkel over bestellingen, producten en beleid, en ik zeg het als ik iets niet weet. Een medewerker bereikt u met één klik: “Met een medewerker praten”.
ask-order-number = Ik kijk het graag na. Wat is uw bestelnummer? Het staat in de bevestigingsmail, bijvoorbeeld #1234. Wilt u het e-mailadres of de postcode van de bestelling erbij zetten? Dan kan ik zien dat die van u is.
ask-contact = Om u bestelling { $order } te laten zien, moet ik weten dat die van u is. Met welk e-mailadres of welke postcode is de bestelling geplaatst?
ask-product = Welk product bedoelt u? De naam, of een paar woorden over wat u zoekt, is genoeg.
ask-again = Dat heb ik niet helemaal begrepen. Kunt u het met andere woorden zeggen? Ik kan een bestelling opzoeken, een product vinden of uit het beleid van de winkel citeren.
which-order = U hebt meerdere bestellingen lopen. Welke bedoelt u?
# Markdown.
busy = Er wordt hier nu meer gevraagd dan ik mag opzoeken. Probeer het over een uur opnieuw, of gebruik de [contactpagina]({ $url }) van de winkel.
offer-code = { $because } Zal ik iemand erbij halen? Als ik eerst een code stuur naar het e-mailadres van de bestelling, is meteen duidelijk dat u het bent.
code-yes = Stuur eerst een code
code-sent = Ik heb een code gestuurd naar { $address }. Typ de zes cijfers hier binnen tien minuten. Komt de code niet aan, zeg dan dat u een mens wilt spreken.
code-wrong = Dat is niet de code die ik heb gestuurd. { $left ->
    [one] Er is nog één poging over.
   *[other] Er zijn nog { $left } pogingen over.
}
code-over = Die code geldt niet meer.
no-code = Ik kan nu geen code sturen.
about-item = Ik begrijp dat het gaat om: { $item } (bestelling { $order }).
code-right = Dank u, dat is de code: het is bevestigd dat deze bestelling van u is.
code-mail-subject = Uw code voor de chat
code-mail = Uw code is { $code }. Hij geldt tien minuten.

    U hebt erom gevraagd in de chat van onze winkel. Was u dat niet, dan hoeft u niets te doen: zonder de code komt niemand verder. Geef hem aan niemand die u belt of schrijft.
claim-failed = Met deze gegevens vind ik geen bestelling { $order }. Wilt u het nummer en het e-mailadres of de postcode nakijken in uw bevestigingsmail, en ze opnieuw sturen?
outage = { $system ->
    [order] Ik kan de bestelgegevens van de winkel nu niet bereiken, en ik ga niet gokken. Probeert u het over een paar minuten nog eens.
    [catalog] Ik kan de catalogus van de winkel nu niet bereiken, en ik ga niet gokken. Probeert u het over een paar minuten nog eens.
   *[policy] Ik kan de pagina's van de winkel nu niet bereiken, en ik ga niet gokken. Probeert u het over een paar minuten nog eens.
}
dont-know = Het spijt me, dat weet ik niet.
out-of-scope = Ik kan u alleen helpen met deze winkel: bestellingen, pakketten, producten en het beleid van de winkel.
carry-on = Goed. Wat kan ik nog meer voor u opzoeken?
# Said in English, whatever the shopper wrote, when they write in a language that the assistant does not speak.
languages = Ik spreek Engels, Duits, Frans, Spaans, Italiaans en Nederlands. Misschien spreekt een medewerker uw taal.
which-of = Even voor de zekerheid: gaat het om 1) { $first } of 2) { $second }?
choice = { $intent ->
    [order_status] waar een bestelling is
    [missing_delivery] een pakket dat niet is aangekomen
    [damaged_or_wrong_item] iets wat beschadigd of verkeerd is
    [return_request] iets terugsturen
    [exchange_request] iets ruilen
    [refund_status] een terugbetaling die niet is gekomen
    [refund_policy] de regels voor retouren
    [cancel_order] een bestelling annuleren
    [change_order] een bestelling wijzigen
    [change_address] een adres wijzigen
    [delivery_info] bezorging in het algemeen
    [product_question] een vraag over een product
    [stock_availability] of iets op voorraad is
    [recommendation] hulp bij het kiezen
    [discount_promo] een code of een aanbieding
    [payment_issue] een betaling
    [invoice] een factuur
    [account] uw account
    [subscription] een abonnement of de nieuwsbrief
    [technical_issue] iets op de site dat niet werkt
    [complaint] een klacht
    [feedback_review] feedback
    [human_agent] met een medewerker praten
   *[other] iets anders
}

## Bringing in a person

offer = { $because } Zal ik iemand erbij halen?
offer-yes = Ja, graag
offer-no = Nee, dank u
because = { $reason ->
    [missing_delivery] Als het nog steeds niet bij u is, moet een medewerker dat met de vervoerder uitzoeken.
    [damaged_or_wrong_item] Dat spijt me. Een medewerker maakt het in orde.
    [complaint] Het spijt me dat dit is misgegaan. Een medewerker hoort dit op te pakken.
    [silent_parcel] Een medewerker kan de vervoerder vragen ernaar te zoeken.
    [failed_parcel] Een medewerker kan met u bepalen hoe het verdergaat.
    [held_parcel] Een medewerker kan het met de vervoerder oplossen.
    [not_handed_over] Een medewerker kan uitzoeken waar het is.
    [too_many_claims] Ik kan hier geen gegevens meer controleren, om de bestellingen van anderen privé te houden. Een medewerker kan u helpen die van u te vinden.
    [not_understood] Een medewerker van de winkel kan u helpen.
    [language] Een medewerker van de winkel kan u helpen.
    [outage] Een medewerker kan er ook naar kijken.
    [return_request] Ik kan zelf geen retour aanmelden. Een medewerker kan dat voor u doen.
    [exchange_request] Ik kan zelf geen ruiling regelen. Een medewerker kan dat voor u doen.
    [cancel_order] Ik kan zelf geen bestelling annuleren. Een medewerker kan u zeggen wat er nog mogelijk is.
    [change_order] Ik kan zelf geen bestelling wijzigen. Een medewerker kan u zeggen wat er nog mogelijk is.
    [change_address] Ik kan zelf geen adres wijzigen. Een medewerker kan u zeggen wat er nog mogelijk is.
    [refund_status] Een medewerker kan naar de betaling kijken.
    [feedback_review] Dank u. Een medewerker van de winkel zou dat moeten lezen.
   *[other] Dat kan ik zelf niet. Een medewerker van de winkel kan dat wel.
}
handing-over = { $reason ->
    [asked] Natuurlijk. Ik draag u over aan een medewerker, met alles wat u mij hebt verteld.
    [complaint] Het spijt me dat dit is misgegaan. Een medewerker hoort dit op te pakken, dus ik draag u over, met alles wat u mij hebt verteld.
    [damaged_or_wrong_item] Dat spijt me. Een medewerker maakt het in orde; ik draag u over, met alles wat u mij hebt verteld.
    [safety] Het spijt me, dat mag niet gebeuren. Als er iemand gewond of in gevaar is, bel dan alstublieft eerst de hulpdiensten. Ik draag u meteen over aan een medewerker.
    [self_harm] Goed dat u dat zegt; ik ben maar een machine. Praat alstublieft nu met iemand: het alarmnummer of de crisislijn in uw omgeving is op elk uur bereikbaar. Ik haal hier ook een medewerker bij.
    [decision] Dit is een beslissing voor een medewerker, niet voor mij. Ik draag u over, met alles wat u mij hebt verteld.
    [repeated] Het spijt me dat ik u hier niet kan helpen. Ik draag u over aan een medewerker, met alles wat u mij hebt verteld.
    [vip] Ik haal er ook een medewerker bij, die het vanaf hier overneemt als er nog iets openstaat.
    [draft] Een medewerker controleert dit antwoord voordat u het krijgt.
   *[other] Ik draag u over aan een medewerker, met alles wat u mij hebt verteld.
}
notice = { $reason ->
    [asked] U hebt om een medewerker gevraagd. De assistent zwijgt vanaf hier.
    [draft] Een medewerker is gevraagd het antwoord te controleren. De assistent zwijgt vanaf hier.
   *[other] Een medewerker is gevraagd erbij te komen. De assistent zwijgt vanaf hier.
}

## While something is looked up

looking-up = { $workflow ->
    [order_status] Ik lees uw bestelling…
    [product] Ik zoek in de catalogus…
    [policy] Ik lees de pagina's van de winkel…
   *[conversation] Een ogenblik…
}

## Where an answer comes from

source = { $what ->
    [order] Bestelling { $order }, gelezen om { $time }; tijden volgens de klok van de winkel
    [carrier] { $order }, gevraagd om { $time }
    [catalog] De catalogus van de winkel, gelezen om { $time }
   *[policy] De beleidspagina's van de winkel, gelezen om { $time }
}
