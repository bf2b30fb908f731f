/**
 * An interpreting validator for the part of JSON Schema 2020-12 that callers use for model output. It compiles
 * nothing, follows `$ref` only inside the schema, and stops at fixed depths and counts.
 */
import { checkArray, checkNumber, checkObject, checkString } from "#lib/guards/health/json-schema-keywords";
import { isRecord, isSame } from "#lib/guards/health/json-value";

export interface SchemaError {
  /** JSON Pointer into the value, "" for the whole. */
  path: string;
  message: string;
}

export type Schema = Readonly<Record<string, unknown>>;

/** What a keyword needs to know about where it stands. */
export interface Check {
  schema: Schema;
  value: unknown;
  path: string;
  fail(message: string, path?: string): void;
  /** Validates a part of the value against a subschema. */
  descend(schema: unknown, value: unknown, path: string): void;
}

const MAX_DEPTH = 64;
const MAX_ERRORS = 50;
const MAX_STEPS = 100_000;

export function validateSchema(schema: unknown, value: unknown): SchemaError[] {
  const run: Run = { root: schema, steps: 0 };
  return evaluate(run, schema, value, "", 0);
}

interface Run {
  root: unknown;
  steps: number;
}

function evaluate(run: Run, schema: unknown, value: unknown, path: string, depth: number): SchemaError[] {
  run.steps += 1;
  if (depth > MAX_DEPTH || run.steps > MAX_STEPS) return [{ path, message: "Too deep or too large to check." }];
  if (schema === true) return [];
  if (schema === false) return [{ path, message: "Nothing is allowed here." }];
  if (!isRecord(schema)) return [{ path, message: "The schema itself is not valid here." }];
  const errors: SchemaError[] = [];
  const check: Check = {
    schema,
    value,
    path,
    fail: (message, at = path) => void (errors.length < MAX_ERRORS && errors.push({ path: at, message })),
    descend: (part, inner, at) => void errors.push(...evaluate(run, part, inner, at, depth + 1)),
  };
  checkReference(run, check);
  checkType(check);
  checkValue(check);
  if (typeof value === "string") checkString(check, value);
  if (typeof value === "number") checkNumber(check, value);
  if (Array.isArray(value)) checkArray(check, value);
  if (isRecord(value)) checkObject(check, value);
  checkCombined(check, (part) => evaluate(run, part, value, path, depth + 1));
  return errors.slice(0, MAX_ERRORS);
}

function checkReference(run: Run, { schema, value, path, fail, descend }: Check): void {
  const reference = schema.$ref;
  if (typeof reference !== "string") return;
  const target = resolve(run.root, reference);
  if (target === undefined) fail(`Cannot follow the reference ${reference.slice(0, 60)}.`);
  else descend(target, value, path);
}

function resolve(root: unknown, reference: string): unknown {
  if (reference === "#") return root;
  if (!reference.startsWith("#/")) return undefined;
  let at: unknown = root;
  for (const part of reference.slice(2).split("/")) {
    const key = part.replaceAll("~1", "/").replaceAll("~0", "~");
    at = isRecord(at) && Object.hasOwn(at, key) ? at[key] : Array.isArray(at) ? at[Number(key)] : undefined;
  }
  return at;
}

function typeOf(value: unknown): string {
  if (value === null) return "null";
  return Array.isArray(value) ? "array" : typeof value;
}

function checkType({ schema, value, fail }: Check): void {
  const { type } = schema;
  if (type === undefined) return;
  const allowed = Array.isArray(type) ? type : [type];
  const actual = typeOf(value);
  const fits = allowed.some((name) => name === actual || (name === "integer" && Number.isInteger(value)));
  if (!fits) fail(`Must be ${allowed.join(" or ")}, is ${actual}.`);
}

function checkValue({ schema, value, fail }: Check): void {
  if (Array.isArray(schema.enum) && !schema.enum.some((option) => isSame(option, value)))
    fail("Must be one of the allowed values.");
  if (Object.hasOwn(schema, "const") && !isSame(schema.const, value)) fail("Must be the required value.");
}

function checkCombined(
  { schema, fail, descend, value, path }: Check,
  errorsOf: (part: unknown) => SchemaError[],
): void {
  const passes = (part: unknown) => errorsOf(part).length === 0;
  const { allOf, anyOf, oneOf, not } = schema;
  if (Array.isArray(allOf)) for (const part of allOf) descend(part, value, path);
  if (Array.isArray(anyOf) && !anyOf.some(passes)) fail("Fits none of the alternatives.");
  if (Array.isArray(oneOf)) {
    const count = oneOf.filter(passes).length;
    if (count !== 1) fail(`Must fit exactly one alternative, fits ${count}.`);
  }
  if (not !== undefined && passes(not)) fail("Must not fit the excluded schema.");
  if (schema.if === undefined) return;
  const branch = passes(schema.if) ? schema.then : schema.else;
  if (branch !== undefined) descend(branch, value, path);
}
