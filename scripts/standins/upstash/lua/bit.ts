/** The `bit` library of scripts: 32-bit operations with signed results. */
import { type LuaState, lua } from "#scripts/standins/upstash/lua/fengari";
import { pushBytes, setFunction } from "#scripts/standins/upstash/lua/stack";

const FOLDS: Record<string, (a: number, b: number) => number> = {
  band: (a, b) => a & b,
  bor: (a, b) => a | b,
  bxor: (a, b) => a ^ b,
};

const SHIFTS: Record<string, (a: number, n: number) => number> = {
  lshift: (a, n) => a << n,
  rshift: (a, n) => (a >>> n) | 0,
  arshift: (a, n) => a >> n,
  rol: (a, n) => (a << n) | (a >>> (32 - (n & 31))),
  ror: (a, n) => (a >>> n) | (a << (32 - (n & 31))),
};

/** Sets fields of the table on top of the stack. */
export function openBit(L: LuaState): void {
  define(L, "tobit", ([a = 0]) => a);
  define(L, "bnot", ([a = 0]) => ~a);
  for (const [name, fold] of Object.entries(FOLDS)) define(L, name, (operands) => operands.reduce(fold));
  for (const [name, shift] of Object.entries(SHIFTS)) define(L, name, ([a = 0, n = 0]) => shift(a, n));
  setFunction(L, "tohex", (state) => {
    pushBytes(state, ((readOperands(state)[0] ?? 0) >>> 0).toString(16).padStart(8, "0"));
    return 1;
  });
}

function define(L: LuaState, name: string, work: (operands: number[]) => number): void {
  setFunction(L, name, (state) => {
    lua.lua_pushnumber(state, work(readOperands(state)) | 0);
    return 1;
  });
}

function readOperands(L: LuaState): number[] {
  return Array.from({ length: lua.lua_gettop(L) }, (_, i) =>
    Number(BigInt.asIntN(32, BigInt(Math.trunc(lua.lua_tonumber(L, i + 1))))),
  );
}
