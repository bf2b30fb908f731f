/** The `cjson` library of Redis scripts. */
import { type LuaState, lua } from "#scripts/standins/upstash/lua/fengari";
import { formatG } from "#scripts/standins/upstash/lua/format-number";
import { pushBytes, readBytes, setFunction } from "#scripts/standins/upstash/lua/stack";
import { toBytes, toText } from "#scripts/standins/upstash/reply";

/** Stands for JSON's null, which Lua tables cannot hold. */
const NULL = Object.freeze({ cjson: null });
const MAX_DEPTH = 1000;

/** Sets fields of the table on top of the stack. */
export function openCjson(L: LuaState): void {
  setFunction(L, "encode", (state) => {
    pushBytes(state, encodeValue(state, 1, 0));
    return 1;
  });
  setFunction(L, "decode", (state) => {
    pushJson(state, parse(state, toText(readBytes(state, 1))));
    return 1;
  });
  lua.lua_pushliteral(L, "null");
  lua.lua_pushlightuserdata(L, NULL);
  lua.lua_rawset(L, -3);
}

function encodeValue(L: LuaState, index: number, depth: number): string {
  if (depth > MAX_DEPTH) return fail(L, `Cannot serialise, excessive depth (${MAX_DEPTH + 1})`);
  switch (lua.lua_type(L, index)) {
    case lua.LUA_TNIL:
      return "null";
    case lua.LUA_TBOOLEAN:
      return String(lua.lua_toboolean(L, index));
    case lua.LUA_TNUMBER:
      return encodeNumber(L, lua.lua_tonumber(L, index));
    case lua.LUA_TSTRING:
      return quote(readBytes(L, index));
    case lua.LUA_TTABLE:
      return encodeTable(L, lua.lua_absindex(L, index), depth + 1);
    default:
      if (lua.lua_touserdata(L, index) === NULL) return "null";
      return fail(L, "Cannot serialise function: type not supported");
  }
}

function encodeNumber(L: LuaState, value: number): string {
  return Number.isFinite(value) ? formatG(value, 14) : fail(L, "Cannot serialise number: must not be NaN or Inf");
}

function encodeTable(L: LuaState, table: number, depth: number): string {
  const length = arrayLength(L, table);
  if (length === 0) return `{${objectMembers(L, table, depth).join(",")}}`;
  const items = Array.from({ length }, (_, i) => {
    lua.lua_rawgeti(L, table, i + 1);
    const json = encodeValue(L, -1, depth);
    lua.lua_pop(L, 1);
    return json;
  });
  return `[${items.join(",")}]`;
}

/** The largest index if all keys are positive integers, else 0. Refuses very sparse arrays, as cjson does. */
function arrayLength(L: LuaState, table: number): number {
  let max = 0;
  let count = 0;
  lua.lua_pushnil(L);
  while (lua.lua_next(L, table) !== 0) {
    const key = lua.lua_type(L, -2) === lua.LUA_TNUMBER ? lua.lua_tonumber(L, -2) : 0;
    if (key < 1 || !Number.isInteger(key)) {
      lua.lua_pop(L, 2);
      return 0;
    }
    max = Math.max(max, key);
    count++;
    lua.lua_pop(L, 1);
  }
  if (max > 10 && max > count * 2) fail(L, "Cannot serialise table: excessively sparse array");
  return max;
}

function objectMembers(L: LuaState, table: number, depth: number): string[] {
  const members: string[] = [];
  lua.lua_pushnil(L);
  while (lua.lua_next(L, table) !== 0) {
    const keyType = lua.lua_type(L, -2);
    if (keyType !== lua.LUA_TSTRING && keyType !== lua.LUA_TNUMBER) {
      fail(L, "Cannot serialise table: table key must be a number or string");
    }
    // A copy, since reading a number as text would change the key under lua_next.
    lua.lua_pushvalue(L, -2);
    const name = readBytes(L, -1);
    lua.lua_pop(L, 1);
    members.push(`${quote(name)}:${encodeValue(L, -1, depth)}`);
    lua.lua_pop(L, 1);
  }
  return members;
}

/** Bytes above 127 pass through; the slash is escaped as cjson does. */
function quote(bytes: string): string {
  return JSON.stringify(bytes).replaceAll("/", "\\/").replaceAll("\x7f", "\\u007f");
}

function parse(L: LuaState, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return fail(L, "Expected value but found invalid token in JSON");
  }
}

function pushJson(L: LuaState, value: unknown): void {
  if (value === null) lua.lua_pushlightuserdata(L, NULL);
  else if (typeof value === "boolean") lua.lua_pushboolean(L, value);
  else if (typeof value === "number") lua.lua_pushnumber(L, value);
  else if (typeof value === "string") pushBytes(L, toBytes(value));
  else if (Array.isArray(value)) pushItems(L, value);
  else pushMembers(L, Object.entries(value as object));
}

function pushItems(L: LuaState, items: unknown[]): void {
  lua.lua_createtable(L, items.length, 0);
  items.forEach((item, i) => {
    pushJson(L, item);
    lua.lua_rawseti(L, -2, i + 1);
  });
}

function pushMembers(L: LuaState, members: [string, unknown][]): void {
  lua.lua_createtable(L, 0, members.length);
  for (const [name, value] of members) {
    pushBytes(L, toBytes(name));
    pushJson(L, value);
    lua.lua_rawset(L, -3);
  }
}

function fail(L: LuaState, message: string): never {
  pushBytes(L, message);
  return lua.lua_error(L);
}
