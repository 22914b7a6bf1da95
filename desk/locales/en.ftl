# What the assistant says, in English.
#
# Style: short, warm, concrete. No exclamation marks, no blame, no promise that is not in a record, no false empathy.
# Whatever stands in { $braces } was read from a record of the shop, or named by the shopper.

## Days and times, by the shop's clock

weekday = { $n ->
    [1] Monday
    [2] Tuesday
    [3] Wednesday
    [4] Thursday
    [5] Friday
    [6] Saturday
   *[7] Sunday
}
month = { $n ->
    [1] January
    [2] February
    [3] March
    [4] April
    [5] May
    [6] June
    [7] July
    [8] August
    [9] September
    [10] October
    [11] November
   *[12] December
}
# A day that stands alone: "Thursday 19 November".
day-today = today
day-yesterday = yesterday
day-tomorrow = tomorrow
day-date = { $weekday } { $day } { $month }
day-date-year = { $weekday } { $day } { $month } { $year }
# The same behind a verb: "was sent on Thursday 19 November". Today, yesterday and tomorrow stand as they are.
on-day = on { $date }
# { $day } is "today" or "on Thursday 19 November".
day-at-time = { $day } at { $time }
# Two days, or two times of one day.
between = between { $from } and { $to }
# Short, in a list of scans.
stamp = { $day } { $month }, { $time }

## Lists: "a", "a and b", "a, b and c"

list-and = { $first } and { $last }

## An order

order-cancelled = Order { $order } was cancelled { $day }.
order-cancelled-refunded-on = { $amount } was refunded { $day }.
order-cancelled-refunded = It has been refunded.
order-cancelled-not-charged = You were not charged.
order-cancelled-no-refund = I see no refund on record yet.
order-nothing-to-ship = Order { $order } has nothing to ship: { $items } comes digitally, by e-mail, so there is no parcel to track.
order-on-hold = Order { $order } is on hold in the warehouse and has not been sent.
order-on-hold-reason = The reason given: “{ $reason }”.
order-on-hold-items = Waiting: { $items }.
order-no-date = I see no date for it.
order-not-shipped = Order { $order }, placed { $day }, has not been sent yet. { $payment ->
    [paid] It is paid,
    [pending] The payment is still pending,
   *[other] It is recorded,
} and I see no parcel or date for it so far.
order-parcels = Order { $order } is in { $count } parcels.
order-unshipped = Not sent yet: { $items }. I see no date for it.
order-refunded = { $amount } was refunded { $day }.
order-no-refund = I see no refund on the record of this order so far.
return-requested = Your return { $name } has been requested and waits for the shop's approval.
return-open = Your return { $name } is approved and in progress.
return-closed = Your return { $name } is finished.
return-declined = Your return { $name } was declined.

## A parcel. { $subject } is one of the first two; { $carrier } is a name, or "none".

subject-order = Order { $order }
subject-parcel = Parcel { $number } of { $of }
parcel = Parcel
# Before the expected day, the items, the older scans.
parcel-labels = Expected, Contains, Earlier scans
the-carrier = The carrier
parcel-label-only = { $subject } has a label, made { $day }, but { $carrier ->
    [none] the carrier
   *[other] { $carrier }
} has not scanned the parcel yet. A day or two in between is usual; please look again after that.
parcel-not-handed-over = { $subject } has a label, made { $day }, but { $carrier ->
    [none] the carrier
   *[other] { $carrier }
} has still not scanned the parcel. That is longer than usual: it may not have left the shop.
parcel-sent = { $subject } was sent{ $carrier ->
    [none] {""}
   *[other] {" "}by { $carrier }
} { $day }. There is no carrier scan yet.
parcel-moving = { $subject } is on its way{ $carrier ->
    [none] {""}
   *[other] {" "}by { $carrier }
}, { $seen }.
parcel-delayed = { $subject } is on its way{ $carrier ->
    [none] {""}
   *[other] {" "}by { $carrier }
} but delayed, { $seen }.
parcel-silent = { $subject } is on its way{ $carrier ->
    [none] {""}
   *[other] {" "}by { $carrier }
}, but has not been scanned for { $days ->
    [one] { $days } day
   *[other] { $days } days
}: { $seen }. That is longer than usual, and no new date is given.
parcel-out-for-delivery = { $subject } is out for delivery{ $carrier ->
    [none] {""}
   *[other] {" "}by { $carrier }
}{ $seen ->
    [none] {""}
   *[other] , { $seen }
}.
parcel-attempt-failed = { $subject }: { $carrier ->
    [none] the carrier
   *[other] { $carrier }
} tried to deliver and could not{ $reason ->
    [none] {""}
   *[other] : “{ $reason }”
}{ $seen ->
    [none] {""}
   *[other] {" "}({ $seen })
}. The carrier's tracking page usually lets you choose another day or a pickup point.
parcel-ready = { $subject } waits for you at a pickup point{ $attempt ->
    [none] {""}
   *[other] {" "}after a failed delivery attempt { $attempt }
}{ $seen ->
    [none] {""}
   *[other] , { $seen }
}. The carrier's tracking page usually says how long it is kept.
parcel-delivered = { $subject } was delivered{ $carrier ->
    [none] {""}
   *[other] {" "}by { $carrier }
}{ $at ->
    [none] {""}
   *[other] {" "}{ $at }
}{ $place ->
    [none] {""}
   *[other] {" "}in { $place }
}.
parcel-picked-up = { $subject } has been picked up.
parcel-failed = { $subject } will not be delivered, reports { $carrier ->
    [none] the carrier
   *[other] { $carrier }
}{ $seen ->
    [none] {""}
   *[other] , { $seen }
}.
parcel-held = { $subject } is being held on its way{ $carrier ->
    [none] {""}
   *[other] {" "}by { $carrier }
}{ $seen ->
    [none] {""}
   *[other] , { $seen }
}.{ $reason ->
    [none] {""}
   *[other] {" "}The reason given: “{ $reason }”.
} Please check whether the carrier has written to you: it may need papers, a payment or a better address.
parcel-returning = { $subject } is on its way back to the sender{ $carrier ->
    [none] {""}
   *[other] {" "}with { $carrier }
}{ $seen ->
    [none] {""}
   *[other] , { $seen }
}.{ $reason ->
    [none] {""}
   *[other] {" "}The reason given: “{ $reason }”.
}
parcel-returned = { $subject } is back with the sender{ $seen ->
    [none] {""}
   *[other] , { $seen }
}.
parcel-cancelled = { $subject } was cancelled.
parcel-unknown = { $subject }: there is a record, but I see no status in it.
# Where and when a parcel was scanned last. { $message } is the carrier's own words, or "none".
last-seen = last seen{ $place ->
    [none] {""}
   *[other] {" "}in { $place }
} { $at }{ $message ->
    [none] {""}
   *[other] : “{ $message }”
}
expected = It is expected { $day }.
expected-now = It is now expected { $day }.
expected-passed = It was expected { $day }, which has passed.
expected-short-passed = { $day } (has passed)
tracking-link = Track this parcel
tracking = Tracking: { $url }
# What follows from it. Where sources do not agree both are heard; { $source } is "none" for the shop's own record.
sources-differ = Not all sources say the same.
word-of = { $source ->
    [none] The shop's record
   *[other] { $source }
} says: { $word }.
word-expected = expected { $day }
carrier-unread = I could not reach the carrier just now, so this is what the shop's own record says. For the latest, please ask again in a few minutes.
advice-look-around = Please look first with neighbours, at reception, in the letterbox and wherever it may have been left safely. Some parcels turn up within two days of being marked as delivered.
advice-ask-carrier = Please look once more with neighbours, at reception and wherever it may have been left safely. After more than two days it is time to ask the carrier.
advice-may-change = Nothing of it has left yet, so there may still be time.
advice-has-left = It has already left the shop, so it can no longer be stopped or changed there.
advice-has-partly-left = Part of it has already left the shop. What has not left may still be changed.
shop-clock = Times are by the shop's clock, { $zone }.

## One thing about an order that was told before

fact-arrival = { $subject }: { $expected }
fact-no-date = { $subject } is on its way, and I see no date for its arrival.
fact-carrier = { $subject } was sent with { $carrier }.
fact-no-carrier = { $subject }: I see no carrier on record.
fact-number = { $subject } has the tracking number { $number }.
fact-no-number = { $subject }: I see no tracking number on record.
order-no-return = I see no return on the record of order { $order }.
order-contents = Order { $order } has: { $items }.

## A parcel's status in a few words

status-label-only = Label made, not handed over
status-not-handed-over = { status-label-only }
status-sent = Sent
status-moving = On its way
status-delayed = Delayed
status-silent = No recent scan
status-out-for-delivery = Out for delivery
status-attempt-failed = Delivery attempted
status-held = Held on its way
status-ready = Waiting at a pickup point
status-delivered = Delivered
status-picked-up = Picked up
status-failed = Not delivered
status-returning = On its way back
status-returned = Back with the sender
status-cancelled = Cancelled
status-unknown = Unknown

## One scan, where the carrier gives no words of its own and the status of the parcel says something else

scan-label = Label made
scan-moving = In transit
scan-ready = Ready for pickup
scan-unknown = Scanned

## Products

products-fit = { $count ->
    [one] This one fits:
   *[other] Here are { $count } that fit:
}
products-closest = Nothing in the catalog fits all of that. The closest, for “{ $words }”:
products-guess = Nothing in the catalog says it in your words. My best guess:
product-matches = Matches: { $words }
products-similar = The shop recommends { $count ->
    [one] this one
   *[other] these { $count }
} as similar to { $title }:
products-companion = The shop recommends { $count ->
    [one] this one
   *[other] these { $count }
} with { $title }:
product-no-companion = The shop names nothing that goes with { $title }. Tell me what you need with it, and I'll look for that.
products-none = I found nothing in the catalog for “{ $words }”. Other words may find it, or a person can help you look.
product-quoted = The shop writes: “{ $text }”
product-silent = I don't see that in what the shop writes about { $title }: “{ $text }”
product-plain = Here is what the shop has on it:
product-not-in-size = { $title } does not come in { $size }. It comes in { $options }.
product-not-so = { $title } does not come in { $wanted }. It comes in { $options }.
product-not-at-all = { $title } does not come like that. It comes in { $options }.
product-sold-out = { $title }{ $wanted ->
    [none] {""}
   *[other] {" "}in { $wanted }
}: sold out. { $others ->
    [none] Nothing of it is in stock at the moment, and I see no date.
   *[other] Available now: { $others }.
}
product-available = Yes, { $title } is available.{ $options ->
    [none] {""}
   *[other] {" "}It comes in { $options }.
}
product-available-so = Yes, { $title } in { $wanted } is available{ $others ->
    [none] {""}
   *[other] , in { $others }
}.
price-from = from { $price }
price-on-page = price on the product page
available = Available
sold-out = Sold out
value-sold-out = { $value } (sold out)

## The shop's own pages

policy-from = From “{ $title }”:
policy-read-all = Read all of “{ $title }”
policy-missing = { $page ->
    [refund] The shop has not published its return policy, so I cannot quote it.
    [shipping] The shop has not published its shipping policy, so I cannot quote it.
    [privacy] The shop has not published its privacy policy, so I cannot quote it.
    [terms] The shop has not published its terms, so I cannot quote them.
   *[contact] The shop has not published its contact page, so I cannot quote it.
}

## Talk

greeting = Hello. I can look up an order, find a product or quote the shop's policies. What can I do for you?
thanks = You're welcome. I'm here if anything else comes up.
about-me = I'm an AI assistant, not a person. I read this shop's order, product and policy records, and I say so when I don't know. A person is one press away: “Talk to a person”.
ask-order-number = Happy to look. What is your order number? It is in the confirmation e-mail, like #1234. Please add the e-mail address or the postcode of the order, so that I can tell it is yours.
ask-contact = To show you order { $order } I need to know that it is yours. Which e-mail address or postcode was it placed with?
ask-product = Which product do you mean? Its name, or a few words about what you are looking for, is enough.
ask-again = I didn't quite get that. Could you say it in other words? I can look up an order, find a product or quote the shop's policies.
which-order = You have several orders under way. Which one do you mean?
# Markdown.
busy = More is being asked here at the moment than I may look up. Please try again in an hour, or use the shop's [contact page]({ $url }).
offer-code = { $because } Shall I bring one in? If I first send a code to the e-mail address of the order, they know at once that it is you who asks.
code-yes = Send me a code first
code-sent = I have sent a code to { $address }. Please type its six digits here within ten minutes. If it does not come, say that you want a person.
code-wrong = That is not the code that I sent. { $left ->
    [one] One try is left.
   *[other] { $left } tries are left.
}
code-over = That code no longer counts.
no-code = I can't send a code right now.
about-item = I take it you mean this one: { $item } (order { $order }).
code-right = Thank you, that is the code: it is confirmed that you are the one who placed this order.
code-mail-subject = Your code for the chat
code-mail = Your code is { $code }. It counts for ten minutes.

    You asked for it in the chat of our shop. If it was not you, you need do nothing: nobody gets any further without it. Give it to nobody who calls or writes to you.
claim-failed = I can't find an order { $order } with these details. Please check the number and the e-mail address or postcode in your confirmation e-mail, and send them again.
outage = { $system ->
    [order] I can't reach the shop's order records right now, and I won't guess. Please try again in a few minutes.
    [catalog] I can't reach the shop's catalog right now, and I won't guess. Please try again in a few minutes.
   *[policy] I can't reach the shop's pages right now, and I won't guess. Please try again in a few minutes.
}
dont-know = I'm sorry, I don't know that.
out-of-scope = I can only help with this shop: orders, parcels, products and the shop's policies.
carry-on = All right. What else can I look up for you?
# Said in English, whatever the shopper wrote, when they write in a language that the assistant does not speak.
languages = I speak English, German, French, Spanish, Italian and Dutch. A person may speak yours.
which-of = Just so that I get it right: is it about 1) { $first }, or 2) { $second }?
choice = { $intent ->
    [order_status] where an order is
    [missing_delivery] a parcel that is missing
    [damaged_or_wrong_item] something damaged or wrong
    [return_request] sending something back
    [exchange_request] an exchange
    [refund_status] a refund that has not come
    [refund_policy] the rules for returns
    [cancel_order] cancelling an order
    [change_order] changing an order
    [change_address] changing an address
    [delivery_info] delivery in general
    [product_question] a question about a product
    [stock_availability] whether something is in stock
    [recommendation] help to choose
    [discount_promo] a code or an offer
    [payment_issue] a payment
    [invoice] an invoice
    [account] your account
    [subscription] a subscription or the newsletter
    [technical_issue] something on the site that does not work
    [complaint] a complaint
    [feedback_review] feedback
    [human_agent] talking to a person
   *[other] something else
}

## Bringing in a person

offer = { $because } Shall I bring one in?
offer-yes = Yes, please
offer-no = No, thanks
because = { $reason ->
    [missing_delivery] If it still isn't with you, that is for a person to sort out with the carrier.
    [damaged_or_wrong_item] I'm sorry about that. A person will put it right.
    [complaint] I'm sorry this has gone wrong. A person should take care of it.
    [silent_parcel] A person can ask the carrier to search for it.
    [failed_parcel] A person can decide with you what happens next.
    [held_parcel] A person can sort it out with the carrier.
    [not_handed_over] A person can find out where it is.
    [too_many_claims] I can't check any more details here, to keep other people's orders private. A person can help you find yours.
    [not_understood] A person in the shop can help.
    [language] A person in the shop can help.
    [outage] A person can also look into it.
    [return_request] I can't register a return myself. A person can do it for you.
    [exchange_request] I can't arrange an exchange myself. A person can do it for you.
    [cancel_order] I can't cancel an order myself. A person can tell you what is still possible.
    [change_order] I can't change an order myself. A person can tell you what is still possible.
    [change_address] I can't change an address myself. A person can tell you what is still possible.
    [refund_status] A person can look into the payment.
    [feedback_review] Thank you. A person in the shop should read that.
   *[other] I can't do that myself. A person in the shop can.
}
handing-over = { $reason ->
    [asked] Of course. I'm handing you over, with everything you told me.
    [complaint] I'm sorry this has gone wrong. A person should take care of it, so I'm handing you over, with everything you told me.
    [damaged_or_wrong_item] I'm sorry about that. A person will put it right; I'm handing you over, with everything you told me.
    [safety] I'm sorry, that must not happen. If anybody is hurt or in danger, please call the emergency services first. I'm handing you over to a person at once.
    [self_harm] I'm glad you said that, and I'm only a machine. Please talk to somebody now: your local emergency number or crisis line is there at any hour. I'm also bringing in a person here.
    [decision] This is for a person to decide, not for me. I'm handing you over, with everything you told me.
    [repeated] I'm sorry that I'm no help here. I'm handing you over to a person, with everything you told me.
    [vip] I'm also bringing in a person, who takes it from here if anything is open.
    [draft] A person checks this answer before you get it.
   *[other] I'm handing you over to a person, with everything you told me.
}
notice = { $reason ->
    [asked] You asked for a person. The assistant stays silent from here on.
    [draft] A person has been asked to check the answer. The assistant stays silent from here on.
   *[other] A person has been asked to join. The assistant stays silent from here on.
}

## While something is looked up

looking-up = { $workflow ->
    [order_status] Reading your order…
    [product] Looking in the catalog…
    [policy] Reading the shop's pages…
   *[conversation] One moment…
}

## Where an answer comes from

source = { $what ->
    [order] Order { $order }, read at { $time }; times are by the shop's clock
    [carrier] { $order }, asked at { $time }
    [catalog] The shop's catalog, read at { $time }
   *[policy] The shop's policy pages, read at { $time }
}
