/** Results that are right after changing the unit: "3 * 20 minutes = 1 hour". */
import { compare, multiply, type Rational, rational } from "#lib/guards/trust/math/rational";

/** Smaller unit, larger unit, how many of the first make one of the second. */
const CONVERSIONS: readonly (readonly [RegExp, RegExp, bigint])[] = [
  [/\bcents?\b|¢/i, /[$€£]|\bdollars?\b|\beuros?\b/i, 100n],
  [/\bsec(?:ond)?s?\b/i, /\bmin(?:ute)?s?\b/i, 60n],
  [/\bmin(?:ute)?s?\b/i, /\bh(?:ou)?rs?\b/i, 60n],
  [/\bsec(?:ond)?s?\b/i, /\bh(?:ou)?rs?\b/i, 3_600n],
  [/\bh(?:ou)?rs?\b/i, /\bdays?\b/i, 24n],
  [/\bdays?\b/i, /\bweeks?\b/i, 7n],
  [/\bmonths?\b/i, /\byears?\b/i, 12n],
  [/\bweeks?\b/i, /\byears?\b/i, 52n],
  [/\bdays?\b/i, /\byears?\b/i, 365n],
  [/\binch(?:es)?\b|\bin\b/i, /\bf(?:ee|oo)?t\b/i, 12n],
  [/\bf(?:ee|oo)?t\b/i, /\byards?\b/i, 3n],
  [/\bounces?\b|\boz\b/i, /\bpounds?\b|\blbs?\b/i, 16n],
  [/\bmm\b|\bmillimet/i, /\bcm\b|\bcentimet/i, 10n],
  [/\bcm\b|\bcentimet/i, /\bm\b|\bmet(?:er|re)/i, 100n],
  [/\bm\b|\bmet(?:er|re)|\bg(?:rams?)?\b|\bml\b|\bmillilit/i, /\bkm\b|\bkilo|\bkg\b|\bl\b|\blit(?:er|re)/i, 1_000n],
  [/\beggs?\b|\bdonuts?\b|\bpieces?\b|\broses?\b|\w/i, /\bdozens?\b/i, 12n],
  [/\w/, /\bthousands?\b/i, 1_000n],
  [/\w/, /\bmillions?\b/i, 1_000_000n],
  [/\w/, /%|\bpercent\b/i, 100n],
];

/** Whether `claimed` is `value` in another unit, where both units are named in `text`. */
export function convertible(value: Rational, claimed: Rational, text: string): boolean {
  return CONVERSIONS.some(([small, large, count]) => {
    const factor = rational(count);
    const isMultiple =
      compare(value, multiply(claimed, factor)) === 0 || compare(claimed, multiply(value, factor)) === 0;
    return isMultiple && small.test(text) && large.test(text);
  });
}
