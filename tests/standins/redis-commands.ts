/** Random Redis commands over a handful of keys, wrong ones included, for comparing two servers. */
import * as fc from "fast-check";

type Words = fc.Arbitrary<string[]>;

/** Commands whose array answer has no order of its own. */
export const UNORDERED = new Set(["smembers", "sinter", "sunion", "sdiff", "hgetall", "hkeys", "hvals"]);

/** `key` wraps a bare key into the name space of the test. */
export function commandArbitrary(key: (name: string) => string): Words {
  const k = fc.constantFrom("a", "b", "c", "d").map(key);
  const value = fc.constantFrom("1", "-2", "0", "abc", "3.5", "10", "é", "", "9223372036854775807", "x y");
  const member = fc.constantFrom("m1", "m2", "m3", "m4");
  const int = fc.integer({ min: -4, max: 8 }).map(String);
  const streamId = fc.constantFrom("-", "+", "1", "3-1", "5", "(2-1", "7-2");
  const c = (...words: (string | fc.Arbitrary<string | string[]>)[]): Words =>
    fc
      .tuple(...words.map((word) => (typeof word === "string" ? fc.constant(word) : word)))
      .map((parts) => parts.flat());
  const one = (...names: string[]) => fc.constantFrom(...names);
  const maybe = (...words: (string | fc.Arbitrary<string | string[]>)[]) =>
    fc.oneof(fc.constant<string[]>([]), c(...words));
  return fc.oneof(
    c("set", k, value, maybe(one("nx", "XX")), maybe("get"), maybe(one("keepttl", "EX")), maybe("100")),
    c(
      one(
        "get",
        "getdel",
        "strlen",
        "incr",
        "decr",
        "type",
        "ttl",
        "persist",
        "llen",
        "scard",
        "zcard",
        "xlen",
        "hlen",
      ),
      k,
    ),
    c("getex", k, maybe(one("persist", "ex")), maybe("50")),
    c(one("append", "incrby", "decrby", "setnx", "getset"), k, value),
    c("getrange", k, int, int),
    c("setrange", k, int, value),
    c("setex", k, int, value),
    c(one("mset", "msetnx"), k, value, maybe(k, value), maybe(fc.constantFrom("odd"))),
    c("mget", k, k),
    c("setbit", k, int, one("0", "1", "2")),
    c("getbit", k, int),
    c("bitcount", k, maybe(int, int), maybe(one("bit", "byte"))),
    c(one("del", "exists", "unlink", "touch"), k, k),
    c(one("rename", "renamenx"), k, k),
    c("copy", k, k, maybe("replace")),
    c("expire", k, one("100", "0", "-1", "x", "200"), maybe(one("nx", "xx", "gt", "lt", "zz"))),
    c(one("hset", "hmset"), k, member, value, maybe(member, value), maybe("odd")),
    c("hsetnx", k, member, value),
    c(one("hget", "hexists", "hstrlen"), k, member),
    c(one("hmget", "hdel", "srem", "zrem", "smismember", "zmscore"), k, member, member),
    c("hincrby", k, member, int),
    c(one("hgetall", "hkeys", "hvals", "smembers"), k),
    c(one("lpush", "rpush", "lpushx", "rpushx"), k, value, maybe(value, value)),
    c(one("lpop", "rpop", "zpopmin", "zpopmax"), k, maybe(int)),
    c(one("lrange", "ltrim"), k, int, int),
    c("lindex", k, int),
    c(one("lset", "lrem"), k, int, value),
    c("linsert", k, one("before", "after", "x"), value, value),
    c("lmove", k, k, one("left", "right", "x"), one("left", "right")),
    c("rpoplpush", k, k),
    c("lpos", k, value, maybe("rank", int), maybe("count", one("0", "1", "2"))),
    c("sadd", k, member, maybe(member)),
    c("sismember", k, member),
    c("smove", k, k, member),
    c(one("sinter", "sunion", "sdiff"), k, k),
    c(one("sinterstore", "sunionstore", "sdiffstore"), k, k, k),
    c("sintercard", "2", k, k, maybe("limit", int)),
    c(
      "zadd",
      k,
      maybe(one("nx", "xx")),
      maybe(one("gt", "lt")),
      maybe("ch"),
      maybe("incr"),
      one("1", "-1", "inf", "x", "2.5"),
      member,
    ),
    c("zadd", k, "1", "m1", "2", "m2", "3", "m3"),
    c("zincrby", k, one("1", "-2.5", "x"), member),
    c(one("zscore", "zrank", "zrevrank"), k, member),
    c("zcount", k, one("-inf", "1", "(1"), one("+inf", "2", "(2.5", "y")),
    c(one("zrange", "zrevrange"), k, int, int, maybe("withscores")),
    c(
      "zrange",
      k,
      one("-inf", "(1", "1", "+inf"),
      one("+inf", "2", "-inf"),
      "byscore",
      maybe("rev"),
      maybe("limit", int, int),
      maybe("withscores"),
    ),
    c(
      one("zrangebyscore", "zrevrangebyscore"),
      k,
      one("-inf", "1", "+inf"),
      one("3", "+inf", "-inf"),
      maybe("withscores"),
    ),
    c("zremrangebyscore", k, one("1", "(2"), one("2", "3")),
    c("zremrangebyrank", k, int, int),
    c(
      one("zunion", "zinter"),
      "2",
      k,
      k,
      maybe("weights", "2", "3"),
      maybe("aggregate", one("sum", "min", "max", "q")),
      maybe("withscores"),
    ),
    c(one("zunionstore", "zinterstore"), k, "2", k, k, maybe("weights", "2", "-1")),
    c(
      "xadd",
      k,
      maybe("nomkstream"),
      maybe("maxlen", maybe("~"), one("2", "3")),
      one("1-1", "3-*", "4-2", "7-1", "8-*"),
      member,
      value,
    ),
    c(one("xrange", "xrevrange"), k, streamId, streamId, maybe("count", one("1", "2"))),
    c("xdel", k, one("1-1", "4-2", "7-1")),
    c("xtrim", k, one("maxlen", "minid"), one("1", "3")),
    c("xread", maybe("count", "2"), "streams", k, one("0", "3", "4-1")),
    c("xgroup", "create", k, one("g1", "g2"), one("0", "$", "3"), maybe("mkstream")),
    c("xgroup", one("destroy", "createconsumer", "delconsumer", "setid"), k, "g2", maybe("5")),
    c("xreadgroup", "group", one("g1", "g2"), one("c1", "c2"), maybe("count", "1"), "streams", k, one(">", "0")),
    c("xack", k, "g1", one("1-1", "4-2", "7-1")),
    c("xpending", k, "g1"),
    c("xautoclaim", k, "g1", "c2", "0", "0", maybe("count", "1"), maybe("justid")),
    c(one("get", "nope", "ping", "echo"), maybe(value)),
  );
}
