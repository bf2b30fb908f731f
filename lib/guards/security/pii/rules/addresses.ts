/** Where somebody lives: street names of many languages, house numbers, and the lines that follow them. */
import type { PiiRule } from "#lib/guards/security/pii/rule";

/** What may follow the street: a flat, a town, a state or country, a postcode, each after a comma or on its own line. */
const REST = String.raw`(?:(?:[, ]{1,2}|,?\s{0,2}\n\s{0,3})(?:Apt|Suite|Ste|Unit|Apartment|Flat|Floor|apt|suite|unit|flat|#)\.? ?#?\w{1,6})?(?:(?:, ?|,?\s{0,2}\n\s{0,3})\p{L}[\p{L}.’'-]{1,24}(?: \p{L}[\p{L}.’'-]{0,24}){0,3}(?: \d{1,3}\b)?){0,3}(?:,?\s{1,3}[A-Z]{2}\b)?(?:,?\s{1,3}(?:\d{4,6}(?:-\d{4})?|[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2})(?!\d))?`;
const NAME = String.raw`\p{Lu}[\p{L}.’'-]{0,24}`;
const BEFORE = String.raw`(?<![\w.,$€£/-])`;

const address = (score: number, literals: readonly string[], source: string, flags = "u"): PiiRule => ({
  entity: "street_address",
  severity: "medium",
  score,
  literals,
  pattern: new RegExp(source, flags),
});

/** Words for street that stand apart after the name, or glued to it, or before it. */
const APART =
  "Street|St|Avenue|Ave|Road|Rd|Lane|Ln|Drive|Dr|Boulevard|Blvd|Court|Ct|Square|Sq|Place|Pl|Terrace|Highway|Hwy|Parkway|Pkwy|Crescent|Close|Circle|Trail|Alley";
const GLUED =
  "straße|strasse|str\\.|weg|gasse|platz|allee|gata|gatan|gade|vej|vägen|vegen|veien|straat|laan|plein|dreef|katu|kuja|polku|tie|tänav|utca|stræde|stien|kade|markt|ring|damm|ufer|hof|steig|graben|berg";
const LEADING =
  "[Rr]ue|Calle|C\\.|Avda\\.?|Avenida|Av\\.?|Via|Viale|Piazza|Corso|Vicolo|Rua|R|Plaza|Pza\\.|Paseo|Camino|Carretera|Travessa|Praça|Estrada|[Aa]venue|[Bb]oulevard|[Cc]hemin|[Pp]lace|[Qq]uai|[Aa]llée|ul\\.|Ul\\.|al\\.|ulica|Ulica|Borgo|Strada|Largo";

export const ADDRESSES: readonly PiiRule[] = [
  address(
    0.7,
    APART.split("|").map((word) => ` ${word}`),
    String.raw`${BEFORE}\d{1,6}[a-z]?,? (?:[NSEW]\.? )?(?:${NAME} ){1,4}(?:${APART})\b\.?(?: \d{1,5}\b)?${REST}`,
  ),
  address(
    0.7,
    GLUED.replaceAll("\\", "").split("|"),
    String.raw`(?<!\p{L})(?:\d{1,5},? )?(?:${NAME} ){0,2}\p{Lu}[\p{L}-]{2,28}(?:${GLUED}) \d{1,4}[a-z]?\b${REST}`,
  ),
  address(
    0.7,
    [
      "rue",
      "calle",
      "c.",
      "avda",
      "avenida",
      "av",
      "via",
      "viale",
      "piazza",
      "corso",
      "vicolo",
      "rua",
      "r ",
      "plaza",
      "pza",
      "paseo",
      "camino",
      "carretera",
      "travessa",
      "praça",
      "estrada",
      "boulevard",
      "chemin",
      "place",
      "quai",
      "allée",
      "ul.",
      "al.",
      "ulica",
      "borgo",
      "strada",
      "largo",
    ],
    String.raw`(?<!\p{L})(?:(?<![\w.,-])\d{1,6},? )(?:${LEADING})(?: (?:de|del|des|du|la|le|los|las|da|do|dos|di|della|of|d[’']\p{L}{2,20})){0,2} ${NAME}(?: (?:de|da|do|e )?${NAME}){0,3}(?:,? \d{1,5}\b)?${REST}|(?<!\p{L})(?:[Rr]ue|Calle|Avda\.?|Avenida|Via|Viale|Piazza|Rua|Plaza|[Aa]venue|[Bb]oulevard)(?: (?:de|del|des|du|la|le|los|las|da|do|di|della|of)){0,3} ${NAME}(?: ${NAME}){0,3},? \d{1,5}\b${REST}`,
  ),
  address(
    0.75,
    ["suite", "apt", "apartment", "flat ", "unit", "ste "],
    String.raw`${BEFORE}\d{1,6}[a-z]?,? \p{L}[\p{L}.’'-]{0,28}(?: \p{L}[\p{L}.’'-]{0,28}){0,5}(?: \d{1,5})?(?:,? |,?\s{0,2}\n\s{0,3})(?:Apt|Suite|Ste|Unit|Apartment|Flat)\.? ?#?\d{1,5}${REST}`,
    "iu",
  ),
  address(
    0.85,
    ["APO", "FPO", "DPO"],
    String.raw`(?:[A-Z][\w.]{1,8} ${NAME}|(?:PSC|Unit|CMR) \d{1,5},? Box \d{1,5})\s{1,3}(?:APO|FPO|DPO),? A[AEP] \d{5}`,
  ),
  address(0.8, ["po box", "p.o. box", "p.o box"], String.raw`\bP\.?O\.? Box \d{1,6}\b${REST}`),
  address(
    0.65,
    [
      "address",
      "located at",
      "live at",
      "lives at",
      "living at",
      "moved to",
      "return to",
      "deliver",
      "ship",
      "send",
      "taxi to",
      "meet me at",
      "visit us at",
      "head office",
      "home is",
      "residence",
      "enter on",
      "park on",
      "turn on",
      "close to",
    ],
    String.raw`(?<=(?:address(?: is|:)|located at|lives? at|living at|moved to|return to|delivered? to|ship(?:ped)? to|sent? (?:it |one )?to|taxi to|me at|us at|office(?: is)?(?: at|:)|home is|enter on|park on)\s{1,3})(?:\d{1,6}[a-z]?,? ${NAME}(?: ${NAME}){0,4}(?: \d{1,5})?|${NAME}(?: ${NAME}){0,3} \d{1,5})\b${REST}`,
  ),
  address(
    0.65,
    Array.from("0123456789", (digit) => `${digit}\n`).concat(Array.from("0123456789", (digit) => ` ${digit}`)),
    String.raw`${BEFORE}(?:\d{1,6} )${NAME}(?: ${NAME}){0,4}(?: \d{1,5})?,?\s{0,2}\n\s{0,3}${NAME}(?: ${NAME}){0,3},?(?:\s{1,3}[A-Z]{2},?)?\s{1,3}\d{4,6}(?!\d)`,
  ),
];
