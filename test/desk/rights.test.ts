import { describe, expect, it } from "vitest";
import { deskNames } from "../../src/desk/bank-names.ts";
import { createDesk } from "../../src/desk/desk.ts";
import type { RightsDesk } from "../../src/desk/rights.ts";
import type { Role, StaffMember } from "../../src/desk/staff.ts";
import { runRetention, whatIsDue } from "../../src/rights/retention.ts";
import { newDesk, shippedContent } from "../conversations/customer.ts";
import { granted } from "./outcomes.ts";

const { bank } = shippedContent();

function somebody(role: Role): StaffMember {
  const found = bank.staff.find((one) => one.role === role);
  if (!found) throw new Error(`the example bank has no ${role}`);
  return found;
}

async function office() {
  const world = await newDesk();
  const { store, product, now } = world;
  const desk = createDesk({
    store,
    gaps: store,
    commands: { command: product.intake.command, typing: () => undefined },
    staff: () => bank,
    names: deskNames(() => bank),
    zone: bank.profile.zone,
    now,
    newId: () => crypto.randomUUID(),
    rights: { rights: world.rights, port: product.intake, retention: () => bank.retention },
  });
  const rights: RightsDesk | null = desk.rights;
  if (!rights) throw new Error("the desk takes no requests");
  const customer = await world.customer("zh-Hans", "wang-li");
  await customer.says("我的信用卡被乱收年费300元，我要转人工，我叫王丽，电话13800005678");
  const [matter] = (await customer.state()).matters;
  if (!matter?.case) throw new Error("no case");
  return { world, desk, rights, customer, record: matter.record, matter: matter.id };
}

const audited = async (store: Awaited<ReturnType<typeof office>>["world"]["store"]) =>
  (await store.auditEntries("rights")).map(({ actor, action }) => `${actor} ${action}`);

describe("who may see requests about customers' own data", () => {
  it("office and managers answer, auditors read, and for others there are none", async () => {
    const { desk, rights, customer, record } = await office();
    await customer.says(`我的信息给我一份 ${record} 5678`);
    for (const role of ["office", "manager"] as const)
      expect(granted(await rights.requests(somebody(role))).requests).toMatchObject([{ mayAnswer: true }]);
    const [item] = granted(await rights.requests(somebody("auditor"))).requests;
    expect(item?.mayAnswer).toBe(false);
    const id = item?.id ?? "";
    for (const role of ["agent", "lead", "admin"] as const) {
      expect(await rights.requests(somebody(role))).toMatchObject({ refusal: { code: "not-allowed" } });
      expect(desk.me(somebody(role)).pages.rights).toBe(false);
    }
    for (const role of ["agent", "lead", "admin", "auditor"] as const) {
      const person = somebody(role);
      expect(await rights.held(person, id)).toMatchObject({ refusal: { code: "not-allowed" } });
      expect(await rights.exported(person, id, "exported")).toMatchObject({ ok: false });
      expect(await rights.answer(person, id, { kind: "delete" })).toMatchObject({ ok: false });
      expect(await rights.register(person, { ref: record, right: "delete", proof: "document" })).toMatchObject({
        ok: false,
      });
    }
  });
});

describe("a request on the desk", () => {
  it("shows its due date and what must be kept, and every look and export is audited", async () => {
    const { world, rights, customer, record } = await office();
    await customer.says(`我的信息给我一份 ${record} 5678`);
    const [item] = granted(await rights.requests(somebody("office"))).requests;
    expect(item).toMatchObject({ right: "copy", due: "2026-12-14", daysLeft: 21, keep: { until: null, years: 3 } });
    const id = item?.id ?? "";
    const held = granted(await rights.held(somebody("office"), id));
    const [conversation] = held.conversations;
    expect(conversation?.complaints[0]?.facts.map(({ text }) => text)).toContain("13800005678");
    expect(conversation?.messages.some(({ aiGenerated }) => aiGenerated)).toBe(true);
    granted(await rights.exported(somebody("office"), id, "exported"));
    granted(await rights.exported(somebody("manager"), id, "printed"));
    const by = (role: Role) => `staff:${somebody(role).id}`;
    expect(await audited(world.store)).toEqual([
      "customer rights-requested",
      `${by("office")} held-revealed`,
      `${by("office")} exported`,
      `${by("manager")} printed`,
    ]);
  });

  it("for a copy brings it into the customer's own conversation as a file", async () => {
    const { world, rights, customer, record } = await office();
    await customer.says(`我的信息给我一份 ${record} 5678`);
    const [item] = granted(await rights.requests(somebody("office"))).requests;
    granted(await rights.answer(somebody("office"), item?.id ?? "", { kind: "copied" }));
    expect(await customer.listen()).toMatch(/见附件/);
    const file = (await customer.all()).flatMap(({ attachments }) => attachments).at(-1) ?? "";
    const copy = await world.product.intake.file(customer.conversation, file);
    expect(Buffer.from(copy?.bytes ?? []).toString()).toContain("13800005678");
    expect(await rights.answer(somebody("manager"), item?.id ?? "", { kind: "copied" })).toMatchObject({
      refusal: { code: "changed-meanwhile" },
    });
  });

  it("puts a fact right, with the old one beside it", async () => {
    const { world, rights, customer, record, matter } = await office();
    await customer.says(`更正我的个人信息 ${record} 5678`);
    customer.hears(/更正/, /哪一项/);
    const [item] = granted(await rights.requests(somebody("office"))).requests;
    const id = item?.id ?? "";
    const phone = (await customer.state()).matters[0]?.facts.find(({ name }) => name === "phone");
    const change = { conversation: customer.conversation, matter, fact: phone?.id ?? "", text: "13900001111" };
    granted(await rights.putRight(somebody("office"), id, change));
    const facts = (await customer.state()).matters[0]?.facts.filter(({ name }) => name === "phone");
    expect(facts?.map(({ value, replacedBy }) => [value, replacedBy === null])).toEqual([
      ["13800005678", false],
      ["13900001111", true],
    ]);
    // The number proves who asks from now on, and the old one no longer does.
    expect(await world.store.findByProof(record, "1111")).toBeDefined();
    expect(await world.store.findByProof(record, "5678")).toBeUndefined();
    granted(await rights.answer(somebody("office"), id, { kind: "corrected" }));
    expect(await customer.listen()).toMatch(/已更正/);
    expect(await audited(world.store)).toContain(`staff:${somebody("office").id} corrected`);
    // What belongs to somebody else is not changed under this request.
    const other = await world.customer();
    expect(
      await rights.putRight(somebody("office"), id, { ...change, conversation: other.conversation }),
    ).toMatchObject({ refusal: { code: "no-such-request" } });
  });

  it("is declined with a reason only, and the customer is told it", async () => {
    const { rights, customer, record } = await office();
    await customer.says(`我的信息给我一份 ${record} 5678`);
    const [item] = granted(await rights.requests(somebody("office"))).requests;
    const id = item?.id ?? "";
    expect(await rights.answer(somebody("office"), id, { kind: "decline", why: " " })).toMatchObject({ ok: false });
    granted(await rights.answer(somebody("office"), id, { kind: "decline", why: "内容涉及他人隐私" }));
    expect(await customer.listen()).toMatch(/内容涉及他人隐私/);
  });

  it("may come from the counter or by phone, with how it was known who asks", async () => {
    const { world, rights, customer, record } = await office();
    const { id, due } = granted(
      await rights.register(somebody("office"), { ref: record, right: "see", proof: "representative" }),
    );
    expect(due).toBe("2026-12-14");
    const view = granted(await rights.requests(somebody("office")));
    expect(view).toMatchObject({ mayRegister: true, requests: [{ id, due, right: "see", proof: "representative" }] });
    expect(granted(await rights.requests(somebody("auditor"))).mayRegister).toBe(false);
    granted(await rights.answer(somebody("office"), id, { kind: "shown" }));
    expect(await customer.listen()).toMatch(/给您看过/);
    const unknown = { ref: "R-ZZZZZZZZ", right: "see", proof: "call-back" } as const;
    expect(await rights.register(somebody("office"), unknown)).toMatchObject({ refusal: { code: "not-found" } });
    expect(await world.store.auditEntries("rights")).toMatchObject([
      { action: "rights-requested", detail: { right: "see", proof: "representative" } },
      { action: "rights-answered", detail: { outcome: "shown" } },
    ]);
  });

  it("that was granted may be taken back with a reason until it is carried out, and the data stays in use", async () => {
    const { world, desk, rights, customer, record } = await office();
    const { retention, profile } = bank;
    const run = () => runRetention({ store: world.store, retention, zone: profile.zone, now: world.now });
    const wish = { ref: record, right: "delete", proof: "document" } as const;
    const { id } = granted(await rights.register(somebody("office"), wish));
    expect(await rights.takeBack(somebody("office"), id, "客户改变主意")).toMatchObject({
      refusal: { code: "changed-meanwhile" },
    });
    granted(await rights.answer(somebody("office"), id, { kind: "delete" }));
    await customer.listen();
    expect(granted(await rights.requests(somebody("auditor"))).requests).toMatchObject([{ mayTakeBack: false }]);
    for (const role of ["agent", "lead", "auditor", "admin"] as const)
      expect(await rights.takeBack(somebody(role), id, "客户改变主意")).toMatchObject({
        refusal: { code: "not-allowed" },
      });
    expect(await rights.takeBack(somebody("manager"), id, " ")).toMatchObject({ refusal: { code: "reason-needed" } });
    expect(granted(await rights.requests(somebody("manager"))).requests).toMatchObject([{ mayTakeBack: true }]);
    granted(await rights.takeBack(somebody("manager"), id, "您来电说不删了"));
    expect(await customer.listen()).toMatch(/不再执行.*您来电说不删了/);
    expect(granted(await rights.requests(somebody("manager"))).requests).toMatchObject([
      { mayTakeBack: false, mayAnswer: false, answer: { outcome: "taken-back", by: { id: somebody("manager").id } } },
    ]);
    await customer.says("撤诉");
    await customer.says("确认");
    world.at("2026-12-26T10:00:00+08:00");
    await run();
    expect(granted(await desk.open(somebody("auditor"), record)).item.record).toBe(record);
    expect(await world.store.rights.isWithheld(customer.conversation)).toBe(false);

    // Carried out, it can't be taken back.
    const again = granted(await rights.register(somebody("office"), wish)).id;
    granted(await rights.answer(somebody("office"), again, { kind: "delete" }));
    world.at("2026-12-29T10:00:00+08:00");
    await run();
    expect(await rights.takeBack(somebody("manager"), again, "太晚了")).toMatchObject({
      refusal: { code: "changed-meanwhile" },
    });
    expect((await world.store.verifyAudit()).problems).toEqual([]);
  });

  it("taken back while a run is at work is not carried out", async () => {
    const { world, rights } = await office();
    const customer = await world.customer("zh-Hans", "only-talks");
    await customer.says("把我的资料删掉");
    const [item] = granted(await rights.requests(somebody("office"))).requests;
    const id = item?.id ?? "";
    granted(await rights.answer(somebody("office"), id, { kind: "delete" }));
    world.at("2026-12-26T10:00:00+08:00");
    const { retention, profile } = bank;
    // The run has seen that it is due, and asks once more before it acts.
    const store = new Proxy(world.store, {
      get(target, name) {
        if (name !== "rights") return Reflect.get(target, name);
        const request = async (asked: string) => {
          granted(await rights.takeBack(somebody("office"), asked, "客户改变主意"));
          return target.rights.request(asked);
        };
        return { ...target.rights, request };
      },
    });
    const parts = { retention, zone: profile.zone, now: world.now };
    expect((await whatIsDue({ ...parts, store })).due).toMatchObject([{ deed: "erase", request: id }]);
    expect((await runRetention({ ...parts, store })).due).toEqual([]);
    expect(await rights.takeBack(somebody("office"), id, "再来一次")).toMatchObject({ ok: false });
    expect(await world.store.load(customer.conversation)).toBeDefined();
  });
});

describe("a file that is withheld", () => {
  it("is gone from lists, search and reading, but for those with the duty", async () => {
    const { world, desk, rights, customer, record } = await office();
    const lead = bank.staff.find(({ role, department }) => role === "lead" && department === "credit-card-centre");
    const row = await world.store.case(record);
    const own = { ...somebody("agent"), department: row?.department ?? "" };
    expect(granted(await desk.open(own, record)).item.record).toBe(record);
    await customer.says(`把我的资料删掉 ${record} 5678`);
    const [item] = granted(await rights.requests(somebody("office"))).requests;
    granted(await rights.answer(somebody("office"), item?.id ?? "", { kind: "delete" }));
    await customer.says("撤诉");
    await customer.says("确认");
    world.at("2026-11-26T10:00:00+08:00");
    const { retention, profile } = bank;
    await runRetention({ store: world.store, retention, zone: profile.zone, now: world.now });

    for (const staff of [own, ...(lead ? [lead] : [])]) {
      for (const view of ["open", "closed"] as const)
        expect(granted(await desk.list(staff, { view, search: "" })).items).toEqual([]);
      expect(granted(await desk.list(staff, { view: "closed", search: record })).items).toEqual([]);
      expect(await desk.open(staff, record)).toMatchObject({ refusal: { code: "not-found" } });
    }
    expect(granted(await desk.open(somebody("office"), record)).item.record).toBe(record);
    expect(granted(await desk.open(somebody("auditor"), record)).item.record).toBe(record);
    // A customer who comes back is met as somebody new.
    const { conversation } = await world.product.intake.open(
      { channel: "web", externalId: "wang-li", strength: "anonymous" },
      "zh-Hans",
    );
    expect(conversation).not.toBe(customer.conversation);
  });
});
