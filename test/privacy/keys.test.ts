import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { deriveKey, loadMasterKey } from "../../src/privacy/keys.ts";

function freshFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "tingsu-keys-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
const bytes = new Uint8Array(32).map((_, index) => index * 7);
const hex = Buffer.from(bytes).toString("hex");

describe("the master key", () => {
  it("is taken from the environment as hex, base64 or URL-safe base64, and no file is made then", async () => {
    const folder = freshFolder();
    for (const text of [
      hex,
      `${hex.toUpperCase()}\n`,
      Buffer.from(bytes).toString("base64"),
      Buffer.from(bytes).toString("base64url"),
    ]) {
      expect(await loadMasterKey({ fromEnvironment: text, folder })).toEqual(bytes);
    }
    expect(readdirSync(folder)).toEqual([]);
  });

  it("of another length is refused, without being repeated in the error", async () => {
    for (const text of ["", "secret", hex.slice(2), `${hex}00`]) {
      const error = await loadMasterKey({ fromEnvironment: text, folder: freshFolder() }).catch((e: unknown) => e);
      expect(error).toMatchObject({ code: "key.malformed" });
      if (text !== "") expect(String(error)).not.toContain(text);
    }
  });

  it("is made on first use, for its owner only, and stays the same", async () => {
    const folder = join(freshFolder(), "data");
    const made = await loadMasterKey({ folder });
    expect(made).toHaveLength(32);
    expect(statSync(join(folder, "master.key")).mode & 0o777).toBe(0o600);
    expect(await loadMasterKey({ folder })).toEqual(made);
    expect(readdirSync(folder)).toEqual(["master.key"]);
    expect(await loadMasterKey({ folder: freshFolder() })).not.toEqual(made);
  });

  it("is the same for all who make it at the same time", async () => {
    const folder = freshFolder();
    const keys = await Promise.all(Array.from({ length: 8 }, () => loadMasterKey({ folder })));
    for (const key of keys) expect(key).toEqual(keys[0]);
    expect(readdirSync(folder)).toEqual(["master.key"]);
  });

  it("is refused when others may read it, and left as it is", async () => {
    const folder = freshFolder();
    const path = join(folder, "master.key");
    writeFileSync(path, hex, { mode: 0o600 });
    expect(await loadMasterKey({ folder })).toEqual(bytes);
    for (const mode of [0o640, 0o604, 0o660]) {
      chmodSync(path, mode);
      await expect(loadMasterKey({ folder })).rejects.toMatchObject({ code: "key.rights" });
    }
    expect(readFileSync(path, "utf8")).toBe(hex);
  });

  it("that was damaged is never replaced by a new one", async () => {
    const folder = freshFolder();
    writeFileSync(join(folder, "master.key"), "half", { mode: 0o600 });
    await expect(loadMasterKey({ folder })).rejects.toMatchObject({ code: "key.malformed" });
    expect(existsSync(join(folder, "master.key"))).toBe(true);
    expect(readFileSync(join(folder, "master.key"), "utf8")).toBe("half");
  });
});

describe("a derived key", () => {
  it("is the same for the same purpose, and another for another purpose or master", () => {
    expect(deriveKey(bytes, "audit")).toEqual(deriveKey(bytes, "audit"));
    expect(deriveKey(bytes, "audit")).not.toEqual(deriveKey(bytes, "tokens"));
    expect(deriveKey(bytes, "audit")).not.toEqual(deriveKey(new Uint8Array(32), "audit"));
    expect(deriveKey(bytes, "audit")).toHaveLength(32);
  });
});
