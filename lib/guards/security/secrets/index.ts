/** Secrets: documented token formats, keys and passwords by the name they are assigned to. */
import type { Hit, ScanContext } from "#lib/guards/security/hit";
import { SECRET_FORMATS, type SecretFormat } from "#lib/guards/security/secrets/formats";
import { findKeywordSecrets, type KeywordSecret } from "#lib/guards/security/secrets/keyword";
import { isPlaceholder } from "#lib/guards/security/secrets/placeholder";
import { findVendorSecrets } from "#lib/guards/security/secrets/vendors";
import type { Span } from "#lib/guards/text/mapped";
import { mask } from "#lib/guards/text/mask";
import { type Pattern, type PatternHit, patternFinder } from "#lib/guards/text/match";

const THRESHOLD = 0.5;

/** Those whose literal is not the beginning of the match. */
const INNER_LITERAL = new Set([
  "openai_key",
  "azure_client_secret",
  "azure_devops_token",
  "terraform_token",
  "mailchimp_key",
  "telegram_token",
  "discord_token",
  "newrelic_license",
  "maxmind_key",
  "thingsboard_token",
  "command_line_password",
  "bootstrap_token",
  "npm_legacy_token",
  "asana_secret",
  "okta_key",
  "front_key",
  "telegram_bot",
  "cloudflare_token",
]);

export const TOKEN_PATTERNS: readonly Pattern<SecretFormat>[] = SECRET_FORMATS.map((format) => ({
  value: format,
  pattern: INNER_LITERAL.has(format.id) ? format.pattern : atWordStart(format),
  literals: format.literals,
  anchored: !INNER_LITERAL.has(format.id),
}));

const findTokens = patternFinder(TOKEN_PATTERNS);

function atWordStart({ pattern, literals }: SecretFormat): RegExp {
  const begins = literals.every((literal) => /^\w/.test(literal));
  return begins ? new RegExp(`(?<![A-Za-z0-9])${pattern.source}`, pattern.flags) : pattern;
}

export function detectSecrets(text: string, _context: Pick<ScanContext, "strict">): Hit[] {
  const tokens = findTokens(text)
    .filter((found) => !isSample(found))
    .map((found) => tokenHit(found, text));
  const named = [...findKeywordSecrets(text), ...findVendorSecrets(text).map((span) => vendorSecret(span, text))]
    .filter(({ start, end }) => !tokens.some((token) => token.start < end && start < token.end))
    .map((found) => keywordHit(found));
  return [...tokens, ...named];
}

function vendorSecret({ start, end }: Span, text: string): KeywordSecret {
  return { kind: "key", value: text.slice(start, end), start, end };
}

const SELF_EVIDENT = new Set(["private_key", "putty_key", "bcrypt_hash", "kerberos_hash", "npm_legacy_token"]);

/** Documentation examples (AKIA…EXAMPLE) and runs of one letter. */
function isSample({ value, match }: PatternHit<SecretFormat>): boolean {
  if (value.valid !== undefined && !value.valid(match[0])) return true;
  if (SELF_EVIDENT.has(value.id)) return false;
  return (
    /EXAMPLE/.test(match[0]) ||
    /([A-Za-z])\1{7,}/.test(match[0]) ||
    (value.id === "bearer_header" && isPlaceholder(match[0].slice(7)))
  );
}

function tokenHit({ value: format, match, start, end }: PatternHit<SecretFormat>, text: string): Hit {
  return {
    ...common(format.title),
    detector: `security.secrets.${format.id}`,
    category: format.id,
    severity: format.low === true ? "medium" : "critical",
    score: format.low === true ? 0.7 : 0.97,
    start,
    end,
    evidence: mask(text.slice(start, start + match[0].length)),
  };
}

const KEYWORD_TITLES = {
  password: "Password",
  key: "Key or token",
  connection_string: "Password in a connection string",
};

function keywordHit({ kind, value, start, end }: KeywordSecret): Hit {
  return {
    ...common(KEYWORD_TITLES[kind]),
    detector: `security.secrets.generic_${kind}`,
    category: `generic_${kind}`,
    severity: "high",
    score: kind === "connection_string" ? 0.9 : 0.75,
    start,
    end,
    evidence: mask(value, kind === "key" ? undefined : "PASSWORD"),
  };
}

function common(title: string) {
  return {
    scan: "secrets" as const,
    threshold: THRESHOLD,
    message: `Secret: ${title}.`,
    remediation: "Take it out of the text, revoke it at its issuer and store the new one in a secret store.",
    label: "SECRET",
  };
}
