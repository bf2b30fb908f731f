export type Scored = readonly [member: string, score: number];

/** Members with scores; the order (score, then bytes) is worked out when it is asked for. */
export class SortedSet {
  readonly #scores: Map<string, number>;
  #ordered: Scored[] | undefined;

  constructor(members: Iterable<Scored> = []) {
    this.#scores = new Map(members);
  }

  get size(): number {
    return this.#scores.size;
  }

  score(member: string): number | undefined {
    return this.#scores.get(member);
  }

  set(member: string, score: number): void {
    this.#scores.set(member, score);
    this.#ordered = undefined;
  }

  delete(member: string): boolean {
    this.#ordered = undefined;
    return this.#scores.delete(member);
  }

  /** Lowest first. */
  ordered(): Scored[] {
    this.#ordered ??= [...this.#scores].sort(compare);
    return this.#ordered;
  }
}

function compare([memberA, scoreA]: Scored, [memberB, scoreB]: Scored): number {
  if (scoreA !== scoreB) return scoreA < scoreB ? -1 : 1;
  return memberA < memberB ? -1 : memberA > memberB ? 1 : 0;
}
