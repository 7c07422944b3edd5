/**
 * WeChat's message encryption (safe mode, 安全模式): AES-256-CBC, the first half of the key as initial vector, over
 * 16 random bytes + length (4 bytes, big endian) + message + AppID, padded by PKCS#7 to blocks of 32 bytes.
 */
import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";

const BLOCK = 32;
const RANDOM = 16;

export interface Crypt {
  /** The message and the key it was under; null for anything that is not a message to this account. */
  open(encrypted: string): { text: string; key: Uint8Array } | null;
  seal(text: string, key: Uint8Array): string;
}

/** `keys` of 32 bytes, the present one first: after a change WeChat uses the one before for a while. */
export function createCrypt({ keys, appId }: { keys: readonly Uint8Array[]; appId: string }): Crypt {
  const owner = Buffer.from(appId);
  return {
    open(encrypted) {
      if (!/^[A-Za-z0-9+/]+={0,2}$/u.test(encrypted)) return null;
      const sealed = Buffer.from(encrypted, "base64");
      if (sealed.length === 0 || sealed.length % 16 !== 0) return null;
      for (const key of keys) {
        const text = messageIn(decrypted(sealed, key), owner);
        if (text !== null) return { text, key };
      }
      return null;
    },
    seal(text, key) {
      const message = Buffer.from(text);
      const length = Buffer.alloc(4);
      length.writeUInt32BE(message.length);
      const plain = Buffer.concat([randomBytes(RANDOM), length, message, owner]);
      const missing = BLOCK - (plain.length % BLOCK);
      const cipher = createCipheriv("aes-256-cbc", key, key.subarray(0, 16)).setAutoPadding(false);
      const padded = Buffer.concat([plain, Buffer.alloc(missing, missing)]);
      return Buffer.concat([cipher.update(padded), cipher.final()]).toString("base64");
    },
  };
}

function decrypted(sealed: Buffer, key: Uint8Array): Buffer {
  const cipher = createDecipheriv("aes-256-cbc", key, key.subarray(0, 16)).setAutoPadding(false);
  return Buffer.concat([cipher.update(sealed), cipher.final()]);
}

function messageIn(padded: Buffer, owner: Buffer): string | null {
  const padding = padded.at(-1) ?? 0;
  if (padding < 1 || padding > BLOCK || padded.subarray(-padding).some((byte) => byte !== padding)) return null;
  const plain = padded.subarray(0, padded.length - padding);
  if (plain.length < RANDOM + 4 + owner.length) return null;
  const end = RANDOM + 4 + plain.readUInt32BE(RANDOM);
  if (!plain.subarray(end).equals(owner)) return null;
  return utf8(plain.subarray(RANDOM + 4, end));
}

/** Null when it isn't UTF-8. */
export function utf8(bytes: Uint8Array): string | null {
  const text = new TextDecoder("utf-8").decode(bytes);
  return Buffer.from(text).equals(withoutMark(bytes)) ? text : null;
}

const withoutMark = (bytes: Uint8Array): Uint8Array =>
  bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? bytes.subarray(3) : bytes;
