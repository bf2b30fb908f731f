import { readFileSync } from "node:fs";

export interface OptimizeRow {
  kind: "chat" | "retrieval" | "code" | "verbatim";
  text: string;
  /** 1 when the text has something to shorten, 0 when the low level must leave it as it is. */
  label: 0 | 1;
  query?: string;
}

export interface LanguageRow {
  lang: string;
  text: string;
}

export function corpus<Row>(file: "optimize" | "languages"): Row[] {
  const lines = readFileSync(new URL(`../../corpus/token/${file}.jsonl`, import.meta.url), "utf8").split("\n");
  return lines.filter((line) => line !== "").map((line) => JSON.parse(line) as Row);
}
