/** Requests about a customer's own data in SQLite. Nothing personal is in these tables; what is held lies where it lay. */
import { unsealText } from "../../privacy/seal.ts";
import type { Holdings, RightsRequest, RightsStore } from "../rights.ts";
import type { Audit } from "./audit.ts";
import type { CaseFiles } from "./cases.ts";
import type { People } from "./people.ts";
import type { Slots, Statements } from "./statements.ts";
import type { Tables } from "./tables.ts";

interface Access {
  write<T>(work: () => T): Promise<T>;
  read<T>(look: () => T): Promise<T>;
}

interface Parts {
  people: People;
  cases: Pick<CaseFiles, "forgetTails">;
  audit: Pick<Audit, "append">;
}

type Row = Tables["rights_requests"];

function requestOf(row: Row): RightsRequest {
  const { id, person, conversation, right, proof, requested_at: requestedAt, due, outcome } = row;
  const answer =
    outcome === null
      ? null
      : {
          outcome,
          at: row.answered_at ?? requestedAt,
          by: { id: row.staff_id ?? "", name: row.staff_name ?? "" },
          notBefore: row.not_before,
          doneAt: row.done_at,
        };
  return { id, person, conversation, right, proof, requestedAt, due, answer };
}

export function createRights(
  { db, prepare, all, first, run }: Statements,
  { people, cases, audit }: Parts,
  { write, read }: Access,
): RightsStore {
  const insert = prepare((p: Slots<Row>) =>
    db
      .insertInto("rights_requests")
      .values(p)
      .onConflict((c) => c.column("id").doNothing()),
  );
  const one = (id: string) => first(db.selectFrom("rights_requests").selectAll().where("id", "=", id));
  const conversationsOf = (person: string) =>
    all(
      db
        .selectFrom("conversations")
        .select(["id", "channel", "created_at"])
        .where("person", "=", person)
        .orderBy("position"),
    );

  function holdings(person: string): Holdings | undefined {
    const key = people.key(person);
    if (!key) return undefined;
    const conversations = conversationsOf(person);
    const ids = conversations.map(({ id }) => id);
    const open = (place: string, sealed: Uint8Array) => unsealText(key, place, sealed);
    return {
      conversations: conversations.map(({ id, channel, created_at }) => ({ id, channel, startedAt: created_at })),
      identities: all(db.selectFrom("identities").selectAll().where("person", "=", person)).map((row) => ({
        channel: row.channel,
        strength: row.strength === "verified" || row.strength === "signed" ? row.strength : "anonymous",
        externalId: open(`identities/${person}/${row.channel}`, row.sealed_external_id),
      })),
      consents: all(db.selectFrom("consents").selectAll().where("conversation", "in", ids)).map((row) => ({
        conversation: row.conversation,
        given: row.given === 1,
        noticeVersion: row.notice_version,
        at: row.at,
      })),
      attachments: all(
        db
          .selectFrom("attachments")
          .select(["id", "conversation", "mime", "size", "sealed_name"])
          .where("conversation", "in", ids),
      ).map(({ id, conversation, mime, size, sealed_name }) => ({
        id,
        conversation,
        mime,
        size,
        name: open(`attachments/${id}/name`, sealed_name),
      })),
    };
  }

  return {
    addRequest: ({ requestedAt, ...request }) =>
      write(() =>
        insert.run({
          ...request,
          requested_at: requestedAt,
          outcome: null,
          answered_at: null,
          staff_id: null,
          staff_name: null,
          not_before: null,
          done_at: null,
        }),
      ).then(() => undefined),
    request: (id) =>
      read(() => {
        const row = one(id);
        return row && requestOf(row);
      }),
    requests: (limit) =>
      read(() => {
        const from = () => db.selectFrom("rights_requests").selectAll();
        const waiting = all(from().where("done_at", "is", null).orderBy("due").orderBy("id").limit(limit));
        const rest = Math.max(0, limit - waiting.length);
        const done = all(from().where("done_at", "is not", null).orderBy("done_at", "desc").limit(rest));
        return [...waiting, ...done].map(requestOf);
      }),
    answerRequest: (id, { outcome, at, by, notBefore, doneAt }) =>
      write(() => {
        if (one(id)?.outcome !== null) return false;
        run(
          db
            .updateTable("rights_requests")
            .set({
              outcome,
              answered_at: at,
              staff_id: by.id,
              staff_name: by.name,
              not_before: notBefore,
              done_at: doneAt,
            })
            .where("id", "=", id),
        );
        return true;
      }),
    finishRequest: (id, at) =>
      write(() => {
        run(db.updateTable("rights_requests").set({ done_at: at }).where("id", "=", id).where("done_at", "is", null));
      }),

    takeBackRequest: (id, { at, by }) =>
      write(() => {
        const known = one(id);
        if (known?.done_at !== null || (known.outcome !== "erased" && known.outcome !== "withheld")) return false;
        const taken = { outcome: "taken-back", staff_id: by.id, staff_name: by.name, not_before: null } as const;
        run(
          db
            .updateTable("rights_requests")
            .set({ ...taken, answered_at: at, done_at: at })
            .where("id", "=", id),
        );
        return true;
      }),

    persons: ({ after, limit }) =>
      read(() =>
        all(
          db
            .selectFrom("persons")
            .select("id")
            .where("wrapped_key", "is not", null)
            .where("id", ">", after)
            .orderBy("id")
            .limit(limit),
        ).map(({ id }) => id),
      ),
    holdings: (person) => read(() => holdings(person)),

    withhold: ({ person, since, request }) =>
      write(() => {
        const known = first(db.selectFrom("withheld").select("person").where("person", "=", person));
        if (known) return;
        run(db.insertInto("withheld").values({ person, since, request }));
        run(db.updateTable("identities").set({ lookup: null }).where("person", "=", person));
        for (const { id } of conversationsOf(person)) {
          cases.forgetTails(id);
          run(db.deleteFrom("gaps").where("conversation", "=", id));
          audit.append(id, since, { actor: "system", action: "withheld", detail: { person, request } });
        }
      }),
    withheld: () => read(() => all(db.selectFrom("withheld").selectAll().orderBy("since"))),
    isWithheld: (conversation) =>
      read(
        () =>
          first(
            db
              .selectFrom("withheld")
              .innerJoin("conversations", "conversations.person", "withheld.person")
              .select("withheld.person")
              .where("conversations.id", "=", conversation),
          ) !== undefined,
      ),
  };
}
