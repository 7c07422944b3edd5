/** What a process holds in memory, as Linux counts it. */
import { readFileSync } from "node:fs";

/** Resident memory in MB; null where there is no /proc. */
export function residentMegabytes(pid: number): number | null {
  if (process.platform !== "linux") return null;
  const line = /^VmRSS:\s+(\d+) kB$/mu.exec(readFileSync(`/proc/${pid}/status`, "utf8"));
  return line?.[1] ? Number(line[1]) / 1024 : null;
}
