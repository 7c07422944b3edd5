/** The reference core system's own records, in SQLite: one case for a key, one line for a message id. */
import { DatabaseSync } from "node:sqlite";

export interface Opening {
  key: string;
  record: string;
  department: string;
  due: string;
  receivedAt: string;
}

/** What this side may change, and Tingsu is told. */
export interface Change {
  status?: "open" | "closed";
  department?: string;
  due?: string;
  step?: string;
  finding?: "upheld" | "partly-upheld" | "not-upheld";
}

export interface Case extends Required<Omit<Change, "step" | "finding">> {
  number: string;
  key: string;
  record: string;
  step: string | null;
  finding: string | null;
  /** Counts the changes of this case. */
  sequence: number;
}

const COLUMNS = "number, key, record, status, department, due, step, finding, sequence";

export type Cases = ReturnType<typeof createCases>;

/** `file`: path of the database, or ":memory:". */
export function createCases(file: string) {
  const db = new DatabaseSync(file);
  db.exec(`
    create table if not exists cases (
      id integer primary key autoincrement, number text unique, key text unique not null, record text not null,
      status text not null, department text not null, due text not null, step text, finding text,
      sequence integer not null, opening text not null, how text, closed_at text);
    create table if not exists messages (number text not null, id text not null, at text not null, text text not null,
      primary key (number, id)) without rowid;
    create table if not exists nonces (nonce text primary key, at integer not null) without rowid;
    create table if not exists events (id text primary key, body text not null, sent integer not null default 0);
  `);
  const find = db.prepare(`select ${COLUMNS} from cases where number = ?`);
  const byKey = db.prepare("select number from cases where key = ?");
  const text = (value: unknown) => (typeof value === "string" ? value : null);

  function caseOf(row: Record<string, unknown> | undefined): Case | undefined {
    if (!row) return undefined;
    return {
      number: String(row.number),
      key: String(row.key),
      record: String(row.record),
      status: row.status === "closed" ? "closed" : "open",
      department: String(row.department),
      due: String(row.due),
      step: text(row.step),
      finding: text(row.finding),
      sequence: Number(row.sequence),
    };
  }

  return {
    /** False when it was used before. */
    useNonce(nonce: string, nowMs: number): boolean {
      db.prepare("delete from nonces where at < ?").run(nowMs - 700_000);
      return Number(db.prepare("insert or ignore into nonces values (?, ?)").run(nonce, nowMs).changes) > 0;
    },

    open(opening: Opening & { summary: unknown }): { number: string; created: boolean } {
      const known = text(byKey.get(opening.key)?.number);
      if (known) return { number: known, created: false };
      const { key, record, department, due } = opening;
      const { lastInsertRowid } = db
        .prepare(
          "insert into cases (key, record, status, department, due, sequence, opening) values (?, ?, 'open', ?, ?, 1, ?)",
        )
        .run(key, record, department, due, JSON.stringify(opening));
      const number = `GD${opening.receivedAt.slice(0, 4)}${String(lastInsertRowid).padStart(6, "0")}`;
      db.prepare("update cases set number = ? where id = ?").run(number, lastInsertRowid);
      return { number, created: true };
    },

    supplement(number: string, messages: readonly { id: string; at: string; text: string }[]): void {
      const insert = db.prepare("insert or ignore into messages values (?, ?, ?, ?)");
      for (const message of messages) insert.run(number, message.id, message.at, message.text);
    },

    close(number: string, how: string, at: string): void {
      db.prepare(
        "update cases set status = 'closed', how = ?, closed_at = ?, sequence = sequence + 1 where number = ? and status = 'open'",
      ).run(how, at, number);
    },

    /** What was said goes; number, dates and finding are codes and stay for the figures. An unknown key holds nothing. */
    erase(key: string): void {
      const number = text(byKey.get(key)?.number);
      db.prepare("update cases set opening = '' where key = ?").run(key);
      if (number) db.prepare("update messages set text = '' where number = ?").run(number);
    },
    /** Everything personal that is held of the case. */
    words: (number: string) =>
      [
        ...db.prepare("select opening as words from cases where number = ?").all(number),
        ...db.prepare("select text as words from messages where number = ?").all(number),
      ]
        .map(({ words }) => String(words))
        .join("\n"),

    /** A change made by the people over here. */
    change(number: string, change: Change): Case | undefined {
      const now = caseOf(find.get(number));
      if (!now) return undefined;
      const next = { ...now, ...change };
      db.prepare(
        "update cases set status = ?, department = ?, due = ?, step = ?, finding = ?, sequence = sequence + 1 where number = ?",
      ).run(next.status, next.department, next.due, next.step, next.finding, number);
      return caseOf(find.get(number));
    },

    find: (number: string) => caseOf(find.get(number)),
    messages: (number: string) =>
      db
        .prepare("select id, text from messages where number = ? order by id")
        .all(number)
        .map((row) => ({ id: String(row.id), text: String(row.text) })),

    page(after: number, limit: number): { cases: Case[]; next: number | null } {
      const rows = db.prepare(`select id, ${COLUMNS} from cases where id > ? order by id limit ?`).all(after, limit);
      const cases = rows.flatMap((row) => caseOf(row) ?? []);
      return { cases, next: rows.length < limit ? null : Number(rows.at(-1)?.id) };
    },
    count: () => Number(db.prepare("select count(*) as n from cases").get()?.n),

    queueEvent(id: string, body: string): void {
      db.prepare("insert into events (id, body) values (?, ?)").run(id, body);
    },
    unsentEvents: () =>
      db
        .prepare("select id, body from events where sent = 0")
        .all()
        .map((row) => ({ id: String(row.id), body: String(row.body) })),
    eventSent(id: string): void {
      db.prepare("update events set sent = 1 where id = ?").run(id);
    },
    end(): void {
      db.close();
    },
  };
}
