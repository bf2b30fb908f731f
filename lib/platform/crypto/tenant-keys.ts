/**
 * Encryption at rest: AES-256-GCM under a key derived for each organisation (HKDF-SHA-256 from a
 * root secret). Sealed text reads `v1.<key id>.<nonce>.<ciphertext>`, base64url; what it belongs to
 * is authenticated with it, so that a sealed value moved elsewhere does not open.
 */
import { base64url } from "jose";

export interface TenantKeys {
  /** @param belongsTo e.g. `session:<project>:<id>`; the same string is needed to open. */
  seal(orgId: string, belongsTo: string, plain: string): Promise<string>;
  /** @throws when it was changed, moved, or sealed under a root secret that is gone. */
  open(orgId: string, belongsTo: string, sealed: string): Promise<string>;
  /** A secret for this organisation and purpose, 32 bytes as hex. */
  derive(orgId: string, purpose: string): Promise<string>;
}

const encoder = new TextEncoder();

/** @param secrets current root secret first, then the one before it. */
export function createTenantKeys(secrets: string[]): TenantKeys {
  const roots = Promise.all(
    secrets.map(async (secret) => ({
      id: await fingerprint(secret),
      key: await crypto.subtle.importKey("raw", encoder.encode(secret), "HKDF", false, ["deriveKey", "deriveBits"]),
    })),
  );
  roots.catch(() => {});

  async function root(id?: string) {
    const known = await roots;
    const found = id === undefined ? known[0] : known.find((candidate) => candidate.id === id);
    if (found === undefined) throw new Error("Sealed under a key that is not configured any more");
    return found;
  }

  return {
    async seal(orgId, belongsTo, plain) {
      const { id, key } = await root();
      const iv = crypto.getRandomValues(new Uint8Array(12));
      const params = { name: "AES-GCM", iv, additionalData: encoder.encode(belongsTo) };
      const cipher = await crypto.subtle.encrypt(params, await aesKey(key, orgId), encoder.encode(plain));
      return ["v1", id, base64url.encode(iv), base64url.encode(new Uint8Array(cipher))].join(".");
    },
    async open(orgId, belongsTo, sealed) {
      const [version, id, nonce = "", cipher = ""] = sealed.split(".");
      if (version !== "v1" || id === undefined) throw new Error("Not a sealed value");
      const { key } = await root(id);
      const params = { name: "AES-GCM", iv: bytes(nonce), additionalData: encoder.encode(belongsTo) };
      const plain = await crypto.subtle.decrypt(params, await aesKey(key, orgId), bytes(cipher));
      return new TextDecoder().decode(plain);
    },
    async derive(orgId, purpose) {
      const { key } = await root();
      const bits = await crypto.subtle.deriveBits(hkdf(`${purpose}:${orgId}`), key, 256);
      return Array.from(new Uint8Array(bits), (byte) => byte.toString(16).padStart(2, "0")).join("");
    },
  };
}

function aesKey(root: CryptoKey, orgId: string): Promise<CryptoKey> {
  return crypto.subtle.deriveKey(hkdf(`seal:${orgId}`), root, { name: "AES-GCM", length: 256 }, false, [
    "encrypt",
    "decrypt",
  ]);
}

function hkdf(info: string): HkdfParams {
  return { name: "HKDF", hash: "SHA-256", salt: new Uint8Array(), info: encoder.encode(`aiguardian:${info}`) };
}

async function fingerprint(secret: string): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", encoder.encode(`aiguardian:key-id:${secret}`));
  return base64url.encode(new Uint8Array(digest).slice(0, 6));
}

/** A copy on a plain ArrayBuffer, as WebCrypto's types demand. */
function bytes(encoded: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(base64url.decode(encoded));
}
