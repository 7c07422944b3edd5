/**
 * Sealing: AES-256-GCM with a key per person. Without the key a sealed value is
 * noise, so destroying the key erases the person wherever copies may lie.
 *
 * Sealed bytes: version (1) | nonce (12, random) | ciphertext | tag (16).
 * The place (table and row) is authenticated with them: a value moved to
 * another row does not open.
 */
import {
  createCipheriv,
  createDecipheriv,
  createSecretKey,
  type KeyObject,
  randomBytes,
  randomFillSync,
} from "node:crypto";

const VERSION = 1;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const HEAD_BYTES = 1 + NONCE_BYTES;

const PERSON_KEY_BYTES = 32;

/** A sealed value that does not open: changed, moved, or sealed under another key. */
export class SealError extends Error {
  readonly code = "seal.broken";
  /** Table and row, as given to `seal`. */
  readonly place: string;
  constructor(place: string, cause?: unknown) {
    super(`seal.broken: ${place}`, cause === undefined ? undefined : { cause });
    this.name = "SealError";
    this.place = place;
  }
}

/** A key ready for use. Node takes three times as long with a key as bytes. */
export function sealingKey(bytes: Uint8Array): KeyObject {
  return createSecretKey(bytes);
}

export function createPersonKey(): KeyObject {
  return sealingKey(randomBytes(PERSON_KEY_BYTES));
}

/** A person's key sealed under the wrapping key, as it may be stored. */
export function wrapKey(wrapping: KeyObject, person: string, key: KeyObject): Buffer {
  return seal(wrapping, `persons/${person}`, key.export());
}

/** Undoes `wrapKey`. Throws SealError. */
export function unwrapKey(wrapping: KeyObject, person: string, wrapped: Uint8Array): KeyObject {
  return sealingKey(unseal(wrapping, `persons/${person}`, wrapped));
}

/** Random bytes are drawn for many nonces at a time: one draw costs as much as the rest of a short seal. */
const nonces = Buffer.alloc(NONCE_BYTES * 256);
let nextNonce = nonces.length;

function takeNonce(): Buffer {
  if (nextNonce === nonces.length) {
    randomFillSync(nonces);
    nextNonce = 0;
  }
  const nonce = nonces.subarray(nextNonce, nextNonce + NONCE_BYTES);
  nextNonce += NONCE_BYTES;
  return nonce;
}

/** Seals bytes, or the UTF-8 bytes of a text, for one place ("messages/m-17"). */
export function seal(key: KeyObject, place: string, value: Uint8Array | string): Buffer {
  const nonce = takeNonce();
  const cipher = createCipheriv("aes-256-gcm", key, nonce, { authTagLength: TAG_BYTES });
  cipher.setAAD(Buffer.from(place));
  const body = typeof value === "string" ? cipher.update(value, "utf8") : cipher.update(value);
  // GCM is a stream mode: final() adds no bytes, only the tag.
  cipher.final();
  const sealed = Buffer.allocUnsafe(HEAD_BYTES + body.length + TAG_BYTES);
  sealed[0] = VERSION;
  nonce.copy(sealed, 1);
  body.copy(sealed, HEAD_BYTES);
  cipher.getAuthTag().copy(sealed, HEAD_BYTES + body.length);
  return sealed;
}

/** Opens what `seal` made with the same key for the same place. Throws SealError. */
export function unseal(key: KeyObject, place: string, sealed: Uint8Array): Buffer {
  if (sealed.length < HEAD_BYTES + TAG_BYTES || sealed[0] !== VERSION) throw new SealError(place);
  const end = sealed.length - TAG_BYTES;
  const decipher = createDecipheriv("aes-256-gcm", key, sealed.subarray(1, HEAD_BYTES), { authTagLength: TAG_BYTES });
  decipher.setAAD(Buffer.from(place));
  decipher.setAuthTag(sealed.subarray(end));
  const body = decipher.update(sealed.subarray(HEAD_BYTES, end));
  try {
    decipher.final();
  } catch (error) {
    throw new SealError(place, error);
  }
  return body;
}

/** As `unseal`, read as UTF-8. */
export function unsealText(key: KeyObject, place: string, sealed: Uint8Array): string {
  return unseal(key, place, sealed).toString("utf8");
}
