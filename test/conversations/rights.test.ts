import { describe, expect, it } from "vitest";
import { runRetention, whatIsDue } from "../../src/rights/retention.ts";
import type { RightsRequest } from "../../src/store/rights.ts";
import { drainOutbox } from "../../src/workers/outbox.ts";
import { type Customer, type Desk, newDesk, shippedContent } from "./customer.ts";

const OFFICE = { id: "liang-yue", name: "投诉办 小梁" };
const PHONE = "13800005678";

async function complained(desk: Desk): Promise<{ customer: Customer; number: string }> {
  const customer = await desk.customer();
  await customer.says(`我的信用卡被乱收年费300元，我要转人工，我叫王丽，电话${PHONE}`);
  const matter = (await customer.state()).matters[0];
  if (!matter?.case) throw new Error("no case was opened");
  return { customer, number: matter.record };
}

const retention = (desk: Desk) => {
  const { bank } = shippedContent();
  return { store: desk.store, retention: bank.retention, zone: bank.profile.zone, now: desk.now };
};

async function onlyRequest(desk: Desk): Promise<RightsRequest> {
  const all = await desk.store.rights.requests(10);
  expect(all).toHaveLength(1);
  const [request] = all;
  if (!request) throw new Error("no request");
  return request;
}

const granted = async (desk: Desk, request: RightsRequest) =>
  desk.rights.answer(request, { kind: "delete" }, OFFICE, async (answer) => {
    const { id, right, conversation } = request;
    const ask = { type: "rights-answered", request: id, right, answer, staff: OFFICE } as const;
    await desk.product.intake.answerRights(conversation, ask);
  });

describe("somebody who never complained", () => {
  it("asks for deletion, is told what happens, and is gone after the answer was read", async () => {
    const desk = await newDesk();
    const customer = await desk.customer();
    await customer.says("你好");
    await customer.says("把我的资料删掉");
    customer.hears(/登记/, /P-[0-9A-Z]{8}/, /没有法律要求/);
    const request = await onlyRequest(desk);
    expect(request).toMatchObject({ right: "delete", proof: "session", answer: null });
    // 15 working days from Monday 23 November 2026.
    expect(request.due).toBe("2026-12-14");
    expect(await granted(desk, request)).toMatchObject({ outcome: "erased" });
    expect(await customer.listen()).toMatch(/删除您的个人信息/);
    expect((await runRetention(retention(desk))).due).toEqual([]);
    desk.at("2026-11-25T10:00:00+08:00");
    expect((await runRetention(retention(desk))).due).toMatchObject([{ deed: "erase", why: "request" }]);
    expect(await desk.store.load(customer.conversation)).toBeUndefined();
    expect((await desk.store.verifyAudit()).problems).toEqual([]);
    expect((await onlyRequest(desk)).answer?.doneAt).not.toBeNull();
  });

  it("is answered in English and asked for no proof the bank does not need", async () => {
    const desk = await newDesk();
    const customer = await desk.customer("en");
    await customer.says("I would like to see the data you have about me");
    customer.hears(/registered as P-/);
    expect(await onlyRequest(desk)).toMatchObject({ right: "copy" });
  });
});

describe("somebody with a complaint", () => {
  it("shows who they are, and is told honestly what is kept", async () => {
    const desk = await newDesk();
    const { customer, number } = await complained(desk);
    await customer.says("把我的个人信息删除");
    customer.hears(/确认是您本人/, /编号/);
    expect(await desk.store.rights.requests(10)).toEqual([]);
    await customer.says(`${number} 5678`);
    customer.hears(/P-/, /还有投诉在办/, /3年/);
    expect(await onlyRequest(desk)).toMatchObject({ proof: "number-and-phone" });
  });

  it("gets nothing with the wrong four digits, and is locked out after too many tries", async () => {
    const desk = await newDesk();
    const { customer, number } = await complained(desk);
    await customer.says("把我的个人信息删除");
    for (let n = 0; n < 8; n += 1) await customer.says(`${number} 000${n}`);
    customer.hears(/以后才能再查|之后再来查/);
    expect(await desk.store.rights.requests(10)).toEqual([]);
  });

  it("may prove it from another channel, and the request is about the one who complained", async () => {
    const desk = await newDesk();
    const { customer, number } = await complained(desk);
    const elsewhere = await desk.customer();
    await elsewhere.says(`我的信息给我一份 ${number} 5678`);
    // This other conversation holds nothing of its own: its session would prove only itself.
    const request = await onlyRequest(desk);
    expect(request.person).toBe(await desk.store.personOf(customer.conversation));
  });

  it("is withheld after closing, and erased when the time is over", async () => {
    const desk = await newDesk();
    const { customer, number } = await complained(desk);
    await customer.says(`把我的资料删掉 ${number} 5678`);
    const request = await onlyRequest(desk);
    expect(await granted(desk, request)).toMatchObject({ outcome: "withheld", keep: { until: null } });
    desk.at("2026-11-26T10:00:00+08:00");
    // Still being handled: nothing is due yet.
    expect((await whatIsDue(retention(desk))).due).toEqual([]);
    await customer.says("撤诉");
    await customer.says("确认");
    expect((await runRetention(retention(desk))).due).toMatchObject([{ deed: "withhold", until: "2029-11-26" }]);

    expect(await customer.all()).toEqual([]);
    await expect(customer.says("你好")).rejects.toThrow("erased");
    const state = await desk.store.load(customer.conversation);
    // The file itself is there for those with the duty.
    expect(state?.state.matters).toHaveLength(1);
    expect(await desk.store.findByProof(number, "5678")).toBeUndefined();

    expect((await runRetention(retention(desk))).due).toEqual([]);
    desk.at("2029-11-26T12:00:00+08:00");
    expect((await whatIsDue(retention(desk))).due).toEqual([]);
    desk.at("2029-11-27T12:00:00+08:00");
    expect((await runRetention(retention(desk))).due).toMatchObject([{ deed: "erase", why: "time-over" }]);
    expect(await desk.store.load(customer.conversation)).toBeUndefined();
    expect((await desk.store.verifyAudit()).problems).toEqual([]);
  });

  it("is in the middle of telling it: the request is taken, and the open question comes again", async () => {
    const desk = await newDesk();
    const customer = await desk.customer();
    await customer.says("你们ATM昨天把我的卡吞了");
    await customer.says(`我叫王丽，电话${PHONE}`);
    const [matter] = (await customer.state()).matters;
    await customer.says(`我的信息给我一份 ${matter?.record} 5678`);
    customer.hears(/副本/);
    expect(await onlyRequest(desk)).toMatchObject({ right: "copy" });
    expect((await customer.state()).matters).toHaveLength(1);
  });
});

it("a complaint that speaks of data is still a complaint", async () => {
  const desk = await newDesk();
  const customer = await desk.customer();
  await customer.says("你们把我的信息卖给了催收公司，天天骚扰我，我要投诉");
  expect((await customer.state()).matters).toHaveLength(1);
  expect(await desk.store.rights.requests(10)).toEqual([]);
});

it("a request whose effect is carried out twice is on the list once", async () => {
  const desk = await newDesk();
  const customer = await desk.customer();
  await customer.says("把我的资料删掉");
  const { id, person, proof, due, requestedAt } = await onlyRequest(desk);
  const again = {
    type: "rights-requested",
    request: id,
    right: "delete",
    person,
    proof,
    due,
    keep: null,
    at: requestedAt,
  } as const;
  await desk.rights.register(customer.conversation, again);
  await drainOutbox(desk.product.outbox);
  await onlyRequest(desk);
  const noted = (await desk.store.auditEntries("rights")).filter(({ action }) => action === "rights-requested");
  expect(noted).toHaveLength(1);
});
