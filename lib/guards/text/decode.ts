/**
 * Other readings of a text: what it says when an encoding in it is undone, also several layers deep. Every view
 * maps back to the original, so that any detector can run on it unchanged.
 */

import type { Decoder } from "#lib/guards/text/decoders/decoder";
import { entities, escapes, percent } from "#lib/guards/text/decoders/escapes";
import { leet, reversed, rot13, spaced } from "#lib/guards/text/decoders/letters";
import { base64, binary, decimal, hex } from "#lib/guards/text/decoders/tokens";
import { compose, MapBuilder, type Mapped } from "#lib/guards/text/mapped";
import { normalise } from "#lib/guards/text/normalise";

export interface View extends Mapped {
  /** The encodings undone, outermost first, e.g. `["base64", "url"]`. */
  encoding: string[];
}

export interface DecodeBudget {
  /** Layers of encoding. */
  depth: number;
  /** Characters all views may have together. */
  characters: number;
  views: number;
}

export const DECODE_BUDGET: DecodeBudget = { depth: 3, characters: 400_000, views: 64 };

const DECODERS: readonly Decoder[] = [
  base64,
  hex,
  binary,
  decimal,
  percent,
  entities,
  escapes,
  rot13,
  reversed,
  leet,
  spaced,
];

/**
 * Views of the normalised text; the text itself is not among them. Linear in `text` for a given budget.
 *
 * @param plain the normalised text, where the caller has it already.
 */
export function decodeViews(text: string, budget: DecodeBudget = DECODE_BUDGET, plain = normalise(text)): View[] {
  return [...reordered(text), ...viewsOf(plain, budget)];
}

const OVERRIDDEN = /\u202E([^\u202C\n]{2,4000})/g;

/** What the eye reads where a right-to-left override turns the letters round. */
function reordered(text: string): View[] {
  const builder = new MapBuilder(text);
  let found = false;
  for (const match of text.matchAll(OVERRIDDEN)) {
    builder.copyTo(match.index);
    builder.replace(
      Array.from(match[1] ?? "")
        .reverse()
        .join(""),
      match.index,
      match.index + match[0].length,
    );
    found = true;
  }
  if (!found) return [];
  builder.copyTo(text.length);
  const turned = builder.build();
  return [{ ...compose(turned, normalise(turned.text)), encoding: ["bidi"] }];
}

/** The same for a text that is already normalised. */
export function viewsOf(base: Mapped, budget: DecodeBudget = DECODE_BUDGET): View[] {
  const views: View[] = [];
  const seen = new Set([base.text]);
  const queue: View[] = [{ ...base, encoding: [] }];
  let left = budget.characters;
  for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
    if (next.encoding.length >= budget.depth) continue;
    for (const view of undo(next)) {
      if (seen.has(view.text) || view.text.length > left || views.length >= budget.views) continue;
      seen.add(view.text);
      left -= view.text.length;
      views.push(view);
      queue.push(view);
    }
  }
  return views;
}

function undo(source: View): View[] {
  return DECODERS.flatMap(({ name, decode }) =>
    decode(source.text).map((decoded) => {
      const plain = compose(compose(source, decoded), normalise(decoded.text));
      return { ...plain, encoding: [...source.encoding, name] };
    }),
  );
}
