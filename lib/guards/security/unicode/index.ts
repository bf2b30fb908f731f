/** Hidden text itself: characters nobody sees, and letters borrowed from other scripts. */
import type { Hit, ScanContext } from "#lib/guards/security/hit";
import { findInvisible, type InvisibleKind, type InvisibleRun } from "#lib/guards/text/invisible";

const THRESHOLD = 0.5;
/** This many stray invisible characters happen in honest text, by copying from word processors and web pages. */
const STRAY = 8;

const NAMES: Readonly<Record<InvisibleKind, string>> = {
  tag: "tag characters",
  variation_selector: "variation selectors",
  zero_width: "zero-width characters",
  bidi: "direction controls",
  filler: "blank filler characters",
};

export function detectHiddenText(text: string, _context: Pick<ScanContext, "strict">): Hit[] {
  const runs = findInvisible(text).filter((run) => !run.ordinary);
  const hits = runs
    .filter((run) => run.decoded !== null && run.count >= 3)
    .map((run) => hit(run, 0.9, `${run.count} ${NAMES[run.kind]} carrying text`));
  const stray = runs.filter((run) => run.decoded === null);
  return [...hits, ...strayHits(stray, text)];
}

/** Many invisible characters inside words, or a direction override, are a disguise even when nothing is decoded. */
function strayHits(runs: InvisibleRun[], text: string): Hit[] {
  return (Object.keys(NAMES) as InvisibleKind[]).flatMap((kind) => {
    const of = runs.filter((run) => run.kind === kind);
    const [first, last] = [of[0], of.at(-1)];
    if (first === undefined || last === undefined) return [];
    const total = of.reduce((sum, run) => sum + run.count, 0);
    const override =
      kind === "bidi" && of.some((run) => /[\u202D\u202E\u2066-\u2068]/.test(text.slice(run.start, run.end)));
    const inWords = of.filter((run) => isInsideWord(text, run)).length;
    if (!override && inWords < STRAY && kind !== "tag") return [];
    return [hit({ ...first, end: last.end }, override ? 0.7 : 0.6, `${total} ${NAMES[kind]}`)];
  });
}

function isInsideWord(text: string, run: InvisibleRun): boolean {
  return /[\p{L}\p{N}]/u.test(text.charAt(run.start - 1)) && /[\p{L}\p{N}]/u.test(text.charAt(run.end));
}

function hit(run: Pick<InvisibleRun, "kind" | "start" | "end">, score: number, evidence: string): Hit {
  return {
    scan: "unicode",
    detector: `security.unicode.${run.kind}`,
    category: run.kind,
    severity: score > 0.8 ? "high" : "medium",
    score,
    threshold: THRESHOLD,
    start: run.start,
    end: run.end,
    evidence,
    message: `The text hides ${NAMES[run.kind]} that people do not see but models read.`,
    remediation: "Remove invisible characters before the text reaches a model.",
    label: null,
  };
}
