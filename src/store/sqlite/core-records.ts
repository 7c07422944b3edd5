/** What is kept of the core system's word, in SQLite. Few calls a second: nothing here is on the path of a turn. */
import type { CoreCase, CoreRecords, Difference, OwnCase } from "../core-records.ts";
import { isoInstant, millis } from "./instant.ts";
import type { Statements } from "./statements.ts";
import type { Tables } from "./tables.ts";

interface Access {
  write<T>(work: () => T): Promise<T>;
  read<T>(look: () => T): Promise<T>;
}

const AGREEMENT = "agreement";
const NO_ROWS = -1;

const FIELDS = ["number", "key", "record", "status", "department", "due", "step", "finding", "sequence"] as const;
const OWN = ["key", "conversation", "record", "number", "status", "department", "due"] as const;

export function createCoreRecords({ db, all, first, run }: Statements, { write, read }: Access): CoreRecords {
  const keptOf = (number: string): CoreCase | undefined =>
    first(db.selectFrom("core_cases").select(FIELDS).where("number", "=", number));

  /** Keys of the outbox begin with the case's: "key/open", "key/supplement/7". */
  function callsOf(key: string): OwnCase["calls"] {
    const found = all(
      db
        .selectFrom("outbox")
        .select("status")
        .where("key", ">", `${key}/`)
        .where("key", "<", `${key}0`)
        .where("destination", "=", "core")
        .where("status", "!=", "done"),
    ).map(({ status }) => status);
    if (found.length === 0) return "none";
    return found.includes("dead") ? "dead" : "waiting";
  }

  const ownCase = (row: Pick<Tables["cases"], (typeof OWN)[number]>): OwnCase => ({ ...row, calls: callsOf(row.key) });
  const cases = () => db.selectFrom("cases").select(OWN);
  /** Conversations of persons who were not erased. */
  const readable = () =>
    db
      .selectFrom("conversations")
      .innerJoin("persons", "persons.id", "conversations.person")
      .select("conversations.id")
      .where("persons.wrapped_key", "is not", null);

  function sameOf(number: string, { field, ours, theirs }: Difference) {
    return first(
      db
        .selectFrom("core_conflicts")
        .select(["id", "settled_at", "settled_by"])
        .where("number", "=", number)
        .where("field", "=", field)
        // "is" holds for null as well.
        .where("ours", "is", ours)
        .where("theirs", "is", theirs)
        .orderBy("id", "desc")
        .limit(1),
    );
  }

  function noteDifference(of: { number: string; key: string | null }, difference: Difference, at: string) {
    const same = sameOf(of.number, difference);
    if (!same) {
      const times = { first_seen_at: at, last_seen_at: at, settled_at: null, settled_by: null };
      const row = first(
        db
          .insertInto("core_conflicts")
          .values({ ...of, ...difference, ...times })
          .returning("id"),
      );
      return { id: row?.id ?? NO_ROWS, fresh: true };
    }
    const again = same.settled_by === AGREEMENT;
    run(
      db
        .updateTable("core_conflicts")
        .set({ last_seen_at: at, ...(again ? { first_seen_at: at, settled_at: null, settled_by: null } : {}) })
        .where("id", "=", same.id),
    );
    return { id: same.id, fresh: again };
  }

  return {
    useNonce: (nonce, at, keptMs) =>
      write(() => {
        run(db.deleteFrom("core_nonces").where("at_ms", "<", millis(at) - keptMs));
        const added = db
          .insertInto("core_nonces")
          .values({ nonce, at_ms: millis(at) })
          .onConflict((c) => c.column("nonce").doNothing());
        return run(added) > 0;
      }),

    keep: (there, at) =>
      write(() => {
        const known = keptOf(there.number);
        const older = known?.sequence != null && (there.sequence === null || there.sequence <= known.sequence);
        if (older || (known && FIELDS.every((field) => known[field] === there[field]))) return false;
        run(db.replaceInto("core_cases").values({ ...there, at: isoInstant(millis(at)) }));
        return true;
      }),
    kept: (number) => read(() => keptOf(number)),

    ownCase: ({ key, number, record }) =>
      read(() => {
        const byKey = key === null ? undefined : first(cases().where("key", "=", key));
        const byNumber = byKey ?? first(cases().where("number", "=", number));
        const found =
          byNumber ??
          (record === null
            ? undefined
            : first(cases().where("record", "=", record).orderBy("requested_at", "desc").limit(1)));
        return found && ownCase(found);
      }),
    ownCases: ({ after, limit }) =>
      read(() =>
        all(
          cases()
            .where("key", ">", after ?? "")
            .where((eb) => eb.or([eb("number", "is not", null), eb("conversation", "in", readable())]))
            .orderBy("key")
            .limit(limit),
        ).map(ownCase),
      ),
    numbers: ({ after, limit }) =>
      read(() =>
        all(
          db
            .selectFrom("core_numbers")
            .select(["key", "number"])
            .where("key", ">", after ?? "")
            .orderBy("key")
            .limit(limit),
        ),
      ),

    differ: (of, differences, at) =>
      write(() => {
        const noted = differences.map((difference) => ({ difference, ...noteDifference(of, difference, at) }));
        const standing = noted.map(({ id }) => id);
        run(
          db
            .updateTable("core_conflicts")
            .set((eb) => ({ settled_at: eb.fn.coalesce("settled_at", eb.val(at)), settled_by: AGREEMENT }))
            .where("number", "=", of.number)
            .where("id", "not in", standing.length > 0 ? standing : [NO_ROWS]),
        );
        return noted.filter(({ fresh }) => fresh).map(({ difference }) => difference);
      }),
    conflicts: (limit) =>
      read(() =>
        all(db.selectFrom("core_conflicts").selectAll().where("settled_at", "is", null).orderBy("id").limit(limit)).map(
          ({ id, number, key, field, ours, theirs, first_seen_at, last_seen_at }) => ({
            ...{ id, number, key, field, ours, theirs },
            firstSeenAt: first_seen_at,
            lastSeenAt: last_seen_at,
          }),
        ),
      ),
    settle: (id, at, by) =>
      write(() => {
        const settled = db
          .updateTable("core_conflicts")
          .set({ settled_at: at, settled_by: by })
          .where("id", "=", id)
          .where("settled_at", "is", null);
        return run(settled) > 0;
      }),

    requeueOpening: (key, at) =>
      write(() => {
        const again = db
          .updateTable("outbox")
          .set({ status: "pending", attempts: 0, due_ms: millis(at), leased_until_ms: 0, died_at: null, error: null })
          .where("key", "=", `${key}/open`)
          .where("status", "!=", "pending")
          .where("conversation", "in", readable());
        return run(again) > 0;
      }),
  };
}
