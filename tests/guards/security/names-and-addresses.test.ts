import { describe, expect, it } from "vitest";
import { detectPii } from "#lib/guards/security/pii/index";
import { bitsOf, hasName, SET_BITS } from "#lib/guards/security/pii/names/name-set";

const found = (text: string, entity: string) =>
  detectPii(text, { strict: false })
    .filter((hit) => hit.category === entity)
    .map((hit) => text.slice(hit.start, hit.end));

describe("name sets", () => {
  it("know a name whatever its case and accents", () => {
    const set = new Uint8Array(SET_BITS / 8);
    for (const bit of bitsOf("Zoë")) set[bit >> 3] = (set[bit >> 3] ?? 0) | (1 << (bit & 7));
    expect(hasName(set, "zoe")).toBe(true);
    expect(hasName(set, "Table")).toBe(false);
  });
});

describe("names", () => {
  it.each([
    ["My name is Katarzyna Nowak and I moved in May.", "Katarzyna Nowak"],
    ["Please add Giulia Ferrari as guardian.", "Giulia Ferrari"],
    ["Dear Mr. Lindqvist,\nthank you.", "Lindqvist"],
  ])("finds the name in %s", (text, name) => {
    expect(found(text, "person").join(" ")).toContain(name);
  });

  it.each([
    "How do I sort a list in Python?",
    "The Ministry of Transport opened the New Harbour Bridge on Monday.",
    "Write a haiku about Spring in Northern Europe.",
    "Install Visual Studio Code and open the Extensions tab.",
    "LOUD TEXT WITHOUT ANY PERSON IN IT",
  ])("sees none in: %s", (text) => {
    expect(found(text, "person")).toEqual([]);
  });

  it("leaves them alone when other kinds are asked for", () => {
    const text = "My name is Katarzyna Nowak.";
    expect(detectPii(text, { strict: false }, ["email"])).toEqual([]);
  });
});

describe("addresses", () => {
  it.each([
    ["Send it to 221 Baker Street, London today.", "221 Baker Street, London"],
    ["Ich wohne in der Goethestraße 14 seit Mai.", "Goethestraße 14"],
    ["We moved to 12 Rue des Lilas, Paris 75020.", "12 Rue des Lilas, Paris 75020"],
    ["Ship to:\n48 Kirkkokatu 9\n Suite 210\n Turku\n Finland 20100", "Suite 210"],
    ["Unit 2050 Box 4190\nAPO AP 96278", "Unit 2050 Box 4190\nAPO AP 96278"],
    ["Write to P.O. Box 1142.", "P.O. Box 1142"],
  ])("finds the address in %s", (text, address) => {
    expect(found(text, "street_address").join(" ")).toContain(address);
  });

  it.each([
    "We need 3 Python developers and 2 designers by June.",
    "Chapter 12 Section 4 covers the Close command.",
    "The 5 Best Places to eat were listed in 2019.",
    "Take the second street on the left and drive on.",
  ])("sees none in: %s", (text) => {
    expect(found(text, "street_address")).toEqual([]);
  });
});
