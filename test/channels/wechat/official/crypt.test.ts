import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createCrypt } from "../../../../src/channels/wechat/official/crypt.ts";
import { isTimely, sameSignature, signatureOf } from "../../../../src/channels/wechat/official/signature.ts";
import { AES_KEY, APP_ID } from "./fake-wechat.ts";
import { encrypt } from "./payloads.ts";

const crypt = createCrypt({ keys: [AES_KEY], appId: APP_ID });
const other = new Uint8Array(32).fill(7);

describe("the signature of a callback", () => {
  it("is the one in WeChat's documentation", () => {
    expect(signatureOf("AAAAA", "1714037059", "486452656")).toBe("899cf89e464efb63f54ddac96b0a0a235f53aa78");
    expect(signatureOf("AAAAA", "1714036504", "1514711492")).toBe("f464b24fc39322e44b38aa78f5edd27bd1441696");
  });

  it("is compared whole", () => {
    const right = signatureOf("AAAAA", "1714037059", "486452656");
    expect(sameSignature(right, right)).toBe(true);
    for (const wrong of ["", right.slice(0, -1), `${right}0`, right.toUpperCase()]) {
      expect(sameSignature(wrong, right)).toBe(false);
    }
  });

  it("speaks for five minutes, and for one minute ahead", () => {
    const now = 1_795_000_000_000;
    const aged = (seconds: number) => isTimely(String(now / 1000 - seconds), now);
    expect([0, 300, -60].map(aged)).toEqual([true, true, true]);
    expect([301, 86_400, -61, -86_400].map(aged)).toEqual([false, false, false, false]);
    for (const odd of ["", "abc", "1e9", "-1", " 1795000000", "NaN"]) expect(isTimely(odd, now)).toBe(false);
  });
});

describe("safe mode", () => {
  it("opens whatever was sealed, whichever side sealed it", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 400 }), (text) => {
        expect(crypt.open(crypt.seal(text, AES_KEY))?.text).toBe(text);
        expect(crypt.open(encrypt(text))?.text).toBe(text);
      }),
    );
  });

  it("opens a message sealed by another implementation (OpenSSL's command line)", () => {
    // 1234567890123456 + length + <xml></xml> + AppID, padded by hand.
    const key = new Uint8Array(Buffer.from("0102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f20", "hex"));
    const known = createCrypt({ keys: [key], appId: "wx0123456789abcdef" });
    expect(
      known.open("6U06DPoguv5y1JyMCDDaV9o2IJbTl8VjU1VvQ5r69X5/NXM1giDQqwWqvU2K2/qVCvP+AmGkYVHxij+sZlo/cQ==")?.text,
    ).toBe("<xml>卡被吞了</xml>");
  });

  it("opens nothing that is for another account, under another key, cut or changed", () => {
    const sealed = crypt.seal("<xml>卡被吞了</xml>", AES_KEY);
    expect(createCrypt({ keys: [AES_KEY], appId: "wx0000000000000000" }).open(sealed)).toBeNull();
    expect(createCrypt({ keys: [AES_KEY], appId: APP_ID.slice(1) }).open(sealed)).toBeNull();
    expect(createCrypt({ keys: [other], appId: APP_ID }).open(sealed)).toBeNull();
    for (const broken of ["", "====", "not base64!", sealed.slice(0, -24), sealed.slice(24), `${sealed}AAAA`]) {
      expect(crypt.open(broken)).toBeNull();
    }
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        expect(crypt.open(Buffer.from(bytes).toString("base64"))).toBeNull();
      }),
    );
  });

  it("opens messages of the key before, and says under which key to answer", () => {
    const changed = createCrypt({ keys: [other, AES_KEY], appId: APP_ID });
    expect(changed.open(crypt.seal("旧", AES_KEY))).toEqual({ text: "旧", key: AES_KEY });
    expect(changed.open(changed.seal("新", other))).toEqual({ text: "新", key: other });
  });
});
