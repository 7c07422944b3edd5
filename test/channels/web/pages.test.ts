import { readdir, readFile } from "node:fs/promises";
import { gunzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { createTestChannel, startTestServer, type TestServer } from "../../fixtures/web-server.ts";

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

const get = (path: string, headers: Record<string, string> = {}) => server.app.request(path, { headers });

describe("the widget's script", () => {
  it("is at most 25 KB gzipped", async () => {
    const response = await get("/widget.js", { "Accept-Encoding": "gzip" });
    expect(response.headers.get("Content-Encoding")).toBe("gzip");
    const bytes = (await response.arrayBuffer()).byteLength;
    expect(bytes).toBeGreaterThan(5_000);
    expect(bytes).toBeLessThanOrEqual(25 * 1024);
  });

  it("is the same script plain", async () => {
    const zipped = await (await get("/widget.js", { "Accept-Encoding": "gzip" })).arrayBuffer();
    const plain = await (await get("/widget.js", { "Accept-Encoding": "identity" })).arrayBuffer();
    expect(gunzipSync(zipped).equals(Buffer.from(plain))).toBe(true);
  });

  it("is made of sources that never turn text into markup or code", async () => {
    const folder = new URL("../../../src/channels/web/widget/", import.meta.url);
    for (const name of await readdir(folder)) {
      const source = await readFile(new URL(name, folder), "utf8");
      expect([name, /innerHTML|InnerHTML|insertAdjacent|document\.write|\beval\(|new Function/.test(source)]).toEqual([
        name,
        false,
      ]);
    }
  });

  it("is fetched once: the same content answers 304", async () => {
    const first = await get("/widget.js", { "Accept-Encoding": "gzip" });
    const etag = first.headers.get("ETag") ?? "";
    const second = await get("/widget.js", { "Accept-Encoding": "gzip", "If-None-Match": etag });
    expect(second.status).toBe(304);
    expect(await second.text()).toBe("");
    const plain = await get("/widget.js", { "If-None-Match": etag });
    expect(plain.status).toBe(200);
  });

  it("may be loaded by the bank's other sites", async () => {
    expect((await get("/widget.js")).headers.get("Cross-Origin-Resource-Policy")).toBe("cross-origin");
  });
});

describe("the pages", () => {
  it.each(["/", "/?lang=en", "/docs"])(
    "%s runs under a policy that allows nothing inline and nothing foreign",
    async (path) => {
      const response = await get(path);
      expect(response.status).toBe(200);
      const policy = response.headers.get("Content-Security-Policy") ?? "";
      expect(policy).toContain("default-src 'none'");
      expect(policy).not.toContain("unsafe");
      const html = await response.text();
      expect(html).not.toMatch(/<[^>]+\son\w+=|<[^>]+\sstyle=|<script(?![^>]*\ssrc=)|<style/);
      expect(html).not.toMatch(/(src|href)="(https?:)?\/\//);
    },
  );

  it("speaks Chinese, and English when asked", async () => {
    expect(await (await get("/")).text()).toMatch(/<html lang="zh-Hans">[\s\S]*澜川银行[\s\S]*data-lang="zh-Hans"/);
    expect(await (await get("/?lang=en")).text()).toMatch(/<html lang="en">[\s\S]*Lanchuan Bank[\s\S]*data-lang="en"/);
    expect(await (await get("/?lang=%22%3E%3Cscript%3E")).text()).toContain('<html lang="zh-Hans">');
  });

  it("answers unknown paths with a problem, not a page", async () => {
    for (const path of ["/nothing", "/site/../api.ts", "/site/%2e%2e%2fapi.ts", "/api/v1/nothing"]) {
      const response = await get(path);
      expect([path, response.status]).toEqual([path, 404]);
      expect(response.headers.get("Content-Type")).toContain("application/problem+json");
    }
  });

  it("says that it lives", async () => {
    expect(await (await get("/healthz")).json()).toEqual({ ok: true });
  });

  it("tells the labels of each language, with an AI word and a generation word", async () => {
    for (const language of ["zh-Hans", "zh-Hant", "en"]) {
      const about = await (await get(`/api/v1/about?language=${language}`)).json();
      expect(about).toMatchObject({ language, hotline: "400-000-9588" });
      expect(about.aiHeader).toMatch(/AI/);
      expect(about.aiHeader).toMatch(/生成|generated/);
    }
  });
});

describe("the API's description", () => {
  const Document = z.object({
    openapi: z.string(),
    paths: z.record(z.string(), z.record(z.string(), z.object({ responses: z.record(z.string(), z.unknown()) }))),
  });

  it("names every route of the API with its refusals, and no other", async () => {
    const { openapi, paths } = Document.parse(await (await get("/openapi.json")).json());
    expect(openapi).toBe("3.1.0");
    const described = Object.entries(paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path.replace(/\{(\w+)\}/g, ":$1")}`),
    );
    const served = createTestChannel()
      .app.routes.filter((route) => route.path.startsWith("/api/v1") && route.method !== "ALL")
      .map((route) => `${route.method} ${route.path}`);
    expect(described.sort()).toEqual([...new Set(served)].sort());
    for (const methods of Object.values(paths)) {
      for (const { responses } of Object.values(methods)) expect(responses).toHaveProperty("429");
    }
  });

  it("is readable as a page", async () => {
    const html = await (await get("/docs")).text();
    for (const words of [
      "/api/v1/conversations/{id}/messages",
      "Last-Event-ID",
      "Retry-After",
      'id="schema-Message"',
    ]) {
      expect(html).toContain(words);
    }
  });
});
