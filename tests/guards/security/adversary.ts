/** Long texts made to slow one pattern down: its own literals and classes over and over, and matches that nearly come about. */

const CLASS_SAMPLES: Readonly<Record<string, string>> = {
  d: "7",
  w: "a",
  s: " ",
  S: "x",
  D: "x",
  W: "-",
  b: "",
  B: "",
};

interface Atom {
  sample: string;
  most: number;
}

/** @param length of each text, in UTF-16 units. */
export function adversarialTexts(pattern: RegExp, length: number): string[] {
  const atoms = atomsOf(pattern.source);
  const once = atoms.map(({ sample }) => sample);
  const stretched = atoms.map(({ sample, most }) => sample.repeat(most));
  const seeds = [
    ...new Set(once),
    ...[0.25, 0.5, 0.75, 1].map((share) => once.slice(0, Math.ceil(once.length * share)).join("")),
    ...[0.3, 0.6, 1].map((share) => stretched.slice(0, Math.ceil(stretched.length * share)).join("")),
    once.filter((sample) => sample.trim() !== "").join(" "),
    "a",
    "1 ",
    "A1-",
    "\n",
  ];
  return [...new Set(seeds)]
    .filter((seed) => seed !== "")
    .map((seed) => seed.repeat(Math.ceil(length / seed.length)).slice(0, length));
}

/** The pattern read as a plain sequence: alternatives follow one another, groups are opened up, look-arounds left out. */
function atomsOf(source: string): Atom[] {
  const plain = source.replace(/\(\?<?[=!](?:[^()\\]|\\.|\((?:[^()\\]|\\.)*\))*\)/g, "");
  const tokens = plain.matchAll(
    /\\[pP]\{[^}]*\}|\\u\{?[0-9A-Fa-f]{4,6}\}?|\\x[0-9A-Fa-f]{2}|\\.|\[(?:[^\]\\]|\\.)*\]|\{\d+(?:,\d*)?\}\??|\(\?<?[:\w=!]*|[\s\S]/g,
  );
  const atoms: Atom[] = [];
  for (const [token] of tokens) {
    const last = atoms.at(-1);
    if (/^[*+]$/.test(token)) {
      if (last !== undefined) last.most = 60;
    } else if (/^\{\d/.test(token)) {
      const [, least = "1", most = least] = /\{(\d+)(?:,(\d*))?/.exec(token) ?? [];
      if (last !== undefined) last.most = Math.max(1, Math.min(60, Number(most === "" ? 60 : most)));
    } else if (!/^(?:\(.*|[)|^$?])$/.test(token)) atoms.push({ sample: sampleOf(token), most: 1 });
  }
  return atoms;
}

function sampleOf(token: string): string {
  if (/^\\[pP]/.test(token)) return "A";
  if (token.startsWith("[^")) return "x";
  if (token.startsWith("[")) return sampleOf(/^\[(\\.|[\s\S])/.exec(token)?.[1] ?? "x");
  if (token === ".") return "x";
  if (/^\\[ux]/.test(token)) return String.fromCodePoint(Number.parseInt(token.replace(/[^0-9A-Fa-f]/g, ""), 16));
  if (token.startsWith("\\"))
    return CLASS_SAMPLES[token.charAt(1)] ?? { n: "\n", t: "\t", r: "\r" }[token.charAt(1)] ?? token.charAt(1);
  return token;
}
