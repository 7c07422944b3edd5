/** The contract in docs/core-system.yaml, against what is sent, read and served. */
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { z } from "zod";
import { sign } from "../../../examples/core/signature.ts";
import { ROOT } from "../../system/server.ts";
import { KEY } from "./connecting.ts";
import { referenceCore } from "./reference-core.ts";
import { wireSchemas } from "./wire-schemas.ts";

const Document = z.object({
  paths: z.record(z.string(), z.record(z.string(), z.unknown())),
  components: z.object({ schemas: z.record(z.string(), z.unknown()) }),
});
const text = readFileSync(`${ROOT}/docs/core-system.yaml`, "utf8");
const document = Document.parse(parse(text));

describe("the written contract", () => {
  it("has the schemas that are spoken, word for word", () => {
    expect(document.components.schemas).toEqual(wireSchemas());
  });

  it("refers to nothing it doesn't hold", () => {
    const referred = [...text.matchAll(/#\/components\/schemas\/(\w+)/gu)].map(([, name]) => name);
    expect([...new Set(referred)].filter((name) => !name || !(name in document.components.schemas))).toEqual([]);
  });

  it("has the calls the reference core serves, each of them signed", async () => {
    const { url } = await referenceCore();
    const answers = { "/cases get": [200], "/cases post": [422, "invalid"] };
    const unknown = [404, "unknown-case"];
    const calls = Object.entries(document.paths).flatMap(([path, methods]) =>
      ["get", "post"].filter((method) => method in methods).map((method) => ({ method, path })),
    );
    const expected = {
      ...answers,
      "/cases/{number}/supplements post": unknown,
      "/cases/{number}/closing post": unknown,
      "/erasures post": [422, "invalid"],
    };
    expect(calls.map(({ path, method }) => `${path} ${method}`).toSorted()).toEqual(Object.keys(expected).toSorted());
    for (const { method, path } of calls) {
      const verb = method.toUpperCase();
      const where = path.replace("{number}", "NONE-1");
      const body = verb === "POST" ? "{}" : "";
      const unsigned = await fetch(`${url}${where}`, { method: verb, ...(body ? { body } : {}) });
      expect([where, unsigned.status]).toEqual([where, 401]);
      const headers = sign(KEY, verb, where, body, Date.now());
      const signed = await fetch(`${url}${where}`, { method: verb, headers, ...(body ? { body } : {}) });
      const { code } = z.object({ code: z.string().optional() }).parse(await signed.json());
      expect([signed.status, ...(code ? [code] : [])]).toEqual(
        new Map(Object.entries(expected)).get(`${path} ${method}`),
      );
    }
  });
});
