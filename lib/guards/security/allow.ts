/** The caller's list of harmless texts: exact, or with `*` for any characters. Case does not count. */
export type Allowed = (text: string) => boolean;

export function allowList(patterns: readonly string[]): Allowed {
  const exact = new Set(patterns.filter((pattern) => !pattern.includes("*")).map((pattern) => pattern.toLowerCase()));
  const globs = patterns
    .filter((pattern) => pattern.includes("*"))
    .map((pattern) => pattern.toLowerCase().split(/\*+/));
  return (text) => {
    const lower = text.toLowerCase();
    return exact.has(lower) || globs.some((parts) => matchesGlob(lower, parts));
  };
}

/** @param parts what stands between the stars; at least two. Greedy from the left, so linear. */
function matchesGlob(text: string, parts: readonly string[]): boolean {
  const first = parts[0] ?? "";
  const last = parts.at(-1) ?? "";
  if (text.length < first.length + last.length || !text.startsWith(first) || !text.endsWith(last)) return false;
  let at = first.length;
  for (const part of parts.slice(1, -1)) {
    const found = text.indexOf(part, at);
    if (found === -1) return false;
    at = found + part.length;
  }
  return at <= text.length - last.length;
}
