/** Where a person in crisis finds help, by region. Only services known to run nationwide; `world` is the fallback. */
import type { CrisisResource } from "#lib/guards/health/schema";

const resource = (region: string, name: string, contact: string, url: string | null = null): CrisisResource => ({
  name,
  region,
  contact,
  url,
});

const SAMARITANS = "https://www.samaritans.org";

export const CRISIS_RESOURCES: readonly CrisisResource[] = [
  resource("US", "988 Suicide & Crisis Lifeline", "Call or text 988", "https://988lifeline.org"),
  resource("US", "Emergency services", "Call 911"),
  resource("CA", "9-8-8 Suicide Crisis Helpline", "Call or text 988", "https://988.ca"),
  resource("CA", "Emergency services", "Call 911"),
  resource("GB", "Samaritans", "Call 116 123", SAMARITANS),
  resource("GB", "Emergency services", "Call 999"),
  resource("IE", "Samaritans", "Call 116 123", SAMARITANS),
  resource("IE", "Emergency services", "Call 112 or 999"),
  resource("DE", "TelefonSeelsorge", "0800 111 0 111 oder 0800 111 0 222", "https://www.telefonseelsorge.de"),
  resource("AT", "TelefonSeelsorge", "142", "https://www.telefonseelsorge.at"),
  resource("CH", "Die Dargebotene Hand", "143", "https://www.143.ch"),
  resource("FR", "Numéro national de prévention du suicide", "3114", "https://3114.fr"),
  resource("ES", "Línea 024 de atención a la conducta suicida", "024"),
  resource("NL", "113 Zelfmoordpreventie", "113 of 0800-0113", "https://www.113.nl"),
  resource("AU", "Lifeline", "Call 13 11 14", "https://www.lifeline.org.au"),
  resource("AU", "Emergency services", "Call 000"),
  resource("NZ", "1737, need to talk?", "Call or text 1737", "https://1737.org.nz"),
  resource("NZ", "Emergency services", "Call 111"),
  resource("EU", "Emergency services", "112"),
  resource("world", "Find A Helpline", "Choose your country", "https://findahelpline.com"),
];

const EUROPEAN_UNION = new Set(
  "AT BE BG HR CY CZ DK EE FI FR DE GR HU IE IT LV LT LU MT NL PL PT RO SK SI ES SE".split(" "),
);
const LANGUAGE_REGIONS: Readonly<Record<string, string>> = { de: "DE", fr: "FR", nl: "NL" };

/** @param locale BCP 47. A language that is spoken in one country mainly stands for that country. */
export function resourcesFor(locale: string): CrisisResource[] {
  const [language = "", ...rest] = locale.replaceAll("_", "-").split("-");
  const region =
    rest.find((part) => /^[A-Za-z]{2}$/.test(part))?.toUpperCase() ?? LANGUAGE_REGIONS[language.toLowerCase()];
  const wanted = new Set(["world", region === "UK" ? "GB" : (region ?? "world")]);
  if (region !== undefined && EUROPEAN_UNION.has(region)) wanted.add("EU");
  return CRISIS_RESOURCES.filter((known) => wanted.has(known.region));
}
