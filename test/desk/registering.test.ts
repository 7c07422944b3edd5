import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { deskNames } from "../../src/desk/bank-names.ts";
import { createDesk, type Desk } from "../../src/desk/desk.ts";
import type { Registration } from "../../src/desk/port.ts";
import { removeSecrets } from "../../src/privacy/detect.ts";
import { createStaffIntake } from "../../src/staff-intake.ts";
import { type InProcess, startInProcess } from "../system/in-process.ts";
import { granted, refused } from "./outcomes.ts";

const PNG = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==",
  "base64",
);

describe("a complaint that came by another way", () => {
  let product: InProcess;
  let desk: Desk;
  beforeEach(async () => {
    product = await startInProcess({ start: "2026-11-20T02:00:00.000Z" });
    const { store, intake, now, content } = product;
    const newId = () => crypto.randomUUID();
    desk = createDesk({
      store,
      gaps: store,
      commands: { command: intake.command, typing: () => undefined },
      intake: createStaffIntake({ store, intake, removeSecrets, now, newId }),
      staff: () => content.bank,
      names: deskNames(() => content.bank),
      zone: content.bank.profile.zone,
      now,
      newId,
    });
  });
  afterEach(() => product.close());

  const person = (id: string) => {
    const found = product.content.bank.staff.find((one) => one.id === id);
    if (!found) throw new Error(`nobody is called ${id}`);
    return found;
  };
  const letter: Registration = {
    clientId: "letter-1",
    channel: "letter",
    language: "zh-Hans",
    text: "我叫张伟，信用卡年费说好免的，11月3日又扣了300元，要求退回。密码是123456。",
    receivedAt: "2026-11-18T01:30:00.000Z",
  };

  it("gets a record, facts, a department and a case at once, counted from the day it reached the bank", async () => {
    const { record, key } = granted(await desk.register(person("meng-qi"), letter));
    expect(record).toMatch(/^R-/);
    const row = await product.store.case(key);
    expect(row).toMatchObject({ record, channel: "letter", status: "open", department: "credit-card-centre" });
    expect(row?.receivedAt).toBe(letter.receivedAt);
    expect(row?.due).toBe("2026-12-03");
    const seen = granted(await desk.open(person("tang-ruolan"), key));
    expect(seen.facts.map((fact) => fact.value.zh)).toContain("300.00 元");
    expect(granted(await desk.reveal(person("tang-ruolan"), key, { reason: "verify-identity" })).transcript).toEqual([
      expect.objectContaining({ author: { kind: "customer" }, text: expect.not.stringContaining("123456") }),
    ]);
  });

  it("is registered once, whatever is repeated, and says who entered it", async () => {
    const both = await Promise.all([
      desk.register(person("meng-qi"), letter),
      desk.register(person("meng-qi"), letter),
    ]);
    const [first, second] = both.map(granted);
    expect(second).toEqual(first);
    expect(await product.store.cases({ limit: 10 })).toHaveLength(1);
    const row = await product.store.case(first?.key ?? "");
    const entries = await product.store.auditEntries(row?.conversation ?? "");
    expect(entries).toContainEqual(expect.objectContaining({ actor: "staff:meng-qi", action: "registered" }));
  });

  it("is a complaint because a colleague says so, also where the words alone would not tell", async () => {
    const text = "想问一下柜台几点开门，排队排了很久。";
    const { key } = granted(await desk.register(person("zhou-ning"), { ...letter, channel: "phone", text }));
    expect((await product.store.case(key))?.status).toBe("open");
  });

  it("is refused from the future, without words, and from who works no cases", async () => {
    const meng = person("meng-qi");
    const future = { ...letter, receivedAt: "2026-11-20T02:00:01.000Z" };
    expect(refused(await desk.register(meng, future)).code).toBe("time-wrong");
    expect(refused(await desk.register(meng, { ...letter, receivedAt: "yesterday" })).code).toBe("time-wrong");
    expect(refused(await desk.register(meng, { ...letter, text: "  " })).code).toBe("empty");
    expect(refused(await desk.register(person("xu-jing"), letter)).code).toBe("not-allowed");
    expect(await product.store.cases({ limit: 10 })).toHaveLength(0);
  });

  it("takes a colleague's file for the customer after the checks a customer's goes through", async () => {
    const tang = person("tang-ruolan");
    const { key } = granted(await desk.register(tang, letter));
    expect(refused(await desk.attach(tang, key, { name: "a.png", bytes: PNG })).code).toBe("not-owner");
    granted(await desk.take(tang, key));
    const wrong = { name: "a.png", bytes: Buffer.from("#!/bin/sh") };
    expect(refused(await desk.attach(tang, key, wrong)).code).toBe("file-refused");
    const file = granted(await desk.attach(tang, key, { name: "a.png", bytes: PNG }));
    granted(await desk.reply(tang, key, { clientId: "reply-1", text: "请看附件。", files: [file] }));
    const row = await product.store.case(key);
    const messages = await product.waiting(row?.conversation ?? "");
    expect(messages.at(-1)).toMatchObject({ text: "请看附件。", attachments: [file] });
  });
});
