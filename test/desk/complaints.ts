/** Complaints as the intake would have stored them, for the tests of the desk. */
import type { Citation } from "../../src/flows/answer.ts";
import type { Event, Gap, HandoverReason, Level } from "../../src/flows/conversation.ts";
import { evolveAll, opened } from "../../src/flows/evolve.ts";
import type { Business, Emotion, FoundFact, Language, Reason, RiskSlug } from "../../src/flows/reading.ts";
import { maskPersonal } from "../../src/privacy/mask.ts";
import type { CaseRow, OutMessage } from "../../src/store/store.ts";
import type { World } from "./bank-of-tests.ts";

export interface Complaint {
  /** What the customer wrote, in order. The first is the complaint. */
  says: string[];
  department: string;
  /** ISO date. */
  due: string;
  number?: string;
  business?: Business;
  reason?: Reason;
  emotion?: Emotion;
  language?: Language;
  channel?: string;
  facts?: FoundFact[];
  gaps?: Gap[];
  risks?: { slug: RiskSlug; level: Level; words: string }[];
  reasons?: HandoverReason[];
  cited?: Citation[];
  botSays?: string[];
  /** ISO instant of the first message; now when not given. */
  receivedAt?: string;
}

/** Stores the complaint with its open case; gives the case's number. */
export async function complain(world: World, complaint: Complaint): Promise<string> {
  const { store, newId } = world;
  const at = complaint.receivedAt ?? world.now();
  const language = complaint.language ?? "zh-Hans";
  const channel = complaint.channel ?? "web";
  const id = newId();
  const record = `R-${id}`;
  const number = complaint.number ?? `C-${id}`;
  const matter = `m-${id}`;
  const key = `${id}/${matter}`;
  const words = complaint.says[0] ?? "";
  const opening: Extract<Event, { type: "conversation-opened" }> = {
    type: "conversation-opened",
    id,
    channel,
    identity: "anonymous",
    language,
    at,
  };
  const bot = (text: string): OutMessage => ({
    id: newId(),
    author: { kind: "bot" },
    kind: "chat",
    text,
    choices: [],
    citations: [],
    attachments: [],
    at,
  });
  await store.startConversation({
    id,
    channel,
    identity: { channel, externalId: `visitor-${id}`, strength: "anonymous" },
    at,
    state: opened(opening),
    events: [opening],
    messages: [bot(language === "en" ? "Hello, what happened?" : "您好，请讲讲发生了什么。")],
    effects: [],
  });
  const messages: string[] = [];
  for (const text of complaint.says) {
    const message = newId();
    messages.push(message);
    await store.accept({
      id: message,
      conversation: id,
      channel,
      externalId: message,
      kind: "text",
      text,
      secretsRemoved: 0,
      attachments: [],
      at,
      turnDue: at,
    });
  }
  const first = messages[0] ?? "";
  const emotion = complaint.emotion ?? 1;
  const risks = complaint.risks ?? [];
  const business = complaint.business ?? "debit-card";
  const reason = complaint.reason ?? "fund-safety";
  const events: Event[] = [
    {
      type: "complaint-recorded",
      matter,
      record,
      receivedAt: at,
      message: first,
      words,
      business,
      reason,
      venue: null,
      emotion,
    },
    ...(complaint.facts ?? []).map((fact): Event => {
      const learnt = { ...fact, id: newId(), message: first, at, confirmed: true, replacedBy: null };
      return { type: "fact-learnt", matter, fact: learnt };
    }),
    ...(complaint.gaps ?? []).map((gap): Event => ({ type: "gap-marked", matter, gap })),
    ...risks.map((risk): Event => ({ type: "risk-raised", matter, risk: { ...risk, message: first, at } })),
    ...(complaint.cited
      ? [{ type: "question-answered" as const, matter, citations: complaint.cited, text: "", settles: false }]
      : []),
    {
      type: "case-requested",
      matter,
      key,
      department: complaint.department,
      due: complaint.due,
      rule: { pack: "cn-nfra-2020-3", days: 15 },
      reasons: complaint.reasons ?? ["claim-unsettled"],
      at,
    },
    { type: "case-opened", matter, number },
  ];
  const row: CaseRow = {
    key,
    record,
    conversation: id,
    matter,
    channel,
    language,
    number,
    department: complaint.department,
    status: "open",
    owner: null,
    receivedAt: at,
    requestedAt: at,
    due: complaint.due,
    business,
    reason,
    venue: null,
    emotion,
    risks: risks.map(({ slug, level }) => ({ slug, level })),
    summary: maskPersonal(words),
    resolvedAt: null,
    updatedAt: at,
  };
  const loaded = await store.load(id);
  if (!loaded) throw new Error("the conversation was not stored");
  const committed = await store.commit({
    conversation: id,
    expectVersion: loaded.version,
    at,
    state: evolveAll(loaded.state, events),
    events,
    messages: (complaint.botSays ?? []).map(bot),
    withdraw: [],
    effects: [],
    clocks: [],
    records: [
      {
        record,
        conversation: id,
        matter,
        kind: "complaint",
        receivedAt: at,
        status: "open",
        business,
        reason,
        venue: null,
        complete: false,
      },
    ],
    cases: [row],
    phoneTails: [],
    consent: null,
    trace: null,
    audit: { actor: "customer", action: "turn", detail: {} },
  });
  if (!committed.ok) throw new Error("the complaint was not stored");
  return number;
}
