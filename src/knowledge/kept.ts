/** Rows of numbers kept in one file: written whole or not at all, and read as they stand. */
import { randomUUID } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

export interface Rows {
  numbers: readonly Uint32Array[];
  bytes: readonly Int8Array[];
}

export const isKept = (folder: string, name: string): boolean => existsSync(join(folder, name));

/** Null when there is none of that name, it is not whole, or holds another number of rows. */
export function readKept(folder: string, name: string, count: { numbers: number; bytes: number }): Rows | null {
  let raw: Buffer;
  try {
    raw = readFileSync(join(folder, name));
  } catch (error) {
    // Missing or out of reach: it is made anew.
    if (error instanceof Error && "code" in error) return null;
    throw error;
  }
  const parts = count.numbers + count.bytes;
  if (raw.byteLength < 4 * parts) return null;
  // The buffer may begin anywhere in memory; rows of numbers need a place of their own.
  const own = raw.buffer.slice(raw.byteOffset, raw.byteOffset + raw.byteLength);
  const sizes = new Uint32Array(own, 0, parts);
  if (4 * parts + sizes.reduce((sum, size) => sum + size, 0) !== raw.byteLength) return null;
  let at = 4 * parts;
  const next = (part: number) => {
    const size = sizes[part] ?? 0;
    at += size;
    return { at: at - size, size };
  };
  const numbers = Array.from({ length: count.numbers }, (_, n) => {
    const part = next(n);
    return new Uint32Array(own, part.at, part.size / 4);
  });
  const bytes = Array.from({ length: count.bytes }, (_, n) => {
    const part = next(count.numbers + n);
    return new Int8Array(own, part.at, part.size);
  });
  return { numbers, bytes };
}

/** The name of a kept file that begins so, whatever it was made of; undefined where there is none. */
export function keptBefore(folder: string, prefix: string): string | undefined {
  try {
    return readdirSync(folder).find((name) => name.startsWith(prefix));
  } catch (error) {
    if (error instanceof Error && "code" in error) return undefined;
    throw error;
  }
}

/** Keeps the rows under the name and drops other files of its `family`, the part before the first hyphen. False where nothing can be kept. */
export function writeKept(folder: string, name: string, { numbers, bytes }: Rows): boolean {
  const parts = [...numbers, ...bytes].map(({ buffer, byteOffset, byteLength }) =>
    Buffer.from(buffer, byteOffset, byteLength),
  );
  const sizes = Uint32Array.from(parts, ({ byteLength }) => byteLength);
  const family = name.slice(0, name.indexOf("-") + 1);
  try {
    mkdirSync(folder, { recursive: true });
    const fresh = join(folder, `.${randomUUID()}`);
    writeFileSync(fresh, Buffer.concat([Buffer.from(sizes.buffer), ...parts]));
    renameSync(fresh, join(folder, name));
    for (const other of readdirSync(folder))
      if (other.startsWith(family) && other !== name) rmSync(join(folder, other), { force: true });
    return true;
  } catch (error) {
    // A folder that can't be written, or a full disk: the rows are made anew at the next start.
    if (error instanceof Error && "code" in error) return false;
    throw error;
  }
}
