/** Complaints by the hundred with everything that can become of them, stored as the product stores them. */
import type { CaseEvent } from "../../../src/cases/life/events.ts";
import { evolveAll as lived } from "../../../src/cases/life/evolve.ts";
import { CAUSES, type Event } from "../../../src/flows/conversation.ts";
import { evolveAll, opened } from "../../../src/flows/evolve.ts";
import type { Business, Reason } from "../../../src/flows/reading.ts";
import { type Random, randomOf } from "../../../src/play/random.ts";
import type { World } from "../bank-of-tests.ts";
import { complain } from "../complaints.ts";
import { granted } from "../outcomes.ts";

const PARTS = { findings: "已查", decision: "已退", grounds: "规定第2条", remedies: "可申请核查" };
const BUSINESS: Business[] = ["credit-card", "savings", "payment", "loan"];
const REASON: Reason[] = ["pricing", "service-attitude", "facilities-systems", "rules-process"];
const PLACE = { name: "place", value: "滨江支行", text: "滨江支行", start: 0, end: 4 } as const;
const HOUR = 3_600_000;

/** From September to November; the same seed makes the same people. */
export async function populate(world: World, count: number, seed: number): Promise<void> {
  const random = randomOf(seed);
  const start = Date.parse("2026-09-01T00:00:00.000Z");
  for (let n = 0; n < count; n += 1) {
    const at = start + Math.floor(random.next() * 88 * 24 * HOUR);
    await one(world, random, `P-${n}`, at);
  }
  world.setNow("2026-12-05T02:00:00.000Z");
}

const iso = (ms: number): string => new Date(ms).toISOString();

async function one(world: World, random: Random, number: string, receivedAt: number): Promise<void> {
  world.setNow(iso(receivedAt));
  const chance = (share: number) => random.next() < share;
  if (chance(0.15)) return settledAtOnce(world, random, number, iso(receivedAt));
  await complain(world, {
    department: random.pick(["credit-card-centre", "retail"]),
    business: random.pick(BUSINESS),
    reason: random.pick(REASON),
    emotion: random.pick([0, 1, 2, 3] as const),
    says: ["我要投诉"],
    facts: chance(0.2) ? [PLACE] : [],
    risks: chance(0.15) ? [{ slug: "repeat", level: "P2", words: "又" }] : [],
    // The fifteenth day as it is written in Shanghai.
    due: iso(receivedAt + (15 * 24 + 8) * HOUR).slice(0, 10),
    channel: random.pick(["web", "wechat", "phone"]),
    number,
  });
  const row = await world.store.case(number);
  if (!row) throw new Error("the case was not stored");
  const { key, conversation, matter } = row;
  const office = world.person("meng-qi");
  let at = receivedAt + Math.floor(random.next() * 60 * HOUR);
  const later = () => {
    at += Math.floor(random.next() * 240 * HOUR);
    world.setNow(iso(at));
  };
  world.setNow(iso(at));
  const by = { kind: "staff", id: office.id } as const;
  const rated = { rule: null, reason: "" };
  const life: CaseEvent[] = [
    {
      type: "registered",
      at: iso(receivedAt),
      by: { kind: "rule" },
      cause: `${key}/registered`,
      key,
      conversation,
      matter,
      record: row.record,
      receivedAt: iso(receivedAt),
      department: row.department,
      assisting: [],
      due: row.due,
      rule: { pack: "cn-nfra-2020-3", days: 15 },
      reasons: ["claim-unsettled"],
      grade: { value: random.pick(["ordinary", "complex", "major"] as const), ...rated },
      urgency: { value: "III", ...rated },
      keptFrom: { staff: [], outlets: [], departments: [], hidden: false },
      links: chance(0.1) ? [{ key: "earlier", as: "repeat" }] : [],
    },
  ];
  if (chance(0.4)) {
    const emotion = random.pick([0, 1, 2, 3] as const);
    await commit(world, conversation, { type: "matter-continued", matter, messages: [], emotion }, iso(at));
  }
  if (chance(0.3)) life.push({ type: "customer-contacted", how: "phone", at: iso(at), by, cause: `${key}/contacted` });
  if (chance(0.1)) {
    later();
    await commit(world, conversation, { type: "matter-withdrawn", matter, at: iso(at) }, iso(at));
  } else if (chance(0.75)) {
    granted(await world.desk.take(office, number));
    if (chance(0.8)) granted(await world.desk.reply(office, number, { clientId: `reply-${number}`, text: "正在查。" }));
    later();
    // Some on the very last day, which is in time.
    if (chance(0.2)) {
      at = Math.max(at, receivedAt + 15 * 24 * HOUR);
      world.setNow(iso(at));
    }
    const cause = chance(0.8) ? { cause: random.pick([...CAUSES]) } : {};
    granted(await world.desk.resolve(office, number, { parts: PARTS, ...cause }));
    if (chance(0.5)) await marked(world, random, conversation, matter, iso(at));
    if (chance(0.15)) {
      later();
      await commit(world, conversation, { type: "matter-reopened", matter, at: iso(at) }, iso(at));
    } else if (chance(0.4)) {
      const satisfied = chance(0.7);
      life.push({ type: "called-back", satisfied, marks: null, at: iso(at), by, cause: `${key}/called-back` });
    }
  }
  const state = lived(null, life);
  if (!state) throw new Error("no life");
  const { department, grade, urgency, due } = state;
  const codes = { stage: state.stage.name, department, owner: null, grade: grade.value, urgency: urgency.value, due };
  await world.store.lives.commit({
    expectVersion: 0,
    at: iso(at),
    row: { key, conversation, ...codes, next: null, offeredTo: null, keptFrom: [], hidden: false },
    events: life,
    effects: [],
    audit: { actor: "clock", action: "life", detail: {} },
  });
}

/** The customer's own marks after the end; a low one is owed a call. */
async function marked(world: World, random: Random, conversation: string, matter: string, at: string): Promise<void> {
  const solved = random.pick([1, 5] as const);
  const callBackBy = solved === 1 ? new Date(Date.parse(at) + HOUR).toISOString() : null;
  const answered = { type: "satisfaction-answered", matter } as const;
  await commit(world, conversation, { ...answered, question: "solved", mark: solved, callBackBy }, at);
  if (random.pick([true, true, false] as const)) {
    const mark = random.pick([1, 2, 3, 4, 5] as const);
    await commit(world, conversation, { ...answered, question: "manner", mark, callBackBy: null }, at);
  }
}

/** A complaint the assistant settles by an explanation: recorded, and no case. */
async function settledAtOnce({ store, newId }: World, random: Random, number: string, at: string): Promise<void> {
  const opening: Event & { type: "conversation-opened" } = {
    type: "conversation-opened",
    id: number,
    channel: "web",
    identity: "anonymous",
    language: "zh-Hans",
    at,
  };
  const matter = `m-${number}`;
  const record = `R-${number}`;
  const kind = { business: random.pick(BUSINESS), reason: random.pick(REASON), venue: null };
  const emotion = random.pick([0, 1, 2, 3] as const);
  const events: Event[] = [
    { type: "complaint-recorded", matter, record, receivedAt: at, message: newId(), words: "年费", ...kind, emotion },
    { type: "matter-settled", matter, at },
  ];
  const identity = { channel: "web", externalId: number, strength: "anonymous" } as const;
  const state = opened(opening);
  await store.startConversation({
    id: number,
    channel: "web",
    identity,
    at,
    state,
    events: [opening],
    messages: [],
    effects: [],
  });
  const committed = await store.commit({
    conversation: number,
    expectVersion: (await store.load(number))?.version ?? 0,
    at,
    state: evolveAll(state, events),
    events,
    messages: [],
    withdraw: [],
    effects: [],
    clocks: [],
    records: [
      {
        record,
        conversation: number,
        matter,
        kind: "complaint",
        receivedAt: at,
        status: "settled",
        ...kind,
        complete: false,
      },
    ],
    cases: [],
    phoneTails: [],
    consent: null,
    trace: null,
    audit: { actor: "customer", action: "turn", detail: {} },
  });
  if (!committed.ok) throw new Error("the complaint was not stored");
}

/** What a customer does, as the conversation decides it. */
async function commit({ store }: World, conversation: string, event: Event, at: string): Promise<void> {
  const loaded = await store.load(conversation);
  if (!loaded) throw new Error("the conversation was not stored");
  const committed = await store.commit({
    conversation,
    expectVersion: loaded.version,
    at,
    state: evolveAll(loaded.state, [event]),
    events: [event],
    messages: [],
    withdraw: [],
    effects: [],
    clocks: [],
    records: [],
    cases: [],
    phoneTails: [],
    consent: null,
    trace: null,
    audit: { actor: "customer", action: "turn", detail: {} },
  });
  if (!committed.ok) throw new Error("the step was not stored");
}
