/** Which databases this machine can reach: the contract is the same for all of them. */
import { randomBytes } from "node:crypto";
import { connect } from "node:net";

export interface Backend {
  name: "embedded" | "real" | "cloud";
  /** Why it is left out; undefined when it can be used. */
  missing?: string | undefined;
  url?: string | undefined;
  token?: string | undefined;
}

/** For `describe`: the name says so when a backend is skipped. */
export function titleOf({ name, missing }: Backend, service: string): string {
  return missing === undefined ? `${service}, ${name}` : `${service}, ${name} (skipped: ${missing})`;
}

export async function sqlBackends(): Promise<Backend[]> {
  const local = "postgres://postgres@127.0.0.1:5432/test";
  const url = process.env.PG_URL ?? ((await answers(5432)) ? local : undefined);
  const cloud = process.env.NEON_CONTRACT_URL;
  return [
    { name: "embedded" },
    { name: "real", url, missing: url ? undefined : "no PG_URL and no PostgreSQL on 127.0.0.1:5432" },
    { name: "cloud", url: cloud, missing: cloud ? undefined : "no NEON_CONTRACT_URL" },
  ];
}

export async function redisBackends(): Promise<Backend[]> {
  const url = process.env.REDIS_URL ?? ((await answers(6379)) ? "redis://127.0.0.1:6379" : undefined);
  const cloud = process.env.UPSTASH_CONTRACT_URL;
  const token = process.env.UPSTASH_CONTRACT_TOKEN;
  const missing = cloud && token ? undefined : "no UPSTASH_CONTRACT_URL and UPSTASH_CONTRACT_TOKEN";
  return [
    { name: "embedded" },
    { name: "real", url, missing: url ? undefined : "no REDIS_URL and no Redis on 127.0.0.1:6379" },
    { name: "cloud", url: cloud, token, missing },
  ];
}

/** A name nobody else uses, in letters and digits. */
export function uniqueName(prefix: string): string {
  return `${prefix}_${randomBytes(6).toString("hex")}`;
}

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ port, host: "127.0.0.1", timeout: 500 });
    const finish = (isThere: boolean) => {
      socket.destroy();
      resolve(isThere);
    };
    socket.once("connect", () => finish(true));
    socket.once("error", () => finish(false));
    socket.once("timeout", () => finish(false));
  });
}
