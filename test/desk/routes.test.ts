import { Hono } from "hono";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { DeskFile } from "../../src/channels/web/desk/bundle.ts";
import { createDeskRoutes } from "../../src/channels/web/desk/routes.ts";
import { createWorld, type World } from "./bank-of-tests.ts";
import { complain } from "./complaints.ts";
import { granted } from "./outcomes.ts";

const HOME = "http://desk.example";
const empty: DeskFile = { content: new Uint8Array(), gzip: new Uint8Array(), hash: "0" };
const own = { Origin: HOME, Host: "desk.example" };
const json = { ...own, "Content-Type": "application/json" };

describe("the desk over HTTP", () => {
  let world: World;
  let ref: string;
  let failures: unknown[];
  let app: Hono;
  const mount = (options: { origin?: string } = {}) => {
    const routes = createDeskRoutes({
      desk: world.desk,
      live: world.live,
      assets: { script: empty, style: empty },
      now: world.now,
      report: ({ error }) => failures.push(error),
      ...options,
    });
    return new Hono().route("/desk", routes);
  };
  beforeEach(async () => {
    world = await createWorld();
    failures = [];
    app = mount();
    ref = await complain(world, { says: ["年费多扣了"], department: "credit-card-centre", due: "2026-12-05" });
  });
  afterEach(async () => {
    await world.close();
    expect(failures).toEqual([]);
  });

  const linkOf = async (id: string) => granted(await world.desk.signInLink(id)).token;
  const pressButton = (token: string, headers: Record<string, string> = own, on = app) =>
    on.request(`${HOME}/desk/sign-in`, {
      method: "POST",
      headers: { ...headers, "Content-Type": "application/x-www-form-urlencoded" },
      body: new URLSearchParams({ token }).toString(),
    });
  async function cookieOf(id: string): Promise<string> {
    const response = await pressButton(await linkOf(id));
    return (response.headers.get("Set-Cookie") ?? "").split(";")[0] ?? "";
  }
  const get = (path: string, cookie = "") =>
    app.request(`${HOME}/desk${path}`, { headers: { ...own, Cookie: cookie } });
  const post = (path: string, cookie: string, body: unknown, headers: Record<string, string> = json) =>
    app.request(`${HOME}/desk${path}`, {
      method: "POST",
      headers: { ...headers, Cookie: cookie },
      body: typeof body === "string" ? body : JSON.stringify(body),
    });

  describe("signing in", () => {
    it("doesn't use a link up by opening it, as chat programs do for a preview", async () => {
      const token = await linkOf("fang-yi");
      for (let i = 0; i < 3; i += 1) {
        const page = await get(`/sign-in?token=${token}`);
        expect(page.status).toBe(200);
        expect(page.headers.get("Set-Cookie")).toBeNull();
        expect(await page.text()).toContain('<form method="post"');
      }
      expect((await pressButton(token)).status).toBe(303);
    });

    it("gives a cookie that scripts can't read and other sites don't send, and once only", async () => {
      const token = await linkOf("fang-yi");
      const response = await pressButton(token);
      expect(response.headers.get("Location")).toBe("/desk/");
      const cookie = response.headers.get("Set-Cookie") ?? "";
      expect(cookie).toMatch(/^tingsu_desk=[\w-]{43}; /);
      for (const part of ["HttpOnly", "SameSite=Strict", "Path=/desk", "Max-Age=43200"]) expect(cookie).toContain(part);
      expect(cookie).not.toContain("Secure");
      expect((await pressButton(token)).status).toBe(403);
    });

    it("marks the cookie Secure, and takes posts from the public origin only, where one is set", async () => {
      const proxied = mount({ origin: "https://desk.bank.example" });
      const inside = await pressButton(await linkOf("fang-yi"), own, proxied);
      expect(inside.status).toBe(403);
      const response = await pressButton(await linkOf("fang-yi"), { Origin: "https://desk.bank.example" }, proxied);
      expect(response.headers.get("Set-Cookie")).toContain("Secure");
    });

    it("refuses a button pressed on another site, and leaves the link good", async () => {
      const token = await linkOf("fang-yi");
      for (const headers of [
        { Origin: "https://evil.example" },
        { Origin: "null" },
        {},
        { ...own, "Sec-Fetch-Site": "cross-site" },
      ]) {
        const response = await pressButton(token, headers as Record<string, string>);
        expect(response.status).toBe(403);
        expect(response.headers.get("Set-Cookie")).toBeNull();
      }
      expect((await pressButton(token)).status).toBe(303);
    });

    it.each(['"><script>alert(1)</script>', "", "short", "a".repeat(5_000), "%00%ff"])(
      "answers a strange token calmly (%#)",
      async (token) => {
        const page = await get(`/sign-in?token=${encodeURIComponent(token)}`);
        expect(page.status).toBe(400);
        expect(await page.text()).not.toContain("<script>alert");
        expect([403, 413]).toContain((await pressButton(token)).status);
      },
    );

    it("ends on signing out", async () => {
      const cookie = await cookieOf("fang-yi");
      expect((await get("/api/me", cookie)).status).toBe(200);
      const out = await post("/api/sign-out", cookie, "");
      expect(out.headers.get("Set-Cookie")).toContain("Max-Age=0");
      expect((await get("/api/me", cookie)).status).toBe(401);
    });
  });

  it("shows nobody anything without a session", async () => {
    const paths = [
      "/me",
      "/cases",
      `/cases/${ref}`,
      "/alerts",
      "/dead-letters",
      "/gaps",
      "/colleagues",
      "/events",
      `/cases/${ref}/attachments/a`,
      "/nothing",
    ];
    for (const path of paths) {
      for (const cookie of ["", "tingsu_desk=", `tingsu_desk=${"x".repeat(43)}`, "tingsu_desk=../../etc"]) {
        const response = await get(`/api${path}`, cookie);
        expect(response.status).toBe(401);
        expect(await response.json()).toMatchObject({ code: "sign-in-needed" });
      }
    }
    expect((await post(`/api/cases/${ref}/take`, "", {})).status).toBe(401);
  });

  it("refuses what changes something when it comes from elsewhere, cookie or not", async () => {
    const cookie = await cookieOf("fang-yi");
    const foreign: Record<string, string>[] = [
      { Origin: "https://evil.example" },
      { Origin: "http://desk.example.evil.example" },
      { Origin: "http://desk.example:8080" },
      { Origin: "null" },
      {},
      { ...own, "Sec-Fetch-Site": "same-site" },
    ];
    for (const headers of foreign) {
      const response = await post(
        `/api/cases/${ref}/take`,
        cookie,
        {},
        { Host: "desk.example", "Content-Type": "application/json", ...headers },
      );
      expect(response.status).toBe(403);
      expect(await response.json()).toMatchObject({ code: "foreign-origin" });
    }
    expect((await world.store.case(ref))?.owner).toBeNull();
  });

  it("takes JSON only, so that no form of another site could be read as a request", async () => {
    const cookie = await cookieOf("fang-yi");
    const body = JSON.stringify({ clientId: "client-01", text: "好" });
    for (const type of ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data"]) {
      expect((await post(`/api/cases/${ref}/note`, cookie, body, { ...own, "Content-Type": type })).status).toBe(400);
    }
    expect((await post(`/api/cases/${ref}/note`, cookie, body)).status).toBe(200);
  });

  it.each([
    ["{", 400],
    ["null", 400],
    ["[]", 400],
    ['{"clientId":1,"text":"x"}', 400],
    ['{"clientId":"client-01"}', 400],
    [JSON.stringify({ clientId: "client-01", text: "x".repeat(200_000) }), 413],
    [JSON.stringify({ clientId: "client-01", text: "x".repeat(5_000) }), 422],
    [JSON.stringify({ clientId: "client-01", text: "  " }), 422],
  ])("answers a bad note without storing anything (%#)", async (body, status) => {
    const cookie = await cookieOf("tang-ruolan");
    expect((await post(`/api/cases/${ref}/note`, cookie, body)).status).toBe(status);
    const row = await world.store.case(ref);
    expect(await world.store.caseNotes(row?.key ?? "")).toEqual([]);
  });

  it.each(["C-NOTHING", "%2e%2e%2f", "'; drop table cases; --", "%00", "💥", "x".repeat(500)])(
    "answers a strange case number calmly (%#)",
    async (strange) => {
      const cookie = await cookieOf("tang-ruolan");
      const response = await get(`/api/cases/${encodeURIComponent(strange)}`, cookie);
      expect([400, 404]).toContain(response.status);
      expect((await get(`/api/cases?view=${encodeURIComponent(strange)}`, cookie)).status).toBe(400);
      const found = await get(`/api/cases?q=${encodeURIComponent(strange.slice(0, 100))}`, cookie);
      expect(await found.json()).toMatchObject({ items: [] });
    },
  );

  it("answers a conflict with 409 and the name of who has the case", async () => {
    expect((await post(`/api/cases/${ref}/take`, await cookieOf("fang-yi"), {})).status).toBe(200);
    const late = await post(`/api/cases/${ref}/take`, await cookieOf("tang-ruolan"), {});
    expect(late.status).toBe(409);
    expect(await late.json()).toMatchObject({
      code: "taken",
      owner: { name: "方毅" },
      message: { zh: "已由方毅受理。" },
    });
  });

  it("carries a reply, a reveal and the end of a case", async () => {
    const cookie = await cookieOf("tang-ruolan");
    await post(`/api/cases/${ref}/take`, cookie, {});
    const reply = await post(`/api/cases/${ref}/reply`, cookie, { clientId: "client-01", text: "您好，正在查。" });
    expect(await reply.json()).toEqual({ sent: true, duplicate: false });
    expect((await post(`/api/cases/${ref}/reveal`, cookie, { reason: "curiosity" })).status).toBe(400);
    const full = await post(`/api/cases/${ref}/reveal`, cookie, { reason: "call-back" });
    expect(await full.json()).toMatchObject({ masked: false });
    expect((await post(`/api/cases/${ref}/resolve`, cookie, { parts: { findings: "已查" } })).status).toBe(422);
    const parts = { findings: "已查", decision: "已退", grounds: "规定第2条", remedies: "可申请核查" };
    expect(await (await post(`/api/cases/${ref}/resolve`, cookie, { parts })).json()).toMatchObject({ sent: true });
    expect(await (await get("/api/cases?view=closed", cookie)).json()).toMatchObject({
      items: [{ status: "resolved" }],
    });
  });

  it("names each place of a request that is wrong, and repeats no value", async () => {
    const cookie = await cookieOf("tang-ruolan");
    const bad = await post(`/api/cases/${ref}/note`, cookie, { clientId: "kurz", text: 7 });
    expect(bad.status).toBe(400);
    const body = await bad.json();
    expect(body).toMatchObject({ code: "invalid", problems: [{ path: "clientId" }, { path: "text" }] });
    expect(JSON.stringify(body)).not.toContain("kurz");
  });

  it("sends every page and answer with a policy against foreign and inline code, and keeps answers out of caches", async () => {
    const cookie = await cookieOf("fang-yi");
    for (const path of ["", "/", "/cases/C-1", "/alerts", "/sign-in", "/nowhere", "/api/me", "/api/nothing"]) {
      const { headers } = await get(path, cookie);
      const policy = headers.get("Content-Security-Policy") ?? "";
      expect(policy).toContain("default-src 'none'");
      expect(policy).toContain("frame-ancestors 'none'");
      expect(policy).not.toContain("unsafe");
      expect(headers.get("X-Content-Type-Options")).toBe("nosniff");
      expect(headers.get("Referrer-Policy")).toBe("same-origin");
      expect(headers.get("Cache-Control")).toBe("no-store");
      expect(headers.get("Access-Control-Allow-Origin")).toBeNull();
    }
  });

  it("serves the same empty shell whatever the address says, and 404 elsewhere", async () => {
    const shell = await (await get("/")).text();
    expect(await (await get("/cases/%3Cscript%3Ealert(1)%3C%2Fscript%3E")).text()).toBe(shell);
    expect(shell).not.toMatch(/<script>|style=|onload=/);
    expect((await get("/nowhere")).status).toBe(404);
  });

  it("gives a customer's file in a sandbox, and as a download unless it is a picture", async () => {
    const row = await world.store.case(ref);
    const page = {
      conversation: row?.conversation ?? "",
      size: 4,
      bytes: new TextEncoder().encode("<b>!"),
      at: world.now(),
    };
    await world.store.addAttachment({ id: "a-1", name: '流水"\r\nX: y.html', mime: "text/html", ...page });
    await world.store.addAttachment({ id: "a-2", name: "图.png", mime: "image/png", ...page });
    const cookie = await cookieOf("tang-ruolan");
    const file = await get(`/api/cases/${ref}/attachments/a-1`, cookie);
    expect(file.headers.get("Content-Type")).toBe("application/octet-stream");
    expect(file.headers.get("Content-Disposition")).toMatch(/^attachment; filename\*=UTF-8''[\w%.*~!'-]+$/);
    expect(file.headers.get("Content-Security-Policy")).toContain("sandbox");
    const picture = await get(`/api/cases/${ref}/attachments/a-2`, cookie);
    expect(picture.headers.get("Content-Type")).toBe("image/png");
    expect(picture.headers.get("Content-Disposition")).toMatch(/^inline/);
  });

  it("tells open pages that something changed and nothing else, and stops when the reader goes", async () => {
    const cookie = await cookieOf("fang-yi");
    const stream = await get(`/api/events?case=${ref}`, cookie);
    expect(stream.headers.get("Content-Type")).toBe("text/event-stream");
    const reader = stream.body?.pipeThrough(new TextDecoderStream()).getReader();
    expect((await reader?.read())?.value).toContain(": open");
    granted(await world.desk.note(world.person("tang-ruolan"), ref, { clientId: "client-1", text: "等回复" }));
    expect((await reader?.read())?.value).toBe("event: changed\ndata:\n\n");
    await reader?.cancel();
    world.live.publish("desk", { kind: "changed" });
  });

  it("listens to a case only for those who may see it", async () => {
    const stream = await get(`/api/events?case=${ref}`, await cookieOf("shen-lu"));
    const reader = stream.body?.pipeThrough(new TextDecoderStream()).getReader();
    await reader?.read();
    world.live.publish((await world.store.case(ref))?.conversation ?? "", { kind: "changed" });
    world.live.publish("desk", { kind: "typing", who: "bot" });
    world.live.publish("desk", { kind: "changed" });
    expect((await reader?.read())?.value).toBe("event: changed\ndata:\n\n");
    await reader?.cancel();
  });

  it("answers a failure of our own side without any detail, and reports it", async () => {
    const cookie = await cookieOf("tang-ruolan");
    await world.store.close();
    const response = await get("/api/cases", cookie);
    expect(response.status).toBe(500);
    expect(Object.keys(await response.json())).toEqual(["code", "message"]);
    expect(failures).toHaveLength(1);
    failures.length = 0;
  });
});
