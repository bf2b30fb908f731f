import type { Message } from "#scripts/standins/upstash/engine";
import { matchesGlob } from "#scripts/standins/upstash/store/glob";

type Listener = (message: Message) => void;

/** Publish and subscribe inside one process. */
export class Hub {
  readonly #channels = new Map<string, Set<Listener>>();
  readonly #patterns = new Map<string, Set<Listener>>();

  /** Returns how many subscriptions got the message. */
  publish(channel: string, payload: string): number {
    let receivers = 0;
    for (const listen of this.#channels.get(channel) ?? []) {
      listen({ channel, payload });
      receivers++;
    }
    for (const [pattern, listeners] of this.#patterns) {
      if (!matchesGlob(pattern, channel)) continue;
      for (const listen of listeners) listen({ pattern, channel, payload });
      receivers += listeners.size;
    }
    return receivers;
  }

  subscribe(kind: "channel" | "pattern", name: string, listen: Listener): () => void {
    const registry = kind === "channel" ? this.#channels : this.#patterns;
    const listeners = registry.get(name) ?? new Set();
    registry.set(name, listeners.add(listen));
    return () => {
      listeners.delete(listen);
      if (listeners.size === 0) registry.delete(name);
    };
  }
}
