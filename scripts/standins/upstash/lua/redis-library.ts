/** The `redis` library of scripts. */
import { pushReply } from "#scripts/standins/upstash/lua/convert";
import { type LuaState, lua } from "#scripts/standins/upstash/lua/fengari";
import { formatG } from "#scripts/standins/upstash/lua/format-number";
import { type Call, sha1 } from "#scripts/standins/upstash/lua/interpreter";
import { pushBytes, pushRecord, readBytes, setFunction } from "#scripts/standins/upstash/lua/stack";
import { RedisError, type Reply } from "#scripts/standins/upstash/reply";

const CONSTANTS = { LOG_DEBUG: 0, LOG_VERBOSE: 1, LOG_NOTICE: 2, LOG_WARNING: 3 };

/** Sets fields of the table on top of the stack. */
export function openRedis(L: LuaState, call: Call): void {
  setFunction(L, "call", (state) => {
    const reply = attempt(state, call);
    pushReply(state, reply);
    return reply instanceof RedisError ? lua.lua_error(state) : 1;
  });
  setFunction(L, "pcall", (state) => {
    pushReply(state, attempt(state, call));
    return 1;
  });
  setFunction(L, "error_reply", (state) => {
    pushRecord(state, "err", readBytes(state, 1).replace(/^-/, ""));
    return 1;
  });
  setFunction(L, "status_reply", (state) => {
    pushRecord(state, "ok", readBytes(state, 1));
    return 1;
  });
  setFunction(L, "sha1hex", (state) => {
    pushBytes(state, sha1(readBytes(state, 1)));
    return 1;
  });
  for (const name of ["log", "replicate_commands", "set_repl", "setresp"]) setFunction(L, name, () => 0);
  for (const [name, value] of Object.entries(CONSTANTS)) {
    lua.lua_pushliteral(L, name);
    lua.lua_pushnumber(L, value);
    lua.lua_rawset(L, -3);
  }
}

function attempt(L: LuaState, call: Call): Reply {
  const words = readWords(L);
  if (words instanceof RedisError) return words;
  if (words.length === 0) return new RedisError("ERR Please specify at least one argument for this redis lib call");
  try {
    return call(words);
  } catch (error) {
    if (!(error instanceof RedisError)) throw error;
    return inScript(error);
  }
}

function readWords(L: LuaState): string[] | RedisError {
  const words: string[] = [];
  for (let index = 1; index <= lua.lua_gettop(L); index++) {
    const type = lua.lua_type(L, index);
    if (type === lua.LUA_TNUMBER) words.push(formatG(lua.lua_tonumber(L, index), 17));
    else if (type === lua.LUA_TSTRING) words.push(readBytes(L, index));
    else return new RedisError("ERR Lua redis lib command arguments must be strings or integers");
  }
  return words;
}

/** Scripts see two messages in other words. */
function inScript(error: RedisError): RedisError {
  if (error.message.startsWith("ERR unknown command")) {
    return new RedisError("ERR Unknown Redis command called from script");
  }
  if (error.message.startsWith("ERR wrong number of arguments")) {
    return new RedisError("ERR Wrong number of args calling Redis command from script");
  }
  return error;
}
