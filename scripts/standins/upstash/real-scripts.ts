/**
 * Scripts on their way to a real Redis. Upstash knows a flag that Redis refuses, so the shebang goes; and the commands
 * a script issues are billed, so the script is wrapped in one that counts them. A wrapped script has another SHA-1,
 * hence the table from the caller's to the source.
 */
import { sha1, withoutShebang } from "#scripts/standins/upstash/lua/interpreter";
import { RedisError, type Reply } from "#scripts/standins/upstash/reply";

export class ScriptRewriter {
  readonly #sources = new Map<string, string>();
  innerCommands = 0;

  rewrite(command: string[]): string[] {
    const [name = "", first = "", ...rest] = command;
    switch (name.toUpperCase()) {
      case "EVAL":
      case "EVAL_RO":
        this.#sources.set(sha1(first), first);
        return [name, counting(first), ...rest];
      case "EVALSHA":
      case "EVALSHA_RO":
        return this.#bySource(name, first, rest);
      case "SCRIPT":
        return this.#manage(command);
      default:
        return command;
    }
  }

  /** Takes the count off a wrapped script's answer. Throws an error that the script returned. */
  unwrap(command: string[], reply: Reply): Reply {
    const answer = this.unwrapQuietly(command, reply);
    if (answer instanceof RedisError) throw answer;
    return answer;
  }

  unwrapQuietly(command: string[], reply: Reply): Reply {
    if (isScriptLoad(command)) return sha1(command[2] ?? "");
    if (!/^eval(?:sha)?(?:_ro)?$/i.test(command[0] ?? "") || !Array.isArray(reply)) return reply;
    const [count, answer = null] = reply;
    this.innerCommands += Number(count);
    return answer;
  }

  #bySource(name: string, sha: string, rest: string[]): string[] {
    const source = this.#sources.get(sha.toLowerCase());
    if (source === undefined) throw new RedisError("NOSCRIPT No matching script. Please use EVAL.");
    return [name.replace(/sha/i, ""), counting(source), ...rest];
  }

  #manage(command: string[]): string[] {
    const verb = command[1]?.toUpperCase();
    if (verb === "FLUSH") this.#sources.clear();
    if (verb === "EXISTS") return ["SCRIPT", "EXISTS", ...command.slice(2).map((sha) => this.#wrappedSha(sha))];
    if (verb !== "LOAD") return command;
    const source = command[2] ?? "";
    this.#sources.set(sha1(source), source);
    return ["SCRIPT", "LOAD", counting(source)];
  }

  #wrappedSha(sha: string): string {
    const source = this.#sources.get(sha.toLowerCase());
    return source === undefined ? sha : sha1(counting(source));
  }
}

function isScriptLoad([name, verb]: string[]): boolean {
  return name?.toUpperCase() === "SCRIPT" && verb?.toUpperCase() === "LOAD";
}

/** All on the first line, so that line numbers in errors hold. Returns {count, answer}. */
function counting(source: string): string {
  const count = "local n=0 local function c(f) return function(...) n=n+1 return f(...) end end ";
  const library = "local redis=setmetatable({call=c(redis.call),pcall=c(redis.pcall)},{__index=redis}) ";
  return `${count}${library}local function body() ${withoutShebang(source)}\nend local answer=body() return {n,answer}`;
}
