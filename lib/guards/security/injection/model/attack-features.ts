/** What the attack model sees of a stretch of text: its words where it is English, concepts and rules in any language. */
import type { Features } from "#lib/guards/security/injection/model/linear";
import type { Signal } from "#lib/guards/security/injection/signal";
import type { Tag } from "#lib/guards/security/injection/tag";
import { type HashedWords, isEnglish, pairHash } from "#lib/guards/text/hashed-words";
import type { Span } from "#lib/guards/text/mapped";

export const ATTACK_BUCKETS = 1 << 15;
/** Words of one stretch, and how far apart stretches begin. */
const STRETCH = 160;
const STEP = 80;

export interface Stretch extends Span {
  features: Features;
}

/**
 * Stretches with something to judge: English words, or evidence of the rules in any language.
 *
 * @param signals that evidence, with its weight in log-odds.
 */
export function attackStretches(words: HashedWords, tags: readonly Tag[], signals: readonly Signal[]): Stretch[] {
  const count = words.hashes.length;
  const stretches: Stretch[] = [];
  for (let first = 0; first < count; first += STEP) {
    const last = Math.min(count, first + STRETCH);
    const span = { start: words.starts[first] ?? 0, end: words.ends[last - 1] ?? 0 };
    const hashed = hashedFeatures(words.hashes.slice(first, last));
    const evidence = within(signals, span);
    if (hashed.size > 0 || evidence.length > 0) {
      stretches.push({
        ...span,
        features: { hashed, named: namedFeatures(within(tags, span), evidence, last - first) },
      });
    }
    if (last === count) break;
  }
  return stretches;
}

function within<Item extends Span>(items: readonly Item[], { start, end }: Span): Item[] {
  return items.filter((item) => item.start < end && item.end > start);
}

/** Words of other languages say nothing: the attacks to learn from would make every foreign word look like one. */
function hashedFeatures(hashes: readonly number[]): ReadonlySet<number> {
  const features = new Set<number>();
  if (!isEnglish(hashes)) return features;
  let previous = 0;
  for (const hash of hashes) {
    features.add(hash & (ATTACK_BUCKETS - 1));
    features.add(pairHash(previous, hash) & (ATTACK_BUCKETS - 1));
    previous = hash;
  }
  return features;
}

const STRONG = 6;

function namedFeatures(tags: readonly Tag[], signals: readonly Signal[], length: number): ReadonlyMap<string, number> {
  const named = new Map<string, number>();
  for (const tag of tags) named.set(tag.concept, 1);
  const families = new Map<string, number>();
  for (const { id, family, weight } of signals) {
    named.set(`rule ${id}`, Math.max(named.get(`rule ${id}`) ?? 0, Math.min(1, weight / STRONG)));
    families.set(family, Math.max(families.get(family) ?? 0, weight));
  }
  const evidence = [...families.values()].reduce((sum, weight) => sum + weight, 0);
  named.set("evidence", Math.min(2, evidence / STRONG));
  named.set("length", Math.log2(length + 1) / 8);
  return named;
}
