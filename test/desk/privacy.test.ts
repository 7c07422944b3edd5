import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { FoundFact } from "../../src/flows/reading.ts";
import { createWorld, type World } from "./bank-of-tests.ts";
import { complain } from "./complaints.ts";
import { granted, refused } from "./outcomes.ts";

const span = (text: string) => ({ text, start: 0, end: text.length });
const SECRETS = [
  "6222021234567890123",
  "13812345678",
  "11010519491231002X",
  "张伟强",
  "滨江路18号",
  "zhang@example.com",
];

describe("personal data on the desk", () => {
  let world: World;
  let ref: string;
  beforeEach(async () => {
    world = await createWorld();
    const facts: FoundFact[] = [
      { name: "person", value: "张伟强", ...span("我叫张伟强") },
      { name: "phone", value: "13812345678", ...span("13812345678") },
      { name: "evidence", value: "卡号6222021234567890123的流水", ...span("卡号6222021234567890123的流水") },
    ];
    ref = await complain(world, {
      says: [
        "卡号6222021234567890123昨晚被盗刷，我叫张伟强，电话13812345678",
        "身份证号11010519491231002X，邮箱zhang@example.com，住杭州市滨江区滨江路18号3幢201室",
        "张伟强的卡一直在身上",
      ],
      botSays: ["张伟强先生，请先锁卡。"],
      department: "credit-card-centre",
      due: "2026-12-05",
      facts,
      risks: [{ slug: "unauthorised-transaction", level: "P0", words: "13812345678接到诈骗电话" }],
    });
  });
  afterEach(() => world.close());

  it("is masked in lists, alerts and on the case page, also where a name comes without any cue", async () => {
    const tang = world.person("tang-ruolan");
    granted(await world.desk.note(tang, ref, { clientId: "client-1", text: "已回电13812345678，张伟强未接" }));
    const shown = JSON.stringify([
      granted(await world.desk.list(tang, { view: "open" })),
      granted(await world.desk.alerts(tang)),
      granted(await world.desk.open(tang, ref)),
      granted(await world.desk.refresh(tang, ref)),
    ]);
    for (const secret of SECRETS) expect(shown).not.toContain(secret);
    expect(shown).toContain("138****5678");
    expect(shown).toContain("张*先生，请先锁卡");
  });

  it("is shown in full after a reason, which is in the audit, while the words of the reason are not", async () => {
    const tang = world.person("tang-ruolan");
    const full = granted(await world.desk.reveal(tang, ref, { reason: "other", words: "客户张伟强要求回电" }));
    expect(full.masked).toBe(false);
    const shown = JSON.stringify(full.transcript);
    for (const secret of SECRETS) expect(shown).toContain(secret);
    const row = await world.store.case(ref);
    const entries = await world.store.auditEntries(row?.key ?? "");
    expect(entries.find((entry) => entry.action === "revealed")).toMatchObject({
      actor: "staff:tang-ruolan",
      detail: { reason: "other" },
    });
    expect(JSON.stringify(entries)).not.toContain("张伟强");
    expect((await world.store.caseNotes(row?.key ?? "")).map((note) => note.text)).toContain("客户张伟强要求回电");
  });

  it("asks for words where the reason is none of the listed ones", async () => {
    const tang = world.person("tang-ruolan");
    expect(refused(await world.desk.reveal(tang, ref, { reason: "other" })).code).toBe("reason-needed");
    const row = await world.store.case(ref);
    const actions = (await world.store.auditEntries(row?.key ?? "")).map((entry) => entry.action);
    expect(actions).not.toContain("revealed");
  });

  it("leaves an entry for every look, none for the refreshes of an open page, and one for each refusal", async () => {
    const tang = world.person("tang-ruolan");
    const row = await world.store.case(ref);
    const actions = async () =>
      (await world.store.auditEntries(row?.key ?? "")).map((entry) => `${entry.actor} ${entry.action}`);
    granted(await world.desk.open(tang, ref));
    granted(await world.desk.refresh(tang, ref));
    granted(await world.desk.refresh(tang, ref));
    expect(await actions()).toEqual(["staff:tang-ruolan looked"]);
    granted(await world.desk.open(tang, ref));
    world.pass(11);
    granted(await world.desk.refresh(tang, ref));
    expect(await actions()).toHaveLength(3);
    refused(await world.desk.open(world.person("shen-lu"), ref));
    expect(await actions()).toContain("staff:shen-lu refused");
    expect((await world.store.verifyAudit()).problems).toEqual([]);
  });

  it("gives an attachment only where data may be revealed, with an entry, and never that of another conversation", async () => {
    const row = await world.store.case(ref);
    const other = await world.store.case(
      await complain(world, { says: ["年费多扣了"], department: "credit-card-centre", due: "2026-12-05" }),
    );
    const bytes = new Uint8Array([1, 2, 3]);
    const file = { name: "流水.png", mime: "image/png", size: 3, bytes, at: world.now() };
    await world.store.addAttachment({ id: "a-1", conversation: row?.conversation ?? "", ...file });
    await world.store.addAttachment({ id: "a-2", conversation: other?.conversation ?? "", ...file });
    const [tang, fang] = [world.person("tang-ruolan"), world.person("fang-yi")];
    expect(granted(await world.desk.attachment(tang, ref, "a-1"))).toMatchObject({ name: "流水.png" });
    expect(refused(await world.desk.attachment(tang, ref, "a-2")).code).toBe("not-found");
    expect(refused(await world.desk.attachment(fang, ref, "a-1")).code).toBe("not-allowed");
    const actions = (await world.store.auditEntries(row?.key ?? "")).map((entry) => entry.action);
    expect(actions.filter((action) => action === "attachment-opened")).toHaveLength(1);
  });

  it("says that an erased customer's data is gone, and keeps the case in the list", async () => {
    const tang = world.person("tang-ruolan");
    const row = await world.store.case(ref);
    await world.store.erasePerson((await world.store.personOf(row?.conversation ?? "")) ?? "", world.now());
    expect(refused(await world.desk.open(tang, ref)).code).toBe("erased");
    expect(refused(await world.desk.note(tang, ref, { clientId: "client-1", text: "看过" })).code).toBe("erased");
    expect(granted(await world.desk.list(tang, { view: "open" })).items.map((item) => item.summary)).toEqual([""]);
  });
});
