import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { deriveKey } from "../../src/privacy/keys.ts";
import {
  createPersonKey,
  SealError,
  seal,
  sealingKey,
  unseal,
  unsealText,
  unwrapKey,
  wrapKey,
} from "../../src/privacy/seal.ts";

describe("a sealed value", () => {
  const key = createPersonKey();

  it("opens to what was sealed, whatever it was", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 500 }), fc.string({ unit: "grapheme" }), (bytes, text) => {
        expect(new Uint8Array(unseal(key, "messages/m1", seal(key, "messages/m1", bytes)))).toEqual(bytes);
        const wellFormed = text.toWellFormed();
        expect(unsealText(key, "messages/m1", seal(key, "messages/m1", wellFormed))).toBe(wellFormed);
      }),
    );
  });

  it("does not open after any bit of it was changed", () => {
    const sealed = seal(key, "messages/m1", "卡被吞了");
    fc.assert(
      fc.property(fc.nat(sealed.length * 8 - 1), (bit) => {
        const changed = new Uint8Array(sealed);
        changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7));
        expect(() => unseal(key, "messages/m1", changed)).toThrow(SealError);
      }),
      { numRuns: 500 },
    );
  });

  it("does not open when cut short", () => {
    const sealed = seal(key, "messages/m1", "");
    for (let length = 0; length < sealed.length; length += 1) {
      expect(() => unseal(key, "messages/m1", sealed.subarray(0, length))).toThrow(SealError);
    }
  });

  it("does not open in another place or under another key", () => {
    const sealed = seal(key, "messages/m1", "卡被吞了");
    expect(() => unseal(key, "messages/m2", sealed)).toThrow(SealError);
    expect(() => unseal(createPersonKey(), "messages/m1", sealed)).toThrow(SealError);
  });

  it("never looks the same twice", () => {
    const seals = Array.from({ length: 2_000 }, () => seal(key, "messages/m1", "好的").toString("hex"));
    expect(new Set(seals).size).toBe(2_000);
    // The nonce, behind the version byte.
    expect(new Set(seals.map((sealed) => sealed.slice(2, 26))).size).toBe(2_000);
  });

  it("names its place in the error, and nothing of the content", () => {
    const sealed = seal(key, "messages/m1", "6222021234567890123");
    let message = "";
    try {
      unseal(key, "messages/m2", sealed);
    } catch (error) {
      message = String(error);
    }
    expect(message).toBe("SealError: seal.broken: messages/m2");
  });
});

describe("a person's key", () => {
  const wrapping = sealingKey(deriveKey(new Uint8Array(32).fill(7), "wrap-person-keys"));

  it("comes back from its wrapping, for its own person only", () => {
    const key = createPersonKey();
    const wrapped = wrapKey(wrapping, "p1", key);
    expect(unwrapKey(wrapping, "p1", wrapped).equals(key)).toBe(true);
    expect(() => unwrapKey(wrapping, "p2", wrapped)).toThrow(SealError);
    expect(wrapped.includes(key.export())).toBe(false);
  });
});
