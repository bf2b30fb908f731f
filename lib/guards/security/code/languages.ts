/** Which programming language a text is written in, told from words that hardly occur in prose. */
import { countCommonWords } from "#lib/guards/text/common-words";
import { literalFinder } from "#lib/guards/text/match";

export type CodeLanguage =
  | "javascript"
  | "python"
  | "sql"
  | "shell"
  | "php"
  | "java"
  | "csharp"
  | "c"
  | "go"
  | "ruby"
  | "rust";

const ALIASES: Readonly<Record<string, CodeLanguage>> = {
  javascript: "javascript",
  js: "javascript",
  jsx: "javascript",
  typescript: "javascript",
  ts: "javascript",
  tsx: "javascript",
  node: "javascript",
  python: "python",
  py: "python",
  sql: "sql",
  shell: "shell",
  bash: "shell",
  sh: "shell",
  zsh: "shell",
  php: "php",
  java: "java",
  kotlin: "java",
  csharp: "csharp",
  "c#": "csharp",
  cs: "csharp",
  c: "c",
  cpp: "c",
  "c++": "c",
  go: "go",
  golang: "go",
  ruby: "ruby",
  rb: "ruby",
  rust: "rust",
  rs: "rust",
};

/** The language a caller or a code fence names, or null for one without rules. */
export function namedLanguage(name: string): CodeLanguage | null {
  return ALIASES[name.trim().toLowerCase()] ?? null;
}

const SIGNS: readonly (readonly [CodeLanguage, RegExp])[] = [
  ["php", /<\?php|\$_(?:GET|POST|REQUEST|SERVER|COOKIE)\b|\$\w+->\w+\(/g],
  [
    "python",
    /^[ \t]*(?:def \w+\(.*\).*:|class \w+.*:|from [\w.]+ import |import \w+(?:\.\w+)*(?: as \w+)?$|(?:if|for|while|with|try|except|elif)\b.{0,200}:$)|\bself\.\w+/gm,
  ],
  [
    "javascript",
    /\b(?:const|let|var) [\w{[][^=\n]{0,80}=|=>\s{0,4}[{(\w]|\bfunction\s*\w*\(|\brequire\(['"]|\bmodule\.exports|\bdocument\.\w+|\bconsole\.log\(|\bimport .{1,80} from ['"]/g,
  ],
  [
    "java",
    /\bpublic (?:static |final |class |void |synchronized )|\bimport java[x]?\.|\bnew \w+<?\w*>?\(.*\);|@Override|\bString\[?\]? \w+ ?=/g,
  ],
  [
    "csharp",
    /\busing System[;.]|\bnamespace [\w.]+|\bpublic (?:async |override |virtual |partial )|\bvar \w+ = new |\bstring\.\w+\(|\[Http(?:Get|Post)/g,
  ],
  [
    "c",
    /^[ \t]*#include[ \t]*[<"]|\b(?:char|int|void|size_t|uint\d+_t|unsigned|float|double|struct \w+)[ \t]{0,4}\*?[ \t]{0,4}\w+[ \t]{0,4}(?:\[|\(|=|;)|->\w+|\bstd::|\b(?:malloc|sizeof|printf|memcpy|strcpy)\(/gm,
  ],
  ["go", /^package \w+|\bfunc (?:\(\w+ \*?\w+\) )?\w+\(|:= |\bfmt\.\w+\(/gm],
  ["rust", /\bfn \w+(?:<[^>]{0,80}>)?\(|\blet mut |\bimpl\b|\bunsafe \{|::\w+\(|\bpub (?:fn|struct|mod)/g],
  ["ruby", /^[ \t]*(?:def \w+[?!]?(?:\(|$)|require ['"]|end$)|\bputs |\.each do \|/gm],
  [
    "sql",
    /\b(?:SELECT\b.{1,200}\bFROM|INSERT INTO|UPDATE \w+ SET|DELETE FROM|CREATE TABLE|DROP TABLE|ALTER TABLE)\b/gi,
  ],
  [
    "shell",
    /^#!\/bin\/(?:ba|z|da)?sh|^[ \t]*(?:sudo |apt(?:-get)? |curl |wget |chmod |export \w+=|rm -|echo |cd )|\$\(\w+|\bfi$|\bdone$/gm,
  ],
];

/** One of these stands in every sign of the language: saves reading prose for each of them. */
const HINTS: Readonly<Record<CodeLanguage, readonly string[]>> = {
  php: ["<?php", "$_", "->"],
  python: ["def ", "class ", "import ", "self.", ":\n", ":\r"],
  javascript: [
    "const ",
    "let ",
    "var ",
    "=>",
    "function",
    "require(",
    "module.exports",
    "document.",
    "console.",
    "import ",
  ],
  java: ["public ", "import java", "new ", "@override", "string"],
  csharp: ["using system", "namespace ", "public ", "var ", "string.", "[http"],
  c: [
    "#include",
    "char",
    "int",
    "void",
    "size_t",
    "unsigned",
    "float",
    "double",
    "struct ",
    "->",
    "std::",
    "malloc(",
    "sizeof(",
    "memcpy(",
    "strcpy(",
  ],
  go: ["package ", "func ", ":= ", "fmt."],
  rust: ["fn ", "let mut ", "impl", "unsafe {", "::", "pub "],
  ruby: ["def ", "require ", "end\n", "puts ", ".each do |"],
  sql: ["select", "insert into", "update ", "delete from", "create table", "drop table", "alter table"],
  shell: [
    "#!/bin/",
    "sudo ",
    "apt",
    "curl ",
    "wget ",
    "chmod ",
    "export ",
    "rm -",
    "echo ",
    "cd ",
    "$(",
    "fi\n",
    "done\n",
  ],
};
const findHints = literalFinder(() =>
  (Object.keys(HINTS) as CodeLanguage[]).flatMap((value) => HINTS[value].map((literal) => ({ literal, value }))),
);
/** Programs cannot do without one of these; plain prose often can. */
const CODE_PUNCTUATION = /[(){}=;<>$#\]:]/;

const SHORT = 400;
/** The beginning of a text tells its language. */
const SAMPLE = 12_000;

/** Null when the text is prose. One sign is enough in a short text without everyday words, two in any other. */
export function guessLanguage(text: string): CodeLanguage | null {
  const sample = text.slice(0, SAMPLE);
  if (!CODE_PUNCTUATION.test(sample)) return null;
  const hinted = new Set(findHints(`${sample}\n`).map(({ value }) => value));
  let best: CodeLanguage | null = null;
  let most = hinted.size > 0 && (sample.length > SHORT || isProse(sample)) ? 1 : 0;
  for (const [language, sign] of SIGNS) {
    if (!hinted.has(language)) continue;
    const count = sample.match(sign)?.length ?? 0;
    if (count > most) [best, most] = [language, count];
  }
  return best;
}

const EVERYDAY_SHARE = 0.3;

function isProse(text: string): boolean {
  const words = text.match(/[A-Za-z]+/g)?.length ?? 0;
  return words >= 6 && countCommonWords(text.toLowerCase(), 2) >= words * EVERYDAY_SHARE;
}
