/** A folder of its own for each test, gone afterwards. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";

/** Path of a file name inside a fresh folder. */
export function freshFolder(): (name: string) => string {
  const folder = mkdtempSync(join(tmpdir(), "tingsu-store-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return (name) => join(folder, name);
}
