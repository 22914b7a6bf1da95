//! The closed lists: data. English, German, French, Spanish, Italian, Dutch; accents are left out.
//!
//! A word of a list is the beginning of a word, or of several in a row; a space behind it makes it a whole one. None is
//! shorter than three letters.

use super::Heard;
use crate::intent::Intent;
use crate::signal::Signal;

/// One clause of the data.
pub(super) struct Cue {
    pub heard: Heard,
    /// One of each must stand in the sentence.
    pub all: &'static [&'static str],
    /// None of these may.
    pub unless: &'static str,
}

pub(super) const LEGAL: Heard = Heard::Signal(Signal::Legal);
pub(super) const CHARGEBACK: Heard = Heard::Signal(Signal::Chargeback);
pub(super) const PRESS: Heard = Heard::Signal(Signal::Press);

/// Whoever speaks of their own trade, or buys for a lawyer, threatens nobody.
const OF_A_TRADE: &str = "i'm a |i am a |i work |as a lawyer|as an attorney|als anwalt|als anwaltin|ich bin anw|ich bin recht|ich arbeite|comme avocat|je suis avocat|je travaille|como abogad|soy abogad|trabajo |come avvocat|sono un avvocat|lavoro |als advocaat|ik ben advocaat|ik werk|gift|present|for my |geschenk|fur mein|cadeau|pour mon|pour une|regalo|para mi |per il mio|voor mijn|bag |wear|same coat";

pub(super) const CUES: [Cue; 23] = [
    Cue {
        heard: LEGAL,
        all: &[
            "my lawyer|my solicitor|my attorney|my barrister|my legal|our lawyer|our solicitor|our attorney|mein anwalt|meinen anwalt|meinem anwalt|meines anwalts|meine anwaltin|meiner anwaltin|mein rechtsanwalt|meinen rechtsanwalt|meinem rechtsanwalt|unser anwalt|unseren anwalt|unserem anwalt|rechtsschutz|mon avocat|notre avocat|ma protection juridique|mi abogad|nuestro abogad|nuestra abogad|mio avvocat|mia avvocat|nostro avvocat|mio legale|nostro legale|mijn advocaat|onze advocaat|mijn jurist|mijn rechtsbijstand",
        ],
        unless: OF_A_TRADE,
    },
    Cue {
        heard: LEGAL,
        all: &[
            "lawyer|solicitor|attorney|barrister|anwalt|anwaltin|rechtsanw|avocat|abogad|avvocat|advocaat|jurist|deurwaarder|huissier",
            "hear from|hearing from|in touch|get a |getting a |getting my|hire|hiring|involve|consult|speak|talk|call|contact|letter|instruct|einschalt|schalte|nehme|horen|konsult|beauftrag|ubergeb|wende|kontakt|saisi|contact|prendre|entendre|appel|acudi|consult|hablar|poner|pondr|rivolg|contatt|sentire|parlar|passo|inschakel|schakel|bellen|neem|stap",
        ],
        unless: OF_A_TRADE,
    },
    Cue {
        heard: LEGAL,
        all: &[
            "legal action|legal steps|legal proceedings|take you to court|taking you to court|take this to court|see you in court|small claims|sue you|suing|lawsuit|press charges|trading standards|ombudsm|citizens advice|better business bureau|attorney general|report you|reporting you|rechtliche schritte|rechtlichen schritte|rechtliche konsequenz|rechtsweg|verklag|vor gericht|klage ein|anzeige erstatt|erstatte anzeige|zeige sie an|zeige euch an|strafanzeige|verbraucherzentrale|verbraucherschutz|mahnbescheid|gerichtlich|schlichtungsstelle|en justice|porter plainte|porterai plainte|porte plainte|depose plainte|deposer plainte|au tribunal|voie judiciaire|dgccrf|repression des fraudes|que choisir|signalconso|signal conso|signal-conso|mise en demeure|mediateur|acciones legales|medidas legales|via judicial|demandaros|demandarlos|demandare|voy a demandar|os demando|denunciar|denunciare|os denuncio|les denuncio|al juzgado|a los tribunales|oficina del consumidor|oficina de consumo|omic |facua|hojas de reclamaciones|hoja de reclamaciones|vie legali|azioni legali|adire |adiro |adiremo|vi denuncio|denuncio tutto|denuncero|denunciarvi|querela|in tribunale|giudice di pace|associazione dei consumatori|associazione consumatori|altroconsumo|codacons|agcm|diffida|juridische stap|gerechtelijke stap|rechtszaak|voor de rechter|naar de rechter|kantonrechter|aangifte|consumentenbond|geschillencommissie|consuwijzer|ingebrekestelling|in gebreke|dagvaard",
        ],
        unless: "gift|geschenk|cadeau|regalo",
    },
    // Neither a lawyer nor a newspaper, and a threat all the same.
    Cue {
        heard: LEGAL,
        all: &[
            "there will be consequences|will have consequences|you'll regret|you will regret|haven't heard the last|have not heard the last|not the last you|hat ein nachspiel|haben ein nachspiel|wird konsequenzen|hat konsequenzen|werdet von mir horen|werden von mir horen|hort noch von mir|horen noch von mir|aurez de mes nouvelles|avoir de mes nouvelles|entendre parler de moi|en restera pas la|en resterai pas la|va pas en rester la|va a quedar asi|quedara asi|tendra consecuencias|tendreis noticias|tendran noticias|finisce qui|avrete mie notizie|avrete notizie|ci saranno conseguenze|avra conseguenze|horen nog van mij|hoort nog van mij|krijgt een staartje|hier blijft het niet bij|gevolgen hebben",
        ],
        unless: "if i|wenn ich|si je|si yo|se io|als ik",
    },
    Cue {
        heard: LEGAL,
        all: &[
            "police|polizei|policia|carabinieri|polizia|politie|action fraud",
            "report you|go to the|going to the|call the|set the|zur|melde|rufe|einschalt|contre vous|a la policia|ire a|ir a|alla|dai|vado|naar de|inschakel",
        ],
        unless: "police car|report number|polizeiauto|stolen|gestohlen|vole|robad|rubat|gestolen|toy|spiel",
    },
    Cue {
        heard: CHARGEBACK,
        all: &[
            "chargeback|charge back|charge-back|ruckbuchung|zuruckbuchen|ruckbuchen|ruckbuche|zuruckbuche|kauferschutz|contracargo|opposition sur le p|opposition au p|opposition a ce|dispute the charge|disputing the charge|dispute this charge|dispute the payment|disputing the payment|dispute the transaction|stornering van|paypal dispute|paypal claim|paypal-fall|konflikt bei paypal|litige paypal|disputa en paypal|disputa paypal|contestazione paypal|geschil bij paypal",
        ],
        unless: "what is|was ist|policy",
    },
    Cue {
        heard: CHARGEBACK,
        all: &[
            "bank |bank's|credit card|card company|card provider|card issuer|visa |mastercard|amex|american express|paypal|klarna|hausbank|kreditkart|banque|carte bancaire|carte bleue|banco |tarjeta|banca |carta di credito|creditcard",
            "dispute|disputing|reverse|reversing|reversal|claw|get my money back|getting my money back|pull the money|pull my money|take the money back|open a case|opening a case|opened a case|zuruckhol|holen mir das geld|hole mir das geld|zuruckziehen|konfliktfall|einen fall|einen konflikt|faire opposition|contester|conteste |litige|que anule el|que anulen el|anular el cargo|anular el pago|retroced|devuelva el|devuelvan el|devolver el cargo|devolver el recibo|disputa|reclamar el cargo|contestare|contesto|contestaz|stornare|storno |revocare|riprend|terughalen|terugboek|terugvorder|storneren|betwist|geschil",
        ],
        unless: "statement",
    },
    Cue {
        heard: PRESS,
        all: &[
            "newspaper|the press|journalist|a reporter|tv |television|the news |watchdog|the bbc|zeitung|presse |journalist|fernsehen|journal |journaux|la presse|television|la tele |tele |periodic|la prensa|periodista|giornal|stampa |televisione|striscia la notizia|le iene|krant|de pers |televisie|de media|the media|die medien|les medias|los medios|i media ",
            "tell|going to the|go to the|went to the|contact|alert|write to|writing to|call the|erzahl|melde|wende|gehe |gehen|informier|schreib|raconter|contacter|alerter|ecri|aller voir|prevenir|contar|cuento|contare|acudi|avisar|ir a |denunci|raccont|contatt|vado |rivolg|scriv|segnal|vertel|stap|bellen|schrijf|benader",
            "you |your|this|story|everything|how |all of it|euch|ihnen|davon|daruber|alles|sache|fall|vous|votre|cette|tout|ca |cela|todo|esto|vuestr|vosotr|ustedes|caso|questa|tutto|voi |vostr|accaduto|jullie|dit |alles|verhaal|zaak|hiermee",
        ],
        unless: "i read|i saw|gelesen|gesehen|lu dans|vu dans|vu a|vi en|lei en|leido|visto|letto|gelezen|gezien|schenk|gift|stand |table|meuble|mueble|mobile",
    },
    Cue {
        heard: PRESS,
        all: &[
            "everyone will know|everybody will know|everyone will hear|everybody will hear|everyone knows how you|the whole internet|whole world will|go viral|goes viral|going viral|name and shame|alle sollen wissen|alle werden erfahren|jeder soll wissen|jeder wird erfahren|offentlich mach|viral geh|an den pranger|tout le monde saura|tout le monde va savoir|rendre public|rendre ca public|rendre cette|se entere todo|que lo sepa todo|todo el mundo lo sepa|todo el mundo sepa|hacerlo publico|hare publico|hacer viral|lo sapranno tutti|tutti sapranno|sappiano tutti|rendero pubblic|rendere pubblic|iedereen zal weten|iedereen laten weten|iedereen weten|viraal|openbaar maken",
        ],
        unless: "",
    },
    // A person, in so many words.
    Cue {
        heard: Heard::Person,
        all: &[
            "speak to|speak with|talk to|talk with|chat with|chat to|connect me|put me through|put me on|transfer me|pass me|forward me|sprechen|reden|unterhalten|verbinde|durchstell|weiterleit|chatten|parler|discuter|echanger|joindre|relation avec|passez-moi|passez moi|passe-moi|hablar|comunicar|pasame|paseme|pasenme|pasarme|pasadme|poneme|ponme|pongame|conectame|parlare|passatemi|passami|mi passi|mi passa|mettetemi|contatto con|spreken|praten|verbind|doorverbind|contact met|aan de lijn",
            "a person|real person|actual person|a human|human being|real human|actual human|someone|somebody|anyone|anybody|an agent|live agent|a real |an operator|a representative|a rep |customer service|customer support|customer care|your team|your staff|a manager|your manager|a supervisor|an adviser|an advisor|einem menschen|echten menschen|richtigen menschen|menschen|einer person|echten person|mitarbeiter|kundenberat|kundendienst|kundenservice|kundenbetreu|jemandem|jemanden|jemand |vorgesetzt|ihrem chef|eurem chef|kollegen|quelqu'un|une personne|un humain|un etre humain|vraie personne|un vrai|un conseiller|une conseillere|un agent|un operateur|service client|un responsable|un collegue|un employe|una persona|persona real|un humano|ser humano|alguien|un agente|un operador|una operadora|atencion al cliente|un encargado|una encargada|el encargado|un responsable|un asesor|persona vera|un umano|essere umano|qualcuno|un operatore|un'operatrice|un addetto|assistenza clienti|servizio clienti|il responsabile|un consulente|un mens|een mens|echt mens|echte mens|echt persoon|een persoon|iemand|medewerker|klantenservice|klantendienst|leidinggevende|een collega",
        ],
        unless: "praise|compliment|thank|lob |danke|merci|felicit|gracias|grazie|bedank|pluim|need to speak|no need|have to speak|have to talk|spoke |already|about my|muss ich|nicht notig|bereits|schon mit|faut-il|dois-je|deja|pas besoin|tengo que|ya he|no hace falta|devo |gia |moet ik|hoef|al met",
    },
    Cue {
        heard: Heard::Person,
        all: &[
            "want|need|get me|give me|i'd like|i would like|can i have|could i have|prefer|bring me|will |mochte|brauche|gib mir|geben sie mir|hol mir|hatte gern|kann ich|veux|voudrais|besoin d|souhaite|prefere|donnez-moi|quiero|necesito|quisiera|prefiero|dame|deme|voglio|vorrei|ho bisogno|preferi|datemi|dammi|wil |graag|liever|nodig|geef me|geef mij",
            "a real person|an actual person|a live person|a human |an actual human|a real human|a human being|a live agent|real people|human help|human agent|echten menschen|richtigen menschen|einen menschen|echte person|echten mitarbeiter|menschlichen|un humain|un etre humain|une vraie personne|une personne reelle|un vrai conseiller|un humano|persona real|persona de verdad|persona humana|de carne y hueso|un umano|un essere umano|una persona vera|una persona reale|in carne ed ossa|in carne e ossa|un operatore|echt mens|een mens |echte mens|echte medewerker|echt persoon|van vlees en bloed",
        ],
        unless: "shape|sized|robot for|figure|figur",
    },
    Cue {
        heard: Heard::Person,
        all: &[
            "don't want|do not want|dont want|don't wish|won't|refuse|hate|sick of|tired of|fed up|rather not|no desire|nicht |kein|satt |keine lust|pas |plus |marre|refuse de|no quiero|no me gusta|harto|harta|cansad|prefiero no|non voglio|non vorrei|non intendo|stuf|niet |geen |beu ",
            "talk|speak|chat|writ|deal with|discuss|typ|sprech|reden|schreib|unterhalt|parl|discut|ecri|echang|habl|escrib|convers|chate|scriv|chatt|praten|spreken",
            "machine|robot|a bot|the bot|bots |bot |chatbot|computer|an ai |ai |automat|maschine|roboter|ki |ordinateur|ia |maquina|ordenador|macchina",
        ],
        unless: "learn|read|buy|",
    },
    Cue {
        heard: Heard::Person,
        all: &[
            "someone call me|somebody call me|anyone call me|someone ring me|somebody ring me|someone phone me|somebody phone me|call me back|ring me back|phone me back|give me a call|give me a ring|callback|call-back|you call me|please call me|you ring me|you phone me|someone contact me|ruckruf|rufen sie mich|ruft mich an|ruf mich an|ruft mich bitte|jemand anrufen|jemand zuruckrufen|jemand mich anrufen|zuruckgerufen|anrufen lassen|m'appeler|me rappeler|me rappelle|rappelez-moi|rappelez moi|appelez-moi|appelez moi|etre rappele|me telephoner|llamadme|llamenme|llameme|me llamen|me llameis|que me llame|puede llamar|pueden llamar|podeis llamar|alguien llamar|me podeis llamar|me puede llamar|me pueden llamar|alguien me llam|richiamat|chiamatemi|mi richiami|mi chiami|mi chiamate|essere richiamat|chiamarmi|richiamarmi|bel me|bel mij|bellen jullie me|iemand bellen|me bellen|mij bellen|terugbel|teruggebeld",
        ],
        unless: "courier|driver|carrier|delivery man|postman|before deliver|fahrer|bote|zusteller|livreur|chauffeur|transporteur|repartidor|mensajero|transportista|corriere|autista|bezorger|koerier",
    },
    Cue {
        heard: Heard::Person,
        all: &[
            "who can i speak|who can i talk|who do i speak|who do i talk|who should i speak|who should i talk|who could i speak|who can i contact|anybody there|anyone there|somebody there|someone there|anyone i can|anybody i can|someone i can|somebody i can|anyone real|ist da jemand|ist hier jemand|ist jemand da|jemand da |jemand hier |mit wem kann ich|an wen kann ich|wen kann ich|a qui puis-je|a qui je peux|qui puis-je|a qui m'adresser|a qui parler|a qui dois-je|il y a quelqu'un|y a quelqu'un|y a-t-il quelqu'un|hay alguien|con quien puedo|a quien puedo|con quien tengo|c'e qualcuno|con chi posso|a chi posso|con chi devo parl|is er iemand|is daar iemand|met wie kan ik|bij wie kan ik|wie kan ik spreken|wie kan ik bellen",
        ],
        unless: "hi |hello|hey |hola |hallo |hoi |ciao |coucou|salut|bonjour|buongiorno|guten |gift|wear|else|schenken|offrir|regalar|regalare|que |che |die |qui vend|who sells|home when|zuhause|zu hause|thuis|in casa|en casa|chez moi",
    },
    Cue {
        heard: Heard::NoPerson,
        all: &[
            "don't want a person|dont want a person|don't want a human|dont want a human|don't need a person|dont need a person|don't need a human|dont need a human|not a person|no person|no human|keinen menschen|kein mensch|keinen mitarbeiter|pas besoin d'une personne|ne veux pas d'une personne|ne veux parler a personne|no quiero una persona|no necesito una persona|no quiero hablar con|non voglio una persona|non mi serve una persona|geen mens |geen medewerker|geen persoon",
        ],
        unless: "why is there|is there no|gibt es|erreich|bot |robot|machine|maschine|computer|maquina|macchina|een machine|nobody|there is|there's|answer|pick up|never",
    },
    Cue {
        heard: Heard::Person,
        all: &[
            "connect me|put me through|transfer me|verbinden sie mich|verbinde mich|stellen sie mich durch|passez-moi|passez moi quelqu|pasame con|paseme con|passatemi|passami|verbind me|verbind mij|verbindt u mij|doorverbinden",
        ],
        unless: "the page|link|wifi|bluetooth",
    },
    Cue {
        heard: Heard::WhoSpeaks,
        all: &[
            "are you|am i talking|am i speaking|am i chatting|is this|bist du|sind sie|spreche ich|rede ich|schreibe ich|es-tu|etes-vous|vous etes|tu es |je parle|c'est |eres |es usted|hablo con|estoy hablando|sei |lei e |e lei |parlo con|sto parlando|ben je|bent u|ben jij|praat ik|spreek ik|chat ik",
            "person|human|mensch|humain|umano|mens |robot|bot |machine|maschine|macchina|maquina|computer|ki |ai |ia |real|echt",
        ],
        unless: "want|would like|mochte|will |veux|voudrais|quiero|voglio|vorrei|wil |can i|kann ich|puis-je|puedo|posso|kan ik|available|allowed",
    },
    Cue {
        heard: Heard::Wish(Intent::ChangeOrder),
        all: &[
            "before it goes|before it ships|before it's sent|before it is sent|before it leaves|before you send|before you ship|before shipping|before dispatch|hasn't shipped|not shipped yet|bevor es raus|bevor es versch|bevor sie es|bevor ihr es|bevor die bestellung|vor dem versand|noch nicht verschickt|noch nicht versandt|avant l'envoi|avant l'exped|avant que ca parte|avant que vous|pas encore expedi|antes de que salga|antes de que lo env|antes del envio|antes de enviar|prima che parta|prima della spedizione|prima che spediate|prima che venga spedit|voordat het|voordat jullie|voor verzending|nog niet verzonden",
        ],
        unless: "",
    },
    Cue {
        heard: Heard::Wish(Intent::PaymentIssue),
        all: &[
            "card|karte|visa|mastercard|paypal|carte |tarjeta|carta |kaart|payment|zahlung|paiement|pago |pagamento|betaling",
            "declin|reject|refused|doesn't go through|won't go through|not accepted|abgelehnt|abgewiesen|nicht angenommen|refuse|ne passe pas|rechaz|no pasa|rifiut|respint|non passa|geweiger|afgewezen",
        ],
        unless: "atm|cash machine|restaurant|supermarket|geldautomat",
    },
    Cue {
        heard: Heard::Wish(Intent::DamagedOrWrongItem),
        all: &[
            "my order|i bought|i ordered|arrived|you sent|i received|i got|meiner bestellung|bestellt|gekauft|angekommen|geliefert|ma commande|achete|commande|recu|arrive|mi pedido|compre|comprado|pedi |ha llegado|me llego|mio ordine|comprato|ordinato|arrivat|ricevut|mijn bestelling|gekocht|besteld|aangekomen|ontvangen",
            "broken|crack|torn|ripped|leaking|leaks|smashed|dented|scratched|faulty|defective|has a hole|kaputt|defekt|sprung |gesprungen|einen riss|gerissen|zerbrochen|verbeult|zerkratzt|undicht|ein loch|casse|dechire|fele|fissure|raye|abime|defectueu|un trou|roto |rota |rajad|rasgad|abollad|defectuos|agujero|rotto|rotta|strappat|crepa|graffiat|difettos|un buco|stuk |kapot|gebarsten|barst|scheur|deuk|een gat",
        ],
        unless: "",
    },
    Cue {
        heard: Heard::Wish(Intent::DamagedOrWrongItem),
        all: &[
            "ordered|bestellt|commande|pedi |habia pedido|ordinato|besteld|asked for",
            "but got|but i got|but received|but there was|but you sent|instead i got|bekam aber|bekommen habe ich|kam aber|geliefert wurde aber|mais j'ai recu|mais recu|on m'a envoye|me ha venido|me han mandado|me han enviado|me ha llegado|me llego|me mandaron|mi e arrivat|mi avete mandato|ho ricevuto|maar kreeg|maar ik kreeg|maar gekregen|maar ontving",
        ],
        unless: "not yet|nothing|no me |nichts|noch nicht|rien|nada|niente|niets|nog niet|aun|todavia",
    },
    Cue {
        heard: Heard::Wish(Intent::OrderStatus),
        all: &[
            "parcel|package|my order|my stuff|my delivery|bought|ordered|paket|packchen|bestellung|bestellt|sendung|colis|commande|paquete|pedido|pacco|mio ordine|ordinato|pakket|pakje|bestelling|besteld",
            "where|nowhere|still|waiting|yet|not here|wo |warte|immer noch|noch nicht|noch nichts|ou est|attends|toujours|pas encore|rien recu|donde|esperando|todavia|aun no|nada|dove|aspett|ancora|niente|waar|wacht|nog niet|nog steeds|niets",
        ],
        unless: "need to send|post office|moving",
    },
    Cue {
        heard: Heard::Wish(Intent::DeliveryInfo),
        all: &[
            "how long does it take|how long will it take|how long does that take|wie lange dauert das|wie lange dauert es|combien de temps ca prend|ca prend combien de temps|cuanto tarda|cuanto tiempo tarda|quanto ci vuole|quanto ci mette|quanto tempo ci|hoe lang duurt",
        ],
        unless: "refund|erstatt|rembours|reembols|rimbors|terugbet|boil|cook|dry|charge",
    },
];
