/** A case of staff misconduct does not exist for whoever it is about, wherever staff look. */
import { Hono } from "hono";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { DeskFile } from "../../src/channels/web/desk/bundle.ts";
import { createDeskRoutes } from "../../src/channels/web/desk/routes.ts";
import type { ListFilters } from "../../src/desk/case-list.ts";
import { csvOf } from "../../src/desk/reports/csv.ts";
import type { StaffMember } from "../../src/desk/staff.ts";
import { createLive } from "../../src/store/live.ts";
import { type DeskOver, deskOver } from "../system/desk-over.ts";
import { type InProcess, startInProcess } from "../system/in-process.ts";
import { granted, refused } from "./outcomes.ts";

const empty: DeskFile = { content: new Uint8Array(), gzip: new Uint8Array(), hash: "0" };

let app: InProcess;
let over: DeskOver;
let key: string;
let numbers: string[];
let accused: StaffMember[];
let neighbour: StaffMember;

beforeAll(async () => {
  app = await startInProcess({ start: "2026-11-23T02:00:00.000Z" });
  over = deskOver(app);
  const like = { department: "consumer-protection", role: "manager" as const };
  accused = [
    // The person named, a colleague of the outlet named, and one whose office leads everything.
    over.person("zhou-ning", { ...like }),
    over.person("luo-hai", { id: "of-binjiang", number: "7002", name: "何彼", outlet: "binjiang", ...like }),
    over.person("luo-hai", { id: "office-binjiang", number: "7003", name: "何处", outlet: "binjiang", role: "office" }),
  ];
  neighbour = over.person("luo-hai", {
    id: "of-chengdong",
    number: "7004",
    name: "何此",
    outlet: "chengdong",
    ...like,
  });
  const conversation = await app.open();
  await app.says(conversation, "滨江支行的客户经理周宁飞单，私下收了我五万块，我要投诉，给我转人工");
  const row = (await app.store.cases({ limit: 10 })).find((one) => one.conversation === conversation);
  expect(row?.risks.map(({ slug }) => slug)).toContain("staff-misconduct");
  key = row?.key ?? "";
  numbers = [key, row?.record ?? "", row?.number ?? ""];
});
afterAll(() => app.close());

const PERIOD = { from: "2026-11-01", to: "2026-11-30", only: {} };
const tellsOf = (shown: unknown) => {
  const text = JSON.stringify(shown);
  return numbers.filter((number) => number !== "" && text.includes(number));
};

it("not in any list, not by any search, not among alerts, offers or counts", async () => {
  for (const who of accused) {
    const views: ListFilters["view"][] = [
      "open",
      "mine",
      "unclaimed",
      "today",
      "overdue",
      "urgent",
      "call-back",
      "closed",
    ];
    for (const view of views) {
      const list = granted(await over.desk.list(who, { view }));
      expect(list.items, who.id).toEqual([]);
      expect(Object.values(list.counts).every((count) => count === 0)).toBe(true);
    }
    for (const search of numbers) {
      expect(granted(await over.desk.list(who, { view: "open", search })).items).toEqual([]);
    }
    expect(tellsOf([await over.desk.alerts(who), await over.desk.offered(who)])).toEqual([]);
  }
  expect(tellsOf(await over.desk.list(neighbour, { view: "open" }))).not.toEqual([]);
});

it("not by its number, printed, revealed, stepped on, or listened to", async () => {
  for (const who of accused) {
    const unknown = refused(await over.desk.open(who, "C-INVENTED"));
    for (const ref of numbers) {
      const tries = [
        await over.desk.open(who, ref),
        await over.desk.refresh(who, ref),
        await over.desk.print(who, ref),
        await over.desk.reveal(who, ref, { reason: "emergency" }),
        await over.desk.attachment(who, ref, "any"),
        await over.desk.take(who, ref),
        await over.desk.life(who, ref),
        await over.desk.candidates(who, ref),
        await over.desk.acknowledge(who, ref),
        await over.desk.step(who, ref, { clientId: "c", step: { type: "accept" }, confirmed: false }),
      ];
      for (const one of tries) expect(refused(one)).toEqual(unknown);
      expect(await over.desk.conversation(who, ref)).toBeUndefined();
    }
  }
});

it("not in a report, its drill-down, its table or its printed month, while others find it there", async () => {
  const report = async (who: StaffMember) => {
    if (!over.desk.reports) throw new Error("no reports");
    return granted(await over.desk.reports.report(who, PERIOD));
  };
  for (const who of accused) {
    const view = await report(who);
    expect(view.figures.volume, who.id).toBe(0);
    expect(tellsOf([view, csvOf(view)])).toEqual([]);
  }
  expect((await report(neighbour)).figures.volume).toBe(1);
});

it("not through another complaint of the same talk, nor as a link of another case", async () => {
  const conversation = (await app.store.case(key))?.conversation ?? "";
  await app.says(conversation, "另外还有一件事要投诉：信用卡年费乱扣我300元");
  await app.minutesPass(60);
  const other = (await app.store.cases({ limit: 10 })).find(
    (one) => one.conversation === conversation && one.key !== key,
  );
  if (!other) throw new Error("no second complaint was opened");
  for (const who of accused) expect(refused(await over.desk.open(who, other.key)).code).toBe("not-found");
  const second = await app.open();
  await app.says(second, "信用卡年费扣错了300元，我要投诉，给我转人工");
  const linked = (await app.store.cases({ limit: 10 })).find((one) => one.conversation === second)?.key ?? "";
  await app.life.command(linked, { type: "link", link: { key, as: "repeat" } }, { kind: "rule" }, "l1");
  const [who] = accused;
  if (!who) throw new Error("nobody is accused");
  expect(granted(await over.desk.life(who, linked)).links).toEqual([]);
  expect(granted(await over.desk.life(neighbour, linked)).links).toHaveLength(1);
});

it("over HTTP each answer is the one for a number that was never given", async () => {
  const failures: unknown[] = [];
  const routes = createDeskRoutes({
    desk: over.desk,
    live: createLive(),
    assets: { script: empty, style: empty },
    now: app.now,
    report: ({ error }) => failures.push(error),
  });
  const http = new Hono().route("/desk", routes);
  const own = { Origin: "http://desk.example", Host: "desk.example" };
  const token = granted(await over.desk.signInLink("zhou-ning")).token;
  const signedIn = await http.request("http://desk.example/desk/sign-in", {
    method: "POST",
    headers: { ...own, "Content-Type": "application/x-www-form-urlencoded" },
    body: new URLSearchParams({ token }).toString(),
  });
  const cookie = (signedIn.headers.get("Set-Cookie") ?? "").split(";")[0] ?? "";
  const get = async (path: string) => {
    const reply = await http.request(`http://desk.example/desk/api${path}`, { headers: { ...own, Cookie: cookie } });
    return `${reply.status} ${await reply.text()}`;
  };
  const ways = (ref: string) => {
    const one = `/cases/${encodeURIComponent(ref)}`;
    return [one, `${one}/life`, `${one}/print`, `${one}/candidates`];
  };
  for (const ref of numbers) {
    for (const [index, path] of ways(ref).entries()) {
      expect(await get(path)).toBe(await get(ways("C-INVENTED")[index] ?? ""));
    }
  }
  expect(tellsOf([await get("/cases?view=open"), await get(`/cases?q=${numbers[1]}`), await get("/alerts")])).toEqual(
    [],
  );
  const period = "from=2026-11-01&to=2026-11-30";
  for (const path of ["/reports?", "/reports/csv?", "/reports/monthly?month=2026-11&"]) {
    const page = await get(`${path}${period}`);
    expect(page).toMatch(/^200 /);
    expect(tellsOf(page)).toEqual([]);
  }
  expect(failures).toEqual([]);
});
