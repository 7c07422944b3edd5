/** The customer on WeChat: a repayment that failed. Returned, transferred, taken over live, handed back, resolved. */
import type { Content } from "../../src/content.ts";
import { personIn } from "./people.ts";
import { saying, words } from "./said.ts";
import type { Stage } from "./stage.ts";
import { takesStep } from "./steps.ts";
import type { Played, Story } from "./story.ts";
import { until } from "./until.ts";

const LIVE = "李女士您好，我是董澈，这笔还款我正在查，请您看一下账单。";
const ANSWER = "账单上看到了，谢谢。";
const PARTS: Record<string, string> = {
  "part:findings": "当晚系统延迟，还款晚了二十分钟入账。",
  "part:decision": "还款按原时间计，不产生利息。",
  "part:grounds": "依据本行电子银行服务章程。",
};

/** Ends when the answer has reached the customer. */
export async function repaymentCase(stage: Stage, story: Story, content: Content): Promise<Played> {
  const { wechat, slack } = stage;
  const { zh } = content.phrases;
  const shen = personIn(content, "shen-lu");
  const meng = personIn(content, "meng-qi");
  const dong = personIn(content, "dong-che");
  const complaint = "我的手机银行登录不了，还款也失败了，我要投诉，给我转人工。";

  story.did(wechat.name, "wechat", `投诉：${complaint}`, "complains: the app is closed to her, a repayment failed");
  await wechat.says(complaint);
  await story.sees(wechat, {
    zh: "投诉已受理，有受理编号",
    en: "the complaint is recorded, with a number",
    words: saying(zh, "case-requested"),
  });
  const first = await slack.card("digital-banking", /还款/u);
  const { key } = first;
  story.did("Slack", "slack", "卡片到了电子银行部频道", "the case's card is in digital banking's channel");

  await takesStep(stage, story, shen, first, { step: { type: "accept" }, zh: "受理", en: "accepts the case" });
  await story.sees(wechat, {
    zh: "知道由谁负责",
    en: "who has the case",
    words: saying(zh, "case-owner", { staff: shen.display.zh }),
  });
  const why = "登录已恢复，还款没有入账要由运营核对";
  await takesStep(stage, story, shen, first, {
    step: { type: "return", reason: why },
    fields: { reason: why },
    zh: `退回消保办：${why}`,
    en: "returns it to the complaint office: the app works again, the repayment is for operations to check",
  });
  await story.sees(wechat, {
    zh: "知道转到了消保办",
    en: "that the complaint office has it now",
    words: saying(zh, "case-moved"),
  });

  const whose = new RegExp(`"case ${key}"`, "u");
  const atOffice = await slack.card("consumer-protection", whose);
  await takesStep(stage, story, meng, atOffice, {
    step: { type: "offer-transfer", to: dong.id, reason: "核对还款入账" },
    fields: { to: dong.id, reason: "核对还款入账" },
    zh: "转给运营管理部董澈",
    en: "offers it to Dong Che of operations",
  });
  await takesStep(stage, story, dong, atOffice, {
    step: { type: "accept-transfer" },
    zh: "接受转办",
    en: "accepts the transfer",
  });
  await story.sees(wechat, {
    zh: "知道换了谁负责",
    en: "who has the case after the transfer",
    words: saying(zh, "case-owner", { staff: dong.display.zh }),
  });

  const card = await slack.card("operations", new RegExp(`"case ${key}"[\\s\\S]*case:take`, "u"));
  story.did("Slack", "slack", "卡片换到运营管理部频道", "the card has moved to operations' channel");
  await slack.press(dong.id, card, "case:take");
  await slack.press(dong.id, await slack.shows(card, "case:live"), "case:live");
  await slack.shows(card, "case:live-end");
  story.did(dong.name, "slack", "受理并开启实时对话", "takes it over and goes live");
  await story.sees(wechat, {
    zh: "真人同事来了",
    en: "a person has joined",
    words: saying(zh, "staff-joined", { staff: dong.display.zh }),
  });
  await slack.writes(dong.id, card, LIVE);
  story.did(dong.name, "slack", `在线程里写：${LIVE}`, "writes to her in the card's thread");
  await story.sees(wechat, { zh: "同事的话原样送到", en: "the colleague's words", words: words(LIVE) });
  await wechat.says(ANSWER);
  story.did(wechat.name, "wechat", `回答：${ANSWER}`, "answers");
  await until("the answer in the thread", async () => {
    const there = (await slack.thread(card)).filter((text) => text.includes(ANSWER));
    if (there.length > 1) throw new Error("the customer's answer stands twice in the thread");
    return there[0] ?? null;
  });
  story.did("Slack", "slack", "回答出现在线程里", "the answer stands in the thread");

  await slack.press(dong.id, card, "case:live-end");
  await slack.press(dong.id, await slack.shows(card, "case:hand-back"), "case:hand-back");
  story.did(dong.name, "slack", "结束实时，交回机器人", "ends live and hands back to the bot");
  await story.sees(wechat, {
    zh: "知道对话交回给机器人",
    en: "that the bot is there again",
    words: saying(zh, "staff-left", { staff: dong.display.zh }),
  });

  await slack.fills(dong.id, await slack.shows(card, "case:resolve"), "case:resolve", (field) => PARTS[field] ?? "");
  story.did(dong.name, "slack", "办结并发出答复", "resolves it with the written answer");
  await story.sees(wechat, {
    zh: "答复的全文",
    en: "the answer with all its parts",
    words: words(PARTS["part:decision"] ?? ""),
  });
  await story.sees(wechat, {
    zh: "不同意还能怎么办",
    en: "what can be done by who disagrees",
    words: saying(zh, "resolved"),
  });
  await slack.face(card, /已办结/u);
  story.did("Slack", "slack", "卡片显示已办结", "the card says resolved");
  const inThread = [words(LIVE), words(ANSWER), words(PARTS["part:decision"] ?? "")];
  await slack.threadHas(card, inThread.at(-1) ?? /^$/u);
  return { card, inThread };
}
