/** Runs Redis scripts. One machine, scripts compiled once, nothing else runs meanwhile: a script is atomic by itself. */
import { createHash } from "node:crypto";
import { readReply } from "#scripts/standins/upstash/lua/convert";
import { type LuaState, lauxlib, lua } from "#scripts/standins/upstash/lua/fengari";
import { createMachine } from "#scripts/standins/upstash/lua/machine";
import { encode, pushBytes, pushField, pushList, readBytes } from "#scripts/standins/upstash/lua/stack";
import { RedisError, type Reply, toText } from "#scripts/standins/upstash/reply";

const TIME_LIMIT_MS = 5_000;
const CHECK_EVERY_INSTRUCTIONS = 100_000;

export type Call = (command: string[]) => Reply;

export class Interpreter {
  readonly #machine: { L: LuaState; invoke: number };
  /** SHA-1 → reference of the compiled function. */
  readonly #scripts = new Map<string, number>();

  constructor(call: Call) {
    this.#machine = createMachine(call);
  }

  has(sha: string): boolean {
    return this.#scripts.has(sha);
  }

  /** Compiles and keeps the script. Returns its SHA-1; throws RedisError when it does not compile. */
  load(source: string): string {
    const sha = sha1(source);
    if (!this.#scripts.has(sha)) this.#scripts.set(sha, this.#compile(source));
    return sha;
  }

  forgetAll(): void {
    this.#scripts.clear();
  }

  /** Throws NOSCRIPT for an unknown script, and what the script raised. */
  run(sha: string, keys: string[], argv: string[]): Reply {
    const script = this.#scripts.get(sha);
    if (script === undefined) throw new RedisError("NOSCRIPT No matching script. Please use EVAL.");
    const { L, invoke } = this.#machine;
    const top = lua.lua_gettop(L);
    limitTime(L);
    try {
      setGlobalList(L, "KEYS", keys);
      setGlobalList(L, "ARGV", argv);
      lua.lua_rawgeti(L, lua.LUA_REGISTRYINDEX, invoke);
      lua.lua_rawgeti(L, lua.LUA_REGISTRYINDEX, script);
      const status = lua.lua_pcall(L, 1, 2, 0);
      if (status !== lua.LUA_OK) throw new RedisError(`ERR ${toText(readBytes(L, -1))}`);
      if (!lua.lua_toboolean(L, -2)) throw raised(L, sha);
      const reply = readReply(L, -1);
      if (reply instanceof RedisError) throw reply;
      return reply;
    } finally {
      lua.lua_sethook(L, null, 0, 0);
      lua.lua_settop(L, top);
    }
  }

  #compile(source: string): number {
    const { L } = this.#machine;
    const body = withoutShebang(source);
    if (lauxlib.luaL_loadbuffer(L, encode(body), body.length, encode("@user_script")) !== lua.LUA_OK) {
      const message = toText(readBytes(L, -1));
      lua.lua_pop(L, 1);
      throw new RedisError(`ERR Error compiling script (new function): ${message}`);
    }
    return lauxlib.luaL_ref(L, lua.LUA_REGISTRYINDEX);
  }
}

export function sha1(bytes: string): string {
  return createHash("sha1").update(bytes, "latin1").digest("hex");
}

/** `#!lua flags=…` declares what the embedded store always allows. The line stays, so that line numbers hold. */
export function withoutShebang(source: string): string {
  return source.replace(/^#![^\n]*/, "");
}

function setGlobalList(L: LuaState, name: string, items: string[]): void {
  lua.lua_pushglobaltable(L);
  lua.lua_pushliteral(L, name);
  pushList(L, items);
  lua.lua_rawset(L, -3);
  lua.lua_pop(L, 1);
}

/** The error record that the prelude made, on top of the stack. */
function raised(L: LuaState, sha: string): RedisError {
  pushField(L, -1, "text");
  const text = toText(readBytes(L, -1));
  lua.lua_pop(L, 1);
  pushField(L, -1, "line");
  const line = lua.lua_tonumber(L, -1);
  return new RedisError(`${text} script: ${sha}, on @user_script:${line}.`);
}

function limitTime(L: LuaState): void {
  const deadline = performance.now() + TIME_LIMIT_MS;
  const check = (state: LuaState) => {
    if (performance.now() < deadline) return;
    pushBytes(state, `Script ran longer than ${TIME_LIMIT_MS} ms`);
    lua.lua_error(state);
  };
  lua.lua_sethook(L, check, lua.LUA_MASKCOUNT, CHECK_EVERY_INSTRUCTIONS);
}
