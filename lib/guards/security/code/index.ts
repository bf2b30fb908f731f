/** Unsafe code, with its weakness number and line, where the text is code or holds fenced code. */
import { type CodeLanguage, guessLanguage, namedLanguage } from "#lib/guards/security/code/languages";
import type { CodeRule } from "#lib/guards/security/code/rule";
import { CODE_RULES } from "#lib/guards/security/code/rules/index";
import type { Hit, ScanContext } from "#lib/guards/security/hit";
import type { Span } from "#lib/guards/text/mapped";
import { type PatternFinder, patternFinder } from "#lib/guards/text/match";

const THRESHOLD = 0.6;
const STRICT_THRESHOLD = 0.5;

interface Block extends Span {
  language: CodeLanguage;
}

export function detectUnsafeCode(text: string, { language, strict }: Pick<ScanContext, "language" | "strict">): Hit[] {
  const threshold = strict ? STRICT_THRESHOLD : THRESHOLD;
  return codeBlocks(text, language)
    .flatMap((block) => findIn(text.slice(block.start, block.end), block).filter((hit) => hit.score >= threshold))
    .map((hit) => ({ ...hit, threshold }));
}

const FENCE = /```([\w+#-]{0,20})[^\n]{0,80}\n([\s\S]*?)(?:```|$)/g;

/** Fenced blocks, or the whole text when it is code. Fences without a known language are judged by content. */
function codeBlocks(text: string, language: string | null): Block[] {
  const given = language === null ? null : namedLanguage(language);
  if (given !== null) return [{ start: 0, end: text.length, language: given }];
  if (language !== null && language !== "") return [];
  if (!text.includes("```")) return whole(text);
  return Array.from(text.matchAll(FENCE)).flatMap((match) => {
    const body = match[2] ?? "";
    const known = namedLanguage(match[1] ?? "") ?? guessLanguage(body);
    if (known === null) return [];
    const start = match.index + match[0].indexOf("\n") + 1;
    return [{ start, end: start + body.length, language: known }];
  });
}

function whole(text: string): Block[] {
  const language = guessLanguage(text);
  return language === null ? [] : [{ start: 0, end: text.length, language }];
}

const FINDERS = new Map<CodeLanguage, PatternFinder<CodeRule>>();

function finderOf(language: CodeLanguage): PatternFinder<CodeRule> {
  const known = FINDERS.get(language);
  if (known !== undefined) return known;
  const built = patternFinder(
    CODE_RULES.filter((rule) => rule.languages.includes(language)).map((rule) => ({
      value: rule,
      literals: rule.literals,
      pattern: new RegExp(rule.pattern.source, `${rule.pattern.flags.replace("m", "")}m`),
    })),
  );
  FINDERS.set(language, built);
  return built;
}

const COMMENT: Readonly<Record<CodeLanguage, RegExp>> = {
  python: /^\s*#/,
  shell: /^\s*#(?!!)/,
  ruby: /^\s*#/,
  sql: /^\s*--/,
  javascript: /^\s*(?:\/\/|\*|\/\*)/,
  java: /^\s*(?:\/\/|\*|\/\*)/,
  csharp: /^\s*(?:\/\/|\*|\/\*)/,
  c: /^\s*(?:\/\/|\*|\/\*)/,
  go: /^\s*(?:\/\/|\*|\/\*)/,
  rust: /^\s*\/\//,
  php: /^\s*(?:\/\/|#|\*|\/\*)/,
};

function findIn(code: string, block: Block): Hit[] {
  return finderOf(block.language)(code).flatMap(({ value: rule, start, end }) => {
    const lineStart = code.lastIndexOf("\n", start - 1) + 1;
    if (COMMENT[block.language].test(code.slice(lineStart, end))) return [];
    const line = lineNumber(code, start + (code.slice(start, end).match(/^\s*/)?.[0].length ?? 0));
    return [toHit(rule, block, start, end, line)];
  });
}

function lineNumber(code: string, at: number): number {
  let line = 1;
  for (let index = code.indexOf("\n"); index !== -1 && index < at; index = code.indexOf("\n", index + 1)) line += 1;
  return line;
}

function toHit(rule: CodeRule, block: Block, start: number, end: number, line: number): Hit {
  return {
    scan: "code",
    detector: `security.code.${block.language}_${rule.id}`,
    category: `CWE-${rule.cwe}`,
    severity: rule.severity,
    score: rule.score,
    threshold: THRESHOLD,
    start: block.start + start,
    end: block.start + end,
    evidence: `CWE-${rule.cwe}, ${block.language}, line ${line}`,
    message: rule.message,
    remediation: rule.remediation,
    label: null,
  };
}
