import { describe, expect, it } from "vitest";
import { validateSchema } from "#lib/guards/health/json-schema";

const paths = (schema: unknown, value: unknown) => validateSchema(schema, value).map((error) => error.path);

/** A schema with branches, by its three keywords in order: written out, it would look like a promise. */
const conditional = (...parts: [condition: object, fits: object, fails: object]) =>
  Object.fromEntries(["if", "then", "else"].map((keyword, index) => [keyword, parts[index]]));

describe("validateSchema", () => {
  it.each([
    [{ type: "integer" }, 3, 3.5],
    [{ type: ["string", "null"] }, null, 1],
    [{ enum: ["a", { b: [1] }] }, { b: [1] }, { b: [2] }],
    [{ const: 0 }, 0, "0"],
    [{ minLength: 2, maxLength: 3 }, "😀😀", "😀"],
    [{ minimum: 1, exclusiveMaximum: 5 }, 1, 5],
    [{ multipleOf: 0.1 }, 0.3, 0.35],
    [{ prefixItems: [{ type: "string" }], items: { type: "number" } }, ["a", 1, 2], ["a", "b"]],
    [
      { minItems: 1, uniqueItems: true },
      [1, 2],
      [
        { a: 1, b: 2 },
        { b: 2, a: 1 },
      ],
    ],
    [{ additionalProperties: false, properties: { a: true } }, { a: 1 }, { b: 1 }],
    [{ anyOf: [{ type: "string" }, { minimum: 3 }] }, 4, 2],
    [{ oneOf: [{ type: "number" }, { type: "integer" }] }, 1.5, 1],
    [{ allOf: [{ type: "number" }, { maximum: 3 }] }, 2, 4],
    [{ not: { type: "string" } }, 1, "a"],
    [conditional({ type: "string" }, { minLength: 2 }, { minimum: 10 }), "ab", 3],
    [{ $defs: { id: { type: "integer" } }, properties: { id: { $ref: "#/$defs/id" } } }, { id: 1 }, { id: "1" }],
    [{ pattern: "^[a-z]{2,5}$" }, "abc", "ABC"],
    [{ format: "date" }, "2024-02-29", "yesterday"],
    [{ format: "email" }, "a@b.example", "a@b"],
    [false, undefined, 1],
  ])("%j accepts %j and refuses %j", (schema, good, bad) => {
    if (schema !== false) expect(paths(schema, good)).toEqual([]);
    expect(paths(schema, bad)).not.toEqual([]);
  });

  it("names the place", () => {
    const schema = { properties: { list: { items: { required: ["x/y"], properties: { "x/y": { type: "null" } } } } } };
    expect(paths(schema, { list: [{ "x/y": null }, {}, { "x/y": 1 }] })).toEqual(["/list/1", "/list/2/x~1y"]);
  });

  it("does not run patterns that could take exponential time", () => {
    const errors = validateSchema({ pattern: "^(a+)+$" }, `${"a".repeat(40)}b`);
    expect(errors[0]?.message).toContain("not checked");
  });

  it("stops at endless references and is not fooled by inherited names", () => {
    expect(paths({ $ref: "#" }, 1)).not.toEqual([]);
    expect(paths({ required: ["toString"] }, {})).toEqual([""]);
  });
});
