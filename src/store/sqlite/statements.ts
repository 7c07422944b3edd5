/**
 * Queries written with Kysely, compiled once, kept as prepared statements, and run at
 * once. A transaction shared by many operations must not wait between its statements,
 * so nothing here returns a promise.
 */
import type { DatabaseSync, SQLInputValue, StatementSync } from "node:sqlite";
import { type Compilable, Kysely, type RawBuilder, sql } from "kysely";
import { inputValue, nodeSqliteDialect } from "./dialect.ts";
import type { Tables } from "./tables.ts";

/** Stands for a parameter while the query is built. */
class Slot {
  readonly name: string;
  constructor(name: string) {
    this.name = name;
  }
}

export type Slots<P> = { [K in keyof P]: RawBuilder<P[K]> };

interface Prepared<P, O> {
  all(parameters: P): O[];
  first(parameters: P): O | undefined;
  /** Number of rows changed. */
  run(parameters: P): number;
  iterate(parameters: P): IterableIterator<O>;
}

// Row and parameter types are Kysely's, checked against the tables where the query is written;
// node:sqlite knows only "values". The signatures below are the one place where both meet.
function slotsFor<P extends object>(parameters: P): Slots<P>;
function slotsFor(parameters: object): object {
  return Object.fromEntries(Object.keys(parameters).map((name) => [name, sql`${new Slot(name)}`]));
}
function named(parameters: object): Record<string, unknown>;
function named(parameters: object): object {
  return parameters;
}
function typedRows<O>(rows: unknown[]): O[];
function typedRows(rows: unknown[]): unknown[] {
  return rows;
}
function typedRow<O>(row: unknown): O | undefined;
function typedRow(row: unknown): unknown {
  return row;
}
function typedIterator<O>(rows: unknown): IterableIterator<O>;
function typedIterator(rows: unknown): unknown {
  return rows;
}

export interface Statements {
  db: Kysely<Tables>;
  /**
   * A query kept for the life of the store. It is built from the names of the first parameters
   * it is called with; later calls must bring the same names.
   */
  prepare<P extends object, O>(build: (parameters: Slots<P>) => Compilable<O>): Prepared<P, O>;
  /** A query that differs from call to call. */
  all<O>(query: Compilable<O>): O[];
  first<O>(query: Compilable<O>): O | undefined;
  run<O>(query: Compilable<O>): number;
}

export function createStatements(database: DatabaseSync): Statements {
  const db = new Kysely<Tables>({ dialect: nodeSqliteDialect(database) });

  function prepare<P extends object, O>(build: (parameters: Slots<P>) => Compilable<O>): Prepared<P, O> {
    let ready: { statement: StatementSync; parameters: readonly unknown[] } | undefined;
    function bind(parameters: P) {
      if (!ready) {
        const compiled = build(slotsFor(parameters)).compile();
        ready = { statement: database.prepare(compiled.sql), parameters: compiled.parameters };
      }
      const given = named(parameters);
      const values: SQLInputValue[] = [];
      for (const value of ready.parameters) values.push(inputValue(value instanceof Slot ? given[value.name] : value));
      return { statement: ready.statement, values };
    }
    return {
      all(parameters) {
        const { statement, values } = bind(parameters);
        return typedRows<O>(statement.all(...values));
      },
      first(parameters) {
        const { statement, values } = bind(parameters);
        return typedRow<O>(statement.get(...values));
      },
      run(parameters) {
        const { statement, values } = bind(parameters);
        return Number(statement.run(...values).changes);
      },
      iterate(parameters) {
        const { statement, values } = bind(parameters);
        return typedIterator<O>(statement.iterate(...values));
      },
    };
  }

  function values(parameters: readonly unknown[]) {
    return parameters.map(inputValue);
  }
  return {
    db,
    prepare,
    all<O>(query: Compilable<O>) {
      const compiled = query.compile();
      return typedRows<O>(database.prepare(compiled.sql).all(...values(compiled.parameters)));
    },
    first<O>(query: Compilable<O>) {
      const compiled = query.compile();
      return typedRow<O>(database.prepare(compiled.sql).get(...values(compiled.parameters)));
    },
    run<O>(query: Compilable<O>) {
      const compiled = query.compile();
      return Number(database.prepare(compiled.sql).run(...values(compiled.parameters)).changes);
    },
  };
}
