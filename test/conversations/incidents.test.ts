import pino from "pino";
import { describe, expect, it } from "vitest";
import { createIncidents } from "../../src/incidents.ts";
import { createLive } from "../../src/store/live.ts";
import { createIncidentEnds } from "../../src/workers/incident-ends.ts";
import { type Customer, type Desk, newDesk, shippedContent } from "./customer.ts";

const KNOWN = {
  zh: "手机银行登录从今天上午起不稳定，技术人员正在抢修，柜台和电话银行不受影响。",
  en: "Signing in to mobile banking has been unstable since this morning; engineers are at work. Branches and phone banking are not affected.",
};
const ENDING = { zh: "手机银行登录已经恢复。", en: "Signing in to mobile banking works again." };

const LOGIN = [
  "手机银行登不上去了，一直提示网络异常",
  "你们APP闪退，登录不了，急着交房租",
  "手机银行一直转圈登录不进去！",
  "I can't log in to the mobile app, network error since this morning",
  "app登录不了，白屏，什么情况",
  "手机银行登陆失败，试了十几次",
  "Mobile banking app is down, cannot sign in",
];
const OTHERS = [
  "上周在城东支行排队两个小时，态度还很差",
  "信用卡年费说好免的，又扣了我三百",
  "ATM吞了我的卡，到现在没人联系我",
  "理财经理说保本，现在亏了两万",
  "催收一天打八个电话，还打到我单位",
  "房贷提前还款要收违约金，当时没说",
  "我的短信通知费怎么每月都扣",
  "转账到账太慢，对方三天没收到",
  "柜员给我少点了五百块钱",
  "保险当存款卖给我妈，取不出来",
  "征信上有一条不是我的记录",
  "外币兑换的汇率和牌价不一样",
];

/** Some weeks of ordinary complaints, so that there is something usual. */
async function ordinaryDays(desk: Desk): Promise<void> {
  for (let round = 0; round < 4; round += 1) {
    for (const [n, words] of OTHERS.entries()) {
      desk.at(`2026-11-${String(10 + round * 2).padStart(2, "0")}T${String(9 + (n % 8)).padStart(2, "0")}:10:00+08:00`);
      await (await desk.customer()).says(words);
    }
  }
}

async function outage(desk: Desk, lines: readonly string[]): Promise<Customer[]> {
  const customers: Customer[] = [];
  for (const [n, words] of lines.entries()) {
    desk.at(`2026-11-24T10:${String(10 + n * 3).padStart(2, "0")}:00+08:00`);
    const customer = await desk.customer();
    await customer.says(words);
    customers.push(customer);
  }
  await desk.incidents.watch.settled();
  return customers;
}

async function openIncident(desk: Desk) {
  const [alert] = await desk.incidents.office.alerts();
  const opened = await desk.incidents.office.open(
    {
      name: { zh: "手机银行登录故障", en: "Sign-in down" },
      kinds: alert?.kinds ?? [],
      alert: alert?.id ?? null,
      known: KNOWN,
    },
    "meng-qi",
  );
  if (!opened.ok) throw new Error(opened.code);
  return opened.value;
}

const ending = (desk: Desk, tries?: { fail: (conversation: string) => boolean }) =>
  createIncidentEnds({
    store: desk.store.incidents,
    intake: {
      act: (conversation, given) =>
        tries?.fail(conversation) ? Promise.reject(new Error("down")) : desk.product.intake.act(conversation, given),
    },
    log: pino({ level: "silent" }),
    now: () => "2026-11-24T12:00:00.000Z",
  });

describe("an outage that many customers complain of", { timeout: 60_000 }, () => {
  it("is alerted, told to those who come later, and ended with one message to all", async () => {
    const desk = await newDesk("2026-11-10T09:00:00+08:00");
    await ordinaryDays(desk);
    expect(await desk.incidents.office.alerts()).toEqual([]);
    const customers = await outage(desk, LOGIN);

    const [alert, ...more] = await desk.incidents.office.alerts();
    expect(more).toEqual([]);
    expect(alert?.status).toBe("new");
    expect(alert?.complaints.length).toBeGreaterThanOrEqual(6);
    expect(alert?.usual).toBeLessThan(1);

    const incident = await openIncident(desk);
    // Not before a second person has approved the text.
    const early = await desk.customer();
    await early.says("手机银行登录不了，一直转圈");
    early.hearsNot(/抢修/);
    expect(await desk.incidents.office.approve(incident.id, 1, "meng-qi")).toEqual({ ok: false, code: "same-person" });
    expect((await desk.incidents.office.approve(incident.id, 1, "luo-hai")).ok).toBe(true);

    const late = await desk.customer();
    await late.says("你们手机银行怎么登录不了了，用不了");
    late.hears(/技术人员正在抢修/);
    await late.says("我急着交房租，APP登录不了，太耽误事了！");
    late.hears(/[？?]/);
    expect((await late.all()).map((message) => message.text).join("\n")).toMatch(/R-/);
    late.hearsNot(/抢修/);
    const matter = (await late.state()).matters[0];
    expect(matter?.incident).toEqual({ id: incident.id, over: false });

    const english = await desk.customer("en");
    await english.says("I cannot log in to the mobile app, it is not working");
    english.hears(/R-/, /engineers are at work/, /\?/);

    const other = await desk.customer();
    await other.says("信用卡年费说好免的，又扣了我三百");
    other.hearsNot(/抢修/);

    await desk.incidents.watch.settled();
    const links = await desk.incidents.office.links(incident.id);
    const linked = links.map(({ conversation }) => conversation);
    for (const one of [early, late, english]) expect(linked).toContain(one.conversation);
    expect(linked).not.toContain(other.conversation);
    expect(customers.filter((one) => linked.includes(one.conversation)).length).toBeGreaterThanOrEqual(6);

    const now = await desk.incidents.office.find(incident.id);
    await desk.incidents.office.propose(incident.id, now?.revision ?? 0, ENDING, true, "luo-hai");
    const written = await desk.incidents.office.find(incident.id);
    expect(written?.status).toBe("open");
    expect((await desk.incidents.office.approve(incident.id, written?.revision ?? 0, "meng-qi")).ok).toBe(true);

    // The mark is lost once for everybody: they are asked for again and hear nothing twice.
    const tell = ending(desk);
    while ((await tell()) > 0);
    for (const link of links) await desk.product.intake.act(link.conversation, again(incident.id, link.matter));
    expect(await late.listen()).toMatch(/手机银行登录已经恢复/);
    expect(await late.listen()).toBe("");
    for (const one of [...customers.filter((c) => linked.includes(c.conversation)), early, english]) {
      const texts = (await one.all()).filter(({ text }) => /已经恢复|works again/.test(text ?? ""));
      expect(texts).toHaveLength(1);
    }
    expect((await other.all()).some(({ text }) => /恢复/.test(text ?? ""))).toBe(false);

    const done = await desk.store.auditEntries("incidents");
    expect(done.map(({ actor, action }) => `${actor} ${action}`)).toEqual(
      expect.arrayContaining([
        "system alert-raised",
        "staff:meng-qi incident-opened",
        "staff:luo-hai incident-text-approved",
        "staff:luo-hai incident-ending-proposed",
        "staff:meng-qi incident-ended",
      ]),
    );
    expect((await desk.store.verifyAudit()).problems).toEqual([]);

    // Afterwards a customer is told nothing of it any more.
    const after = await desk.customer();
    await after.says("手机银行登录不了");
    after.hearsNot(/抢修/);
  });

  it("is known again after a restart", async () => {
    const desk = await newDesk("2026-11-10T09:00:00+08:00");
    await ordinaryDays(desk);
    const customers = await outage(desk, LOGIN.slice(0, 4));
    const last = await desk.store.load(customers.at(-1)?.conversation ?? "");
    if (!last) throw new Error("no conversation");
    expect(await desk.incidents.office.alerts()).toEqual([]);
    const log = pino({ level: "silent" });
    const now = () => "2026-11-24T02:30:00.000Z";
    const { watch } = createIncidents({ content: shippedContent(), store: desk.store, live: createLive(), log, now });
    await watch.start();
    expect(watch.matching([["venue:mobile-app"]]).length).toBeGreaterThanOrEqual(3);
    const before = desk.incidents.watch.matching([["sign:sign-in"]]);
    expect(watch.matching([["sign:sign-in"]])).toEqual(before);

    // A complaint that comes while the past is learnt is judged after it, and the past stays the past.
    const slow = createIncidents({ content: shippedContent(), store: desk.store, live: createLive(), log, now }).watch;
    const learning = slow.start();
    slow.committed({ ...last, before: { ...last.state, matters: [] }, text: "" });
    await learning;
    expect(slow.matching([["business:credit-card"]])).toEqual(watch.matching([["business:credit-card"]]));
  });

  it("lets nobody wait behind a customer who cannot be told", async () => {
    const desk = await newDesk("2026-11-10T09:00:00+08:00");
    await ordinaryDays(desk);
    const customers = await outage(desk, LOGIN);
    const incident = await openIncident(desk);
    await desk.incidents.office.propose(incident.id, 1, ENDING, true, "luo-hai");
    await desk.incidents.office.approve(incident.id, 2, "meng-qi");
    const stuck = customers[0]?.conversation ?? "";
    const tell = ending(desk, { fail: (conversation) => conversation === stuck });
    while ((await tell()) > 0);
    const untold = await desk.store.incidents.untold(100);
    expect(untold.map(({ conversation }) => conversation)).toEqual([stuck]);
  });

  it("never takes in a complaint of staff misconduct", async () => {
    const desk = await newDesk("2026-11-10T09:00:00+08:00");
    await ordinaryDays(desk);
    for (let n = 0; n < 8; n += 1) {
      desk.at(`2026-11-24T10:${String(10 + n).padStart(2, "0")}:00+08:00`);
      await (await desk.customer()).says(`滨江支行的客户经理私下收了我${n + 1}万块钱，说帮我做飞单理财`);
    }
    await desk.incidents.watch.settled();
    expect(await desk.incidents.office.alerts()).toEqual([]);
    expect(desk.incidents.watch.matching([["outlet:binjiang"]])).toEqual([]);
  });
});

const again = (incident: string, matter: string) =>
  ({ type: "incident-over", incident, matter, ending: ENDING, by: "staff:meng-qi" }) as const;
