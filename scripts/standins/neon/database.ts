import type { ClientBase } from "pg";

/** Both backends speak through a node-postgres client, so results, tags and errors have one source. */
export interface Database {
  /** Lends a connection with a clean session; it is cleaned again before the next loan. */
  withClient<T>(work: (client: ClientBase) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

/** Undoes whatever a request left behind: an open transaction, a role, settings, prepared statements, advisory locks. */
export async function cleanSession(client: ClientBase & { getTransactionStatus?(): string | null }): Promise<void> {
  if (client.getTransactionStatus?.() !== "I") await client.query("rollback");
  await client.query("discard all");
}
