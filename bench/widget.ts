/** The widget as a browser fetches it. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { bundleWidget } from "../src/channels/web/bundle.ts";
import { report } from "./print.ts";

const folder = mkdtempSync(join(tmpdir(), "tingsu-bench-"));
try {
  const { script, gzip } = await bundleWidget({ cacheFolder: folder });
  report([
    { name: "widget, gzip", value: gzip.length / 1024, unit: "KB", goal: { atMost: 25 } },
    { name: "widget, as it is", value: script.length / 1024, unit: "KB" },
  ]);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
