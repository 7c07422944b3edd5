/** The yardstick: durable commits of one small row each, as SQLite on this disk does them with nothing around it. */
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";

/** What the product's store sets as well. */
export const PRAGMAS = ["journal_mode = WAL", "synchronous = FULL"];

const BODY = "x".repeat(200);

export function createRawCommits(folder: string): { measure: (count: number) => number; close: () => void } {
  const database = new DatabaseSync(join(folder, "raw.sqlite"));
  for (const pragma of PRAGMAS) database.exec(`PRAGMA ${pragma}`);
  database.exec("CREATE TABLE IF NOT EXISTS rows (id INTEGER PRIMARY KEY, body TEXT NOT NULL)");
  const insert = database.prepare("INSERT INTO rows (body) VALUES (?)");
  return {
    /** Commits a second, over `count` of them. */
    measure(count) {
      const started = performance.now();
      for (let at = 0; at < count; at += 1) insert.run(BODY);
      return (count * 1000) / (performance.now() - started);
    },
    close: () => database.close(),
  };
}
