/**
 * API keys: `aig_live_` or `aig_test_`, 32 random base62 characters (190 bits), 6 characters of
 * base62 CRC-32 over what precedes them. The checksum refuses typing errors and inventions without
 * a network call; it proves nothing else. At rest there is only an HMAC-SHA256 under a pepper.
 */
import { hmac } from "@noble/hashes/hmac.js";
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";

export const API_KEY_PATTERN = /^aig_(live|test)_[0-9A-Za-z]{38}$/;

const ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
const RANDOM_LENGTH = 32;
const CHECKSUM_LENGTH = 6;

export interface NewApiKey {
  key: string;
  prefix: string;
  last4: string;
}

export function generateApiKey(mode: "live" | "test"): NewApiKey {
  const body = `aig_${mode}_${randomBase62(RANDOM_LENGTH)}`;
  const key = body + checksum(body);
  return { key, prefix: key.slice(0, 12), last4: key.slice(-4) };
}

/** The mode of a well-formed key; null for anything else. */
export function apiKeyMode(key: string): "live" | "test" | null {
  const match = API_KEY_PATTERN.exec(key);
  if (match === null) return null;
  const body = key.slice(0, -CHECKSUM_LENGTH);
  return checksum(body) === key.slice(-CHECKSUM_LENGTH) ? (match[1] as "live" | "test") : null;
}

/**
 * HMAC-SHA256 of the key, hex. Computed here and not by WebCrypto, whose hand-over to another thread
 * costs more than hashing 47 characters does.
 */
export function hashApiKey(key: string, pepper: string): string {
  return bytesToHex(hmac(sha256, utf8ToBytes(pepper), utf8ToBytes(key)));
}

/** Bytes above 247 are thrown away, so that every character is equally likely. */
function randomBase62(length: number): string {
  let result = "";
  while (result.length < length) {
    for (const byte of crypto.getRandomValues(new Uint8Array(length))) {
      if (byte < 248 && result.length < length) result += ALPHABET[byte % 62];
    }
  }
  return result;
}

function checksum(text: string): string {
  let rest = crc32(text);
  let digits = "";
  for (let position = 0; position < CHECKSUM_LENGTH; position++) {
    digits = ALPHABET[rest % 62] + digits;
    rest = Math.floor(rest / 62);
  }
  return digits;
}

/** CRC-32 (IEEE 802.3, reflected, polynomial 0xEDB88320) of ASCII text. */
function crc32(text: string): number {
  let crc = 0xffffffff;
  for (let index = 0; index < text.length; index++) {
    crc ^= text.charCodeAt(index);
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return (crc ^ 0xffffffff) >>> 0;
}
