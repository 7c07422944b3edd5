/**
 * Messages on their way out. Kept in the browser's store, changed by reading
 * and writing it whole, so that two tabs don't overwrite each other's messages.
 * The server stores a client id once, so sending twice is harmless.
 */
import { isQueue, type Pending, readKept, type Shelf } from "./storage.ts";

export interface Queue {
  all(): Pending[];
  /** First that may be sent: order is kept, refused ones wait for the customer. */
  next(): Pending | undefined;
  add(pending: Pending): void;
  remove(clientId: string): void;
  refuse(clientId: string, why: string | null): void;
  clear(): void;
}

export function createQueue(shelf: Shelf): Queue {
  const all = () => readKept(shelf, "queue", isQueue) ?? [];
  const save = (queue: Pending[]) => {
    if (queue.length > 0) shelf.set("queue", JSON.stringify(queue));
    else shelf.remove("queue");
  };
  return {
    all,
    next: () => all().find((pending) => pending.refused === null),
    add: (pending) => save([...all(), pending]),
    remove: (clientId) => save(all().filter((pending) => pending.clientId !== clientId)),
    refuse: (clientId, why) => save(all().map((p) => (p.clientId === clientId ? { ...p, refused: why } : p))),
    clear: () => shelf.remove("queue"),
  };
}

/** Milliseconds before try number `failures` (from 1): doubling to 30 s, `chance` in 0..1 spreads clients out. */
export function backOff(failures: number, chance: number): number {
  return Math.min(30_000, 1_000 * 2 ** (failures - 1)) * (0.75 + chance / 2);
}
