/** How `npm start` starts the server: what is measured is what people start. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";

const root = join(import.meta.dirname, "..");

/** All arguments of node, paths made whole. */
export function startArguments(): string[] {
  const Package = z.object({ scripts: z.object({ start: z.string().startsWith("node ") }) });
  const { scripts } = Package.parse(JSON.parse(readFileSync(join(root, "package.json"), "utf8")));
  return scripts.start
    .split(" ")
    .slice(1)
    .map((word) => (word.startsWith("-") ? word : join(root, word)));
}

/** Those that set the memory, for what is measured in a process of its own. */
export const memoryArguments = (): string[] => startArguments().filter((word) => word.startsWith("--max-"));
