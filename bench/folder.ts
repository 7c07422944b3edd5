/** A folder for one measure, on the disk the repository is on: /tmp may lie in memory, where nothing is durable. */
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";

export function makeFolder(): { path: string; remove: () => void } {
  const cache = join(import.meta.dirname, "../.cache");
  mkdirSync(cache, { recursive: true });
  const path = mkdtempSync(join(cache, "bench-"));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}
