/**
 * The part of fengari (Lua 5.3 in JavaScript) used here, typed, and turned into the Lua 5.1 that Redis embeds:
 * every number is a double, and prints as "%.14g".
 */
import { createRequire } from "node:module";
import { formatG } from "#scripts/standins/upstash/lua/format-number";

export type LuaState = { readonly luaState: unique symbol };
type CFunction = (L: LuaState) => number;

interface LuaApi {
  LUA_TNIL: number;
  LUA_TBOOLEAN: number;
  LUA_TLIGHTUSERDATA: number;
  LUA_TNUMBER: number;
  LUA_TSTRING: number;
  LUA_TTABLE: number;
  LUA_OK: number;
  LUA_REGISTRYINDEX: number;
  LUA_MASKCOUNT: number;
  lua_gettop(L: LuaState): number;
  lua_settop(L: LuaState, index: number): void;
  lua_pop(L: LuaState, count: number): void;
  lua_absindex(L: LuaState, index: number): number;
  lua_type(L: LuaState, index: number): number;
  lua_toboolean(L: LuaState, index: number): boolean;
  lua_tonumber(L: LuaState, index: number): number;
  lua_tostring(L: LuaState, index: number): Uint8Array | null;
  lua_pushnil(L: LuaState): void;
  lua_pushboolean(L: LuaState, value: boolean): void;
  lua_pushnumber(L: LuaState, value: number): void;
  lua_pushlstring(L: LuaState, bytes: Uint8Array, length: number): void;
  lua_pushliteral(L: LuaState, text: string): void;
  lua_pushcfunction(L: LuaState, run: CFunction): void;
  lua_pushlightuserdata(L: LuaState, value: unknown): void;
  lua_touserdata(L: LuaState, index: number): unknown;
  lua_pushvalue(L: LuaState, index: number): void;
  lua_remove(L: LuaState, index: number): void;
  lua_createtable(L: LuaState, array: number, fields: number): void;
  lua_rawget(L: LuaState, index: number): number;
  lua_rawgeti(L: LuaState, index: number, n: number): number;
  lua_rawset(L: LuaState, index: number): void;
  lua_rawseti(L: LuaState, index: number, n: number): void;
  lua_next(L: LuaState, index: number): number;
  lua_pcall(L: LuaState, args: number, results: number, handler: number): number;
  lua_error(L: LuaState): never;
  lua_sethook(L: LuaState, hook: ((L: LuaState) => void) | null, mask: number, count: number): void;
  lua_pushglobaltable(L: LuaState): void;
}

interface AuxiliaryApi {
  luaL_newstate(): LuaState;
  luaL_loadbuffer(L: LuaState, bytes: Uint8Array, length: number, name: Uint8Array): number;
  luaL_ref(L: LuaState, table: number): number;
  luaL_requiref(L: LuaState, name: Uint8Array, open: CFunction, global: number): void;
}

type Libraries = Record<
  "luaopen_base" | "luaopen_table" | "luaopen_string" | "luaopen_math" | "luaopen_debug",
  CFunction
>;

const require = createRequire(import.meta.url);
printAsLua51();
const fengari = require("fengari") as { lua: LuaApi; lauxlib: AuxiliaryApi; lualib: Libraries };
useDoubles();

export const { lua, lauxlib, lualib } = fengari;

/** The configuration is read while the machine loads, hence before. */
function printAsLua51(): void {
  // The two modules need each other; only this order loads.
  require("fengari/src/defs.js");
  const configuration = require("fengari/src/luaconf.js") as Record<string, unknown>;
  configuration.LUA_COMPAT_FLOATSTRING = true;
  configuration.lua_number2str = (value: number) => formatG(value, 14);
}

/** fengari's integers have 32 bits and would wrap round on times in milliseconds. */
function useDoubles(): void {
  const objects = require("fengari/src/lobject.js") as { TValue: { prototype: LuaValue } } & NumberParser;
  objects.TValue.prototype.ttisinteger = () => false;
  objects.TValue.prototype.ttisfloat = function () {
    return this.ttisnumber();
  };
  const parse = objects.luaO_str2num;
  objects.luaO_str2num = (bytes, into) => {
    const used = parse(bytes, into);
    const value = used === 0 ? Number.NaN : Number(textOf(bytes).trim());
    if (!Number.isNaN(value)) into.setfltvalue(value);
    return used;
  };
}

interface LuaValue {
  ttisinteger(): boolean;
  ttisfloat(): boolean;
  ttisnumber(): boolean;
  setfltvalue(value: number): void;
}

interface NumberParser {
  luaO_str2num(bytes: Uint8Array, into: LuaValue): number;
}

function textOf(bytes: Uint8Array): string {
  const text = Buffer.from(bytes).toString("latin1");
  const end = text.indexOf("\0");
  return end === -1 ? text : text.slice(0, end);
}
