/** Where a credential may stand in a request: headers only, never the query string. */

export function credentialOf(headers: Headers): string | null {
  const bearer = /^Bearer\s+(\S+)\s*$/i.exec(headers.get("Authorization") ?? "")?.[1];
  return bearer ?? headers.get("X-API-Key")?.trim() ?? headers.get("X-Unified-API-Key")?.trim() ?? null;
}

/** Compares secrets without telling by its time where they differ: both sides are hashed first. */
export async function sameSecret(given: string, expected: string): Promise<boolean> {
  const [left, right] = await Promise.all([given, expected].map(digest));
  let difference = 0;
  for (let index = 0; index < 32; index++) difference |= (left?.[index] ?? 0) ^ (right?.[index] ?? 1);
  return difference === 0;
}

async function digest(text: string): Promise<Uint8Array> {
  return new Uint8Array(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text)));
}
