# What the assistant says, in Spanish.
#
# Style: short, warm, concrete. No exclamation marks, no blame, no promise that is not in a record, no false empathy.
# Whatever stands in { $braces } was read from a record of the shop, or named by the shopper.

## Days and times, by the shop's clock

weekday = { $n ->
    [1] lunes
    [2] martes
    [3] miércoles
    [4] jueves
    [5] viernes
    [6] sábado
   *[7] domingo
}
month = { $n ->
    [1] enero
    [2] febrero
    [3] marzo
    [4] abril
    [5] mayo
    [6] junio
    [7] julio
    [8] agosto
    [9] septiembre
    [10] octubre
    [11] noviembre
   *[12] diciembre
}
# A day that stands alone: "jueves, 19 de noviembre".
day-today = hoy
day-yesterday = ayer
day-tomorrow = mañana
day-date = { $weekday }, { $day } de { $month }
day-date-year = { $weekday }, { $day } de { $month } de { $year }
# The same behind a verb: "se envió el jueves, 19 de noviembre". Today, yesterday and tomorrow stand as they are.
on-day = el { $date }
# { $day } is "hoy" or "el jueves, 19 de noviembre".
day-at-time = { $day } a las { $time }
# Two days, or two times of one day.
between = entre { $from } y { $to }
# Short, in a list of scans.
stamp = { $day } de { $month }, { $time }

## Lists: "a", "a y b", "a, b y c"

list-and = { $first } y { $last }

## An order

order-cancelled = El pedido { $order } se canceló { $day }.
order-cancelled-refunded-on = Se hizo un reembolso de { $amount } { $day }.
order-cancelled-refunded = Se ha reembolsado.
order-cancelled-not-charged = No se le ha cobrado nada.
order-cancelled-no-refund = Todavía no veo ningún reembolso registrado.
order-nothing-to-ship = En el pedido { $order } no hay nada que enviar: la entrega de { $items } es digital, por correo electrónico, así que no hay ningún paquete que seguir.
order-on-hold = El pedido { $order } está retenido en el almacén y no se ha enviado.
order-on-hold-reason = El motivo indicado: «{ $reason }».
order-on-hold-items = En espera: { $items }.
order-no-date = No veo ninguna fecha prevista.
order-not-shipped = El pedido { $order }, hecho { $day }, aún no se ha enviado. { $payment ->
    [paid] Está pagado
    [pending] El pago sigue pendiente
   *[other] Está registrado
} y por ahora no veo ningún paquete ni ninguna fecha.
order-parcels = El pedido { $order } consta de { $count } paquetes.
order-unshipped = Aún sin enviar: { $items }. No veo ninguna fecha prevista.
order-refunded = Se hizo un reembolso de { $amount } { $day }.
order-no-refund = Por ahora no veo ningún reembolso en los datos de este pedido.
return-requested = Su devolución { $name } está solicitada y espera la aprobación de la tienda.
return-open = Su devolución { $name } está aprobada y en curso.
return-closed = Su devolución { $name } ha finalizado.
return-declined = Su devolución { $name } fue rechazada.

## A parcel. { $subject } is one of the first two; { $carrier } is a name, or "none".

subject-order = Pedido { $order }
subject-parcel = Paquete { $number } de { $of }
parcel = Paquete
parcel-labels = Previsto, Contiene, Pasos anteriores
the-carrier = El transportista
parcel-label-only = { $subject }: la etiqueta se creó { $day }, pero { $carrier ->
    [none] el transportista
   *[other] { $carrier }
} aún no ha escaneado el paquete. Es habitual que pasen uno o dos días entre una cosa y otra; vuelva a mirar después, por favor.
parcel-not-handed-over = { $subject }: la etiqueta se creó { $day }, pero { $carrier ->
    [none] el transportista
   *[other] { $carrier }
} sigue sin haber escaneado el paquete. Es más de lo habitual: puede que aún no haya salido de la tienda.
parcel-sent = { $subject }: se envió{ $carrier ->
    [none] {""}
   *[other] {" "}con { $carrier }
} { $day }. Todavía no hay ningún escaneo del transportista.
parcel-moving = { $subject }: está en camino{ $carrier ->
    [none] {""}
   *[other] {" "}con { $carrier }
}; { $seen }.
parcel-delayed = { $subject }: está en camino{ $carrier ->
    [none] {""}
   *[other] {" "}con { $carrier }
}, pero con retraso; { $seen }.
parcel-silent = { $subject }: está en camino{ $carrier ->
    [none] {""}
   *[other] {" "}con { $carrier }
}, pero lleva { $days ->
    [one] { $days } día
   *[other] { $days } días
} sin escaneos nuevos; { $seen }. Es más de lo habitual y no se indica ninguna fecha nueva.
parcel-out-for-delivery = { $subject }: está en reparto{ $carrier ->
    [none] {""}
   *[other] {" "}con { $carrier }
}{ $seen ->
    [none] {""}
   *[other] ; { $seen }
}.
parcel-attempt-failed = { $subject }: { $carrier ->
    [none] el transportista
   *[other] { $carrier }
} intentó la entrega y no fue posible{ $reason ->
    [none] {""}
   *[other] {" "}(«{ $reason }»)
}{ $seen ->
    [none] {""}
   *[other] ; { $seen }
}. En la página de seguimiento del transportista suele poder elegir otro día o un punto de recogida.
parcel-ready = { $subject }: le espera en un punto de recogida{ $attempt ->
    [none] {""}
   *[other] {" "}tras un intento de entrega fallido { $attempt }
}{ $seen ->
    [none] {""}
   *[other] ; { $seen }
}. La página de seguimiento del transportista suele indicar cuánto tiempo lo guardan.
parcel-delivered = { $subject }: entregado{ $carrier ->
    [none] {""}
   *[other] {" "}por { $carrier }
}{ $at ->
    [none] {""}
   *[other] {" "}{ $at }
}{ $place ->
    [none] {""}
   *[other] {" "}en { $place }
}.
parcel-picked-up = { $subject }: se ha recogido.
parcel-failed = { $subject }: no se entregará, según informa { $carrier ->
    [none] el transportista
   *[other] { $carrier }
}{ $seen ->
    [none] {""}
   *[other] ; { $seen }
}.
parcel-held = { $subject }: está retenido en el camino{ $carrier ->
    [none] {""}
   *[other] {" "}por { $carrier }
}{ $seen ->
    [none] {""}
   *[other] ; { $seen }
}.{ $reason ->
    [none] {""}
   *[other] {" "}El motivo indicado: «{ $reason }».
} Compruebe, por favor, si el transportista le ha escrito: puede que falten papeles, un pago o una dirección más exacta.
parcel-returning = { $subject }: vuelve al remitente{ $carrier ->
    [none] {""}
   *[other] {" "}con { $carrier }
}{ $seen ->
    [none] {""}
   *[other] ; { $seen }
}.{ $reason ->
    [none] {""}
   *[other] {" "}El motivo indicado: «{ $reason }».
}
parcel-returned = { $subject }: ha vuelto al remitente{ $seen ->
    [none] {""}
   *[other] ; { $seen }
}.
parcel-cancelled = { $subject }: se canceló.
parcel-unknown = { $subject }: hay un registro, pero no veo ningún estado en él.
# Where and when a parcel was scanned last. { $message } is the carrier's own words, or "none".
last-seen = último escaneo { $at }{ $place ->
    [none] {""}
   *[other] {" "}en { $place }
}{ $message ->
    [none] {""}
   *[other] {" "}(«{ $message }»)
}
expected = Se espera { $day }.
expected-now = Ahora se espera { $day }.
expected-passed = Se esperaba { $day }, fecha que ya ha pasado.
expected-short-passed = { $day } (ya ha pasado)
tracking-link = Seguir este paquete
tracking = Seguimiento: { $url }
# What follows from it. Where sources do not agree both are heard; { $source } is "none" for the shop's own record.
sources-differ = No todas las fuentes dicen lo mismo.
word-of = Según { $source ->
    [none] la tienda
   *[other] { $source }
}: { $word }.
word-expected = se espera { $day }
carrier-unread = Ahora mismo no puedo consultar al transportista, así que esto es lo que sabe la propia tienda. Para lo más reciente, vuelva a preguntar en unos minutos, por favor.
advice-look-around = Mire primero, por favor, con los vecinos, en recepción, en el buzón y donde pudieran haberlo dejado a salvo. Algunos paquetes aparecen en los dos días siguientes a marcarse como entregados.
advice-ask-carrier = Mire una vez más, por favor, con los vecinos, en recepción y donde pudieran haberlo dejado a salvo. Pasados más de dos días es hora de preguntar al transportista.
advice-may-change = Todavía no ha salido nada, así que puede que aún haya tiempo.
advice-has-left = Ya ha salido de la tienda, así que allí no se puede detener ni modificar.
advice-has-partly-left = Una parte ya ha salido de la tienda. Lo que no ha salido quizá aún se pueda modificar.
shop-clock = Las horas son las del reloj de la tienda, { $zone }.

## One thing about an order that was told before

fact-arrival = { $subject }: { $expected }
fact-no-date = { $subject }: está en camino, y no veo ninguna fecha de llegada.
fact-carrier = { $subject }: se envió con { $carrier }.
fact-no-carrier = { $subject }: no veo ningún transportista registrado.
fact-number = { $subject }: el número de seguimiento es { $number }.
fact-no-number = { $subject }: no veo ningún número de seguimiento registrado.
order-no-return = No veo ninguna devolución registrada en el pedido { $order }.
order-contents = El pedido { $order } contiene: { $items }.

## A parcel's status in a few words

status-label-only = Etiqueta creada, aún sin entregar al transportista
status-not-handed-over = { status-label-only }
status-sent = Enviado
status-moving = En camino
status-delayed = Con retraso
status-silent = Sin escaneos recientes
status-out-for-delivery = En reparto
status-attempt-failed = Intento de entrega
status-held = Retenido en el camino
status-ready = Espera en un punto de recogida
status-delivered = Entregado
status-picked-up = Recogido
status-failed = No entregado
status-returning = De vuelta al remitente
status-returned = Devuelto al remitente
status-cancelled = Cancelado
status-unknown = Estado desconocido

## One scan, where the carrier gives no words of its own and the status of the parcel says something else

scan-label = Etiqueta creada
scan-moving = En tránsito
scan-ready = Listo para recoger
scan-unknown = Escaneado

## Products

products-fit = { $count ->
    [one] Este producto encaja con lo que busca:
   *[other] Estos { $count } productos encajan con lo que busca:
}
products-closest = Nada en el catálogo cumple todo eso. Lo más parecido, para «{ $words }»:
products-guess = Nada en el catálogo lo dice con sus palabras. Lo que quizá más se acerca:
product-matches = Coincide con: { $words }
products-similar = { $count ->
    [one] La tienda recomienda este producto
   *[other] La tienda recomienda estos { $count } productos
} como alternativa a { $title }:
products-companion = { $count ->
    [one] La tienda recomienda este producto
   *[other] La tienda recomienda estos { $count } productos
} para acompañar a { $title }:
product-no-companion = La tienda no indica nada que combine con { $title }. Dígame qué necesita para acompañarlo y lo busco.
products-none = No he encontrado nada en el catálogo para «{ $words }». Quizá aparezca con otras palabras, o una persona puede ayudarle a buscar.
product-quoted = La tienda escribe: «{ $text }»
product-silent = No lo encuentro en lo que la tienda escribe sobre { $title }: «{ $text }»
product-plain = Estos son los datos que tiene la tienda:
product-not-in-size = { $title } no viene en { $size }. Viene en { $options }.
product-not-so = { $title } no viene en { $wanted }. Viene en { $options }.
product-not-at-all = { $title } no viene así. Viene en { $options }.
product-sold-out = { $title }{ $wanted ->
    [none] {""}
   *[other] {" "}en { $wanted }
}: sin existencias. { $others ->
    [none] En este momento no queda nada y no veo ninguna fecha.
   *[other] Disponible ahora: { $others }.
}
product-available = Sí, { $title } está disponible.{ $options ->
    [none] {""}
   *[other] {" "}Viene en { $options }.
}
product-available-so = Sí, { $title } en { $wanted } está disponible{ $others ->
    [none] {""}
   *[other] , en { $others }
}.
price-from = desde { $price }
price-on-page = precio en la página del producto
available = Disponible
sold-out = Sin existencias
value-sold-out = { $value } (sin existencias)

## The shop's own pages

policy-from = De «{ $title }»:
policy-read-all = Leer el texto completo de «{ $title }»
policy-missing = { $page ->
    [refund] La tienda no ha publicado su política de devoluciones, así que no puedo citarla.
    [shipping] La tienda no ha publicado su política de envíos, así que no puedo citarla.
    [privacy] La tienda no ha publicado su política de privacidad, así que no puedo citarla.
    [terms] La tienda no ha publicado sus condiciones, así que no puedo citarlas.
   *[contact] La tienda no ha publicado su página de contacto, así que no puedo citarla.
}

## Talk

greeting = Hola. Puedo consultar un pedido, buscar un producto o citar las políticas de la tienda. ¿En qué puedo ayudarle?
thanks = De nada. Aquí estoy si surge algo más.
about-me = Soy un asistente de IA, no una persona. Leo los datos de pedidos, productos y políticas de esta tienda, y cuando no sé algo, lo digo. Tiene a una persona a un clic: «Hablar con una persona».
ask-order-number = Lo miro con gusto. ¿Cuál es su número de pedido? Está en el correo de confirmación, por ejemplo #1234. Añada, por favor, el correo electrónico o el código postal del pedido, para que yo pueda saber que es suyo.
ask-contact = Para mostrarle el pedido { $order } necesito saber que es suyo. ¿Con qué correo electrónico o código postal se hizo?
ask-product = ¿A qué producto se refiere? Basta con el nombre o unas palabras sobre lo que busca.
ask-again = No lo he entendido del todo. ¿Puede decírmelo con otras palabras? Puedo consultar un pedido, buscar un producto o citar las políticas de la tienda.
which-order = Tiene varios pedidos en curso. ¿A cuál se refiere?
# Markdown.
busy = En este momento se hacen aquí más preguntas de las que puedo consultar. Inténtelo de nuevo dentro de una hora o use la [página de contacto]({ $url }) de la tienda.
offer-code = { $because } ¿Quiere que avise a una persona? Si antes envío un código al correo electrónico del pedido, sabrá enseguida que es usted.
code-yes = Enviar antes un código
code-sent = He enviado un código a { $address }. Escriba aquí sus seis cifras en los próximos diez minutos. Si no llega, dígame que quiere hablar con una persona.
code-wrong = Ese no es el código que he enviado. { $left ->
    [one] Queda un intento.
   *[other] Quedan { $left } intentos.
}
code-over = Ese código ya no es válido.
no-code = Ahora mismo no puedo enviar un código.
about-item = Entiendo que se trata de: { $item } (pedido { $order }).
code-right = Gracias, ese es el código: queda confirmado que este pedido es suyo.
code-mail-subject = Su código para el chat
code-mail = Su código es { $code }. Es válido durante diez minutos.

    Lo ha pedido en el chat de nuestra tienda. Si no ha sido usted, no tiene que hacer nada: sin el código nadie pasa de ahí. No se lo dé a nadie que le llame o le escriba.
claim-failed = Con estos datos no encuentro ningún pedido { $order }. Compruebe, por favor, el número y el correo electrónico o el código postal en su correo de confirmación, y vuelva a enviármelos.
outage = { $system ->
    [order] Ahora mismo no puedo acceder a los datos de pedidos de la tienda, y no voy a adivinar. Inténtelo de nuevo en unos minutos, por favor.
    [catalog] Ahora mismo no puedo acceder al catálogo de la tienda, y no voy a adivinar. Inténtelo de nuevo en unos minutos, por favor.
   *[policy] Ahora mismo no puedo acceder a las páginas de la tienda, y no voy a adivinar. Inténtelo de nuevo en unos minutos, por favor.
}
dont-know = Lo siento, eso no lo sé.
out-of-scope = Solo puedo ayudarle con esta tienda: pedidos, paquetes, productos y las políticas de la tienda.
carry-on = De acuerdo. ¿Qué más puedo consultar para usted?
# Said in English, whatever the shopper wrote, when they write in a language that the assistant does not speak.
languages = Hablo inglés, alemán, francés, español, italiano y neerlandés. Puede que una persona hable su idioma.
which-of = Para entenderlo bien: ¿se trata de 1) { $first } o de 2) { $second }?
choice = { $intent ->
    [order_status] saber dónde está un pedido
    [missing_delivery] un paquete que no ha llegado
    [damaged_or_wrong_item] algo dañado o equivocado
    [return_request] devolver algo
    [exchange_request] cambiar un producto por otro
    [refund_status] un reembolso que no ha llegado
    [refund_policy] las normas de devolución
    [cancel_order] cancelar un pedido
    [change_order] modificar un pedido
    [change_address] cambiar una dirección
    [delivery_info] la entrega en general
    [product_question] una pregunta sobre un producto
    [stock_availability] saber si hay existencias de algo
    [recommendation] ayuda para elegir
    [discount_promo] un código o una oferta
    [payment_issue] un pago
    [invoice] una factura
    [account] su cuenta
    [subscription] una suscripción o el boletín
    [technical_issue] algo de la web que no funciona
    [complaint] una queja
    [feedback_review] una opinión
    [human_agent] hablar con una persona
   *[other] otra cosa
}

## Bringing in a person

offer = { $because } ¿Quiere que le pase con alguien?
offer-yes = Sí, por favor
offer-no = No, gracias
because = { $reason ->
    [missing_delivery] Si todavía no lo tiene, eso debe aclararlo una persona con el transportista.
    [damaged_or_wrong_item] Lo siento. Una persona lo resolverá.
    [complaint] Siento que esto haya salido mal. De esto debe ocuparse una persona.
    [silent_parcel] Una persona puede pedir al transportista que lo busque.
    [failed_parcel] Una persona puede decidir con usted cómo seguir.
    [held_parcel] Una persona puede resolverlo con el transportista.
    [not_handed_over] Una persona puede averiguar dónde está.
    [too_many_claims] Aquí no puedo comprobar más datos, para proteger la privacidad de los pedidos de otras personas. Una persona puede ayudarle a encontrar el suyo.
    [not_understood] Una persona de la tienda puede ayudarle.
    [language] Una persona de la tienda puede ayudarle.
    [outage] Una persona también puede mirarlo.
    [return_request] Yo no puedo registrar una devolución. Una persona puede hacerlo por usted.
    [exchange_request] Yo no puedo gestionar un cambio. Una persona puede hacerlo por usted.
    [cancel_order] Yo no puedo cancelar un pedido. Una persona puede decirle qué es posible todavía.
    [change_order] Yo no puedo modificar un pedido. Una persona puede decirle qué es posible todavía.
    [change_address] Yo no puedo cambiar una dirección. Una persona puede decirle qué es posible todavía.
    [refund_status] Una persona puede revisar el pago.
    [feedback_review] Gracias. Conviene que lo lea una persona de la tienda.
   *[other] Yo no puedo hacerlo. Una persona de la tienda sí puede.
}
handing-over = { $reason ->
    [asked] Por supuesto. Le paso con una persona, con todo lo que me ha contado.
    [complaint] Siento que esto haya salido mal. De esto debe ocuparse una persona, así que le paso con alguien, con todo lo que me ha contado.
    [damaged_or_wrong_item] Lo siento. Una persona lo resolverá; le paso con alguien, con todo lo que me ha contado.
    [safety] Lo siento, eso no debe pasar. Si hay alguien con heridas o en peligro, llame primero a los servicios de emergencia, por favor. Le paso de inmediato con una persona.
    [self_harm] Me alegro de que lo haya dicho, y yo solo soy una máquina. Por favor, hable con alguien ahora: el número de emergencias o la línea de crisis de su zona está disponible a cualquier hora. También aviso aquí a una persona.
    [decision] Esto debe decidirlo una persona, no yo. Le paso con alguien, con todo lo que me ha contado.
    [repeated] Siento no ser de ayuda aquí. Le paso con una persona, con todo lo que me ha contado.
    [vip] También aviso a una persona, que se encarga a partir de aquí si queda algo pendiente.
    [draft] Una persona revisa esta respuesta antes de que usted la reciba.
   *[other] Le paso con una persona, con todo lo que me ha contado.
}
notice = { $reason ->
    [asked] Ha pedido hablar con una persona. A partir de aquí el asistente guarda silencio.
    [draft] Se ha pedido a una persona que revise la respuesta. A partir de aquí el asistente guarda silencio.
   *[other] Se ha pedido a una persona que se incorpore. A partir de aquí el asistente guarda silencio.
}

## While something is looked up

looking-up = { $workflow ->
    [order_status] Leyendo su pedido…
    [product] Buscando en el catálogo…
    [policy] Leyendo las páginas de la tienda…
   *[conversation] Un momento…
}

## Where an answer comes from

source = { $what ->
    [order] Pedido { $order }, leído a las { $time }; horas según el reloj de la tienda
    [carrier] { $order }, consultado a las { $time }
    [catalog] El catálogo de la tienda, leído a las { $time }
   *[policy] Las páginas de políticas de la tienda, leídas a las { $time }
}
