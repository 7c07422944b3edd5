/** A stored conversation lived again with today's code and today's bank: where would it now go another way? */
import type { Content } from "../content.ts";
import { MESSAGE_KINDS, type MessageKind } from "../flows/command.ts";
import type { Event } from "../flows/conversation.ts";
import { opened } from "../flows/evolve.ts";
import type { Store, StoredMessage } from "../store/store.ts";
import { type Rehearsal, rehearse } from "./rehearsal.ts";

export interface ReplayedStep {
  /** What set it off: the customer's words, staff, or a clock. */
  cause: string;
  at: string;
  /** What was decided then, and what is decided now, as short names: "fact-asked amount". */
  before: string[];
  now: string[];
}

export interface Replayed {
  conversation: string;
  steps: ReplayedStep[];
}

export const differs = ({ before, now }: ReplayedStep): boolean => before.join("\n") !== now.join("\n");

interface Recorded {
  at: string;
  events: Event[];
}

/** Null when there is no such conversation, or its person was erased. */
export async function replay(conversation: string, store: Store, content: Content): Promise<Replayed | null> {
  const rows = await store.events(conversation);
  const first = rows[0]?.event;
  if (first?.type !== "conversation-opened" || rows.some(({ event }) => event === null)) return null;
  const messages = new Map(
    (await store.messages(conversation, { after: 0, limit: 100_000 })).map((one) => [one.id, one]),
  );
  const { channel, identity, language } = opened(first);
  // What was said is said at its own time.
  const rehearsal = await rehearse(content, { at: first.at, channel, identity, language, pace: 0 });
  try {
    const steps: ReplayedStep[] = [];
    let seen = (await rehearsal.store.events(rehearsal.conversation)).length;
    for (const recorded of stepsOf(rows)) {
      const cause = await repeat(rehearsal, recorded, messages);
      if (cause === null) continue;
      const all = await rehearsal.store.events(rehearsal.conversation);
      const fresh = all.slice(seen).flatMap(({ event }) => (event ? [event] : []));
      seen = all.length;
      steps.push({ cause, at: recorded.at, before: decided(recorded.events), now: decided(fresh) });
    }
    return { conversation, steps };
  } finally {
    await rehearsal.close();
  }
}

/** Events of one commit share their time; each commit begins with what set it off. */
function stepsOf(rows: readonly { at: string; event: Event | null }[]): Recorded[] {
  const steps: Recorded[] = [];
  for (const { at, event } of rows.slice(1)) {
    if (event === null) continue;
    const last = steps.at(-1);
    if (last?.at === at && !CAUSES.has(event.type)) last.events.push(event);
    else steps.push({ at, events: [event] });
  }
  return steps;
}

const CAUSES: ReadonlySet<Event["type"]> = new Set([
  "turn-heard",
  "staff-took",
  "staff-said",
  "silence-noticed",
  "wait-ended",
  "incident-ended",
]);

/** Does the same again. Null for what the product does by itself. */
async function repeat(
  rehearsal: Rehearsal,
  { at, events }: Recorded,
  messages: ReadonlyMap<string, StoredMessage>,
): Promise<string | null> {
  const find = <T extends Event["type"]>(type: T) =>
    events.find((event): event is Extract<Event, { type: T }> => event.type === type);
  const heard = find("turn-heard");
  if (heard) {
    const said = heard.messages.map((id) => messages.get(id)).filter((one) => one !== undefined);
    const lines = said.map(({ text, kind }) => ({ text: text ?? "", kind: kindOf(kind) }));
    await rehearsal.until(heard.at);
    await rehearsal.says(lines);
    return lines.map(({ text }) => text).join(" / ");
  }
  await rehearsal.until(at);
  if (find("staff-took")) return staffDid(rehearsal, { does: "takes" });
  const wrote = find("staff-said");
  if (wrote) return staffDid(rehearsal, { does: "says", text: messages.get(wrote.message)?.text ?? "" });
  const resolved = find("matter-resolved");
  if (resolved) return staffDid(rehearsal, { does: "resolves", text: resolved.result });
  if (find("staff-returned")?.how === "handed-back") return staffDid(rehearsal, { does: "hands back" });
  const clock = find("silence-noticed") ?? find("wait-ended") ?? find("staff-returned");
  return clock ? `(${clock.type})` : null;
}

async function staffDid(rehearsal: Rehearsal, act: Parameters<Rehearsal["staff"]>[0]): Promise<string> {
  await rehearsal.staff(act);
  return `(staff ${act.does})`;
}

const kindOf = (kind: StoredMessage["kind"]): MessageKind => MESSAGE_KINDS.find((one) => one === kind) ?? "text";

/** What a step decided, without ids, times and words: those may differ. */
function decided(events: readonly Event[]): string[] {
  return events.flatMap((event) => {
    switch (event.type) {
      case "fact-learnt":
      case "fact-corrected":
        return [`${event.type} ${event.fact.name} ${JSON.stringify(event.fact.value)}`];
      case "fact-asked":
        return [`${event.type} ${event.name}`];
      case "gap-marked":
        return [`${event.type} ${event.gap.name} ${event.gap.reason}`];
      case "risk-raised":
        return [`${event.type} ${event.risk.slug}`];
      case "complaint-recorded":
      case "matter-classified":
        return [`${event.type} ${event.business} ${event.reason} ${event.venue}`];
      case "case-requested":
        return [`${event.type} ${event.department} ${event.reasons.join("+")}`];
      case "turn-heard":
        return [`${event.type} ${event.act} emotion ${event.emotion}`];
      case "question-answered":
        return [`${event.type} ${event.citations.map(({ policy, clause }) => `${policy}#${clause}`).join(" ")}`];
      case "replied":
        return [`says ${event.courtesy.act}`];
      case "conversation-opened":
      case "bubbles-said":
      case "matter-continued":
      case "case-opened":
      // Incidents are of their day.
      case "incident-told":
      case "incident-joined":
      case "incident-ended":
        return [];
      default:
        return [event.type];
    }
  });
}
