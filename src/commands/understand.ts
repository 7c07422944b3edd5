/** read, ask, converse: what the product understands, knows and says, for scripts and checks. */
import { randomBytes, randomUUID } from "node:crypto";
import type { Logger } from "pino";
import { z } from "zod";
import { dayIn, instantAt } from "../cases/zone.ts";
import type { Content } from "../content.ts";
import { currentMatter, standing } from "../flows/ledger.ts";
import { createProduct, createReader, knowledgeOf } from "../product.ts";
import { createRights } from "../rights/rights.ts";
import { createLive } from "../store/live.ts";
import { openSqliteStore } from "../store/sqlite/open.ts";
import { drainOutbox } from "../workers/outbox.ts";
import { answerLines } from "./json-lines.ts";

const Id = z.union([z.string(), z.number()]).optional();
const At = z.iso.datetime({ offset: true, local: true }).optional();
const Line = z.object({ id: Id, text: z.string(), at: At });

const now = () => new Date().toISOString();
/** A time without an offset is meant in the bank's zone. */
function instant(at: string | undefined, zone: string): string {
  if (!at) return now();
  if (/(?:Z|[+-]\d{2}:?\d{2})$/u.test(at)) return new Date(at).toISOString();
  const [day = "", clock = "00:00"] = at.split("T");
  const [hours = "0", minutes = "0", seconds = "0"] = clock.split(":");
  const ms = instantAt(day, Number(hours) * 60 + Number(minutes), zone) + Number(seconds) * 1000;
  return new Date(ms).toISOString();
}

export function readCommand(content: Content): Promise<number> {
  const read = createReader(content);
  const { zone } = content.bank.profile;
  return answerLines(process.stdin, Line, ({ id, text, at }) => ({
    id,
    ...read(text, { at: instant(at, zone), zone }),
  }));
}

export function askCommand(content: Content): Promise<number> {
  const knowledge = knowledgeOf(content);
  const read = createReader(content);
  const { zone } = content.bank.profile;
  return answerLines(process.stdin, Line, async ({ id, text, at }) => {
    const when = instant(at, zone);
    const { language, business } = read(text, { at: when, zone });
    const on = dayIn(zone, when);
    const answer = await knowledge.answer(text, { language, on, business });
    const told = answer.kind === "found" ? answer.text : answer.kind === "unknown" ? answer.known?.text : undefined;
    return {
      id,
      answer: told ?? null,
      clarify: answer.kind === "clarify" ? answer.options.join(" / ") : null,
      citations: answer.kind === "found" ? answer.citations : [],
    };
  });
}

/** Each line is one settled turn of one customer; the conversation ends with the input. */
export async function converseCommand(content: Content, log: Logger): Promise<number> {
  const clock = conversationClock();
  const store = await openSqliteStore({ file: ":memory:", masterKey: randomBytes(32), clock: clock.now });
  const schedule = () => undefined;
  const live = createLive();
  const rights = createRights({ store, bank: () => content.bank, live, now: clock.now });
  const { intake, outbox } = createProduct({ content, store, live, log, now: clock.now, schedule, rights });
  let conversation = "";
  let turn = 0;
  let shown = 0;
  const code = await answerLines(process.stdin, Line.partial({ text: true }), async ({ text = "", at }) => {
    clock.set(at && instant(at, content.bank.profile.zone));
    turn += 1;
    const identity = { channel: "terminal", externalId: "converse", strength: "anonymous" } as const;
    if (!conversation) conversation = (await intake.open(identity, "zh-Hans")).conversation;
    if (turn === 1) shown = (await intake.messages(conversation, 0, 100)).at(-1)?.seq ?? 0;
    const message = { conversation, channel: "terminal", externalId: randomUUID(), kind: "text" as const };
    const problem = await refused(() => intake.accept({ ...message, text, attachments: [] }));
    await intake.handleTurn(conversation);
    while ((await drainOutbox(outbox)) > 0);
    const fresh = await intake.messages(conversation, shown, 1000);
    shown = fresh.at(-1)?.seq ?? shown;
    const loaded = await store.load(conversation);
    const matter = loaded ? currentMatter(loaded.state) : undefined;
    const names = content.bank.names;
    return {
      turn,
      bot: fresh.filter((one) => one.author.kind === "bot").map((one) => one.text ?? ""),
      stage: loaded?.state.stage ?? "listening",
      facts: matter ? standing(matter).map(({ name, value, text: words }) => ({ name, value, text: words })) : [],
      record: matter?.record ?? loaded?.state.notes.at(-1)?.record ?? null,
      case: matter?.case
        ? {
            number: matter.case.number,
            department: names.department(matter.case.department, loaded?.state.language ?? "zh-Hans"),
            due: matter.case.due,
          }
        : null,
      risks: matter?.risks.map(({ slug, level }) => ({ slug, level })) ?? [],
      ...(problem ? { problem } : {}),
    };
  });
  await store.close();
  return code;
}

/** Follows the `at` of the lines; between them time passes as it does. */
function conversationClock(): { now: () => string; set: (at: string | undefined) => void } {
  let shift = 0;
  return {
    now: () => new Date(Date.now() + shift).toISOString(),
    set(at) {
      if (at) shift = Date.parse(at) - Date.now();
    },
  };
}

/** The code with which a message was refused; nothing was stored then. */
async function refused(accept: () => Promise<unknown>): Promise<string | null> {
  try {
    await accept();
    return null;
  } catch (error) {
    if (error instanceof Error && error.name === "InputError") return error.message;
    throw error;
  }
}
