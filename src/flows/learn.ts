import { callsPerson } from "./assent.ts";
import type { HeardMessage } from "./command.ts";
import type { LedgerFact, Matter, Risk } from "./conversation.ts";
import { bareCorrection } from "./correction.ts";
import { add, type Draft } from "./draft.ts";
import { changeFor, known } from "./ledger.ts";
import type { FactName, FoundFact, Reading, RiskFinding, TimePrecision } from "./reading.ts";
import { onDay } from "./time.ts";

/** Not facts of a complaint: they serve the look-up of an older one. */
const NOT_OF_A_MATTER: readonly FactName[] = ["case-ref"];

/** A time that answers "when may we ring you?" is not when it happened, and the other way round. */
const NOT_WHEN_ASKED: Partial<Record<FactName, FactName>> = { "contact-time": "occurred", occurred: "contact-time" };

/** Puts what was found into the matter's ledger. Returns the names that were new or changed. */
export function learn(draft: Draft, id: string, reading: Reading, messages: readonly HeardMessage[]): FactName[] {
  const { state } = draft;
  const readBack = state.stage === "confirming";
  const mending = state.stage === "confirming" && state.mending === true;
  const correcting = reading.intents.includes("correct") || mending || (readBack && reading.intents.includes("deny"));
  const asking =
    draft.state.stage === "gathering" && draft.state.asking.kind === "fact" ? draft.state.asking.name : null;
  const unwanted = asking && NOT_WHEN_ASKED[asking];
  const learnt: FactName[] = [];
  const matterNow = find(draft, id);
  const bare = matterNow ? bareCorrection(matterNow, reading.correction) : null;
  for (const found of bare ? [bare] : answersOnly(reading.facts, asking)) {
    const matter = find(draft, id);
    if (!matter || NOT_OF_A_MATTER.includes(found.name) || found.name === unwanted) continue;
    if (wishesPerson(found) || (asking !== "place" && isAnywhere(found))) continue;
    // Two of a name in one turn stand beside each other: "道歉，安排人上门".
    const beside = learnt.includes(found.name);
    const corrects = bare !== null || (!beside && (correcting || found.name === asking));
    const change = changeFor(matter, found, corrects ? "correct" : beside ? "beside" : "add");
    if (change.kind === "same") continue;
    const fact = entry(
      draft,
      change.kind === "correct" && correcting ? keepHours(found, change.replaces) : found,
      messages,
    );
    if (change.kind === "learn") add(draft, { type: "fact-learnt", matter: id, fact });
    else
      add(draft, {
        type: "fact-corrected",
        matter: id,
        fact,
        replaces: change.replaces.id,
        said: correcting || readBack,
      });
    if (!learnt.includes(found.name)) learnt.push(found.name);
  }
  return learnt;
}

const WITHIN_DAY: readonly TimePrecision[] = ["minute", "hour", "part-of-day"];

/** A day put right leaves the hour as it was said. */
function keepHours(found: FoundFact, was: LedgerFact): FoundFact {
  if (found.name !== "occurred" || was.name !== "occurred") return found;
  const onlyDay = found.value.precision === "day" && WITHIN_DAY.includes(was.value.precision);
  return onlyDay ? { ...found, value: onDay(was.value, found.value) } : found;
}

/** Facts whose words may be anything; taken from a reply only when nothing else explains it. */
const FREE: readonly FactName[] = [
  "desired-outcome",
  "staff",
  "counterparty",
  "product",
  "evidence",
  "place",
  "person",
  "contact-time",
];

const IN_A_WISH: readonly FactName[] = ["amount", "occurred", "product"];

/** "叫个人来" brings a person, and says nothing of how the matter should end. */
const wishesPerson = ({ name, text }: FoundFact): boolean => name === "desired-outcome" && callsPerson(text);
const ANYWHERE =
  /^(?:你们|你們|贵行|我|那|这|一)*(?:的|家|台|个)?(?:自助|自动|自動)?(?:存款|取款|存取款|柜员|櫃員|提款)?(?:一体)?(?:机器?|機器?|设备|终端|atm机?)(?:上|里|那里)?$|^(?:你们|贵行)*(?:的|家)?(?:网点|银行|柜台|大厅|大堂)(?:上|里|那里)?$|^(?:the |your |a |an )*(?:atm|cash machine|machine|branch|bank|counter|lobby)$/iu;

/** A machine or a counter is a kind of place; which one has still to be asked. */
const isAnywhere = (found: FoundFact): boolean => found.name === "place" && ANYWHERE.test(found.value.trim());

/** A reply that plainly says something else ("我叫王芳" to "what do you want?") is no answer to the question. */
function answersOnly(facts: readonly FoundFact[], asking: FactName | null): readonly FoundFact[] {
  if (!asking || !FREE.includes(asking)) return facts;
  const answer = facts.find((fact) => fact.name === asking);
  return facts.filter((fact) => {
    // "一个姓陈的个人账户" is whom the money went to, and none of the bank's people.
    if (asking === "counterparty" && fact.name === "staff" && answer && within(fact, answer)) return false;
    if (fact.name !== asking) return true;
    // "退我260" is a wish, and the sum in it stands beside it.
    const others = facts.filter(
      (other) => other.name !== asking && !(asking === "desired-outcome" && IN_A_WISH.includes(other.name)),
    );
    if (asking !== "desired-outcome" && others.some((other) => other.name === "desired-outcome")) return false;
    return !others.some(
      (other) => 2 * (Math.min(other.end, fact.end) - Math.max(other.start, fact.start)) > fact.end - fact.start,
    );
  });
}

const within = (inner: FoundFact, outer: FoundFact): boolean => inner.start >= outer.start && inner.end <= outer.end;

/** Fills axes that were open; an axis once known stays, staff may change it. */
export function classify(draft: Draft, id: string, reading: Reading): void {
  const matter = find(draft, id);
  if (!matter) return;
  const fill = <T extends string>(old: T | null, found: T | null): T | null =>
    old === null || (old === "other" && found !== null) ? found : old;
  const business = fill(matter.business, reading.business);
  const reason = fill(matter.reason, reading.reason);
  const venue = fill(matter.venue, reading.venue);
  if (business === matter.business && reason === matter.reason && venue === matter.venue) return;
  add(draft, { type: "matter-classified", matter: id, business, reason, venue });
}

/** Raises each risk once per matter. Returns those that are new. */
export function raiseRisks(
  draft: Draft,
  id: string,
  found: readonly RiskFinding[],
  messages: readonly HeardMessage[],
): Risk[] {
  const raised: Risk[] = [];
  for (const finding of found) {
    const matter = find(draft, id);
    if (!matter || matter.risks.some((risk) => risk.slug === finding.slug)) continue;
    const risk: Risk = {
      slug: finding.slug,
      level: draft.bank.level(finding.slug),
      words: finding.text,
      ...source(draft, finding.text, messages),
    };
    add(draft, { type: "risk-raised", matter: id, risk });
    raised.push(risk);
  }
  return raised;
}

/** Completes a record with gaps for all that is still missing. */
export function markGaps(draft: Draft, id: string, reason: "silent" | "declined", names: readonly FactName[]): void {
  for (const name of names) {
    const matter = find(draft, id);
    if (matter && !known(matter, name)) add(draft, { type: "gap-marked", matter: id, gap: { name, reason } });
  }
}

export const find = (draft: Draft, id: string): Matter | undefined =>
  draft.state.matters.find((matter) => matter.id === id);

function entry(draft: Draft, found: FoundFact, messages: readonly HeardMessage[]): LedgerFact {
  const place = source(draft, found.text, messages);
  return { ...found, id: draft.context.id(), ...place, confirmed: false, replacedBy: null };
}

/** The message that holds the words, else the last of the turn. */
function source(draft: Draft, words: string, messages: readonly HeardMessage[]): { message: string; at: string } {
  const said = messages.find((message) => message.text.includes(words)) ?? messages.at(-1);
  return said ? { message: said.id, at: said.at } : { message: "", at: draft.context.now };
}
