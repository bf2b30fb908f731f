/** Tokens with something inside them: what it has to look like. */

/** The first part of a JSON Web Token is a JSON object. */
export function isWebToken(token: string): boolean {
  return /^\s*\{[\s\S]*\}\s*$/.test(decoded(token.split(".")[0] ?? "")) && isJson(decoded(token.split(".")[0] ?? ""));
}

/** The first part of a Discord token is the number of its account. */
export function isDiscordToken(token: string): boolean {
  return /^\d{15,21}$/.test(decoded(token.split(".")[0] ?? ""));
}

function decoded(part: string): string {
  try {
    return atob(part.replaceAll("-", "+").replaceAll("_", "/"));
  } catch {
    return "";
  }
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
