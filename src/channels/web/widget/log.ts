/** The messages as shown: each once, in order, whatever order or how often they come. */
import type { PublicMessage } from "../schemas.ts";

export interface MessageLog {
  /** In order of seq. A new array after each change. */
  all(): PublicMessage[];
  has(seq: number): boolean;
  /** True when it changed what is shown. */
  put(message: PublicMessage): boolean;
  /** Seq of the last message the server has told: where to go on from. */
  cursor(): number;
  advance(seq: number): void;
  clear(): void;
}

export function createLog(): MessageLog {
  let messages: PublicMessage[] = [];
  let cursor = 0;
  return {
    all: () => messages,
    has: (seq) => messages.some((message) => message.seq === seq),
    put(message) {
      const same = messages.findIndex((known) => known.seq === message.seq || known.id === message.id);
      const known = messages[same];
      if (!known) messages = [...messages, message].sort((a, b) => a.seq - b.seq);
      // told again: the server's word replaces our own guess, never adds to it
      else if (JSON.stringify(known) === JSON.stringify(message)) return false;
      else messages = messages.map((one) => (one === known ? { ...message, seq: known.seq } : one));
      return true;
    },
    cursor: () => cursor,
    advance(seq) {
      cursor = Math.max(cursor, seq);
    },
    clear() {
      messages = [];
      cursor = 0;
    },
  };
}
