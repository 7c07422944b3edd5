import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { z } from "zod";
import { createKnowledge } from "../../../src/knowledge/answer.ts";
import { createClauseVectors } from "../../../src/knowledge/llm/clause-vectors.ts";
import { withEmbeddings } from "../../../src/knowledge/llm/embedded.ts";
import { loadSynonyms } from "../../../src/knowledge/meanings.ts";
import { loadPolicies } from "../../../src/knowledge/policies.ts";
import { fuse } from "../../../src/knowledge/search.ts";
import { jiebaCutter } from "../../../src/knowledge/words.ts";
import { createEmbedder } from "../../../src/model/embedder.ts";
import { detectPersonal } from "../../../src/privacy/detect.ts";
import { SETTINGS } from "../../model/asking.ts";

const { policies } = loadPolicies("test/fixtures/policies");
const { synonyms } = loadSynonyms("bank/synonyms.yaml");
const cutter = jiebaCutter();
const alone = createKnowledge({ policies, synonyms, cutter });
const today = { language: "zh-Hans", on: "2026-11-21" } as const;

const Body = z.object({ model: z.string(), input: z.array(z.string()) });

/** An endpoint that knows one thing: what speaks of parking lies in one direction, all else in another. */
async function endpoint() {
  const sent: string[][] = [];
  const server = { broken: "" as "" | "html" | "short" | "error" | "silent" };
  const http = createServer((request, response) => {
    let raw = "";
    request.on("data", (chunk) => {
      raw += String(chunk);
    });
    request.on("end", () => {
      const { input } = Body.parse(JSON.parse(raw));
      sent.push(input);
      const data = input.map((text, index) => ({
        index,
        embedding: /停车|parking|车位/u.test(text) ? [1, 0, 0] : [0, 1, 0],
      }));
      if (server.broken === "silent") return;
      response.writeHead(server.broken === "error" ? 500 : 200, { "content-type": "application/json" });
      if (server.broken === "html") response.end("<html></html>");
      else
        response.end(
          JSON.stringify({ data: server.broken === "short" ? data.slice(1) : data, model: "e", object: "list" }),
        );
    });
  });
  await new Promise<void>((resolve) => http.listen(0, "127.0.0.1", resolve));
  const address = http.address();
  const port = typeof address === "object" && address ? address.port : 0;
  const stop = () => {
    http.close();
    http.closeAllConnections();
  };
  return { url: `http://127.0.0.1:${port}/v1`, sent, server, stop };
}

let folder: string;
let model: Awaited<ReturnType<typeof endpoint>>;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "embeddings-"));
  model = await endpoint();
});
afterEach(() => {
  model.stop();
  rmSync(folder, { recursive: true, force: true });
});

function embedding() {
  const news: { embedded: number; missing: number; reason: string | null }[] = [];
  const now = () => "2026-11-21T02:00:00Z";
  const settings = {
    ...SETTINGS,
    url: model.url,
    name: "e",
    timeoutMs: 500,
    breaker: { failures: 100, pauseMs: 1000 },
  };
  const embedder = createEmbedder(settings, { now, today: () => "2026-11-21", detectPersonal });
  const vectors = createClauseVectors({ embedder, keepIn: folder, now, report: (one) => news.push(one) });
  const knowledge = createKnowledge({
    policies,
    synonyms,
    cutter,
    searchWith: (index, search) => withEmbeddings(index, search, { embedder, vectors }),
  });
  const find = async (question: string) => {
    const turn = { conversation: "c1", signal: AbortSignal.timeout(5000) };
    const found = await (await knowledge.retriever({ ...today, turn, limit: 3 })).invoke(question);
    return found.map(({ metadata }) => metadata);
  };
  return { find, vectors, news };
}

const builtIn = async (question: string) =>
  (await (await alone.retriever({ ...today, limit: 3 })).invoke(question)).map(({ metadata }) => metadata);

describe("embeddings beside the built-in search", () => {
  it("bring up what the words alone don't, and never what the customer may not see", async () => {
    const { find, vectors } = embedding();
    const question = "年费 车位";
    expect((await builtIn(question))[0]?.policy).not.toBe("parking");
    await find(question);
    await vectors.idle();
    const found = await find(question);
    expect(found.map(({ policy }) => policy)).toContain("parking");
    expect(found.map(({ policy }) => policy)).not.toContain("compensation");
    expect(found[0]?.score).toBe((await builtIn(question))[0]?.score);
  });

  it("are asked for once, kept by clause and model, and the customer's number stays here", async () => {
    const first = embedding();
    await first.find("停车收费吗");
    await first.vectors.idle();
    await first.find("停车收费吗，我的电话13800138000");
    expect(first.news).toEqual([{ embedded: expect.any(Number), missing: 0, reason: null }]);
    expect(model.sent.flat().join()).not.toContain("13800138000");
    const before = model.sent.length;
    const second = embedding();
    await second.find("停车收费吗");
    await second.vectors.idle();
    // Only the question itself.
    expect(model.sent.slice(before).map((texts) => texts.length)).toEqual([1]);
  });

  it.each(["html", "short", "error", "silent"] as const)(
    "an endpoint that fails (%s) changes nothing",
    async (fault) => {
      const { find, vectors } = embedding();
      await find("停车收费吗");
      await vectors.idle();
      model.server.broken = fault;
      expect(await find("白金卡年费多少")).toEqual(await builtIn("白金卡年费多少"));
    },
  );

  it("an endpoint that fails from the start is left alone for a while", async () => {
    model.server.broken = "error";
    const { find, vectors, news } = embedding();
    for (let round = 0; round < 3; round += 1) {
      expect(await find("白金卡年费多少")).toEqual(await builtIn("白金卡年费多少"));
      await vectors.idle();
    }
    expect(news).toEqual([{ embedded: 0, missing: expect.any(Number), reason: "server" }]);
  });
});

it("fused lists keep what stands high in both first", () => {
  const order = fuse(
    [
      ["a", "b", "c"],
      ["b", "d", "a"],
    ],
    (name) => name,
  );
  expect(order).toEqual(["b", "a", "d", "c"]);
});
