/** The bank's people in Slack: they see cards, press buttons, fill in modals and write in threads, all signed as Slack signs. */
import { createHmac, randomUUID } from "node:crypto";
import { z } from "zod";
import { type Message, startFakeSlack, TOKEN } from "../outside/slack-emulator.ts";
import { until } from "./until.ts";

const SECRET = "a-signing-secret-of-32-characters";
const TEAM = "T000000001";
const PATH = "/slack/events";

const Element = z.looseObject({
  type: z.string().optional(),
  action_id: z.string().optional(),
  initial_value: z.string().optional(),
  options: z.array(z.looseObject({ value: z.string() })).optional(),
});
const View = z.looseObject({
  callback_id: z.string(),
  private_metadata: z.string().default(""),
  blocks: z.array(
    z.looseObject({
      type: z.string(),
      block_id: z.string().optional(),
      element: Element.optional(),
    }),
  ),
});
type View = z.infer<typeof View>;
const Shown = z.object({ view: View.optional(), errors: z.record(z.string(), z.string()).optional() });
const Elements = z.array(z.looseObject({ action_id: z.string().optional(), value: z.string().optional() }));

export interface SlackOffice {
  /** Settings of the product for this Slack. */
  settings: Record<string, string>;
  user(person: string): string;
  /** The only card in a channel that holds `words`. Waits for it. */
  card(channel: string, words: RegExp): Promise<Card>;
  /** The same card, once it has this button. */
  shows(card: Card, button: string): Promise<Card>;
  /** How many cards of this case stand in all channels, but for the words left where it moved on. */
  cardsOf(key: string): Promise<number>;
  /** Waits until the card looks so. */
  face(card: Card, words: RegExp): Promise<void>;
  thread(card: Card): Promise<string[]>;
  /** Waits until the thread holds it. */
  threadHas(card: Card, words: RegExp): Promise<void>;
  press(person: string, card: Card, button: string): Promise<void>;
  /** Presses a button that opens a modal, fills it in and sends it, twice where it is shown again. */
  fills(person: string, card: Card, button: string, value: (field: string) => string): Promise<void>;
  writes(person: string, card: Card, text: string): Promise<void>;
  /** From now on the product is there. */
  serves(url: string, now: () => string): void;
  close(): Promise<void>;
}
export interface Card {
  channel: string;
  ts: string;
  /** Of the case. */
  key: string;
  /** Its words and blocks as one string. */
  face: string;
}

/** As Slack sends what was written, chosen or ticked. */
function givenTo(element: z.infer<typeof Element> | undefined, value: string) {
  const option = element?.options?.find((one) => one.value === value);
  switch (element?.type) {
    case "static_select":
      return { selected_option: option ?? null };
    case "checkboxes":
      return { selected_options: option ? [option] : [] };
    default:
      return { value: value || element?.initial_value || "" };
  }
}

function cardOf(channel: string, message: Message): Card {
  const face = `${message.text}\n${JSON.stringify(message.blocks ?? [])}`;
  return { channel, ts: message.ts, key: /"case ([^"]+)"/u.exec(face)?.[1] ?? "", face };
}

export async function openSlackOffice(people: readonly string[], departments: readonly string[]): Promise<SlackOffice> {
  const slack = await startFakeSlack(people, [...departments, "complaints"]);
  const channels = [...departments, "complaints"];
  const known = new Set(["tingsu", ...people].map(slack.user));
  // The emulator puts everybody everywhere; cards show nothing to a channel with strangers in it.
  for (const channel of channels.map(slack.channel))
    for (const member of await slack.members(channel))
      if (!known.has(member)) await slack.call("conversations.kick", { channel, user: member });
  let product: { url: string; now: () => string } | null = null;

  async function post(type: string, text: string): Promise<string> {
    if (!product) throw new Error("the product is not there yet");
    const at = Math.floor(Date.parse(product.now()) / 1000);
    const signature = createHmac("sha256", SECRET).update(`v0:${at}:${text}`).digest("hex");
    const answer = await fetch(`${product.url}${PATH}`, {
      method: "POST",
      headers: {
        "Content-Type": type,
        "X-Slack-Request-Timestamp": String(at),
        "X-Slack-Signature": `v0=${signature}`,
      },
      body: text,
    });
    if (!answer.ok) throw new Error(`Slack was answered ${answer.status}`);
    return answer.text();
  }
  const interaction = (payload: Record<string, unknown>) =>
    post(
      "application/x-www-form-urlencoded",
      new URLSearchParams({ payload: JSON.stringify({ team: { id: TEAM }, ...payload }) }).toString(),
    );

  const cardsIn = async (name: string): Promise<Card[]> => {
    const channel = slack.channel(name);
    const messages = await slack.messages(channel);
    return messages.map((message) => cardOf(channel, message));
  };

  async function messageOf({ channel, ts }: Card): Promise<Message> {
    const found = (await slack.messages(channel)).find((message) => message.ts === ts);
    if (!found) throw new Error("the card is gone");
    return found;
  }

  const thread = async ({ channel, ts }: Card) => (await slack.thread(channel, ts)).map(({ text }) => text);

  async function press(person: string, card: Card, name: string): Promise<void> {
    for (const block of (await messageOf(card)).blocks ?? []) {
      const element = Elements.safeParse(block.elements).data?.find(({ action_id }) => action_id === name);
      if (!element) continue;
      const trigger = await slack.call("views.generateTriggerId", { user_id: slack.user(person) });
      const action = { type: "button", block_id: block.block_id, action_id: name, value: element.value };
      await interaction({
        type: "block_actions",
        user: { id: slack.user(person) },
        trigger_id: String(trigger.trigger_id),
        channel: { id: card.channel },
        message: { ts: card.ts },
        actions: [action],
      });
      return;
    }
    throw new Error(`the card has no button ${name}`);
  }

  async function send(person: string, id: string, view: View, value: (field: string) => string) {
    const inputs = view.blocks.filter(({ type, block_id }) => type === "input" && block_id);
    const values = Object.fromEntries(
      inputs.map(({ block_id = "", element }) => [
        block_id,
        { [element?.action_id ?? block_id]: givenTo(element, value(block_id)) },
      ]),
    );
    const { callback_id, private_metadata } = view;
    const text = await interaction({
      type: "view_submission",
      user: { id: slack.user(person) },
      view: { id, type: "modal", callback_id, private_metadata, state: { values } },
    });
    return text === "" ? {} : Shown.parse(JSON.parse(text));
  }

  /** One at a time: which modal came of which button is known by their order only. */
  let filling: Promise<unknown> = Promise.resolve();

  async function fill(person: string, card: Card, button: string, value: (field: string) => string): Promise<void> {
    const before = slack.opened().length;
    await press(person, card, button);
    const id = await until(`the modal of ${button}`, async () => slack.opened()[before] ?? null);
    const opened = slack.calls.findLast(({ method }) => method === "views.open");
    let view = View.parse(JSON.parse(opened?.body.get("view") ?? "null"));
    // Shown again once, where the words promise something.
    for (let n = 0; n < 2; n += 1) {
      const shown = await send(person, id, view, value);
      if (shown.errors) throw new Error(`${button} was refused: ${Object.values(shown.errors).join()}`);
      if (!shown.view) return;
      view = shown.view;
    }
    throw new Error(`${button} was shown again and again`);
  }

  return {
    settings: {
      SLACK_ENABLED: "true",
      SLACK_BOT_TOKEN: TOKEN,
      SLACK_SIGNING_SECRET: SECRET,
      SLACK_CHANNEL: slack.channel("complaints"),
      SLACK_CHANNELS: departments.map((name) => `${name}=${slack.channel(name)}`).join(),
      SLACK_API_URL: slack.apiUrl,
      SLACK_DIGEST_AT: "off",
    },
    user: slack.user,
    card: (channel, words) =>
      until(`a card in ${channel} with ${words}`, async () => {
        const found = (await cardsIn(channel)).filter(({ face }) => words.test(face));
        if (found.length > 1) throw new Error(`${found.length} cards in ${channel} with ${words}`);
        return found[0] ?? null;
      }),
    shows: (card, button) =>
      until(`the card to have ${button}`, async () => {
        const now = cardOf(card.channel, await messageOf(card));
        return now.face.includes(`"${button}"`) ? now : null;
      }),
    async cardsOf(key) {
      const all = (await Promise.all(channels.map(cardsIn))).flat();
      return all.filter((card) => card.key === key).length;
    },
    async face(card, words) {
      await until(`the card to show ${words}`, async () => {
        const { face } = cardOf(card.channel, await messageOf(card));
        return words.test(face) ? face : null;
      });
    },
    thread,
    async threadHas(card, words) {
      await until(`${words} in the thread`, async () => (await thread(card)).find((text) => words.test(text)) ?? null);
    },
    press,
    fills(person, card, button, value) {
      const filled = filling.then(() => fill(person, card, button, value));
      filling = filled.catch(() => undefined);
      return filled;
    },
    async writes(person, { channel, ts: thread_ts }, text) {
      const posted = await slack.call("chat.postMessage", { channel, text, thread_ts });
      const ts = String(posted.ts);
      const event = { type: "message", channel, ts, thread_ts, user: slack.user(person), text };
      await post(
        "application/json",
        JSON.stringify({ type: "event_callback", team_id: TEAM, event_id: `Ev${randomUUID()}`, event }),
      );
    },
    serves(url, now) {
      product = { url, now };
    },
    close: slack.close,
  };
}
