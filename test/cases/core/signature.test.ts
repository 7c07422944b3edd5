import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sign } from "../../../examples/core/signature.ts";
import {
  SIGNATURE_WINDOW,
  type SignedCall,
  signatureHeaders,
  verifySignature,
} from "../../../src/cases/http/signature.ts";
import { KEY } from "./connecting.ts";

const NOW = Date.parse("2026-11-23T02:00:00Z");
const NONCE = "0123456789abcdef0123456789abcdef";
const CALL: SignedCall = { method: "POST", path: "/core/events?x=1", body: '{"number":"GD1","说":"好"}' };

const verify = (call: SignedCall, headers: Record<string, string>, keys = [KEY], now = NOW) =>
  verifySignature(call, (name) => new Headers(headers).get(name), keys, now);
const signed = (call: SignedCall) => signatureHeaders(call, KEY, { now: NOW, nonce: NONCE });

describe("a signed call", () => {
  it("is the same however it was written down: the bank's side agrees with ours", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), fc.webPath(), (body, path) => {
        const call = { method: "POST", path, body };
        expect(verify(call, sign(KEY, "POST", path, body, NOW)).ok).toBe(true);
      }),
    );
  });

  it("is refused when anything of it was changed", () => {
    const changes: SignedCall[] = [
      { ...CALL, method: "PUT" },
      { ...CALL, path: "/core/events?x=2" },
      { ...CALL, body: `${CALL.body} ` },
    ];
    for (const changed of changes)
      expect(verify(changed, signed(CALL))).toEqual({ ok: false, code: "wrong-signature" });
    for (const [name, value] of [
      ["tingsu-timestamp", String(NOW / 1000 + 1)],
      ["tingsu-nonce", "f123456789abcdef0123456789abcdef"],
      ["tingsu-digest", "0".repeat(64)],
      ["tingsu-key", "somebody"],
      ["tingsu-signature", `v1=${"0".repeat(64)}`],
    ] as const) {
      expect([name, verify(CALL, { ...signed(CALL), [name]: value })]).toEqual([
        name,
        { ok: false, code: "wrong-signature" },
      ]);
    }
  });

  it("is refused without a signature, with half of one, or in another form", () => {
    const { "tingsu-signature": signature, "tingsu-nonce": nonce, ...rest } = signed(CALL);
    expect(verify(CALL, {})).toEqual({ ok: false, code: "unsigned" });
    expect(verify(CALL, rest)).toEqual({ ok: false, code: "unsigned" });
    const headers = { ...rest, "tingsu-nonce": nonce ?? "" };
    expect(verify(CALL, { ...headers, "tingsu-signature": (signature ?? "").slice(3) })).toMatchObject({ ok: false });
    expect(verify(CALL, { ...headers, "tingsu-signature": `${signature}00` })).toMatchObject({ ok: false });
  });

  it("is fresh for five minutes, early or late", () => {
    const edge = SIGNATURE_WINDOW * 1000;
    expect(verify(CALL, signed(CALL), [KEY], NOW + edge).ok).toBe(true);
    expect(verify(CALL, signed(CALL), [KEY], NOW - edge).ok).toBe(true);
    expect(verify(CALL, signed(CALL), [KEY], NOW + edge + 1000)).toEqual({ ok: false, code: "stale" });
    expect(verify(CALL, signed(CALL), [KEY], NOW - edge - 1000)).toEqual({ ok: false, code: "stale" });
  });

  it("may be signed with either secret while one takes the other's place", () => {
    const next = { id: KEY.id, secret: "n".repeat(40) };
    expect(verify(CALL, signed(CALL), [next, KEY]).ok).toBe(true);
    expect(verify(CALL, signed(CALL), [next])).toEqual({ ok: false, code: "wrong-signature" });
    expect(verify(CALL, signed(CALL), [])).toEqual({ ok: false, code: "wrong-signature" });
  });
});
