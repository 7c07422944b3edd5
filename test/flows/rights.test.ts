import { describe, expect, it } from "vitest";
import type { State } from "../../src/flows/conversation.ts";
import { opened } from "../../src/flows/evolve.ts";
import { rightsWish } from "../../src/flows/rights.ts";

const fresh = opened({
  type: "conversation-opened",
  id: "c",
  channel: "web",
  identity: "anonymous",
  language: "zh-Hans",
  at: "2026-11-22T00:00:00Z",
});
const heard = (text: string) => [{ id: "m", at: fresh.openedAt, text, kind: "text" as const, secretsRemoved: 0 }];
const wish = (text: string, state: State = fresh) => rightsWish(state, heard(text));

describe("a wish about one's own data", () => {
  it.each([
    ["把我的资料删掉", "delete"],
    ["请把我的个人信息全部删除", "delete"],
    ["我要求删除我的个人信息", "delete"],
    ["麻烦帮我把聊天记录清空", "delete"],
    ["請把我的資料刪除", "delete"],
    ["把你们存的我的信息都删了吧", "delete"],
    ["delete my data", "delete"],
    ["Please delete all my personal data.", "delete"],
    ["I want you to erase my records", "delete"],
    ["我的信息给我一份", "copy"],
    ["把我的资料发给我一份", "copy"],
    ["我要查看我的个人信息", "copy"],
    ["给我一份我的资料", "copy"],
    ["send me a copy of my data", "copy"],
    ["I'd like to see the data you have about me", "copy"],
    ["给我看看你们存了我哪些信息", "copy"],
    ["我想看看你们留了我什么资料", "copy"],
    ["I want to know what you hold about me", "copy"],
    ["please erase everything about me", "delete"],
    ["我的资料写错了，请更正", "correct"],
    ["更正我的个人信息", "correct"],
    ["correct my personal information", "correct"],
    ["我在你们那儿的个人信息请全部删除", "delete"],
    ["帮我把你们留的我的聊天记录都清了吧", "delete"],
    ["把跟我有关的东西都删干净", "delete"],
    ["我撤回同意，请删除我的信息", "delete"],
    ["can you erase this whole chat and my details", "delete"],
    ["I'd like my data deleted", "delete"],
    ["把我和你的对话记录导出来发给我", "copy"],
    ["我想知道你们都记了我哪些东西", "copy"],
    ["could I have a transcript of this chat", "copy"],
    ["我的名字登记错了，改一下", "correct"],
    ["my name is spelt wrong in your records, please correct it", "correct"],
  ])("is seen in %j", (text, right) => {
    expect(wish(text)?.right).toBe(right);
  });

  it.each([
    "能不能要求删除我的信息？",
    "销户后信息能删吗？",
    "你们凭什么还留着我的资料",
    "你们乱扣我年费，我要投诉",
    "你们把我的资料删了，我的贷款办不下来",
    "员工把我的信息给了别人一份",
    "柜员把我的资料弄丢了，赔钱",
    "我的信息被你们卖了",
    "把我的卡号删掉的话钱还在吗？",
    "你们删除了我的记录，我要投诉",
    "查一下我的投诉进度",
    "can you delete my data?",
    "you deleted my data without asking",
    "somebody stole my data",
    "你们把我的信息都看光了",
    "我想知道你们凭什么有我的资料",
    "everything about me was sent to my ex-husband",
    "转人工",
    "把我的逾期记录删掉",
    "征信信息有误，要求更正",
    "给我一份交易明细",
    "修改手机号码",
    "客服把我的通话记录删了，什么意思",
    "remove the late payment from my credit file",
    "send me my statement for October",
    "update my address please",
  ])("is not seen in %j", (text) => {
    expect(wish(text)).toBeNull();
  });

  it("may bring its proof in the same breath", () => {
    expect(wish("把我的资料删掉 R-7KQ2MXW4 5678")?.proof).toEqual({ number: "R-7KQ2MXW4", tail: "5678" });
  });

  it("is no wish of the bot's while a colleague has the conversation", () => {
    const staff = { id: "z", name: "小周" };
    const at = fresh.openedAt;
    expect(wish("把我的资料删掉", { ...fresh, stage: "with-staff", staff, since: at, lastStaffAt: at })).toBeNull();
  });
});
