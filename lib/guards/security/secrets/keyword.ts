/** Secrets without a format of their own, by the name they are assigned to: `db_password = "…"`. */
import { isPlaceholder, isRandom } from "#lib/guards/security/secrets/placeholder";
import type { Span } from "#lib/guards/text/mapped";
import { type Pattern, patternFinder } from "#lib/guards/text/match";

export interface KeywordSecret extends Span {
  kind: "password" | "key" | "connection_string";
  value: string;
}

const PASSWORD_NAMES = [
  "password",
  "passwd",
  "passphrase",
  "pwd",
  "passwort",
  "contraseña",
  "senha",
  "mot de passe",
  "db_pass",
  "_pass",
  "pass=",
  "pass =",
  "pass:",
  'pass"',
  "pass'",
];
const KEY_NAMES = [
  "secret",
  "api_key",
  "apikey",
  "api-key",
  "api key",
  "token",
  "access_key",
  "accesskey",
  "auth_key",
  "authkey",
  "private_key",
  "privatekey",
  "credential",
  "client_secret",
  "signing_key",
  "encryption_key",
  "_key",
  "key=",
  "key:",
  '"key"',
  "service_pass",
  "hmac",
  "-key",
];

/** Name, an optional quote, an assignment, then a quoted or bare value. */
const VALUE =
  String.raw`["']?\]?\s{0,10}(?::=|=>|[!=]==?(?=\s{0,3}["'])|==|[:=]|\((?=\s{0,3}["'])|\bis\b|,(?=\s{0,3}["']))\s{0,10}(?:[a-z]{1,2}(?=["']))?(?:@?"([^"\n]{3,300})"|'([^'\n]{3,300})'|` +
  "`([^`\\n]{3,300})`" +
  String.raw`|([^\s"'${"`"};,(){}<>[\]]{4,300})(?![^\s"';,)}\]&]))`;

/** A key set beside its name without any sign between: `acme token 4f5d…`, `acme-key-4f5d…`. */
const BESIDE =
  /(?:secret|private|access|api|auth|token|key|credential)(?:[_ -]?(?:key|token|secret|id))?[\s:=_-]{1,3}["']?(?=[a-z_.-]{0,40}\d)(?=[\d_.-]{0,40}[a-z])([a-z0-9][\w.-]{15,160})(?![\w.-])/i;

export const KEYWORD_PATTERNS: readonly Pattern<KeywordSecret["kind"]>[] = [
  {
    value: "password",
    literals: PASSWORD_NAMES,
    pattern: new RegExp(
      String.raw`(?:pass(?:word|wd|phrase|wort)?|pwd|contraseña|senha|mot de passe)\w{0,20}${VALUE}`,
      "i",
    ),
  },
  {
    value: "key",
    literals: KEY_NAMES,
    pattern: new RegExp(
      String.raw`(?:secret|api[_ -]?key|token|access[_-]?key|auth[_-]?key|private[_-]?key|credentials?|signing[_-]?key|encryption[_-]?key|[_-]key|\bkey|service[_-]?pass|hmac)(?:[_-]?(?:id|key|token|value|secret))?\w{0,20}${VALUE}`,
      "i",
    ),
  },
  { value: "key", literals: ["secret", "private", "access", "token", "key", "credential"], pattern: BESIDE },
  {
    value: "password",
    literals: ["machine"],
    pattern: /\bmachine\s{1,4}\S{3,100}\s{1,8}login\s{1,4}\S{1,100}\s{1,8}password\s{1,4}(\S{4,200})/i,
  },
  {
    value: "connection_string",
    literals: ["://"],
    pattern: /\b[a-z][a-z0-9+.-]{1,30}:\/\/[^\s:@/"'<>{}$]{0,100}:([^\s@/"'<>{}]{3,200})@[^\s@"'<>]{2,200}/i,
  },
  {
    value: "connection_string",
    literals: ["pwd=", "password="],
    pattern:
      /(?:server|data source|host|uid|user(?: id|name)?|driver|addr(?:ess)?|database|jdbc:)[^\n"']{3,300};\s{0,2}(?:pwd|password)\s{0,2}=\s{0,2}([^\s;"']{3,100})/i,
  },
];

const find = patternFinder(KEYWORD_PATTERNS);

export function findKeywordSecrets(text: string): KeywordSecret[] {
  return find(text).flatMap(({ value: kind, match, start }) => {
    const value = match.slice(1).find((group) => group !== undefined);
    const quoted = match[1] !== undefined || match[2] !== undefined;
    if (value === undefined) return [];
    const login = kind === "password" && quoted && isLogin(text.slice(Math.max(0, start - LOGIN_REACH), start), value);
    const phrase = kind === "password" && quoted && isPhrase(value, match[0]);
    if (!login && !phrase && !isSecret(kind, value, match[4] !== undefined)) return [];
    const from = start + match[0].lastIndexOf(value);
    return [{ kind, value, start: from, end: from + value.length }];
  });
}

/** Not a value but the code between two of them. */
const CONCATENATED = /^["']?\s{0,3}[.+]\s|\$_[A-Z]|\(\$/;
const LOGIN_REACH = 200;
const LOGIN =
  /(?:user(?:name)?|login|host(?:name)?|server|uid)["'\]]{0,2}\s{0,4}(?:=>|[:=]|\s)\s{0,4}\\?["'][^"'\n]{2,80}["']/i;

/** Right after a user or host, even a plain word is taken for the password. */
function isLogin(before: string, value: string): boolean {
  return (
    LOGIN.test(before) && !isPlaceholder(value) && !CONCATENATED.test(value) && /^[^\s<>{}()$%]{5,60}$/.test(value)
  );
}

const LABEL =
  /enter|please|must|your|invalid|required|wrong|new|confirm|forgot|reset|pass|mot |contra|senha|strong|weak|should|cannot|match|%/i;

/** Several words in quotes after a plain `=`: a pass phrase, unless it reads like the label of a form. */
function isPhrase(value: string, match: string): boolean {
  if (CONCATENATED.test(value)) return false;
  return (
    /^\S+(?: \S+){1,6}$/.test(value) && value.length <= 60 && /\w["']?\]?\s{0,10}=\s/.test(match) && !LABEL.test(value)
  );
}

/** A password may be a word when it is quoted or in a URL; a key must look drawn. */
function isSecret(kind: KeywordSecret["kind"], value: string, bare: boolean): boolean {
  if (kind === "connection_string") return !/^[*.x]+$|^\$|^%|^your|^</i.test(value);
  if (isPlaceholder(value) || CONCATENATED.test(value)) return false;
  if (kind === "key") return isRandom(value);
  if (/\s|password|passwort|^[/#.:@]|^arn:|[:/]$|::/i.test(value) || !/[\p{L}\p{N}]{3}/u.test(value)) return false;
  const mixed = /\d/.test(value) || /[A-Z].*[a-z]|[a-z].*[A-Z]/.test(value) || /[!@#$%^&*+=?~-]/.test(value);
  return value.length >= 6 && mixed && !(bare && /^[a-z_.]+$/i.test(value)) && !/^[a-z]+(?:[_.-][a-z]+)+$/i.test(value);
}
