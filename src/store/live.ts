/**
 * Live push inside one process: tells readers that something is there to be
 * fetched. Carries no content and may be lost at any time; the store is the
 * truth. Topics: a conversation id, or "desk" for the staff's lists.
 */
export type LiveNews = { kind: "changed" } | { kind: "typing"; who: "bot" | "staff" | "customer" };

export interface Live {
  publish(topic: string, news: LiveNews): void;
  /** Returns the function that ends the subscription. */
  subscribe(topic: string, listener: (news: LiveNews) => void): () => void;
}

export function createLive(): Live {
  const topics = new Map<string, Set<(news: LiveNews) => void>>();
  return {
    publish(topic, news) {
      for (const listener of [...(topics.get(topic) ?? [])]) listener(news);
    },
    subscribe(topic, listener) {
      const listeners = topics.get(topic) ?? new Set();
      listeners.add(listener);
      topics.set(topic, listeners);
      return () => {
        listeners.delete(listener);
        if (listeners.size === 0) topics.delete(topic);
      };
    },
  };
}
