import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { calculateJwkThumbprint, exportJWK, type JWK } from "jose";
import { writeAtomically } from "#scripts/standins/atomic-file";

export interface SigningKey {
  id: string;
  privateKey: KeyObject;
  /** SPKI. */
  publicPem: string;
  publicJwk: JWK;
}

/** The RS256 key in `stateFile`, made and kept there at the first start. */
export async function loadSigningKey(stateFile: string | undefined): Promise<SigningKey> {
  if (stateFile !== undefined && existsSync(stateFile)) return describe(readKey(stateFile));
  const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  if (stateFile !== undefined) {
    const privateKeyPem = privateKey.export({ type: "pkcs8", format: "pem" });
    writeAtomically(stateFile, `${JSON.stringify({ privateKeyPem }, null, 2)}\n`);
  }
  return describe(privateKey);
}

function readKey(stateFile: string): KeyObject {
  try {
    const state = JSON.parse(readFileSync(stateFile, "utf8")) as { privateKeyPem: string };
    return createPrivateKey(state.privateKeyPem);
  } catch {
    throw new Error(`The signing key in ${stateFile} cannot be read: \`npm run reset\` makes a new one.`);
  }
}

async function describe(privateKey: KeyObject): Promise<SigningKey> {
  const publicKey = createPublicKey(privateKey);
  const jwk = await exportJWK(publicKey);
  const id = `ins_${(await calculateJwkThumbprint(jwk)).slice(0, 27)}`;
  const publicPem = publicKey.export({ type: "spki", format: "pem" }).toString();
  return { id, privateKey, publicPem, publicJwk: { ...jwk, kid: id, alg: "RS256", use: "sig" } };
}
