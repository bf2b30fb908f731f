import { openBit } from "#scripts/standins/upstash/lua/bit";
import { openCjson } from "#scripts/standins/upstash/lua/cjson";
import { type LuaState, lauxlib, lua, lualib } from "#scripts/standins/upstash/lua/fengari";
import type { Call } from "#scripts/standins/upstash/lua/interpreter";
import { PRELUDE } from "#scripts/standins/upstash/lua/prelude.lua";
import { openRedis } from "#scripts/standins/upstash/lua/redis-library";
import { encode, readBytes } from "#scripts/standins/upstash/lua/stack";

/** A Lua machine with Redis' libraries; `invoke` is the registry reference of the function that runs a script. */
export function createMachine(call: Call): { L: LuaState; invoke: number } {
  const L = lauxlib.luaL_newstate();
  const standard = { _G: lualib.luaopen_base, table: lualib.luaopen_table, string: lualib.luaopen_string };
  const libraries = { ...standard, math: lualib.luaopen_math, debug: lualib.luaopen_debug };
  for (const [name, open] of Object.entries(libraries)) {
    lauxlib.luaL_requiref(L, encode(name), open, 1);
    lua.lua_pop(L, 1);
  }
  addLibrary(L, "redis", (state) => openRedis(state, call));
  addLibrary(L, "cjson", openCjson);
  addLibrary(L, "bit", openBit);
  lauxlib.luaL_loadbuffer(L, encode(PRELUDE), PRELUDE.length, encode("=prelude"));
  if (lua.lua_pcall(L, 0, 1, 0) !== lua.LUA_OK) throw new Error(`The Lua prelude does not run: ${readBytes(L, -1)}`);
  return { L, invoke: lauxlib.luaL_ref(L, lua.LUA_REGISTRYINDEX) };
}

function addLibrary(L: LuaState, name: string, open: (L: LuaState) => void): void {
  lua.lua_pushglobaltable(L);
  lua.lua_pushliteral(L, name);
  lua.lua_createtable(L, 0, 8);
  open(L);
  lua.lua_rawset(L, -3);
  lua.lua_pop(L, 1);
}
