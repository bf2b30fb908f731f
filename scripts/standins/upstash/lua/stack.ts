/** Byte strings on and off the Lua stack. */
import { type LuaState, lua } from "#scripts/standins/upstash/lua/fengari";

export function pushBytes(L: LuaState, bytes: string): void {
  lua.lua_pushlstring(L, encode(bytes), bytes.length);
}

/** A string, or a number as Lua prints it. */
export function readBytes(L: LuaState, index: number): string {
  const bytes = lua.lua_tostring(L, index);
  return bytes === null ? "" : Buffer.from(bytes).toString("latin1");
}

export function encode(bytes: string): Uint8Array {
  return new Uint8Array(Buffer.from(bytes, "latin1"));
}

/** table[name] = function, for the table on top of the stack. */
export function setFunction(L: LuaState, name: string, run: (L: LuaState) => number): void {
  lua.lua_pushliteral(L, name);
  lua.lua_pushcfunction(L, run);
  lua.lua_rawset(L, -3);
}

/** Leaves table[name] on the stack and returns its type. */
export function pushField(L: LuaState, table: number, name: string): number {
  const index = lua.lua_absindex(L, table);
  lua.lua_pushliteral(L, name);
  return lua.lua_rawget(L, index);
}

/** A fresh table { [name] = bytes }. */
export function pushRecord(L: LuaState, name: string, bytes: string): void {
  lua.lua_createtable(L, 0, 1);
  lua.lua_pushliteral(L, name);
  pushBytes(L, bytes);
  lua.lua_rawset(L, -3);
}

export function pushList(L: LuaState, items: readonly string[]): void {
  lua.lua_createtable(L, items.length, 0);
  items.forEach((item, i) => {
    pushBytes(L, item);
    lua.lua_rawseti(L, -2, i + 1);
  });
}
