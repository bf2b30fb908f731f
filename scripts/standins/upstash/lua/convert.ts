/** Redis' own conversions between replies and Lua values. */
import { type LuaState, lua } from "#scripts/standins/upstash/lua/fengari";
import { pushBytes, pushField, pushRecord, readBytes } from "#scripts/standins/upstash/lua/stack";
import { RedisError, type Reply, Status, toBytes } from "#scripts/standins/upstash/reply";

/** Integer → number, bulk → string, missing → false, status → {ok=}, error → {err=}, array → table. */
export function pushReply(L: LuaState, reply: Reply): void {
  if (reply === null) lua.lua_pushboolean(L, false);
  else if (typeof reply === "number") lua.lua_pushnumber(L, reply);
  else if (typeof reply === "string") pushBytes(L, reply);
  else if (reply instanceof Status) pushRecord(L, "ok", toBytes(reply.text));
  else if (reply instanceof RedisError) pushRecord(L, "err", toBytes(reply.message));
  else {
    lua.lua_createtable(L, reply.length, 0);
    reply.forEach((item, i) => {
      pushReply(L, item);
      lua.lua_rawseti(L, -2, i + 1);
    });
  }
}

/** Number → integer (cut off), true → 1, false and nil → missing, table → error, status or the array up to its first nil. */
export function readReply(L: LuaState, index: number): Reply {
  switch (lua.lua_type(L, index)) {
    case lua.LUA_TSTRING:
      return readBytes(L, index);
    case lua.LUA_TNUMBER:
      return Math.trunc(lua.lua_tonumber(L, index)) + 0;
    case lua.LUA_TBOOLEAN:
      return lua.lua_toboolean(L, index) ? 1 : null;
    case lua.LUA_TTABLE:
      return readTable(L, lua.lua_absindex(L, index));
    default:
      return null;
  }
}

function readTable(L: LuaState, table: number): Reply {
  const error = stringField(L, table, "err");
  if (error !== undefined) return new RedisError(Buffer.from(error, "latin1").toString("utf8"));
  const status = stringField(L, table, "ok");
  if (status !== undefined) return new Status(Buffer.from(status, "latin1").toString("utf8"));
  const items: Reply[] = [];
  while (lua.lua_rawgeti(L, table, items.length + 1) !== lua.LUA_TNIL) {
    items.push(readReply(L, -1));
    lua.lua_pop(L, 1);
  }
  lua.lua_pop(L, 1);
  return items;
}

function stringField(L: LuaState, table: number, name: string): string | undefined {
  const value = pushField(L, table, name) === lua.LUA_TSTRING ? readBytes(L, -1) : undefined;
  lua.lua_pop(L, 1);
  return value;
}
