/** Whoever is looked for weighs the running cases of everybody: without the ended ones, of which there are ever more. */
import { sql } from "kysely";
import type { Migration } from "kysely/migration";

/** As it stands in the index: SQLite uses it where a query says the same, letter by letter. */
export const RUNNING = sql<boolean>`stage not in ('withdrawn', 'closed', 'called-back')`;

export const runningCases: Migration = {
  async up({ schema }) {
    await schema
      .createIndex("case_lives_running")
      .on("case_lives")
      .columns(["owner", "offered_to", "grade"])
      .where(RUNNING)
      .execute();
  },
};
