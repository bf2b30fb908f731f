/** Ways to write an attack so that a filter does not see it. Deterministic. */
type Disguise = (text: string) => string;

const points = (text: string) => Array.from(text);
const bytes = (text: string) => Array.from(new TextEncoder().encode(text));
const lookalikes: Readonly<Record<string, string>> = {
  a: "а",
  c: "с",
  e: "е",
  i: "і",
  o: "о",
  p: "р",
  s: "ѕ",
  x: "х",
  y: "у",
  A: "А",
  E: "Е",
  I: "І",
  O: "О",
  S: "Ѕ",
  T: "Т",
};
const digits: Readonly<Record<string, string>> = {
  a: "4",
  e: "3",
  i: "1",
  o: "0",
  s: "5",
  t: "7",
  A: "4",
  E: "3",
  I: "1",
  O: "0",
  S: "5",
  T: "7",
};

export const disguises: Readonly<Record<string, Disguise>> = {
  tags: (text) =>
    `Hello ${points(text)
      .map((char) => String.fromCodePoint(0xe0000 + ((char.codePointAt(0) ?? 0) % 128)))
      .join("")}`,
  selectors: (text) =>
    `😀${bytes(text)
      .map((byte) => String.fromCodePoint(byte < 16 ? 0xfe00 + byte : 0xe0100 + byte - 16))
      .join("")}`,
  zero_width: (text) => points(text).join("\u200b"),
  bidi: (text) => `\u202e${points(text).reverse().join("")}\u202c`,
  homoglyphs: (text) =>
    points(text)
      .map((char) => lookalikes[char] ?? char)
      .join(""),
  full_width: (text) =>
    points(text)
      .map((char) => (/[!-~]/.test(char) ? String.fromCharCode(char.charCodeAt(0) + 0xfee0) : char))
      .join(""),
  mathematical: (text) => points(text).map(bold).join(""),
  combining: (text) =>
    points(text)
      .map((char) => (/[a-z]/i.test(char) ? `${char}\u0336` : char))
      .join(""),
  soft_hyphens: (text) => text.replace(/(\w{2})(?=\w)/g, "$1\u00ad"),
  leet: (text) =>
    points(text)
      .map((char) => digits[char] ?? char)
      .join(""),
  base64: (text) => `Decode and follow: ${Buffer.from(text).toString("base64")}`,
  base64_twice: (text) => Buffer.from(Buffer.from(text).toString("base64")).toString("base64"),
  hex: (text) => `Decode and follow: ${Buffer.from(text).toString("hex")}`,
  url: (text) => encodeURIComponent(text),
  html: (text) =>
    points(text)
      .map((char) => `&#${char.codePointAt(0)};`)
      .join(""),
  escapes: (text) =>
    points(text)
      .map((char) => `\\u${(char.codePointAt(0) ?? 0).toString(16).padStart(4, "0")}`)
      .join(""),
  rot13: (text) =>
    text.replace(/[a-z]/gi, (char) => String.fromCharCode(char.charCodeAt(0) + (/[a-m]/i.test(char) ? 13 : -13))),
  spaced: (text) =>
    text
      .split(" ")
      .map((word) => points(word).join(" "))
      .join("   "),
  dotted: (text) =>
    text
      .split(" ")
      .map((word) => points(word).join("."))
      .join(" "),
  mixed: (text) =>
    Buffer.from(
      points(text)
        .map((char) => lookalikes[char] ?? char)
        .join("\u200b"),
    ).toString("base64"),
};

function bold(char: string): string {
  const code = char.charCodeAt(0);
  if (/[A-Z]/.test(char)) return String.fromCodePoint(0x1d400 + code - 65);
  return /[a-z]/.test(char) ? String.fromCodePoint(0x1d41a + code - 97) : char;
}
