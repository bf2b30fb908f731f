import { type Args, type Commands, type Context, read, write } from "#scripts/standins/upstash/commands/command";
import { byteBounds, Options } from "#scripts/standins/upstash/commands/options";
import { overwrite } from "#scripts/standins/upstash/commands/strings";
import { RedisError, type Reply, syntaxError } from "#scripts/standins/upstash/reply";
import { parseInteger } from "#scripts/standins/upstash/store/numbers";

export const bits: Commands = {
  getbit: read(3, ({ keys }, [key, at]) => {
    const offset = offsetOf(at);
    return bitAt(keys.read(key, "string") ?? "", offset);
  }),
  setbit: write(4, setBit),
  bitcount: read(-2, bitCount),
};

function setBit({ keys }: Context, [key, at, bit]: Args): Reply {
  const offset = offsetOf(at);
  if (bit !== "0" && bit !== "1") throw new RedisError("ERR bit is not an integer or out of range");
  const byte = offset >> 3;
  const value = (keys.read(key, "string") ?? "").padEnd(byte + 1, "\0");
  const mask = 128 >> (offset & 7);
  const code = value.charCodeAt(byte);
  const changed = String.fromCharCode(bit === "1" ? code | mask : code & ~mask);
  overwrite({ keys }, key, value.slice(0, byte) + changed + value.slice(byte + 1));
  return bitAt(value, offset);
}

function bitCount({ keys }: Context, args: Args): Reply {
  const options = new Options(args.slice(1));
  const value = keys.read(args[0], "string");
  if (value === undefined) return 0;
  if (options.done) return countBits(value, 0, value.length * 8);
  if (options.left < 2) throw syntaxError();
  const [start, stop] = [options.integer(), options.integer()];
  const width = options.take("BIT", "BYTE") === "BIT" ? 1 : 8;
  options.end();
  const [from, to] = byteBounds(start, stop, (value.length * 8) / width);
  return countBits(value, from * width, to * width);
}

function countBits(value: string, from: number, to: number): number {
  let count = 0;
  for (let offset = from; offset < to; offset++) count += bitAt(value, offset);
  return count;
}

function bitAt(value: string, offset: number): number {
  return ((value.charCodeAt(offset >> 3) || 0) >> (7 - (offset & 7))) & 1;
}

function offsetOf(text: string): number {
  if (!/^\d{1,10}$/.test(text) || Number(text) >= 2 ** 32) {
    throw new RedisError("ERR bit offset is not an integer or out of range");
  }
  return parseInteger(text);
}
