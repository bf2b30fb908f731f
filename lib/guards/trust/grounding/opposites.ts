/** Pairs of words that cannot both be said of one thing, compared by stem. */
import { stem } from "#lib/guards/trust/grounding/stem";

const PAIRS = `first last|first second|more less|more fewer|higher lower|increase decrease|rise fall|before after|
north south|east west|northern southern|eastern western|male female|man woman|husband wife|son daughter|brother sister|
mother father|win lose|born died|largest smallest|biggest smallest|oldest youngest|older younger|early late|earlier later|
true false|allow forbid|legal illegal|open close|begin end|start finish|success failure|accept reject|buy sell|
import export|above below|inside outside|major minor|maximum minimum|hot cold|warm cool|long short|tall short|fast slow|
rich poor|strong weak|public private|domestic wild|ancient modern|urban rural|winter summer|day night|left right|
upper lower|positive negative|gain loss|profit loss|safe dangerous|common rare|easy difficult|same different|
mandatory optional|required optional|permanent temporary|fiction nonfiction|amateur professional|single multiple|
married divorced|alive dead|arrive depart|enter leave|expand shrink|approve deny|include exclude|support oppose|
indoor outdoor|vegetarian carnivore|living extinct|monthly yearly|daily weekly|weekly monthly|daily monthly`;

export const OPPOSITES: ReadonlyMap<string, readonly string[]> = build();

function build(): Map<string, string[]> {
  const map = new Map<string, string[]>();
  for (const pair of PAIRS.split("|")) {
    const [first = "", second = ""] = pair.trim().split(" ").map(stem);
    map.set(first, [...(map.get(first) ?? []), second]);
    map.set(second, [...(map.get(second) ?? []), first]);
  }
  return map;
}
