/** `count` distinct items in random order, or |count| with repetition when it is negative. */
export function sample<T>(items: readonly T[], count: number): T[] {
  if (count < 0) return items.length === 0 ? [] : Array.from({ length: -count }, () => pick(items));
  const rest = [...items];
  const chosen: T[] = [];
  while (chosen.length < count && rest.length > 0) {
    chosen.push(...rest.splice(Math.floor(Math.random() * rest.length), 1));
  }
  return chosen;
}

function pick<T>(items: readonly T[]): T {
  return items[Math.floor(Math.random() * items.length)] as T;
}
