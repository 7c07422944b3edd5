/** The customer on the widget: a fee nobody explained. Taken in Slack, one fact asked for, a proposal, passed and agreed. */
import type { Content } from "../../src/content.ts";
import { personIn } from "./people.ts";
import { saying, words } from "./said.ts";
import type { Stage } from "./stage.ts";
import { takesStep } from "./steps.ts";
import type { Played, Story } from "./story.ts";
import { until } from "./until.ts";

const PROPOSAL = "核实后，年费300元全额退回您的信用卡。";

/** Ends when the customer's yes has reached the case. */
export async function feeCase(stage: Stage, story: Story, content: Content): Promise<Played> {
  const { widget, slack } = stage;
  const { zh } = content.phrases;
  const fang = personIn(content, "fang-yi");
  const tang = personIn(content, "tang-ruolan");
  const complaint = "信用卡年费乱扣了我300元，我要投诉，给我转人工。";

  story.did(
    widget.name,
    "widget",
    `投诉：${complaint}`,
    "complains: an annual fee of 300 yuan was taken, wants a person",
  );
  await widget.says(complaint);
  await story.sees(widget, {
    zh: "投诉已受理，有受理编号",
    en: "the complaint is recorded, with a number",
    words: saying(zh, "case-requested"),
  });
  const card = await slack.card("credit-card-centre", /年费/u);
  story.did("Slack", "slack", "卡片到了信用卡中心频道", "the case's card is in the credit card centre's channel");

  await slack.press(fang.id, card, "case:take");
  story.did(fang.name, "slack", "按下“受理”", "presses Take");
  await story.sees(widget, {
    zh: "真人同事来了",
    en: "a person has joined",
    words: saying(zh, "staff-joined", { staff: fang.display.zh }),
  });

  const desk = await stage.desk(fang.id);
  const stageIs = (slug: string) =>
    until(`the case to be ${slug}`, async () => ((await desk.life(card.key)).stage.slug === slug ? slug : null));
  await stageIs("accepted");
  await takesStep(stage, story, fang, card, {
    step: { type: "ask-facts", facts: ["card-tail"] },
    fields: { facts: "card-tail", "facts-again": "card-tail" },
    zh: "请客户补充卡号后四位",
    en: "asks for the card's last four digits",
  });
  await story.sees(widget, {
    zh: "机器人替同事来问",
    en: "the bot asks on the colleague's behalf",
    words: saying(zh, "facts-wanted"),
  });
  await story.sees(widget, {
    zh: "先说明个人信息怎么用",
    en: "what personal data is used for, and whether that is all right",
    words: saying(zh, "ask-consent"),
  });
  await widget.says("同意。");
  await story.sees(widget, {
    zh: "问卡号后四位",
    en: "the question for the last four digits",
    words: saying(zh, "ask", {}, { name: "card-tail" }),
  });
  await widget.says("8827。");
  story.did(widget.name, "widget", "回答：8827", "answers: 8827");
  await story.sees(widget, { zh: "四位数字记下了", en: "the digits were noted", words: words("8827") });
  await stageIs("accepted");

  await takesStep(stage, story, fang, card, {
    step: { type: "propose", text: PROPOSAL, amount: { minor: 30_000, currency: "CNY" } },
    fields: { text: PROPOSAL, amount: "300" },
    zh: `提方案：${PROPOSAL}`,
    en: "proposes to pay the fee back in full",
  });
  // More than her tier may grant: a second person passes it before the customer hears of it.
  await stageIs("proposal-with-office");
  await takesStep(stage, story, tang, card, {
    step: { type: "pass-proposal" },
    zh: "审批通过",
    en: "passes it: it is above the handler's tier",
  });
  await story.sees(widget, { zh: "方案原文", en: "the proposal in the colleague's words", words: words(PROPOSAL) });
  await story.sees(widget, {
    zh: "问是否接受",
    en: "the question whether it is accepted",
    words: saying(zh, "offer-proposal"),
  });
  await widget.chooses("接受");
  story.did(widget.name, "widget", "按下“接受”", "presses Accept");
  await story.sees(widget, {
    zh: "接受已记下",
    en: "the yes was noted",
    words: saying(zh, "proposal-agreed"),
  });
  await stageIs("agreed");
  const inThread = [new RegExp(`回复客户[\\s\\S]*${words(PROPOSAL).source}`, "u"), /客户[\s\S]*\n接受$/u];
  await slack.threadHas(card, /客户[\s\S]*\n接受$/u);
  story.did("Slack", "slack", "线程里有方案和客户的答复", "the thread holds the proposal and the customer's yes");
  return { card, inThread };
}
