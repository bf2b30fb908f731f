/** The keywords for strings, numbers, arrays and objects. */
import type { Check } from "#lib/guards/health/json-schema";
import { isRecord, isSame } from "#lib/guards/health/json-value";

export function checkString({ schema, fail }: Check, value: string): void {
  const length = Array.from(value).length;
  if (length < limit(schema.minLength, 0)) fail(`Must have at least ${schema.minLength} characters.`);
  if (length > limit(schema.maxLength, Infinity)) fail(`Must have at most ${schema.maxLength} characters.`);
  checkPattern(schema.pattern, value, fail);
  const format = typeof schema.format === "string" ? FORMATS[schema.format] : undefined;
  if (format !== undefined && (value.length > 2_000 || !format.test(value))) fail(`Must be a valid ${schema.format}.`);
}

const FORMATS: Readonly<Record<string, RegExp>> = {
  email: /^[^\s@]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,8}$/,
  uri: /^[a-z][a-z0-9+.-]{0,30}:\S{1,1900}$/i,
  uuid: /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i,
  date: /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/,
  time: /^(?:[01]\d|2[0-3]):[0-5]\d:(?:[0-5]\d|60)(?:\.\d{1,9})?(?:Z|[+-]\d\d:\d\d)$/i,
  "date-time":
    /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])T(?:[01]\d|2[0-3]):[0-5]\d:(?:[0-5]\d|60)(?:\.\d{1,9})?(?:Z|[+-]\d\d:\d\d)$/i,
  ipv4: /^(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)(?:\.(?!$)|$)){4}$/,
  hostname: /^[A-Za-z0-9](?:[A-Za-z0-9-]{0,62})(?:\.[A-Za-z0-9][A-Za-z0-9-]{0,62}){0,8}$/,
};

/** Longest value a pattern is run on. */
const MAX_MATCHED = 2_000;
/** Groups repeated without bound, back references and look-around can take exponential time: refused. */
const RISKY = /\)[*+{]|\\[1-9]|\\k<|\(\?[=!<]/;
const MAX_UNBOUNDED = 2;

function checkPattern(pattern: unknown, value: string, fail: Check["fail"]): void {
  if (typeof pattern !== "string") return;
  const unbounded = pattern.match(/(?<!\\)[*+]|\{\d*,\}/g)?.length ?? 0;
  const unsafe = pattern.length > 300 || value.length > MAX_MATCHED || RISKY.test(pattern) || unbounded > MAX_UNBOUNDED;
  if (unsafe) {
    fail("The pattern was not checked: it could take too long.");
    return;
  }
  try {
    if (!new RegExp(pattern, "u").test(value)) fail("Does not fit the pattern.");
  } catch {
    fail("The pattern is not a regular expression.");
  }
}

export function checkNumber({ schema, fail }: Check, value: number): void {
  const { minimum, maximum, exclusiveMinimum, exclusiveMaximum, multipleOf } = schema;
  if (value < limit(minimum, -Infinity)) fail(`Must be at least ${minimum}.`);
  if (value > limit(maximum, Infinity)) fail(`Must be at most ${maximum}.`);
  if (value <= limit(exclusiveMinimum, -Infinity)) fail(`Must be more than ${exclusiveMinimum}.`);
  if (value >= limit(exclusiveMaximum, Infinity)) fail(`Must be less than ${exclusiveMaximum}.`);
  if (typeof multipleOf === "number" && multipleOf > 0 && !isWhole(value / multipleOf))
    fail(`Must be a multiple of ${multipleOf}.`);
}

/** 0.3 / 0.1 is a whole number but for rounding. */
function isWhole(quotient: number): boolean {
  return Math.abs(quotient - Math.round(quotient)) < 1e-9 * Math.max(1, Math.abs(quotient));
}

function limit(value: unknown, otherwise: number): number {
  return typeof value === "number" ? value : otherwise;
}

const MAX_UNIQUE = 1_000;

export function checkArray({ schema, path, fail, descend }: Check, value: readonly unknown[]): void {
  const { prefixItems, items, minItems, maxItems, uniqueItems } = schema;
  if (value.length < limit(minItems, 0)) fail(`Must have at least ${minItems} items.`);
  if (value.length > limit(maxItems, Infinity)) fail(`Must have at most ${maxItems} items.`);
  const prefix: readonly unknown[] = Array.isArray(prefixItems) ? prefixItems : [];
  for (const [index, item] of value.entries()) {
    const schemaOfItem = index < prefix.length ? prefix[index] : items;
    if (schemaOfItem !== undefined) descend(schemaOfItem, item, `${path}/${index}`);
  }
  if (uniqueItems === true && value.length <= MAX_UNIQUE && hasTwins(value)) fail("Items must differ.");
}

function hasTwins(value: readonly unknown[]): boolean {
  return value.some((item, index) => value.slice(0, index).some((earlier) => isSame(earlier, item)));
}

export function checkObject(check: Check, value: Readonly<Record<string, unknown>>): void {
  const { schema, fail } = check;
  const keys = Object.keys(value);
  if (keys.length < limit(schema.minProperties, 0)) fail(`Must have at least ${schema.minProperties} properties.`);
  if (keys.length > limit(schema.maxProperties, Infinity))
    fail(`Must have at most ${schema.maxProperties} properties.`);
  for (const key of Array.isArray(schema.required) ? schema.required : [])
    if (typeof key === "string" && !Object.hasOwn(value, key)) fail(`Misses the property ${key.slice(0, 60)}.`);
  for (const key of keys) checkProperty(check, key, value[key]);
}

function checkProperty({ schema, path, fail, descend }: Check, key: string, value: unknown): void {
  const { properties, additionalProperties, propertyNames } = schema;
  const at = `${path}/${key.slice(0, 60).replaceAll("~", "~0").replaceAll("/", "~1")}`;
  if (propertyNames !== undefined) descend(propertyNames, key, at);
  if (isRecord(properties) && Object.hasOwn(properties, key)) descend(properties[key], value, at);
  else if (additionalProperties === false) fail("Is not an expected property.", at);
  else if (additionalProperties !== undefined) descend(additionalProperties, value, at);
}
