/** One customer's complaint, from the first word to the case, as the product asks for it. */
import { randomUUID } from "node:crypto";
import type { State } from "../src/flows/conversation.ts";
import type { FactName } from "../src/flows/reading.ts";
import type { Intake } from "../src/intake.ts";
import type { Store } from "../src/store/store.ts";

const FIRST = "你们自助取款机没吐钱，账上却扣了款，打了两次电话也没人管，太气人了！";

const FACTS: Partial<Record<FactName, string>> = {
  occurred: "昨天下午三点左右",
  place: "在城东支行门口的ATM",
  amount: "取的是3000元",
  "card-tail": "尾号8827",
  "account-tail": "尾号8827",
  product: "澜川借记卡",
  "desired-outcome": "把3000元退回我卡里",
  person: "我叫林晓燕",
  phone: "13800138000",
  "contact-time": "工作日晚上七点以后",
};

const LONGEST = 20;

function reply(state: State): string {
  switch (state.stage) {
    case "listening":
      return FIRST;
    case "gathering":
      if (state.asking.kind === "consent") return "可以";
      return state.asking.kind === "fact" ? (FACTS[state.asking.name] ?? "不记得了") : "没有编号";
    case "confirming":
      return "对，没错";
    default:
      return "没解决，我要找人工";
  }
}

/** Sends one message and lets its turn be handled: two durable commits. */
export async function say(intake: Intake, conversation: string, text: string): Promise<void> {
  await intake.accept({
    conversation,
    channel: "terminal",
    externalId: randomUUID(),
    kind: "text",
    text,
    attachments: [],
  });
  await intake.handleTurn(conversation);
}

export async function openConversation(intake: Intake): Promise<string> {
  const identity = { channel: "terminal", externalId: randomUUID(), strength: "anonymous" } as const;
  return (await intake.open(identity, "zh-Hans")).conversation;
}

/**
 * Talks once and keeps what was said, so that the measured runs repeat it without asking the state.
 * Throws when the conversation did not come to a case with at least six facts.
 */
export async function learnDialogue(intake: Intake, store: Store): Promise<string[]> {
  const conversation = await openConversation(intake);
  const said: string[] = [];
  while (said.length < LONGEST) {
    const state = (await store.load(conversation))?.state;
    if (!state) throw new Error("the conversation is not there");
    const matter = state.matters[0];
    if (matter?.case) {
      if (matter.facts.length < 6) throw new Error(`the dialogue gathered only ${matter.facts.length} facts`);
      return said;
    }
    const text = reply(state);
    await say(intake, conversation, text);
    said.push(text);
  }
  throw new Error(`no case after ${LONGEST} messages`);
}
