import { describe, expect, it } from "vitest";
import { currentMatter } from "../../src/flows/ledger.ts";
import { newDesk } from "./customer.ts";

describe("a swallowed card, from the first angry words to an open case", () => {
  it("listens, asks one thing at a time, reads back, and names department, date and number", async () => {
    const desk = await newDesk();
    const customer = await desk.customer();
    await customer.says("你们ATM把我卡吞了！！气死我了");
    customer.hears(/受理编号R-[2-9A-Z]{8}/, /什么时候|哪天|几点/);
    await customer.says("昨天下午三点在滨江支行门口那台");
    customer.hears(/怎么解决|什么结果|希望/);
    await customer.says("把卡还给我");
    customer.hears(/澜川银行.*至少保存3年/s, /可以吗|行吗|好吗/);
    await customer.says("可以");
    customer.hears(/后四位/);
    await customer.says("8827");
    await customer.says("我姓王");
    await customer.says("13800005678");
    await customer.says("随时都行");
    customer.hears(/11月22日/, /滨江支行/, /8827/, /把卡还给我/, /138\*{4}5678/);
    customer.hearsNot(/13800005678/);
    await customer.says("对的");
    customer.hears(/最晚12月8日/, /C-20261123-[2-9A-Z]{6}/);
    const state = await customer.state();
    expect(state.stage).toBe("following-up");
    const matter = currentMatter(state);
    expect(matter?.case?.due).toBe("2026-12-08");
    expect(matter?.facts.every((fact) => fact.replacedBy !== null || fact.confirmed)).toBe(true);
  });

  it("in English, all of it in English", async () => {
    const desk = await newDesk();
    const customer = await desk.customer("en");
    await customer.says("The ATM swallowed my card and I'm furious!");
    customer.hears(/R-[2-9A-Z]{8}/, /When did it happen/);
    await customer.says("Yesterday at 3pm, Qingshi Lane branch");
    await customer.says("I want my card back");
    customer.hears(/Lanchuan Bank/, /\?/);
    await customer.says("ok");
    await customer.says("4321");
    await customer.says("Mr Smith");
    await customer.says("13811112222");
    await customer.says("any time");
    customer.hears(/22 Nov/, /Qingshi Lane/, /4321/);
    await customer.says("yes that's right");
    customer.hears(/8 Dec/, /C-20261123-/);
    const said = (await customer.all()).map((message) => message.text).join("\n");
    expect(said).not.toMatch(/\p{Script=Han}/u);
  });

  it("several quick messages are one turn", async () => {
    const desk = await newDesk();
    const customer = await desk.customer();
    await customer.says("我的卡", "被你们机器吞了", "就今天上午，滨江支行");
    expect((await customer.state()).turns).toBe(1);
    expect(await customer.fact("place")).toBe("滨江支行");
    customer.hearsNot(/什么时候/);
  });
});

describe("nothing is asked twice and nothing is said twice", () => {
  it("one message that tells everything leaves only the person's own details to ask", async () => {
    const desk = await newDesk();
    const customer = await desk.customer();
    await customer.says("昨天下午三点滨江支行的ATM吞了我尾号8827的卡，我要求马上把卡还给我，我叫王丽，电话13800005678");
    customer.hearsNot(/什么时候的事|后四位是多少|怎么称呼/);
  });

  it("no bubble of a whole conversation repeats another", async () => {
    const desk = await newDesk();
    const customer = await desk.customer();
    for (const line of [
      "卡被吞了",
      "昨天",
      "滨江支行",
      "还我卡",
      "好的",
      "1234",
      "王",
      "13800005678",
      "下午",
      "对",
      "谢谢",
      "还有人吗",
      "谢谢",
    ]) {
      await customer.says(line);
    }
    const texts = (await customer.all()).filter((one) => one.author.kind === "bot").map((one) => one.text);
    expect(new Set(texts).size).toBe(texts.length);
  });
});

describe("repairs", () => {
  it("a correction changes the ledger and is confirmed in passing", async () => {
    const desk = await newDesk();
    const customer = await desk.customer();
    await customer.says("你们多扣了我三千块手续费");
    await customer.says("不是三千，是三万");
    customer.hears(/3,000元.*30,000元/s);
    const matter = currentMatter(await customer.state());
    const amounts = matter?.facts.filter((fact) => fact.name === "amount") ?? [];
    expect(amounts).toHaveLength(2);
    expect(amounts.filter((fact) => fact.replacedBy === null).map((fact) => fact.value)).toEqual([
      { minor: 3_000_000, currency: "CNY" },
    ]);
  });

  it("a question in the middle is answered with its clause, and the conversation returns", async () => {
    const desk = await newDesk();
    const customer = await desk.customer();
    await customer.says("你们ATM把我卡吞了");
    const before = await customer.state();
    await customer.says("吞卡了多久能拿回来？");
    const after = await customer.state();
    expect(after.stage).toBe("gathering");
    expect(before.stage === "gathering" && after.stage === "gathering" && before.asking).toEqual(
      after.stage === "gathering" ? after.asking : null,
    );
    const answer = (await customer.all()).find((message) => message.kind === "answer");
    expect(answer?.citations[0]).toMatchObject({
      policy: "swallowed-card",
      effectiveFrom: expect.stringMatching(/^\d{4}/),
    });
  });

  it("says why it asks, and takes don't-know and no for an answer", async () => {
    const desk = await newDesk();
    const customer = await desk.customer();
    await customer.says("你们ATM把我卡吞了，昨天在滨江支行");
    await customer.says("为什么要问这个");
    customer.hears(/才|知道/, /[？?]/);
    await customer.says("不知道");
    await customer.says("不同意");
    customer.hearsNot(/哪个电话|后四位是多少/);
    const state = await customer.state();
    expect(state.consent).toBe("declined");
    expect(state.stage).toBe("confirming");
    expect(currentMatter(state)?.gaps.map((gap) => gap.name)).toContain("phone");
  });

  it("repeats the last words when asked to", async () => {
    const desk = await newDesk();
    const customer = await desk.customer();
    await customer.says("你们ATM把我卡吞了");
    const question = customer.heard().split("\n").at(-1) ?? "";
    await customer.says("没听懂，再说一遍");
    expect(customer.heard()).toContain(question);
  });

  it("withdraws only on the customer's second word", async () => {
    const desk = await newDesk();
    const customer = await desk.customer();
    await customer.says("你们ATM把我卡吞了");
    await customer.says("我不投诉了");
    customer.hears(/R-/, /[？?]/);
    await customer.says("确认撤回");
    const state = await customer.state();
    expect(state.matters[0]?.status).toBe("withdrawn");
    expect(state.stage).toBe("closed");
  });
});

describe("when a person is needed", () => {
  it("by day a colleague is called, and when nobody comes the customer is told", async () => {
    const desk = await newDesk();
    const customer = await desk.customer();
    await customer.says("转人工");
    customer.hears(/R-/, /叫同事|叫了同事/, /[？?]/);
    expect((await customer.state()).waiting).not.toBeNull();
    await desk.wait(11);
    expect(await customer.listen()).toMatch(/没有.*同事|同事.*没/s);
    expect((await customer.state()).waiting).toBeNull();
  });

  it("at 23:40 it says honestly when a person is there, after what to do at once", async () => {
    const desk = await newDesk("2026-11-23T23:40:00+08:00");
    const customer = await desk.customer();
    await customer.says("我的卡刚刚被盗刷了！！8000块！我人在家里");
    customer.hears(/锁卡/, /110/, /08:30/);
    const first = (await customer.all()).find((message) => message.author.kind === "bot" && message.seq > 1);
    expect(first?.kind).toBe("safety");
    expect(currentMatter(await customer.state())?.case).not.toBeNull();
  });

  it("danger to life: help first, no questions, and it stays", async () => {
    const desk = await newDesk();
    const customer = await desk.customer();
    await customer.says("我不想活了");
    customer.hears(/110/, /12356/);
    customer.hearsNot(/[？?]/);
    await customer.says("还是难受");
    customer.hearsNot(/[？?]/);
    expect(customer.heard().length).toBeGreaterThan(5);
  });

  it("a customer who vents and leaves has complained: record complete, gaps marked, clock from the first message", async () => {
    const desk = await newDesk("2026-12-20T23:59:00+08:00");
    const customer = await desk.customer();
    await customer.says("你们银行扣我短信费，太过分了！");
    await desk.wait(31);
    const matter = currentMatter(await customer.state());
    expect(matter?.case?.reasons).toContain("silent");
    expect(matter?.case?.due).toBe("2027-01-04");
    expect(matter?.gaps.map((gap) => gap.reason)).toContain("silent");
    const [record] = await desk.store.records({ conversation: customer.conversation, limit: 10 });
    expect(record).toMatchObject({ complete: true, kind: "complaint" });
    expect(await customer.listen()).toContain(matter?.record);
  });
});

describe("what is no complaint", () => {
  it("a question is answered, praise and suggestions are recorded on their own track", async () => {
    const desk = await newDesk();
    const customer = await desk.customer();
    await customer.says("吞卡了怎么办？");
    await customer.says("建议你们多开几个窗口");
    await customer.says("我要表扬滨江支行的小李，特别耐心");
    const state = await customer.state();
    expect(state.matters).toHaveLength(0);
    expect(state.notes.map((note) => note.kind)).toEqual(["suggestion", "praise"]);
    const kinds = (await desk.store.records({ conversation: customer.conversation, limit: 10 })).map(
      (record) => record.kind,
    );
    expect(kinds.sort()).toEqual(["praise", "suggestion"]);
  });
});

describe("two complaints in one breath", () => {
  it("are recorded apart, and the second is asked about after the first", async () => {
    const desk = await newDesk();
    const customer = await desk.customer();
    await customer.says("卡被吞了，另外你们大堂经理态度也很恶劣");
    const state = await customer.state();
    expect(state.matters).toHaveLength(2);
    expect(new Set(state.matters.map((matter) => matter.record)).size).toBe(2);
    expect(state.current).toBe(state.matters[0]?.id);
  });
});

describe("asking for a case from another conversation", () => {
  it("needs the number and the phone's tail, with limited tries", async () => {
    const desk = await newDesk();
    const first = await desk.customer();
    for (const line of ["你们ATM把我卡吞了，昨天在滨江支行，还我卡", "同意", "8827", "王", "13800005678", "随时", "对"])
      await first.says(line);
    const matter = currentMatter(await first.state());
    expect(matter?.case?.number).toMatch(/^C-/);

    const again = await desk.customer();
    await again.says("我要查投诉进度");
    again.hears(/编号/);
    await again.says(matter?.case?.number ?? "");
    again.hears(/后四位/);
    await again.says("0000");
    again.hearsNot(/最晚/);
    await again.says("5678");
    again.hears(/12月8日/);
    for (const tail of ["1111", "2222", "3333", "4444"]) await again.says(`查进度 ${matter?.record} ${tail}`);
    await again.says(`查进度 ${matter?.record} 5678`);
    again.hearsNot(/12月8日/);
  });
});
