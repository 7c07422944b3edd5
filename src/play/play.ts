/** Plays a script against the product and says where the two differ. */
import type { Content } from "../content.ts";
import type { Knowledge } from "../knowledge/answer.ts";
import type { StoredMessage } from "../store/store.ts";
import type { Thinking } from "../thinking.ts";
import { checkOutcome, checkTurn, type Difference } from "./check.ts";
import { type Rehearsal, rehearse, type Said } from "./rehearsal.ts";
import { milliseconds, type Script, type Turn } from "./script.ts";

export interface Step {
  /** What the customer, time or staff did, as printed. */
  did: string;
  said: string[];
  differences: Difference[];
}

export interface Played {
  name: string;
  steps: Step[];
  /** What is wrong at the end. */
  afterwards: Difference[];
}

export const passed = ({ steps, afterwards }: Played): boolean =>
  afterwards.length === 0 && steps.every(({ differences }) => differences.length === 0);

/** `thinking`: with a language model reading along. `knowledge`: the policies as something else than rules searches and answers from them. */
export async function play(
  script: Script,
  content: Content,
  thinking?: Thinking,
  knowledge?: Knowledge,
): Promise<Played> {
  const { at, channel, identity, language } = script;
  const rehearsal = await rehearse(content, {
    at,
    channel,
    identity,
    language,
    ...(thinking ? { thinking } : {}),
    ...(knowledge ? { knowledge } : {}),
  });
  try {
    const steps: Step[] = [];
    for (const turn of script.turns) {
      const heard = await perform(rehearsal, turn);
      const differences = checkTurn(turn, heard, await rehearsal.state());
      steps.push({ did: didOf(turn), said: heard.map(({ text }) => text ?? ""), differences });
    }
    const all = await rehearsal.product.intake.messages(rehearsal.conversation, 0, 10_000);
    const after = { state: await rehearsal.state(), all, alerts: await rehearsal.alerts() };
    return { name: script.name, steps, afterwards: script.then.flatMap((outcome) => checkOutcome(outcome, after)) };
  } finally {
    await rehearsal.close();
  }
}

async function perform(rehearsal: Rehearsal, turn: Turn): Promise<StoredMessage[]> {
  if ("waits" in turn) return rehearsal.wait(milliseconds(turn.waits));
  if ("staff" in turn) return rehearsal.staff(staffAct(turn.staff));
  const before = turn.after ? await rehearsal.wait(milliseconds(turn.after)) : [];
  return [...before, ...(await rehearsal.says(linesOf(turn.says)))];
}

function staffAct(staff: Extract<Turn, { staff: unknown }>["staff"]): Parameters<Rehearsal["staff"]>[0] {
  if (staff === "takes" || staff === "hands back") return { does: staff };
  return "says" in staff ? { does: "says", text: staff.says } : { does: "resolves", text: staff.resolves };
}

function linesOf(says: Extract<Turn, { says: unknown }>["says"]): Said[] {
  const lines = Array.isArray(says) ? says : [says];
  return lines.map((line) => (typeof line === "string" ? { text: line, kind: "text" } : line));
}

function didOf(turn: Turn): string {
  if ("waits" in turn) return `(${turn.waits} pass)`;
  if ("staff" in turn)
    return `(staff) ${typeof turn.staff === "string" ? turn.staff : Object.values(turn.staff).join()}`;
  return linesOf(turn.says)
    .map(({ text, kind }) => (kind === "text" ? text : `[${kind}] ${text}`.trim()))
    .join(" / ");
}
