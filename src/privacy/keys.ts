/**
 * The master key: 32 bytes that everything personal depends on. It comes from
 * the environment, or lies in a file that only its owner may read.
 */
import { hkdfSync, randomBytes } from "node:crypto";
import { link, mkdir, open, readFile, stat, unlink } from "node:fs/promises";
import { join } from "node:path";

export const MASTER_KEY_BYTES = 32;

export class KeyError extends Error {
  readonly code: "key.malformed" | "key.rights" | "key.unreadable";
  constructor(code: KeyError["code"], message: string, cause?: unknown) {
    super(`${code}: ${message}`, cause === undefined ? undefined : { cause });
    this.name = "KeyError";
    this.code = code;
  }
}

/** 32 bytes as 64 hex digits or as base64 (standard or URL-safe, padding optional). */
function parseKey(text: string, source: string): Uint8Array {
  const trimmed = text.trim();
  if (/^[0-9a-f]{64}$/i.test(trimmed)) return new Uint8Array(Buffer.from(trimmed, "hex"));
  if (/^[A-Za-z0-9+/_-]{43}=?$/.test(trimmed)) return new Uint8Array(Buffer.from(trimmed, "base64"));
  throw new KeyError("key.malformed", `${source} must hold ${MASTER_KEY_BYTES} bytes as hex or base64`);
}

function missing(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "ENOENT";
}

async function readKeyFile(path: string): Promise<Uint8Array | undefined> {
  let mode: number;
  let text: string;
  try {
    ({ mode } = await stat(path));
    text = await readFile(path, "utf8");
  } catch (error) {
    if (missing(error)) return undefined;
    throw new KeyError("key.unreadable", `${path} cannot be read`, error);
  }
  if ((mode & 0o077) !== 0) {
    const rights = (mode & 0o777).toString(8);
    throw new KeyError("key.rights", `${path} may be read by others (${rights}); run: chmod 600 ${path}`);
  }
  return parseKey(text, path);
}

/** Puts the whole file in place in one step, so that a crash never leaves half a key. */
async function createKeyFile(path: string): Promise<void> {
  const draft = `${path}.${randomBytes(6).toString("hex")}`;
  const file = await open(draft, "wx", 0o600);
  try {
    await file.writeFile(`${randomBytes(MASTER_KEY_BYTES).toString("base64")}\n`);
    await file.sync();
  } finally {
    await file.close();
  }
  try {
    await link(draft, path);
  } catch (error) {
    // Somebody else was faster: theirs is the key.
    if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) {
      throw new KeyError("key.unreadable", `${path} cannot be written`, error);
    }
  } finally {
    await unlink(draft);
  }
}

/**
 * The master key, 32 bytes: from `fromEnvironment` (hex or base64) when given, else from
 * `folder`/master.key, which is made with mode 0600 when it is not there.
 * Throws KeyError: malformed, readable by others, unreadable.
 */
export async function loadMasterKey(source: { fromEnvironment?: string; folder: string }): Promise<Uint8Array> {
  if (source.fromEnvironment !== undefined) return parseKey(source.fromEnvironment, "the master key setting");
  const path = join(source.folder, "master.key");
  const found = await readKeyFile(path);
  if (found) return found;
  await mkdir(source.folder, { recursive: true, mode: 0o700 });
  await createKeyFile(path);
  const made = await readKeyFile(path);
  if (!made) throw new KeyError("key.unreadable", `${path} disappeared`);
  return made;
}

/**
 * A key of 32 bytes for one purpose, by HKDF-SHA-256 (RFC 5869). Keys of different
 * purposes say nothing about each other or the master key.
 */
export function deriveKey(master: Uint8Array, purpose: string): Uint8Array {
  return new Uint8Array(hkdfSync("sha256", master, new Uint8Array(0), `tingsu/v1/${purpose}`, 32));
}
