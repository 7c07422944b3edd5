/** Rate limits in memory: token buckets by key. Several machines behind one address need shared ones. */

export interface Rate {
  /** How many at once. */
  burst: number;
  /** How many more each second afterwards. */
  perSecond: number;
}

export interface WebRates {
  /** All API calls of one address. Generous: a branch's guests share one. */
  address: Rate;
  /** New conversations of one address. */
  opening: Rate;
  /** Messages of one visitor: upset people write many short ones. */
  messages: Rate;
  /** Files of one visitor. */
  attachments: Rate;
  /** Everything else of one visitor: fetching, typing, read marks. */
  other: Rate;
}

export const defaultRates: WebRates = {
  address: { burst: 300, perSecond: 30 },
  opening: { burst: 30, perSecond: 0.5 },
  messages: { burst: 30, perSecond: 1 },
  attachments: { burst: 10, perSecond: 0.2 },
  other: { burst: 120, perSecond: 6 },
};

export interface Limiter {
  /** Takes one; 0 when there was one, otherwise milliseconds until there will be. */
  take(key: string): number;
}

/** `now` in milliseconds. The least recently used keys are forgotten above `maxKeys`. */
export function createLimiter(rate: Rate, now: () => number, maxKeys = 20_000): Limiter {
  const buckets = new Map<string, { left: number; at: number }>();
  return {
    take(key) {
      const at = now();
      const bucket = buckets.get(key) ?? { left: rate.burst, at };
      const left = Math.min(rate.burst, bucket.left + (Math.max(0, at - bucket.at) / 1000) * rate.perSecond);
      buckets.delete(key);
      buckets.set(key, { left: left >= 1 ? left - 1 : left, at });
      if (buckets.size > maxKeys) {
        const oldest = buckets.keys().next();
        if (!oldest.done) buckets.delete(oldest.value);
      }
      return left >= 1 ? 0 : Math.ceil(((1 - left) / rate.perSecond) * 1000);
    },
  };
}

/** One key for a household: an IPv6 customer owns a whole /64. */
export function addressKey(address: string): string {
  if (!address.includes(":")) return address;
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address);
  if (mapped?.[1]) return mapped[1];
  const [head = "", tail = ""] = address.split("::");
  const front = head.split(":").filter(Boolean);
  const back = tail.split(":").filter(Boolean);
  const zeros = address.includes("::") ? Array<string>(Math.max(0, 8 - front.length - back.length)).fill("0") : [];
  return [...front, ...zeros, ...back].slice(0, 4).join(":");
}
