/** The modal of a step in a case's life. What it asks for, and who may take it, are the desk's. */
import type { Bilingual } from "../../bank/terms.ts";
import type { Desk } from "../../desk/desk.ts";
import { moneyText } from "../../desk/fact-text.ts";
import type { DeskStep } from "../../desk/life-steps.ts";
import type { LifeView } from "../../desk/life-view.ts";
import { FACT } from "../../desk/names.ts";
import { readStep } from "../../desk/read-step.ts";
import { granted, type Outcome, refuse } from "../../desk/refusal.ts";
import { FIELDS, picksOf, STEP, type StepField } from "../../desk/step-fields.ts";
import type { CaseView } from "../../desk/view.ts";
import { whyNotStep } from "../../desk/why-not.ts";
import type { Done, Field, Form, Given, Page, Target } from "./forms.ts";
import { MOST } from "./limits.ts";

type StepType = DeskStep["type"];

/** Where the customer knows already what they said; the second set of ticks. */
const AGAIN = "facts-again";

export function stepForm(desk: Desk, type: StepType): Form {
  const fields = FIELDS[type];
  return {
    title: STEP[type],
    send: STEP[type],
    async page(to) {
      const life = await desk.life(to.staff, to.ref);
      if (!life.ok) return life;
      const refusal = whyNotStep(to.staff, life.value, type);
      if (refusal) return { ok: false, refusal };
      const seen = await desk.refresh(to.staff, to.ref);
      if (!seen.ok) return seen;
      const people = fields.some(({ kind }) => kind === "person") ? await colleagues(desk, to) : granted([]);
      if (!people.ok) return people;
      return granted(stepPage(type, life.value, seen.value, people.value));
    },
    async submit({ staff, ref }, given, { clientId, confirmed }) {
      const life = await desk.life(staff, ref);
      if (!life.ok) return life;
      const step = readStep(type, filledIn(fields, given), life.value);
      if (!step.ok) return step;
      return steppedOr(await desk.step(staff, ref, { clientId, step: step.value, confirmed }));
    },
  };
}

/** A step that asks for nothing, taken at once. */
export async function takeStep(desk: Desk, { staff, ref }: Target, type: StepType, clientId: string) {
  const life = await desk.life(staff, ref);
  if (!life.ok) return life;
  const step = readStep(type, {}, life.value);
  return step.ok ? desk.step(staff, ref, { clientId, step: step.value }) : step;
}

const steppedOr = (outcome: Awaited<ReturnType<Desk["step"]>>): Outcome<Done> => {
  if (!outcome.ok) return outcome;
  const { value } = outcome;
  return granted(value.done ? { done: true } : { done: false, warnings: value.warnings });
};

type Choices = { value: string; label: Bilingual }[];

/** Best first, with how much each has. */
async function colleagues(desk: Desk, { staff, ref }: Target): Promise<Outcome<Choices>> {
  const found = await desk.candidates(staff, ref);
  if (!found.ok) return found;
  const others = found.value.filter(({ id }) => id !== staff.id);
  if (others.length === 0) return refuse("no-colleague");
  return granted(
    others.map(({ id, name, load, onDuty }) => ({
      value: id,
      label: {
        zh: `${name} · 在办 ${load}${onDuty ? "" : " · 不当班"}`,
        en: `${name} · ${load} in hand${onDuty ? "" : " · off duty"}`,
      },
    })),
  );
}

/** What `type` asks for. `people`: to whom the case may go. */
export function stepPage(
  type: StepType,
  life: LifeView,
  view: Pick<CaseView, "gaps" | "facts" | "notice">,
  people: Choices,
): Page {
  const { name, value, reason } = life.grade;
  const stage: Bilingual = {
    zh: `${life.stage.name.zh} · ${name.zh}（${reason}） · 最后一天 ${life.due}`,
    en: `${life.stage.name.en} · ${name.en} (${reason}) · last day ${life.due}`,
  };
  const asked = FIELDS[type].flatMap((field) =>
    fieldsOf(field, view, field.kind === "pack" ? life.regime.packs : people, life),
  );
  const initial: Record<string, string> = type === "grade" ? { grade: value } : {};
  if (type === "decide") initial.remedies = view.notice.remedies;
  return {
    about: [stage, ...aboutOf(type, life)],
    fields: asked.map((field) => {
      const start = initial[field.name];
      return start !== undefined && (field.kind === "text" || field.kind === "choice")
        ? { ...field, initial: start }
        : field;
    }),
  };
}

/** What is passed, granted or answered is read before it is. */
function aboutOf(type: StepType, { proposal, extension, offer }: LifeView): Bilingual[] {
  switch (type) {
    case "pass-proposal":
    case "send-back-proposal":
    case "answer-proposal": {
      if (!proposal) return [];
      const amount = proposal.amount && moneyText(proposal.amount.minor, proposal.amount.currency);
      const passed = proposal.passedBy.map((one) => one.name).join("、") || "–";
      const { approvals, text } = proposal;
      return [
        {
          zh: `方案${amount ? `（${amount.zh}）` : ""}：${text}\n须 ${approvals} 人审批，已通过：${passed}`,
          en: `Proposal${amount ? ` (${amount.en})` : ""}: ${text}\nNeeds ${approvals} to pass it; passed by: ${passed}`,
        },
      ];
    }
    case "grant-extension":
    case "refuse-extension":
      if (!extension) return [];
      return [
        {
          zh: `${extension.askedBy.name}申请延期至 ${extension.to}：${extension.reason}`,
          en: `${extension.askedBy.name} asks to extend to ${extension.to}: ${extension.reason}`,
        },
      ];
    case "accept-transfer":
    case "refuse-transfer":
      if (!offer) return [];
      return [
        {
          zh: `${offer.by.name} 转给 ${offer.to.name}：${offer.reason}`,
          en: `${offer.by.name} offers it to ${offer.to.name}: ${offer.reason}`,
        },
      ];
    default:
      return [];
  }
}

/** `among`: people or packs to choose from. */
function fieldsOf(field: StepField, view: Pick<CaseView, "gaps" | "facts">, among: Choices, life: LifeView): Field[] {
  const { name, label } = field;
  const base = { name, label, ...(field.optional ? { optional: true as const } : {}) };
  switch (field.kind) {
    case "text":
      return [{ ...base, kind: "text" }];
    case "line":
    case "yuan":
      return [{ ...base, kind: "text", short: true }];
    case "day":
      return [{ ...base, kind: "date" }];
    case "instant":
      return [{ ...base, kind: "instant" }];
    case "choice":
      return [{ ...base, kind: "choice", choices: field.options }];
    case "person":
    case "pack":
      return [{ ...base, kind: "choice", choices: among }];
    case "pick":
      return [{ ...base, kind: "choice", choices: picksOf(field.from, life) }];
    case "facts":
      return factTicks(name, label, view);
  }
}

/** What is missing first, the gaps before the rest; what is known may be asked for anew. */
function factTicks(name: string, label: Bilingual, view: Pick<CaseView, "gaps" | "facts">): Field[] {
  const gaps = new Set<string>(view.gaps.map((gap) => gap.name));
  const known = new Set<string>(view.facts.map((fact) => fact.name));
  const all = Object.entries(FACT).map(([value, words]) => ({ value, label: words }));
  const rank = ({ value }: { value: string }) => (gaps.has(value) ? 0 : known.has(value) ? 2 : 1);
  const sorted = all.sort((a, b) => rank(a) - rank(b));
  const most = { zh: "一次最多 7 项", en: "Seven at most" };
  const rest: Bilingual = { zh: "其他", en: "Others" };
  return [
    { kind: "ticks", name, label, hint: most, optional: true, choices: sorted.slice(0, MOST.checkboxes) },
    { kind: "ticks", name: AGAIN, label: rest, optional: true, choices: sorted.slice(MOST.checkboxes) },
  ];
}

const filledIn = (fields: readonly StepField[], given: Given) =>
  Object.fromEntries(
    fields.map(({ kind, name }) => [
      name,
      kind === "facts" ? [...given.many(name), ...given.many(AGAIN)] : given.text(name).trim(),
    ]),
  );
