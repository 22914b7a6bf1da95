//! The words that announce an entity or are part of one, in the six languages.

use std::sync::OnceLock;

/// What a word or phrase can be. One may be several: "vor" is "ago" and "before".
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Class {
    /// Announces an order number.
    Order,
    /// Stands for "number", and keeps a cue before it in sight.
    Numbered,
    /// Stands between a cue and what it announces.
    Filler,
    Postcode,
    /// Announces a tracking number; carriers' names do too.
    Tracking,
    Phone,
    Sku,
    /// Announces a size. 1: names the system of sizes, and is part of it.
    Size,
    /// A size in letters. 0: no other word is written so.
    Letter,
    /// Announces how many.
    Quantity,
    /// What is counted: pieces, pairs.
    Counted,
    /// One to twelve.
    Number,
    /// Index into [`CURRENCIES`].
    Currency,
    /// Most that is paid. 1: says so of other things too.
    Under,
    /// Most that is paid, said behind the amount.
    OrLess,
    /// Least that is paid. 1: says so of other things too.
    Over,
    /// Opens a range. 1: of other things too.
    Between,
    And,
    /// What may follow an amount without a currency.
    Joint,
    /// Units of things that are no money.
    Measure,
    /// Days from today.
    Day,
    /// Monday is 1.
    Weekday,
    Month,
    /// 1 day, 7 week, 30 month.
    Unit,
    /// Before a span of time that is past.
    AgoBefore,
    /// Behind a span of time that is past.
    AgoBehind,
    /// Before a span of time that is to come. 1: as a deadline.
    In,
    /// -1 last, 0 this, 1 next.
    Which,
    /// Makes a day a deadline.
    By,
    /// Before a day of the month.
    On,
    /// Ends of "5th", "1er", "5e".
    Ordinal,
    /// Index into `date::HOLIDAYS`. Below 0: a date word that means no date here.
    Holiday,
}

/// Currencies that a word or sign names beyond doubt, by index; 0 is one of several.
pub(super) const CURRENCIES: [&str; 8] = ["", "EUR", "GBP", "USD", "CHF", "SEK", "DKK", "PLN"];

struct Entry {
    class: Class,
    value: i8,
    phrase: &'static str,
}

/// Which classes the text that `rest` begins with belongs to, as a set of bits. `first` is the length of its first word.
pub(super) fn classes(rest: &str, first: usize) -> u32 {
    beginning(rest, first).fold(0, |classes, entry| classes | bit(entry.class))
}

/// Value and length of the longest phrase of this class that `rest` begins with.
pub(super) fn longest(rest: &str, first: usize, class: Class) -> Option<(i8, usize)> {
    let entries = beginning(rest, first).filter(|entry| entry.class == class);
    entries.map(|entry| (entry.value, entry.phrase.len())).max_by_key(|(_, length)| *length)
}

pub(super) fn bit(class: Class) -> u32 {
    1 << class as u32
}

fn beginning(rest: &str, first: usize) -> impl Iterator<Item = &'static Entry> + '_ {
    static TABLE: OnceLock<Vec<Vec<Entry>>> = OnceLock::new();
    let table = TABLE.get_or_init(table);
    let bucket = table.get(bucket(rest.get(..first).unwrap_or_default())).map(Vec::as_slice).unwrap_or_default();
    bucket.iter().filter(move |entry| {
        let behind = rest.strip_prefix(entry.phrase).map(|behind| behind.chars().next());
        behind.is_some_and(|next| !next.is_some_and(char::is_alphabetic))
    })
}

/// Phrases by their first words, so that a word which is none costs one look.
fn table() -> Vec<Vec<Entry>> {
    let mut table: Vec<Vec<Entry>> = Vec::new();
    table.resize_with(BUCKETS, Vec::new);
    for (class, value, phrases) in WORDS {
        for phrase in phrases.split('|') {
            let first = phrase.find(|c: char| !c.is_alphabetic()).unwrap_or(phrase.len());
            if let Some(bucket) = table.get_mut(bucket(phrase.get(..first).unwrap_or_default())) {
                bucket.push(Entry { class: *class, value: *value, phrase });
            }
        }
    }
    table
}

const BUCKETS: usize = 256;

fn bucket(word: &str) -> usize {
    word.bytes().fold(0, |sum: usize, byte| sum.wrapping_mul(31).wrapping_add(usize::from(byte))) % BUCKETS
}

/// English, German, French, Spanish, Italian, Dutch; with the spellings of people without the right keyboard.
const WORDS: &[(Class, i8, &str)] = &[
    (
        Class::Order,
        0,
        "order|orders|purchase|bestellung|bestellnummer|bestellnr|auftrag|auftragsnummer|commande|commandes|pedido|pedidos|ordine|ordini|bestelling|bestelnummer|ordernummer|ordernr",
    ),
    (Class::Numbered, 0, "no|nr|number|num|nummer|numéro|numero|número|n"),
    (
        Class::Filler,
        0,
        "is|was|id|code|the|ist|lautet|war|der|die|das|mit|est|était|de|du|la|le|es|era|el|è|il|del|della|di|het|van|my|meine|mon|ma|mi|mio|mia|mijn|for|für|with|avec|con|per|met|me at|me on|mich unter|moi au|me al|mi al|im",
    ),
    (
        Class::Postcode,
        0,
        "postcode|post code|postal|zip|zipcode|plz|postleitzahl|cp|cap|postale|código postal|codigo postal",
    ),
    (
        Class::Tracking,
        0,
        "tracking|trackingnummer|trackingcode|trackingnumber|track|awb|waybill|consignment|sendungsnummer|sendungsnr|sendungsverfolgung|sendung|paketnummer|suivi|colis|seguimiento|rastreo|envío|envio|tracciamento|spedizione|tracking code|track en trace|track and trace|trace|zendingsnummer|zending|volgnummer|barcode|ups|fedex|usps|dhl|dpd|gls|hermes|evri|royal mail|colissimo|chronopost|mondial relay|correos|seur|mrw|brt|bartolini|poste italiane|postnl|bpost",
    ),
    (
        Class::Phone,
        0,
        "phone|telephone|tel|mobile|cell|call|whatsapp|text me|ring|telefon|telefonnummer|handy|handynummer|rufnummer|mobil|anrufen|téléphone|telephone|portable|appelez|teléfono|telefono|móvil|movil|cellulare|chiamate|chiamatemi|telefoon|telefoonnummer|mobiel|bel",
    ),
    (
        Class::Sku,
        0,
        "sku|skus|item|article|product code|part|model|artikel|artikelnummer|artikelnr|art|référence|reference|ref|réf|modèle|referencia|artículo|articulo|codice|articolo|riferimento|productcode",
    ),
    (
        Class::Size,
        0,
        "size|sizes|sz|größe|groesse|grösse|gr|taille|pointure|talla|taglia|numero di scarpe|maat|schuhgröße|schoenmaat",
    ),
    (Class::Size, 1, "eu|uk|us|fr|eur"),
    (Class::Letter, 0, "xxs|xs|xl|xxl|xxxl"),
    (Class::Letter, 1, "s|m|l|small|medium|large"),
    (Class::Quantity, 0, "qty|quantity|anzahl|menge|quantité|quantite|cantidad|quantità|quantita|aantal"),
    (
        Class::Counted,
        0,
        "of them|of those|of these|of each|pair|pairs|piece|pieces|pcs|pc|item|items|unit|units|copies|sets|packs|boxes|davon|stück|stueck|stk|stücke|paar|exemplare|packungen|teile|artikel|d'entre eux|pièce|pièces|pieces|paire|paires|exemplaires|unités|articles|lots|unidad|unidades|pieza|piezas|pares|artículos|articulos|de ellos|de ellas|pezzo|pezzi|paio|paia|unità|articoli|stuk|stuks|paren|exemplaren|ervan|artikelen",
    ),
    (Class::Number, 1, "one|a|an|ein|eine|einen|einem|einer|eins|un|une|uno|una|een|één"),
    (Class::Number, 2, "two|zwei|zwo|deux|dos|due|twee"),
    (Class::Number, 3, "three|drei|trois|tres|tre|drie"),
    (Class::Number, 4, "four|vier|quatre|cuatro|quattro"),
    (Class::Number, 5, "five|fünf|fuenf|cinq|cinco|cinque|vijf"),
    (Class::Number, 6, "six|sechs|seis|sei|zes"),
    (Class::Number, 7, "seven|sieben|sept|siete|sette|zeven"),
    (Class::Number, 8, "eight|acht|huit|ocho|otto"),
    (Class::Number, 9, "nine|neun|neuf|nueve|nove|negen"),
    (Class::Number, 10, "ten|zehn|dix|diez|dieci|tien"),
    (Class::Number, 11, "eleven|elf|onze|once|undici"),
    (Class::Number, 12, "twelve|zwölf|zwoelf|douze|doce|dodici|twaalf"),
    (Class::Currency, 0, "dollar|dollars|dólares|dolares|dollari|kr|kronor|kroner|kronen|pounds sterling"),
    (Class::Currency, 1, "eur|euro|euros"),
    (Class::Currency, 2, "gbp|pounds|quid|pfund|livres sterling|libras|sterline|pond"),
    (Class::Currency, 3, "usd"),
    (Class::Currency, 4, "chf|franken|sfr|francs suisses|francos suizos|franchi"),
    (Class::Currency, 5, "sek"),
    (Class::Currency, 6, "dkk"),
    (Class::Currency, 7, "pln|zł|zloty|złoty"),
    (
        Class::Under,
        0,
        "under|below|less than|cheaper than|max|maximum|up to|at most|no more than|not more than|budget of|budget is|budget|unter|weniger als|höchstens|hoechstens|maximal|nicht mehr als|günstiger als|billiger als|bis zu|bis maximal|budget von|moins de|moins cher que|jusqu'à|jusqu'a|au maximum|au plus|pas plus de|en dessous de|budget de|menos de|por debajo de|hasta|como máximo|como maximo|no más de|no mas de|máximo|presupuesto de|presupuesto es de|meno di|fino a|al massimo|massimo|non più di|non piu di|sotto i|sotto|sotto gli|budget di|onder de|onder|minder dan|maximaal|hoogstens|niet meer dan|goedkoper dan|budget van",
    ),
    (Class::Under, 1, "within|bis|tot"),
    (
        Class::OrLess,
        0,
        "max|maximum|maximal|or less|or under|tops|oder weniger|höchstens|maxi|ou moins|o menos|como máximo|máximo|o meno|al massimo|massimo|of minder|maximaal|hoogstens",
    ),
    (
        Class::Over,
        0,
        "more than|above|at least|starting at|minimum|mindestens|mehr als|plus de|au moins|à partir de|a partir de|más de|mas de|al menos|por encima de|como mínimo|almeno|più di|piu di|oltre|a partire da|sopra i|meer dan|minstens|minimaal|vanaf|boven de",
    ),
    (Class::Over, 1, "over|from|über|ueber|ab|dès|des|desde|da|dai|boven"),
    (Class::Between, 0, "between|zwischen|entre|tra|fra|tussen"),
    (Class::Between, 1, "from|von|de|desde|da|van"),
    (Class::And, 0, "and|to|und|bis|et|à|a|y|e|en|tot"),
    (
        Class::Joint,
        0,
        "and|or|but|for|please|with|in|und|oder|aber|für|bitte|mit|et|ou|mais|pour|avec|s'il|y|o|pero|para|por|con|e|ma|per|en|of|maar|voor|met",
    ),
    (
        Class::Measure,
        0,
        "kg|g|gr|gram|grams|gramm|lb|lbs|oz|cm|mm|m|km|ml|l|liter|liters|litre|litres|litri|litros|inch|inches|zoll|gb|mb|watt|w|v|mah|h|hours|hour|stunden|stunde|heures|heure|horas|hora|ore|ora|uur|uhr|minutes|min|minuten|minuti|minutos|am|pm|percent|prozent|pour cent|percento|procent|years|jahre|jahren|jaar|ans|años|anni|degrees|grad|people|personen|personnes|personas|persone|times|mal|fois|veces|volte|keer|er",
    ),
    (
        Class::Day,
        0,
        "today|tonight|heute|heute morgen|heute früh|aujourd'hui|ce matin|ce soir|hoy|esta mañana|esta tarde|oggi|stamattina|stasera|vandaag|vanmorgen|vanavond|this morning|this afternoon|this evening",
    ),
    (Class::Day, -1, "yesterday|last night|gestern|hier|ayer|anoche|ieri|gisteren"),
    (Class::Day, -2, "day before yesterday|vorgestern|avant-hier|anteayer|antier|altro ieri|altroieri|eergisteren"),
    (Class::Day, 1, "tomorrow|tmrw|morgen|demain|mañana|domani"),
    (
        Class::Day,
        2,
        "day after tomorrow|übermorgen|uebermorgen|après-demain|apres-demain|pasado mañana|dopodomani|overmorgen",
    ),
    (Class::Weekday, 1, "monday|montag|lundi|lunes|lunedì|lunedi|maandag"),
    (Class::Weekday, 2, "tuesday|tues|dienstag|mardi|martes|martedì|martedi|dinsdag"),
    (Class::Weekday, 3, "wednesday|wed|mittwoch|mercredi|miércoles|miercoles|mercoledì|mercoledi|woensdag"),
    (Class::Weekday, 4, "thursday|thurs|thu|donnerstag|jeudi|jueves|giovedì|giovedi|donderdag"),
    (Class::Weekday, 5, "friday|fri|freitag|vendredi|viernes|venerdì|venerdi|vrijdag"),
    (Class::Weekday, 6, "saturday|samstag|sonnabend|samedi|sábado|sabado|sabato|zaterdag"),
    (Class::Weekday, 7, "sunday|sonntag|dimanche|domingo|domenica|zondag"),
    (Class::Month, 1, "january|jan|januar|jänner|janvier|janv|enero|gennaio|gen|januari"),
    (Class::Month, 2, "february|feb|februar|février|fevrier|févr|fév|febrero|febbraio|februari"),
    (Class::Month, 3, "march|mar|märz|maerz|mrz|mars|marzo|maart|mrt"),
    (Class::Month, 4, "april|apr|avril|avr|abril|abr|aprile"),
    (Class::Month, 5, "may|mai|mayo|maggio|mag|mei"),
    (Class::Month, 6, "june|jun|juni|juin|junio|giugno|giu"),
    (Class::Month, 7, "july|jul|juli|juillet|juil|julio|luglio|lug"),
    (Class::Month, 8, "august|aug|août|aout|agosto|augustus"),
    (Class::Month, 9, "september|sep|sept|septembre|septiembre|settembre|set"),
    (Class::Month, 10, "october|oct|oktober|okt|octobre|octubre|ottobre|ott"),
    (Class::Month, 11, "november|nov|novembre|noviembre"),
    (Class::Month, 12, "december|dec|dezember|dez|décembre|decembre|déc|diciembre|dic|dicembre"),
    (Class::Unit, 1, "day|days|tag|tage|tagen|jour|jours|día|días|dia|dias|giorno|giorni|dag|dagen"),
    (Class::Unit, 7, "week|weeks|woche|wochen|semaine|semaines|semana|semanas|settimana|settimane|weken"),
    (Class::Unit, 30, "month|months|monat|monate|monaten|mois|mes|meses|mese|mesi|maand|maanden"),
    (Class::AgoBefore, 0, "vor|seit|il y a|depuis|hace|desde hace|sinds|al"),
    (Class::AgoBehind, 0, "ago|back|earlier|fa|geleden|atrás|atras"),
    (Class::In, 0, "in|dans|en|tra|fra|over"),
    (Class::In, 1, "within|innerhalb von|binnen|innerhalb|d'ici|dentro de|entro"),
    (
        Class::Which,
        -1,
        "last|past|previous|letzte|letzten|letzter|letztes|letztem|vergangene|vergangenen|vorige|vorigen|dernier|dernière|derniere|pasado|pasada|último|última|ultima|scorso|scorsa|passato|passata|afgelopen",
    ),
    (Class::Which, 0, "this|diese|diesen|dieser|diesem|ce|cette|este|esta|questo|questa|deze"),
    (
        Class::Which,
        1,
        "next|coming|following|nächste|nächsten|nächster|nächstes|nächstem|naechste|naechsten|kommende|kommenden|prochain|prochaine|próximo|próxima|proximo|proxima|que viene|prossimo|prossima|volgende|komende",
    ),
    (
        Class::By,
        0,
        "by|before|until|till|not later than|no later than|in time for|bis|bis zum|bis zu|vor|vor dem|spätestens|rechtzeitig zu|avant|avant le|d'ici|d'ici à|d'ici le|jusqu'à|jusqu'au|antes de|antes del|para|para el|hasta|hasta el|prima di|prima del|entro|entro il|entro la|fino al|fino a|voor|vóór|tegen|uiterlijk|tot",
    ),
    (Class::On, 0, "on|on the|the|am|vom|zum|dem|den|seit dem|le|du|el|el día|el dia|del|il|dal|op|op de|de|since the"),
    (Class::Ordinal, 0, "st|nd|rd|th|er|ère|e|ème|de|ste|te|ten"),
    (Class::Holiday, 0, "christmas|xmas|weihnachten|noël|noel|navidad|natale|kerst|kerstmis"),
    (Class::Holiday, 1, "christmas eve|heiligabend|heilig abend|réveillon|nochebuena|vigilia di natale|kerstavond"),
    (Class::Holiday, 2, "new year|new year's|neujahr|nouvel an|año nuevo|capodanno|nieuwjaar"),
    (Class::Holiday, 3, "new year's eve|silvester|saint-sylvestre|nochevieja|san silvestro|oudjaar|oudejaarsavond"),
    (
        Class::Holiday,
        4,
        "valentine's|valentine's day|valentines|valentinstag|saint-valentin|san valentín|san valentino|valentijnsdag",
    ),
    (Class::Holiday, 5, "halloween"),
    (Class::Holiday, 6, "nikolaus|saint-nicolas|sinterklaas"),
    (Class::Holiday, 7, "reyes|día de reyes|epiphany|épiphanie|epifania|befana"),
    (Class::Holiday, -1, "guten morgen|gute morgen|por la mañana|de la mañana|goede morgen|schönen guten morgen"),
];
