/** Cuts a text into code, which no optimisation may touch, and prose. */

export interface Block {
  kind: "code" | "prose";
  text: string;
}

const FENCE = /^ {0,3}(`{3,}|~{3,})/;

/** Fenced blocks as Markdown reads them: an open fence runs to the end. Joined, the blocks are the text. */
export function splitBlocks(text: string): Block[] {
  const blocks: Block[] = [];
  let fence: string | null = null;
  let start = 0;
  let at = 0;
  const close = (end: number, kind: Block["kind"]) => {
    if (end > start) blocks.push({ kind, text: text.slice(start, end) });
    start = end;
  };
  while (at < text.length) {
    const newline = text.indexOf("\n", at);
    const end = newline < 0 ? text.length : newline + 1;
    const mark = FENCE.exec(text.slice(at, Math.min(end, at + 20)))?.[1];
    if (fence === null && mark !== undefined) {
      close(at, "prose");
      fence = mark;
    } else if (fence !== null && mark?.startsWith(fence)) {
      close(end, "code");
      fence = null;
    }
    at = end;
  }
  close(text.length, fence === null ? "prose" : "code");
  return blocks;
}

/** Inline code, addresses and quotations: kept to the letter. */
const VERBATIM =
  /`[^`\n]{1,500}`|(?:https?:\/\/|www\.)[^\s<>"]{1,2000}|[\w.+-]{1,64}(?<![\w.+-]{65})@[\w.-]{3,200}|"[^"\n]{1,500}"|“[^”\n]{1,500}”|«[^»\n]{1,500}»/g;

/** Applies `edit` to what lies between the verbatim parts of prose. */
export function editProse(prose: string, edit: (text: string) => string): string {
  let edited = "";
  let last = 0;
  for (const match of prose.matchAll(VERBATIM)) {
    edited += edit(prose.slice(last, match.index)) + match[0];
    last = match.index + match[0].length;
  }
  return edited + edit(prose.slice(last));
}

export function verbatimParts(prose: string): string[] {
  return Array.from(prose.matchAll(VERBATIM), (match) => match[0]);
}
