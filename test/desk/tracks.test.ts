/** Suggestions, praise and reports: each goes its own way, and who may not see one learns nothing of it. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { csvOf } from "../../src/desk/reports/csv.ts";
import type { StaffMember } from "../../src/desk/staff.ts";
import type { TrackItem } from "../../src/desk/track-sight.ts";
import type { TrackDesk } from "../../src/desk/tracks.ts";
import { type DeskOver, deskOver } from "../system/desk-over.ts";
import { type InProcess, startInProcess } from "../system/in-process.ts";
import { granted, refused } from "./outcomes.ts";

let app: InProcess;
let over: DeskOver;
let tracks: TrackDesk;
beforeAll(async () => {
  app = await startInProcess({ start: "2026-11-23T02:00:00.000Z" });
  over = deskOver(app);
  if (!over.desk.tracks) throw new Error("the desk keeps no tracks");
  tracks = over.desk.tracks;
});
afterAll(() => app.close());

const office = () => over.person("meng-qi");
const manager = () => over.person("luo-hai");
const auditor = () => over.person("xu-jing");
const NOVEMBER = { from: "2026-11-01", to: "2026-11-30" };

async function writes(text: string): Promise<{ conversation: string; record: string }> {
  const conversation = await app.open();
  await app.says(conversation, text);
  const [note] = (await app.state(conversation)).notes;
  if (!note) throw new Error(`taken for something else: ${text}`);
  return { conversation, record: note.record };
}
const listed = async (staff: StaffMember): Promise<TrackItem[]> => granted(await tracks.tracks(staff));
const records = async (staff: StaffMember) => (await listed(staff)).map(({ record }) => record);

const PRAISE = "我要表扬你们滨江支行的大堂经理，服务特别热情";
const SUGGESTION = "建议你们手机银行加一个大字版，老人看着方便";
const REPORT = "我要举报城东支行的员工私下收客户的钱，帮人办贷款收好处费";

describe("praise and suggestions", () => {
  it("are read, forwarded, answered to the customer and done with, each step with its author", async () => {
    const { conversation, record } = await writes(SUGGESTION);
    const [item] = (await listed(office())).filter((one) => one.record === record);
    expect(item).toMatchObject({ kind: "suggestion", stage: { slug: "received" }, due: "2026-12-08", late: false });
    expect(granted(await tracks.track(office(), record)).words).toContain("大字版");
    granted(await tracks.trackStep(office(), record, { type: "forward", department: "digital-banking" }));
    const wish = { type: "answer" as const, clientId: "a1", text: "谢谢您的建议，大字版已列入明年的计划。" };
    granted(await tracks.trackStep(office(), record, wish));
    // A second press of the same button.
    const view = granted(await tracks.trackStep(office(), record, wish));
    expect(view.stage.slug).toBe("answered");
    expect(view.can.answer).toBe(false);
    const said = (await app.waiting(conversation)).filter(({ text }) => text === wish.text);
    expect(said).toMatchObject([{ author: { kind: "staff", id: "meng-qi" } }]);
    granted(await tracks.trackStep(office(), record, { type: "finish" }));
    expect(refused(await tracks.trackStep(office(), record, { type: "forward", department: "legal" })).code).toBe(
      "not-open",
    );
    const { steps } = await app.store.track(record);
    expect(steps.map(({ type, by }) => [type, by])).toEqual([
      ["read", "meng-qi"],
      ["forward", "meng-qi"],
      ["answer", "meng-qi"],
      ["finish", "meng-qi"],
    ]);
  });

  it("are for those who lead, not for every agent, and auditors only read", async () => {
    const { record } = await writes(PRAISE);
    expect(await records(over.person("tang-ruolan"))).toContain(record);
    expect(await records(over.person("fang-yi"))).toEqual([]);
    expect(over.desk.me(over.person("fang-yi")).pages.tracks).toBe(false);
    expect(granted(await tracks.track(auditor(), record)).can).toEqual({
      forward: false,
      answer: false,
      finish: false,
    });
    expect((await app.store.track(record)).steps).toEqual([]);
    expect(refused(await tracks.trackStep(auditor(), record, { type: "finish" })).code).toBe("not-allowed");
  });

  it("that nobody answered in time are shown as late, and counted", async () => {
    const before = await tracks.trackCounts(office(), NOVEMBER);
    const { record } = await writes("我要表扬客服小林，耐心得很");
    const later = deskOver({ ...app, now: () => "2026-12-02T02:00:00.000Z" });
    const [item] = granted((await later.desk.tracks?.tracks(office())) ?? { ok: true, value: [] }).filter(
      (one) => one.record === record,
    );
    expect(item).toMatchObject({ due: "2026-11-30", late: true });
    const counts = await tracks.trackCounts(office(), NOVEMBER);
    const of = (list: typeof counts) => list.find(({ kind }) => kind === "praise")?.received ?? 0;
    expect(of(counts) - of(before)).toBe(1);
    expect(counts.map(({ kind }) => kind)).toEqual(["suggestion", "praise"]);
  });

  it("of an erased customer keep their record and lose their words", async () => {
    const { conversation, record } = await writes("建议你们网点多放几把椅子");
    await app.store.erasePerson((await app.store.personOf(conversation)) ?? "", app.now());
    const view = granted(await tracks.track(office(), record));
    expect(view.words).toBeNull();
    expect(view.can.answer).toBe(false);
  });
});

describe("a report of somebody's doings", () => {
  it("is for the permitted roles, and hidden from whoever it names and from their outlet, in every way there is", async () => {
    const { record } = await writes(REPORT);
    const there = over.person("luo-hai", {
      id: "manager-chengdong",
      number: "7001",
      name: "城东行长",
      outlet: "chengdong",
    });
    expect(await records(manager())).toContain(record);
    for (const nobody of [there, office(), over.person("tang-ruolan"), over.person("fang-yi")]) {
      expect(await records(nobody), nobody.id).not.toContain(record);
      expect(refused(await tracks.track(nobody, record)).code).toBe("not-found");
      expect(refused(await tracks.trackStep(nobody, record, { type: "finish" })).code).toBe("not-found");
      expect(JSON.stringify(await over.desk.list(nobody, { view: "open", search: record }))).not.toContain(record);
      expect(JSON.stringify(await over.desk.alerts(nobody))).not.toContain(record);
    }
    expect((await app.store.track(record)).steps).toEqual([]);
    const tries = await app.store.auditEntries(`track/${record}`);
    expect(tries.filter(({ action }) => action === "refused").length).toBe(8);
    const count = async (staff: StaffMember) =>
      (await tracks.trackCounts(staff, NOVEMBER)).find(({ kind }) => kind === "report")?.received;
    expect(await count(manager())).toBe(1);
    expect(await count(there)).toBe(0);
    expect(await count(office())).toBeUndefined();
    if (!over.desk.reports) throw new Error("no reports");
    const view = granted(await over.desk.reports.report(there, { ...NOVEMBER, only: {} }));
    expect(JSON.stringify(view) + csvOf(view)).not.toContain(record);
  });

  it("shows nobody who wrote it: no conversation, no channel, no number of theirs", async () => {
    const { conversation, record } = await writes(`${REPORT}，我的电话13812345678`);
    const view = granted(await tracks.track(manager(), record));
    const shown = JSON.stringify(view);
    expect(shown).not.toContain(conversation);
    expect(shown).not.toContain("13812345678");
    expect(shown).not.toContain("visitor");
  });

  it("is not sent to a department it is about", async () => {
    const { record } = await writes("我要举报周宁私下收客户的好处费");
    const view = granted(await tracks.track(manager(), record));
    expect(view.departments.map(({ value }) => value)).not.toContain("consumer-protection");
    const wish = { type: "forward" as const, department: "consumer-protection" };
    expect(refused(await tracks.trackStep(manager(), record, wish)).code).toBe("not-allowed");
  });
});
