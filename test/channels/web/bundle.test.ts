import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { bundleWidget } from "../../../src/channels/web/bundle.ts";

let cacheFolder: string;
beforeEach(async () => {
  cacheFolder = await mkdtemp(join(tmpdir(), "tingsu-bundle-"));
});
afterEach(() => rm(cacheFolder, { recursive: true, force: true }));

describe("the widget's bundle", () => {
  it("is the same from the same sources, and one file in the cache", async () => {
    const [one, two] = await Promise.all([bundleWidget({ cacheFolder }), bundleWidget({ cacheFolder })]);
    expect(one.hash).toBe(two.hash);
    expect(await readdir(cacheFolder)).toHaveLength(1);
  });

  it("is read from the cache when the sources are the same", async () => {
    await bundleWidget({ cacheFolder });
    const [file] = await readdir(cacheFolder);
    await writeFile(join(cacheFolder, file ?? ""), "cached");
    expect(new TextDecoder().decode((await bundleWidget({ cacheFolder })).script)).toBe("cached");
  });

  it("makes its cache folder", async () => {
    const deep = join(cacheFolder, "a/b");
    expect((await bundleWidget({ cacheFolder: deep })).script.length).toBeGreaterThan(10_000);
  });
});
