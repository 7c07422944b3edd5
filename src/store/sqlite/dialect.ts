/** Kysely over `node:sqlite`: a thin shim of `prepare`. */
import type { DatabaseSync, SQLInputValue } from "node:sqlite";
import { type Dialect, SqliteAdapter, SqliteDriver, SqliteIntrospector, SqliteQueryCompiler } from "kysely";

/** A value as node:sqlite takes it. Throws TypeError for what SQLite cannot hold. */
export function inputValue(value: unknown): SQLInputValue {
  if (value === null || typeof value === "string" || typeof value === "number" || typeof value === "bigint")
    return value;
  if (value instanceof Uint8Array) return value;
  if (typeof value === "boolean") return value ? 1 : 0;
  throw new TypeError(`a ${typeof value} cannot be a column value`);
}

/** Kysely holds that SQLite cannot change tables in a transaction; it can, so half a migration never stays. */
class TransactionalAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}

export function nodeSqliteDialect(database: DatabaseSync): Dialect {
  const shim = {
    close: () => database.close(),
    prepare(sql: string) {
      const statement = database.prepare(sql);
      return {
        reader: statement.columns().length > 0,
        all: (parameters: readonly unknown[]) => statement.all(...parameters.map(inputValue)),
        run: (parameters: readonly unknown[]) => statement.run(...parameters.map(inputValue)),
        iterate: (parameters: readonly unknown[]) => statement.iterate(...parameters.map(inputValue)),
      };
    },
  };
  return {
    createAdapter: () => new TransactionalAdapter(),
    createDriver: () => new SqliteDriver({ database: shim }),
    createIntrospector: (db) => new SqliteIntrospector(db),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  };
}
