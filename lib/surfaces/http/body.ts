/** Reads a JSON body: type and encoding checked, counted while it streams in, not nested too deeply. */
import { AppError } from "#lib/errors";

export const MAX_BODY_BYTES = 4_500_000;
const MAX_DEPTH = 10;
/** A JSON Schema nests by nature: below this key the allowance is larger. */
const DEEP_KEY = "expected_schema";
const DEEP_ALLOWANCE = 64;

export interface BodyRules {
  maxBytes: number;
  /** Also read bodies that are not declared as JSON (beacons cannot set the type). */
  anyType?: boolean;
}

/** @throws {AppError} unsupported_media, body_too_large, invalid_json or nesting_too_deep */
export async function readJson(request: Request, rules: BodyRules): Promise<{ value: unknown; bytes: number }> {
  checkMedia(request.headers, rules.anyType ?? false);
  const bytes = await readLimited(request, rules.maxBytes);
  const value = parse(bytes);
  if (tooDeep(value)) {
    throw new AppError(
      "nesting_too_deep",
      `The body may nest objects and arrays ${MAX_DEPTH} levels deep. Flatten it.`,
    );
  }
  return { value, bytes: bytes.byteLength };
}

function checkMedia(headers: Headers, anyType: boolean): void {
  const encoding = headers.get("Content-Encoding");
  if (encoding !== null && encoding.toLowerCase() !== "identity") {
    throw new AppError("unsupported_media", "Content-Encoding is not supported. Send the body uncompressed.");
  }
  const type = headers.get("Content-Type");
  if (anyType || type === null || /^\s*(application|text)\/([\w.-]+\+)?json\s*(;|$)/i.test(type)) return;
  throw new AppError("unsupported_media", "The body must be JSON. Send it with Content-Type: application/json.");
}

async function readLimited(request: Request, maxBytes: number): Promise<Uint8Array> {
  const tooLarge = () =>
    new AppError("body_too_large", `The body may have at most ${maxBytes} bytes. Send less text, or several requests.`);
  if (Number(request.headers.get("Content-Length") ?? 0) > maxBytes) throw tooLarge();
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = request.body?.getReader();
  while (reader !== undefined) {
    const { done, value } = await reader.read();
    if (done) break;
    size += value.byteLength;
    if (size > maxBytes) {
      await reader.cancel().catch(() => {});
      throw tooLarge();
    }
    chunks.push(value);
  }
  return joined(chunks, size);
}

function joined(chunks: Uint8Array[], size: number): Uint8Array {
  const [only] = chunks;
  if (chunks.length === 1 && only !== undefined) return only;
  const all = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    all.set(chunk, at);
    at += chunk.byteLength;
  }
  return all;
}

function parse(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    throw new AppError("invalid_json", "The body is not valid JSON in UTF-8. Check quotes, commas and escapes.");
  }
}

/** Walks level by level, so that no input can exhaust the stack. */
function tooDeep(value: unknown): boolean {
  let level: { value: unknown; left: number }[] = [{ value, left: MAX_DEPTH }];
  while (level.length > 0) {
    const next: typeof level = [];
    for (const { value: held, left } of level) {
      if (held === null || typeof held !== "object") continue;
      if (left === 0) return true;
      for (const [key, inner] of Object.entries(held)) {
        if (inner !== null && typeof inner === "object") {
          next.push({
            value: inner,
            left: left - 1 + (key === DEEP_KEY && left >= MAX_DEPTH - 1 ? DEEP_ALLOWANCE : 0),
          });
        }
      }
    }
    level = next;
  }
  return false;
}
