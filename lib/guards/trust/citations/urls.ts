/** Web addresses that cannot exist. */

const RESERVED = /\.(?:invalid|test|localhost|local|example)$/;
const FILLER =
  /(?:^|\.)(?:your-?(?:domain|site|website|company)|some-?(?:domain|site|website)|website|url|link|domain|site-?name)\.(?:com|org|net)$/;
const PLAUSIBLE_HOST =
  /^(?=.{1,253}$)(?:[\p{L}\p{N}](?:[\p{L}\p{N}_-]{0,61}[\p{L}\p{N}])?\.)+(?:\p{L}{2,24}|xn--[a-z0-9-]{2,59})$/u;
const ADDRESS = /^\d{1,3}(?:\.\d{1,3}){3}$/;

/** The reason in plain words, or null when the address could exist. */
export function urlFault(url: string): string | null {
  const parts = /^https?:\/\/(?:[^\s/@]{1,100}@)?(\[[0-9a-f:]{2,45}\]|[^\s/:?#]{1,300})(?::(\d{1,6}))?/iu.exec(url);
  const host = (parts?.[1] ?? "").toLowerCase().replace(/\.$/, "");
  if (Number(parts?.[2] ?? 0) > 65_535) return "The port of the address is out of range";
  if (host.startsWith("[") || host === "localhost") return null;
  if (ADDRESS.test(host))
    return host.split(".").some((part) => Number(part) > 255) ? "The IP address does not exist" : null;
  if (RESERVED.test(host)) return "The address uses a reserved ending that never resolves";
  if (!PLAUSIBLE_HOST.test(host)) return "The host name of the address cannot exist";
  return FILLER.test(host) ? "The address is a filler" : null;
}
