/** The life of a case as its page shows it. All free text goes through `mask`. */
import type { Bilingual } from "../bank/terms.ts";
import type { CaseState, Extension, Proposal } from "../cases/life/case.ts";
import type { By } from "../cases/life/command.ts";
import type { CaseEvent } from "../cases/life/events.ts";
import { nextDate } from "../cases/life/next-date.ts";
import { TRANSITIONS } from "../cases/life/transitions.ts";
import { standing } from "../cases/life/who.ts";
import { HAPPENED, NOTICE, STAGE } from "./life-names.ts";
import { DeskStep } from "./life-steps.ts";
import type { Mask } from "./masking.ts";
import type { DeskNames } from "./names.ts";

interface Named {
  id: string;
  name: string;
}

interface RatedView {
  name: Bilingual;
  value: string;
  /** Basis of the bank's rule, or the words of whoever changed it. */
  reason: string;
}

export interface LifeView {
  stage: { slug: CaseState["stage"]["name"]; name: Bilingual };
  department: Bilingual;
  assisting: Bilingual[];
  owner: Named | null;
  /** `byRule`: by the bank's rules, and nobody waits for the answer. */
  offer: { to: Named; by: Named; byRule: boolean; reason: string } | null;
  grade: RatedView;
  urgency: RatedView;
  /** The rules it falls under, and why; `packs`: those that may be chosen instead. */
  regime: { pack: string; name: Bilingual; reason: string | null; packs: { value: string; label: Bilingual }[] };
  /** ISO date, the statutory last day as it stands. */
  due: string;
  /** ISO instant until which something has to happen. */
  next: string | null;
  extension: (Pick<Extension, "id" | "to" | "askedAt"> & { reason: string; askedBy: Named }) | null;
  proposal:
    | (Pick<Proposal, "id" | "amount" | "tier" | "approvals" | "status"> & { text: string; passedBy: Named[] })
    | null;
  promises: { id: string; words: string; until: string; kept: boolean }[];
  /** Told to the customer or still owed. */
  notices: { id: string; kind: string; name: Bilingual; givenAt: string | null }[];
  /** Departments that could still be asked to help. */
  helpers: { slug: string; name: Bilingual }[];
  /** The grade asks for a proposal that others pass before this person may end the case. */
  needsProposal: boolean;
  /** Case or record numbers of earlier complaints. */
  links: { ref: string; as: "repeat" | "same-period" }[];
  timeline: { at: string; name: Bilingual; by: string; words: string | null }[];
  /** Types of steps this person may take now; what else a step needs is said when it is asked for. */
  steps: DeskStep["type"][];
}

export interface LifeSetting {
  by: By;
  mask: Mask;
  zone: string;
  name: (staff: string) => string;
  names: Pick<DeskNames, "department" | "grade" | "urgency" | "rulePack" | "packsFor">;
  /** Slugs of all departments. */
  departments: readonly string[];
  needsProposal: boolean;
  /** Numbers of those linked cases that this person may see, by key. */
  refs: ReadonlyMap<string, string>;
}

const STEPS = DeskStep.options.map((option) => option.shape.type.value);

export function lifeView(state: CaseState, events: readonly CaseEvent[], setting: LifeSetting): LifeView {
  const { mask, by } = setting;
  const named = (id: string): Named => ({ id, name: setting.name(id) });
  const is = standing(state, by);
  const proposal = state.proposals.at(-1);
  const extension = state.extensions.find((one) => one.approvedAt === null && one.refusedAt === null);
  return {
    stage: { slug: state.stage.name, name: STAGE[state.stage.name] },
    department: setting.names.department(state.department),
    assisting: state.assisting.map(setting.names.department),
    owner: state.owner && named(state.owner.id),
    offer: state.offer && {
      to: named(state.offer.to.id),
      by: named(state.offer.by),
      byRule: state.offer.by === "rule",
      reason: mask(state.offer.reason),
    },
    grade: { name: setting.names.grade(state.grade.value), value: state.grade.value, reason: mask(state.grade.reason) },
    urgency: {
      name: setting.names.urgency(state.urgency.value),
      value: state.urgency.value,
      reason: mask(state.urgency.reason),
    },
    regime: {
      pack: state.rule.pack,
      name: setting.names.rulePack(state.rule.pack).name,
      reason: state.regime && mask(state.regime.reason),
      packs: setting.names.packsFor(state.receivedAt).filter(({ value }) => value !== state.rule.pack),
    },
    due: state.due,
    next: nextDate(state, setting.zone),
    extension: extension
      ? {
          id: extension.id,
          to: extension.to,
          askedAt: extension.askedAt,
          reason: mask(extension.reason),
          askedBy: named(extension.askedBy),
        }
      : null,
    proposal: proposal
      ? {
          id: proposal.id,
          amount: proposal.amount,
          tier: proposal.tier,
          approvals: proposal.approvals,
          status: proposal.status,
          text: mask(proposal.text),
          passedBy: proposal.passedBy.map(named),
        }
      : null,
    promises: state.promises.map(({ id, words, until, keptAt }) => ({
      id,
      words: mask(words),
      until,
      kept: keptAt !== null,
    })),
    notices: state.notices.map(({ id, kind, givenAt }) => ({ id, kind, name: NOTICE[kind], givenAt })),
    helpers: setting.departments
      .filter(
        (slug) => slug !== state.department && ![...state.assisting, ...state.keptFrom.departments].includes(slug),
      )
      .map((slug) => ({ slug, name: setting.names.department(slug) })),
    needsProposal: setting.needsProposal,
    links: state.links.flatMap(({ key, as }) => {
      const ref = setting.refs.get(key);
      return ref === undefined ? [] : [{ ref, as }];
    }),
    timeline: events.flatMap((event) => {
      const name = HAPPENED[event.type];
      if (!name) return [];
      const words = wordsOf(event);
      const who = event.by.kind === "staff" ? setting.name(event.by.id) : event.by.kind;
      return [{ at: event.at, name, by: who, words: words && mask(words) }];
    }),
    steps: STEPS.filter((type) => {
      const { from, who } = TRANSITIONS[type];
      return from.includes(state.stage.name) && is.some((one) => who.includes(one));
    }),
  };
}

function wordsOf(event: CaseEvent): string | null {
  if (event.type === "graded") return event.grade.reason;
  if (event.type === "urgency-changed") return event.urgency.reason;
  if (event.type === "wait-begun") return null;
  if ("reason" in event) return event.reason;
  if ("text" in event) return event.text;
  return "words" in event ? event.words : null;
}
