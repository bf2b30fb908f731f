const compiled = new Map<string, RegExp>();
const MAX_COMPILED = 1000;

/** Redis' glob over byte strings: `*`, `?`, `[a-c]`, `[^x]` and backslash escapes. */
export function matchesGlob(pattern: string, text: string): boolean {
  let regex = compiled.get(pattern);
  if (regex === undefined) {
    if (compiled.size >= MAX_COMPILED) compiled.clear();
    regex = new RegExp(`^${globToRegex(pattern)}$`, "s");
    compiled.set(pattern, regex);
  }
  return regex.test(text);
}

function globToRegex(pattern: string): string {
  let source = "";
  for (let i = 0; i < pattern.length; i++) {
    const char = pattern.charAt(i);
    if (char === "*") source += ".*";
    else if (char === "?") source += ".";
    else if (char === "\\" && i + 1 < pattern.length) source += literal(pattern.charAt(++i));
    else if (char === "[") {
      const end = pattern.indexOf("]", i + 1);
      const stop = end === -1 ? pattern.length : end;
      source += characterClass(pattern.slice(i + 1, stop));
      i = stop;
    } else source += literal(char);
  }
  return source.replace(/(?:\.\*)+/g, ".*");
}

function characterClass(body: string): string {
  const negated = body.startsWith("^");
  const members = (negated ? body.slice(1) : body).replace(/[\\\][^]/g, "\\$&");
  if (members === "") return negated ? "." : "(?!)";
  return `[${negated ? "^" : ""}${members}]`;
}

function literal(char: string): string {
  return char.replace(/[\\^$.*+?()[\]{}|/-]/g, "\\$&");
}
