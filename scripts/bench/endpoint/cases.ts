/** What is asked of the endpoint. */
import { chat } from "#scripts/bench/texts";

export interface Case {
  name: string;
  /** The guard's name on the wire. */
  service: string;
  path: string;
  body: string;
}

const PATH = "/api/v1/guards/process";

/** The guards that are measured one by one: the first runs in the router, the second behind a hop of its own. */
export const CASES: readonly Case[] = [ask("security", "securityguard"), ask("token", "tokenguard"), ask("all", "all")];

/** Same body, least work. */
export const BARE: Case = { ...ask("bare", "securityguard"), path: "/bare" };

function ask(name: string, service: string): Case {
  const body = JSON.stringify({ service_type: service, client_type: "api", payload: { text: chat(1_024) } });
  return { name, service, path: PATH, body };
}
