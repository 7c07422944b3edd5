/** Small durable counters and tokens: tries of a proof, staff sign-in, numbers of the embedded core system. */
import { sql } from "kysely";
import { isoInstant, millis } from "./instant.ts";
import type { Slots, Statements } from "./statements.ts";
import type { Tables } from "./tables.ts";

type Purpose = Tables["tokens"]["purpose"];

export interface Access {
  /** Inside a write. The window starts with the first try and is not prolonged by later ones. */
  countAttempt(
    key: string,
    now: string,
    limit: number,
    windowMs: number,
  ): { allowed: boolean; left: number; until: string };
  /** Inside a write. */
  saveToken(token: { hash: string; purpose: Purpose; staff: string; expiresAt: string }): void;
  /** Staff id of a sign-in token, which is gone afterwards. Inside a write. */
  redeem(hash: string, now: string): string | undefined;
  /** Staff id of a running session. */
  session(hash: string, now: string): string | undefined;
  /** Inside a write. */
  dropToken(hash: string): void;
  /** Inside a write. */
  coreOpen(key: string, number: string, at: string): { number: string; created: boolean };
}

export function createAccess(statements: Statements): Access {
  const { db, prepare } = statements;
  const selectAttempts = prepare((p: Slots<{ key: string }>) =>
    db.selectFrom("attempts").select(["count", "since_ms"]).where("key", "=", p.key),
  );
  const saveAttempts = prepare((p: Slots<Tables["attempts"]>) => db.replaceInto("attempts").values(p));
  const saveToken = prepare((p: Slots<Tables["tokens"]>) => db.replaceInto("tokens").values(p));
  const dropExpired = prepare((p: Slots<{ now: number }>) => db.deleteFrom("tokens").where("expires_ms", "<=", p.now));
  const dropToken = prepare((p: Slots<{ hash: string }>) => db.deleteFrom("tokens").where("hash", "=", p.hash));
  const redeem = prepare((p: Slots<{ hash: string; now: number }>) =>
    db
      .deleteFrom("tokens")
      .where("hash", "=", p.hash)
      .where("purpose", "=", sql.lit("sign-in"))
      .where("expires_ms", ">", p.now)
      .returning("staff"),
  );
  const selectSession = prepare((p: Slots<{ hash: string; now: number }>) =>
    db
      .selectFrom("tokens")
      .select("staff")
      .where("hash", "=", p.hash)
      .where("purpose", "=", sql.lit("session"))
      .where("expires_ms", ">", p.now),
  );
  const insertNumber = prepare((p: Slots<Tables["core_numbers"]>) =>
    db
      .insertInto("core_numbers")
      .values(p)
      .onConflict((c) => c.column("key").doNothing()),
  );
  const selectNumber = prepare((p: Slots<{ key: string }>) =>
    db.selectFrom("core_numbers").select("number").where("key", "=", p.key),
  );

  return {
    countAttempt(key, now, limit, windowMs) {
      const at = millis(now);
      const known = selectAttempts.first({ key });
      const running = known && at < known.since_ms + windowMs ? known : { count: 0, since_ms: at };
      const count = running.count + 1;
      saveAttempts.run({ key, count, since_ms: running.since_ms });
      const left = Math.max(0, limit - count);
      return { allowed: left > 0, left, until: isoInstant(running.since_ms + windowMs) };
    },
    saveToken({ hash, purpose, staff, expiresAt }) {
      saveToken.run({ hash, purpose, staff, expires_ms: millis(expiresAt) });
    },
    redeem(hash, now) {
      const found = redeem.first({ hash, now: millis(now) })?.staff;
      dropExpired.run({ now: millis(now) });
      return found;
    },
    session: (hash, now) => selectSession.first({ hash, now: millis(now) })?.staff,
    dropToken(hash) {
      dropToken.run({ hash });
    },
    coreOpen(key, number, at) {
      const created = insertNumber.run({ key, number, at }) > 0;
      return { number: selectNumber.first({ key })?.number ?? number, created };
    },
  };
}
