/** The committed OpenAPI document: valid, complete, and about the routes that exist. */
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { OPERATIONS } from "#lib/contract/operations";

interface Document {
  openapi: string;
  paths: Record<
    string,
    Record<string, { operationId: string; security: unknown[]; responses: Record<string, unknown> }>
  >;
  components: { schemas: Record<string, unknown> };
}
const text = readFileSync("public/openapi.json", "utf8");
const document = JSON.parse(text) as Document;
const described = Object.values(document.paths).flatMap((methods) => Object.values(methods));

test("names every operation once, under every path", () => {
  const ids = described.map(({ operationId }) => operationId);
  expect(new Set(ids).size).toBe(ids.length);
  for (const { id, method, path, aliases = [] } of OPERATIONS) {
    expect(document.paths[path]?.[method]?.operationId).toBe(id);
    for (const alias of aliases) expect(document.paths[alias]?.[method]).toBeDefined();
  }
});

test("points only at what it holds", () => {
  const references = [...text.matchAll(/"\$ref": "#\/components\/schemas\/([^"]+)"/g)].map((match) => match[1] ?? "");
  expect(references.length).toBeGreaterThan(50);
  expect(references.filter((name) => !(name in document.components.schemas))).toEqual([]);
  expect(text).not.toContain("#/$defs/");
});

test("says what is refused, and needs a credential wherever the router does", () => {
  for (const { id, method, path, access, errors } of OPERATIONS) {
    const operation = document.paths[path]?.[method];
    expect([id, operation?.security.length === 0]).toEqual([id, access === "public"]);
    expect(Object.keys(operation?.responses ?? {}).length).toBeGreaterThan(errors.length > 0 ? 2 : 1);
  }
});
