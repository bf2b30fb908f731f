/**
 * npx tsx scripts/pack-bpe.ts: packs gpt-tokenizer's o200k_base and cl100k_base tables into
 * lib/guards/token/bpe/*.data.ts and checks every id of what the guard will read back.
 */

import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { bitReader, bitWriter } from "#lib/guards/token/bpe/bit-coder";
import { mergeIds, mergeScratch } from "#lib/guards/token/bpe/merge";
import { CL100K_SIZE, codeCl100k, codeO200k, O200K_SIZE, type TokenSource } from "#lib/guards/token/bpe/packed";
import {
  BYTE_IDS,
  byteIdsOf,
  type GrowingVocabulary,
  growVocabulary,
  type Vocabulary,
} from "#lib/guards/token/bpe/vocabulary";

const PACKAGE = dirname(createRequire(import.meta.url).resolve("gpt-tokenizer/package.json"));
const FOLDER = new URL("../lib/guards/token/bpe/", import.meta.url);

const scratch = mergeScratch();
const o200kTokens = readTable("o200k_base", O200K_SIZE);
const cl100kTokens = readTable("cl100k_base", CL100K_SIZE);

const o200kWriter = bitWriter();
const o200k = codeO200k(o200kWriter, parentsOf(o200kTokens));
writeData("o200k", o200kWriter.finish());

const cl100kWriter = bitWriter();
codeCl100k(cl100kWriter, o200k, parentsOf(cl100kTokens, o200kTokens));
writeData("cl100k", cl100kWriter.finish());

const o200kRead = codeO200k(bitReader(await readData("o200k")));
verify(o200kRead, o200kTokens);
verify(codeCl100k(bitReader(await readData("cl100k")), o200kRead), cl100kTokens);
console.log(`Verified ${O200K_SIZE} + ${CL100K_SIZE} tokens id by id.`);

/** Every token's bytes, as a string of the bytes' own ids (a string makes a handy map key). */
function readTable(name: string, size: number): string[] {
  const tokens: string[] = [];
  for (const line of readFileSync(join(PACKAGE, "data", `${name}.tiktoken`), "utf8").split("\n")) {
    const [bytes, id] = line.split(" ");
    if (bytes === undefined || id === undefined) continue;
    tokens[Number(id)] = String.fromCharCode(...Buffer.from(bytes, "base64").map((byte) => BYTE_IDS[byte] ?? 0));
  }
  if (tokens.length !== size || tokens.includes(undefined as never)) throw new Error(`${name} has holes`);
  return tokens;
}

/** Parents under the vocabulary's own merges. @throws when a token cannot be reached by merging. */
function parentsOf(tokens: string[], others: string[] = []): (id: number) => TokenSource {
  const shared = new Map(others.map((token, id) => [token, id]));
  const vocabulary = growVocabulary(tokens.length);
  const parents = tokens.map((token, id) => (id < 256 ? null : addToken(vocabulary, token, id)));
  return (id) => {
    const [left, right] = parents[id] ?? [0, 0];
    return { left, right, shared: shared.get(tokens[id] ?? "") ?? -1 };
  };
}

function addToken(vocabulary: GrowingVocabulary, token: string, id: number): [number, number] {
  const ids = Int32Array.from(token, (char) => char.charCodeAt(0));
  if (mergeIds(vocabulary, ids, ids.length, scratch) !== 2) throw new Error(`Token ${id} is not made of two others`);
  const pair: [number, number] = [ids[0] ?? 0, ids[1] ?? 0];
  vocabulary.add(...pair);
  return pair;
}

function writeData(name: string, bytes: Uint8Array): void {
  const header = "/** Written by scripts/pack-bpe.ts from gpt-tokenizer (MIT); see packed.ts for the format. */\n";
  const body = `export const ${name.toUpperCase()} =\n  "${Buffer.from(bytes).toString("base64")}";\n`;
  writeFileSync(new URL(`${name}.data.ts`, FOLDER), header + body);
  console.log(`${name}: ${bytes.length} bytes`);
}

async function readData(name: string): Promise<Uint8Array> {
  const module: Record<string, string> = await import(new URL(`${name}.data.ts`, FOLDER).href);
  return new Uint8Array(Buffer.from(module[name.toUpperCase()] ?? "", "base64"));
}

function verify(vocabulary: Vocabulary, tokens: string[]): void {
  tokens.forEach((token, id) => {
    if (String.fromCharCode(...byteIdsOf(vocabulary, id)) !== token) throw new Error(`Token ${id} differs`);
    const ids = Int32Array.from(token, (char) => char.charCodeAt(0));
    if (mergeIds(vocabulary, ids, ids.length, scratch) !== 1 || ids[0] !== id)
      throw new Error(`Token ${id} is out of reach`);
  });
}
