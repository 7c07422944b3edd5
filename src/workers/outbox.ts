/** Carries out committed effects: at least once, in order, with a lease; what can't be done goes to the dead letters. */
import type { Logger } from "pino";
import type { CoreSystem } from "../cases/core.ts";
import type { CaseLife } from "../cases/life/life.ts";
import type { FileLinks } from "../channels/file-links.ts";
import type { Sender } from "../channels/sender.ts";
import type { StaffSurface } from "../desk/surface.ts";
import type { Matter } from "../flows/conversation.ts";
import { standing } from "../flows/ledger.ts";
import type { Intake } from "../intake.ts";
import type { Rights } from "../rights/rights.ts";
import { ServiceError } from "../service-error.ts";
import type { Live } from "../store/live.ts";
import type { Loaded, OutboxItem, Store } from "../store/store.ts";
import { codeOf, type Worker } from "./clocks.ts";
import { deliver, type Fallback, type Rest } from "./deliver.ts";

/** One process works on the store at a time, and a new one frees what the last had leased: so a lease may be long. */
const LEASE = 10 * 60_000;
const BATCH = 100;
/** Items in work at once. What waits for a slow destination must leave room for the others. */
const IN_WORK = 500;
/** After this many tries a retryable failure is given to people. */
const TRIES = 12;
/** An outage of the core system is waited out so long before people have to see to it: no weekend may lose a case. */
const CORE_PATIENCE = 7 * 24 * 3_600_000;
/** A place where staff hear of cases: what it was not told in three days stands on the web desk anyway. */
const STAFF_PATIENCE = 3 * 24 * 3_600_000;
/** Longest rest the other side may ask for. */
const LONGEST_REST = 60 * 60_000;
const FIRST_WAIT = 500;
const LONGEST_WAIT = 10 * 60_000;
/** While a channel's link is away: once it is back, customers hear what waited within this time. */
const LONGEST_AWAY = 30_000;
const IDLE = 2000;

export interface OutboxParts {
  store: Store;
  core: CoreSystem;
  intake: Pick<Intake, "act">;
  life: Pick<CaseLife, "follow" | "tell">;
  live: Live;
  log: Logger;
  now: () => string;
  /** 0..1, for jitter. */
  random: () => number;
  /** Push channels that are switched on, by name. */
  senders: ReadonlyMap<string, Sender>;
  /** Another way to customers whose channel is closed to us. */
  fallback: Fallback | null;
  /** For files that a channel can't carry. */
  links?: FileLinks;
  /** Where requests about a customer's own data are kept. */
  rights?: Pick<Rights, "register">;
  /** Places where staff hear of cases. */
  surfaces: readonly StaffSurface[];
}

/** Carries out what is ready now, and waits for it. Returns how many items were claimed. */
export async function drainOutbox(parts: OutboxParts): Promise<number> {
  const items = await parts.store.claim(parts.now(), LEASE, BATCH);
  await Promise.all(items.map((item) => carryOut(parts, item)));
  return items.length;
}

/** Items are carried out beside each other: one destination that doesn't answer holds up nobody else. */
export function startOutbox(parts: OutboxParts): Worker {
  let timer: NodeJS.Timeout | undefined;
  let stopped = false;
  let looking: Promise<void> | null = null;
  let again = false;
  const inWork = new Set<Promise<void>>();

  function run(): void {
    if (stopped) return;
    if (looking) {
      again = true;
      return;
    }
    clearTimeout(timer);
    again = false;
    looking = look()
      .catch((error: unknown) => {
        parts.log.error({ code: codeOf(error) }, "outbox could not be read");
      })
      .then(() => {
        looking = null;
        if (again) return run();
        if (!stopped) timer = setTimeout(run, IDLE);
      });
  }

  async function look(): Promise<void> {
    const room = Math.min(BATCH, IN_WORK - inWork.size);
    if (room === 0) return;
    const items = await parts.store.claim(parts.now(), LEASE, room);
    if (items.length === room) again = true;
    for (const item of items) take(item);
  }

  function take(item: OutboxItem): void {
    const work: Promise<void> = carryOut(parts, item)
      .catch((error: unknown) => {
        parts.log.error({ code: codeOf(error), key: item.key }, "outcome of an effect could not be kept");
      })
      .then(() => {
        inWork.delete(work);
        // What stood behind it in its conversation may be ready now.
        run();
      });
    inWork.add(work);
  }

  run();
  return {
    wake: run,
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await looking;
      await Promise.all(inWork);
    },
  };
}

async function carryOut(parts: OutboxParts, item: OutboxItem): Promise<void> {
  const { store, log, now } = parts;
  try {
    const rest = await perform(parts, item);
    if (rest) await store.hold(item.id, rest.until, rest.code);
    else await store.succeed(item.id);
  } catch (error) {
    const code = codeOf(error);
    const retryable = !(error instanceof ServiceError) || error.retryable;
    log.warn({ code, effect: item.effect.type, key: item.key, attempts: item.attempts }, "effect failed");
    const restMs = error instanceof ServiceError ? (error.restMs ?? 0) : 0;
    if (retryable && (item.attempts < TRIES || isOutage(parts, item, error))) {
      const away = error instanceof ServiceError && error.away;
      await store.postpone(item.id, waitAfter(parts, item.attempts, restMs, away ? LONGEST_AWAY : LONGEST_WAIT), code);
    } else {
      await store.bury(item.id, now(), code);
      parts.live.publish("desk", { kind: "changed" });
    }
  }
}

/** Nothing is wrong with the item: the core system, Slack or a channel's link is away and is waited for. */
function isOutage({ now }: OutboxParts, item: OutboxItem, error: unknown): boolean {
  if (!(error instanceof ServiceError)) return false;
  const age = Date.parse(now()) - Date.parse(item.createdAt);
  if (item.destination === "staff") return age < STAFF_PATIENCE;
  return (item.destination === "core" || error.away) && age < CORE_PATIENCE;
}

/** Doubles each time, with half of it left to chance so that retries don't come together; not before `restMs` is over. */
function waitAfter({ now, random }: OutboxParts, attempts: number, restMs: number, longest: number): string {
  const full = Math.min(longest, FIRST_WAIT * 2 ** attempts);
  const wait = Math.min(LONGEST_REST, restMs) + full / 2 + (random() * full) / 2;
  return new Date(Date.parse(now()) + wait).toISOString();
}

/** Null when it is done, or until when it has to wait through no fault of its own. */
async function perform(parts: OutboxParts, item: OutboxItem): Promise<Rest | null> {
  const { effect } = item;
  if (effect.type === "deliver") return deliver(parts, effect, item.createdAt);
  if (effect.type === "tell-staff") {
    for (const surface of parts.surfaces) await surface.caseChanged(effect);
    return null;
  }
  if (effect.type === "page-staff") {
    for (const surface of parts.surfaces) await surface.alert(effect);
    return null;
  }
  if (effect.type === "rights-request") {
    if (!parts.rights) throw new ServiceError("rights.off", { retryable: true });
    await parts.rights.register(effect.conversation, effect.request);
    return null;
  }
  if (effect.type === "erase-case") {
    // Of the conversation nothing can be read any more; number and key are codes.
    const number = (await parts.store.case(effect.key))?.number ?? null;
    await parts.core.erase({ key: effect.key, number, at: item.createdAt });
    return null;
  }
  await performOnCase(parts, item, effect);
  return null;
}

type OnCase = Exclude<
  OutboxItem["effect"],
  { type: "deliver" | "tell-staff" | "page-staff" | "rights-request" | "erase-case" }
>;

async function performOnCase(parts: OutboxParts, item: OutboxItem, effect: OnCase): Promise<void> {
  const loaded = await parts.store.load(effect.conversation);
  const matter = loaded?.state.matters.find((candidate) => candidate.id === effect.matter);
  if (!loaded || !matter) return erasedMeanwhile(parts, item);
  if (effect.type === "alert") return alert(parts, item, effect);
  if (!matter.case) return erasedMeanwhile(parts, item);
  const number = matter.case.number;
  switch (effect.type) {
    case "follow-case":
      return parts.life.follow(effect.key);
    case "tell-case":
      return parts.life.tell(effect.key);
    case "open-case":
      return openCase(parts, loaded, matter);
    case "supplement-case": {
      if (!number) throw new ServiceError("case.number-pending", { retryable: true });
      const messages = await parts.store.messages(effect.conversation, { after: 0, limit: 10_000 });
      const added = messages
        .filter((message) => effect.messages.includes(message.id))
        .map(({ id, at, text }) => ({ id, at, text: text ?? "" }));
      return parts.core.supplement({ key: effect.key, number, messages: added });
    }
    case "close-case":
      if (!number) throw new ServiceError("case.number-pending", { retryable: true });
      return parts.core.close({ key: effect.key, number, how: effect.how, at: parts.now() });
  }
}

/** Kept in the audit; the desk shows it among its alerts from now on. */
async function alert(parts: OutboxParts, item: OutboxItem, effect: Extract<OutboxItem["effect"], { type: "alert" }>) {
  await parts.store.audit(effect.conversation, parts.now(), {
    actor: "system",
    action: "alert",
    detail: { key: item.key, level: effect.level, slugs: effect.slugs },
  });
  parts.live.publish("desk", { kind: "changed" });
}

async function openCase(parts: OutboxParts, loaded: Loaded, matter: Matter): Promise<void> {
  const opening = matter.case;
  if (!opening) return;
  const { state } = loaded;
  const { number } = await parts.core.open({
    key: opening.key,
    record: matter.record,
    department: opening.department,
    due: opening.due,
    receivedAt: matter.receivedAt,
    summary: {
      channel: state.channel,
      language: state.language,
      words: matter.words,
      business: matter.business,
      reason: matter.reason,
      venue: matter.venue,
      emotion: matter.emotion.latest,
      reasons: opening.reasons,
      risks: matter.risks.map(({ slug, level }) => ({ slug, level })),
      facts: standing(matter).map(({ name, text, confirmed }) => ({ name, text, confirmed })),
      gaps: matter.gaps,
    },
  });
  await parts.intake.act(loaded.conversation, { type: "core-opened", matter: matter.id, number });
}

/** The person was erased before delivery: nothing may be handed over any more, and people can see that. */
async function erasedMeanwhile({ store, now }: OutboxParts, item: OutboxItem): Promise<void> {
  const { conversation, type } = item.effect;
  await store.audit(conversation, now(), { actor: "system", action: "effect-void", detail: { key: item.key, type } });
}
