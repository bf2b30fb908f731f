/**
 * State for guards that remember. A guard is pure: what it needs to know is loaded before it runs
 * (`load`), what it wants kept is written after it ran (`keep`). Failing to load costs the memory,
 * not the answer.
 */
import type { Context } from "#lib/context";
import { ContextEffects } from "#lib/guards/context/schema";
import type { GuardId } from "#lib/guards/guard";
import { SecurityEffects } from "#lib/guards/security/schema";
import { cacheKey, promptText } from "#lib/guards/token/cache";
import { TokenEffects } from "#lib/guards/token/schema";
import { newId } from "#lib/ids";
import type { Prepared } from "#lib/services/guards/prepare";

interface Remembered {
  evidence: unknown;
  /** Writes what the guard wants kept; runs after the answer where the answer does not depend on it. */
  keep: (effects: unknown) => Promise<void>;
}

type Memory = (ctx: Context, prepared: Prepared, sessionId: string | null) => Promise<Remembered>;

const VAULT_TTL_SECONDS = 86_400;
const nothing: Remembered = { evidence: null, keep: async () => {} };

const session: Memory = async (ctx, _prepared, sessionId) => {
  const { sessions, now } = ctx.ports;
  const turns = sessionId === null ? [] : await sessions.load(ctx.principal, sessionId);
  return {
    evidence: { now_ms: now(), session_id: sessionId, turns },
    async keep(effects) {
      const parsed = ContextEffects.safeParse(effects);
      if (!parsed.success || sessionId === null) return;
      if (parsed.data.forget) await sessions.forget(ctx.principal, sessionId);
      await sessions.append(ctx.principal, sessionId, parsed.data.append);
    },
  };
};

const answers: Memory = async (ctx, { content, options }) => {
  if (options.operation !== "cache_lookup" && options.operation !== "cache_store") return nothing;
  const { answerCache, now } = ctx.ports;
  const key = cacheKey(promptText(content), String(options.model));
  const held = options.operation === "cache_lookup" ? await answerCache.get(ctx.principal, key) : null;
  return {
    evidence: { now_ms: now(), cached: held === null ? null : JSON.parse(held) },
    async keep(effects) {
      const { store } = TokenEffects.safeParse(effects).data ?? {};
      if (store === undefined) return;
      const { response, ttl_s } = store;
      const value = { key: store.key, response, model: String(options.model), stored_at_ms: now() };
      await answerCache.set(ctx.principal, store.key, JSON.stringify(value), ttl_s);
    },
  };
};

const vault: Memory = async (ctx, { options }) => {
  if (options.redaction !== "vault" && options.redaction !== "hash") return nothing;
  const id = newId("vault");
  return {
    evidence: { vault_id: id, hash_key: await ctx.ports.tenantKeys.derive(ctx.principal.orgId, "redaction-hash") },
    async keep(effects) {
      const { vault: held } = SecurityEffects.safeParse(effects).data ?? {};
      if (held === undefined) return;
      await ctx.ports.vault.set(ctx.principal, id, JSON.stringify(held.entries), VAULT_TTL_SECONDS);
    },
  };
};

const MEMORIES: Partial<Record<GuardId, Memory>> = { context: session, token: answers, security: vault };

/** @returns also a warning when the memory could not be read. */
export async function remember(ctx: Context, prepared: Prepared, sessionId: string | null) {
  const memory = MEMORIES[prepared.guard];
  if (memory === undefined) return { ...nothing, warning: null };
  try {
    return { ...(await memory(ctx, prepared, sessionId)), warning: null };
  } catch {
    const forgetful =
      prepared.guard === "context" ? { now_ms: ctx.ports.now(), session_id: sessionId, turns: [] } : null;
    return { evidence: forgetful, keep: nothing.keep, warning: "stored state could not be read: answered without it" };
  }
}
