/** Carries out committed effects: at least once, in order, with a lease; what can't be done goes to the dead letters. */
import type { Logger } from "pino";
import type { CoreSystem } from "../cases/core.ts";
import type { CaseLife } from "../cases/life/life.ts";
import type { Matter } from "../flows/conversation.ts";
import { standing } from "../flows/ledger.ts";
import type { Intake } from "../intake.ts";
import { ServiceError } from "../service-error.ts";
import type { Live } from "../store/live.ts";
import type { Loaded, OutboxItem, Store } from "../store/store.ts";
import { codeOf, type Worker } from "./clocks.ts";

const LEASE = 30_000;
const BATCH = 50;
/** After this many tries a retryable failure is given to people. */
const TRIES = 12;
const FIRST_WAIT = 500;
const LONGEST_WAIT = 10 * 60_000;
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
}

/** Carries out what is ready now. Returns how many items were claimed. */
export async function drainOutbox(parts: OutboxParts): Promise<number> {
  const items = await parts.store.claim(parts.now(), LEASE, BATCH);
  await Promise.all(items.map((item) => carryOut(parts, item)));
  return items.length;
}

export function startOutbox(parts: OutboxParts): Worker {
  let timer: NodeJS.Timeout | undefined;
  let stopped = false;
  let running: Promise<void> | null = null;
  let again = false;

  function run(): void {
    if (stopped) return;
    if (running) {
      again = true;
      return;
    }
    clearTimeout(timer);
    again = false;
    running = drainOutbox(parts)
      .then((count) => {
        if (count > 0) again = true;
      })
      .catch((error: unknown) => {
        parts.log.error({ code: codeOf(error) }, "outbox could not be read");
      })
      .then(() => {
        running = null;
        if (again) return run();
        if (!stopped) timer = setTimeout(run, IDLE);
      });
  }

  run();
  return {
    wake: run,
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await running;
    },
  };
}

async function carryOut(parts: OutboxParts, item: OutboxItem): Promise<void> {
  const { store, log, now } = parts;
  try {
    await perform(parts, item);
    await store.succeed(item.id);
  } catch (error) {
    const code = codeOf(error);
    const retryable = !(error instanceof ServiceError) || error.retryable;
    log.warn({ code, effect: item.effect.type, key: item.key, attempts: item.attempts }, "effect failed");
    if (retryable && item.attempts < TRIES) await store.postpone(item.id, waitAfter(parts, item.attempts), code);
    else {
      await store.bury(item.id, now(), code);
      parts.live.publish("desk", { kind: "changed" });
    }
  }
}

/** Doubles each time, with half of it left to chance so that retries don't come together. */
function waitAfter({ now, random }: OutboxParts, attempts: number): string {
  const full = Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** attempts);
  return new Date(Date.parse(now()) + full / 2 + (random() * full) / 2).toISOString();
}

async function perform(parts: OutboxParts, item: OutboxItem): Promise<void> {
  const { effect } = item;
  if (effect.type === "deliver") throw new ServiceError("channel.off", { retryable: true });
  const loaded = await parts.store.load(effect.conversation);
  const matter = loaded?.state.matters.find((candidate) => candidate.id === effect.matter);
  if (!loaded || !matter) return erasedMeanwhile(parts, item);
  if (effect.type === "alert") return alert(parts, item, effect);
  if (effect.type === "tell-staff") return;
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
