/** A set of term numbers that is emptied in constant time, and knows its weight; what weighs nothing stays out. */
export class TermBag {
  /** Sum of the weights. */
  mass = 0;
  /** Sum of the squared weights. */
  squares = 0;
  private readonly weights: readonly number[];
  private readonly stamps: Uint32Array;
  private readonly members: Int32Array;
  private stamp = 1;
  private size = 0;

  /** @param weights weight of each term, by number; as many as there will ever be. */
  constructor(weights: readonly number[]) {
    this.weights = weights;
    this.stamps = new Uint32Array(weights.length);
    this.members = new Int32Array(weights.length);
  }

  /** The terms that are in the bag; valid until it changes. */
  get ids(): Int32Array {
    return this.members.subarray(0, this.size);
  }

  clear(): void {
    this.stamp += 1;
    this.size = 0;
    this.mass = 0;
    this.squares = 0;
  }

  add(id: number): void {
    if (this.stamps[id] === this.stamp) return;
    const weight = this.weights[id] ?? 0;
    if (weight === 0) return;
    this.stamps[id] = this.stamp;
    this.members[this.size] = id;
    this.size += 1;
    this.mass += weight;
    this.squares += weight * weight;
  }

  addAll(ids: Int32Array): void {
    for (let at = 0; at < ids.length; at += 1) this.add(ids[at] ?? 0);
  }

  has(id: number): boolean {
    return this.stamps[id] === this.stamp;
  }

  /** Weight of those of the numbers, each given once, that are in the bag. */
  sharedMass(ids: Int32Array): number {
    let sum = 0;
    for (let at = 0; at < ids.length; at += 1) {
      const id = ids[at] ?? 0;
      if (this.stamps[id] === this.stamp) sum += this.weights[id] ?? 0;
    }
    return sum;
  }

  /** Dot product of the weights: what {@link cosine} takes. */
  dot(ids: Int32Array): number {
    let sum = 0;
    for (let at = 0; at < ids.length; at += 1) {
      const id = ids[at] ?? 0;
      const weight = this.weights[id] ?? 0;
      if (this.stamps[id] === this.stamp) sum += weight * weight;
    }
    return sum;
  }
}

/** Cosine of two weighted sets, 0 when they share nothing. */
export function cosine(dot: number, leftSquares: number, rightSquares: number): number {
  return dot === 0 ? 0 : dot / Math.sqrt(leftSquares * rightSquares);
}
