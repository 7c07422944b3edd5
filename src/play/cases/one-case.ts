/** One made-up case: what happens to it next, done by the product's own machine and clocks, kept in its own store. */

import type { Logger } from "pino";
import type { Bank } from "../../bank/bank.ts";
import type { ClockedCases } from "../../cases/clocks/clocked-cases.ts";
import type { Firing, FiringSetup } from "../../cases/clocks/firings.ts";
import { setupOf } from "../../cases/clocks/packs.ts";
import type { LifeBank } from "../../cases/life/bank.ts";
import type { CaseState, Grade } from "../../cases/life/case.ts";
import type { By, LifeAsk } from "../../cases/life/command.ts";
import { decide } from "../../cases/life/decide.ts";
import type { CaseEvent } from "../../cases/life/events.ts";
import { evolveAll } from "../../cases/life/evolve.ts";
import type { Life, LifeOutcome } from "../../cases/life/life.ts";
import { nextDate } from "../../cases/life/next-date.ts";
import type { Business, Language } from "../../flows/reading.ts";
import type { SqliteStore } from "../../store/sqlite/open.ts";
import { lookAtCase } from "../../workers/case-clocks.ts";
import type { Random } from "../random.ts";
import { type Deed, nextDeed } from "./clerks.ts";
import type { World } from "./world.ts";

/** What is the same for all cases, until the server restarts. */
export interface Stage {
  world: World;
  bank: Bank;
  lifeBank: LifeBank;
  store: SqliteStore;
  log: Logger;
  /** The core system: numbers by key, and how often each was asked for. */
  core: Map<string, { number: string; asked: number }>;
}

export interface Said {
  firing: Firing;
  /** ms. */
  at: number;
}

/** Departments whose cases they are, and what these are about. */
const MATTERS = [
  { department: "consumer-protection", business: "payment" },
  { department: "credit-card-centre", business: "credit-card" },
  { department: "digital-banking", business: "payment" },
] as const satisfies { department: string; business: Business }[];
const LANGUAGE: Language = "zh-Hans";

/** What would be lost with the process: `forget` drops it, and the store brings it back. */
interface Memory {
  state: CaseState | null;
  events: CaseEvent[];
  version: number;
  /** ms; when its clocks are looked at next. Null when nothing will be due. */
  next: number | null;
}

export class PlayedCase {
  readonly key: string;
  readonly conversation: string;
  readonly receivedAt: number;
  readonly said: Said[] = [];
  readonly faults = { twice: 0, orphan: 0 };
  memory: Memory = { state: null, events: [], version: 0, next: null };
  private readonly random: Random;
  private readonly grade: Grade;
  private readonly about: (typeof MATTERS)[number];
  private readonly keys = new Set<string>();
  private deed: Deed | null = null;
  private refused: LifeAsk["type"] | null = null;
  private numberAt: number | null = null;
  private ids = 0;
  private now = 0;

  constructor(key: string, receivedAt: number, random: Random) {
    this.key = key;
    this.conversation = `conversation-${key}`;
    this.receivedAt = receivedAt;
    this.random = random;
    const turn = random.next();
    this.grade = turn < 0.7 ? "ordinary" : turn < 0.95 ? "complex" : "major";
    this.about = random.pick(MATTERS);
  }

  /** What of it decides whom it is offered to. */
  head(): { conversation: string; matter: string; business: Business; language: Language } {
    return { conversation: this.conversation, matter: "m1", business: this.about.business, language: LANGUAGE };
  }

  read(): Life | undefined {
    const { state, events, version } = this.memory;
    return state ? { state, events, version } : undefined;
  }

  /** Running, and nobody has it. */
  isUnowned(): boolean {
    const { state } = this.memory;
    return state !== null && state.owner === null && this.isOwed();
  }

  /** When (ms) something happens to it next; infinite when nothing does. */
  nextAt(stage: Stage): number {
    return this.nextStep(stage)?.at ?? Number.POSITIVE_INFINITY;
  }

  /** A step of the rules at `at` (ms), by the worker that looks for somebody. Whoever is asked now answers for themselves. */
  async byRule(stage: Stage, ask: LifeAsk, at: number, id: string): Promise<LifeOutcome> {
    this.now = Math.max(this.now, at);
    this.deed = null;
    const outcome = await this.command(stage, ask, { kind: "rule" }, id);
    if (!outcome.ok) throw new Error(`${ask.type} was refused: ${outcome.refusal.code}`);
    return outcome;
  }

  /** Everything up to `until` (ms), in order. */
  async runUntil(stage: Stage, until: number): Promise<void> {
    for (;;) {
      const step = this.nextStep(stage);
      if (!step || step.at >= until) return;
      this.now = Math.max(this.now, step.at);
      await step.act();
    }
  }

  /** The process ended: only the store and what is in people's heads is left. Everything is looked at once at the start. */
  async restart(stage: Stage, at: number): Promise<void> {
    const stored = await stage.store.lives.load(this.key);
    const events = stored?.events ?? [];
    const next = stored ? at : null;
    this.memory = { state: evolveAll(null, events), events, version: stored?.version ?? 0, next };
  }

  setup(bank: Bank): FiringSetup {
    return setupOf(bank, this.memory.events, null);
  }

  private nextStep(stage: Stage): { at: number; act: () => Promise<void> } | null {
    const { world } = stage;
    const { state, next } = this.memory;
    if (!state) return { at: world.up(this.receivedAt), act: () => this.register(stage) };
    const steps: { at: number; act: () => Promise<void> }[] = [];
    // Clocks speak first where something else comes at the same instant.
    if (next !== null) steps.push({ at: world.up(next), act: () => this.look(stage) });
    const { numberAt, deed } = this;
    if (state.number === null && numberAt !== null) {
      steps.push({ at: world.up(numberAt), act: () => this.numbered(stage) });
    }
    const notice = state.notices.find((one) => one.givenAt === null);
    if (notice) {
      const ask: LifeAsk = { type: "give-notice", notice: notice.id, how: "chat", message: null };
      const act = async () => {
        await this.command(stage, ask, { kind: "rule" });
      };
      steps.push({ at: world.up(Date.parse(notice.owedAt) + 60_000), act });
    }
    if (deed) {
      const act = async () => {
        this.deed = null;
        await this.command(stage, deed.ask, deed.by);
      };
      steps.push({ at: world.up(deed.at), act });
    }
    return steps.reduce<(typeof steps)[number] | null>(
      (first, one) => (first && first.at <= one.at ? first : one),
      null,
    );
  }

  private async register(stage: Stage): Promise<void> {
    const { lifeBank, bank } = stage;
    const receivedAt = new Date(this.receivedAt).toISOString();
    const { due, pack, days } = lifeBank.deadline(receivedAt, "ordinary", "");
    const { department } = this.about;
    const rated = { rule: "made-up", reason: "" };
    this.numberAt = stage.world.coreAnswers(this.now, this.random);
    await this.command(
      stage,
      {
        type: "register",
        key: this.key,
        conversation: this.conversation,
        matter: "m1",
        record: `R-${this.key}`,
        receivedAt,
        department: bank.routing.departments[department] ? department : bank.routing.otherwise,
        assisting: [],
        due,
        rule: { pack, days },
        reasons: [],
        grade: { value: this.grade, ...rated },
        urgency: { value: "III", ...rated },
        keptFrom: { staff: [], outlets: [], departments: [], hidden: false },
      },
      { kind: "rule" },
    );
  }

  /** The call was repeated until it was answered: one number comes of it, however often it was made. */
  private async numbered(stage: Stage): Promise<void> {
    const { core, world } = stage;
    const calls = this.now - this.receivedAt > 3_600_000 || world.outages.some(({ to }) => to === this.now) ? 3 : 1;
    for (let call = 0; call < calls; call += 1) {
      const known = core.get(this.key) ?? { number: `C-${core.size + 1}`, asked: 0 };
      core.set(this.key, { ...known, asked: known.asked + 1 });
    }
    const number = core.get(this.key)?.number ?? "";
    await this.command(stage, { type: "number", number }, { kind: "core-system" });
  }

  private async command(stage: Stage, ask: LifeAsk, by: By, id = `${this.key}/${this.ids++}`): Promise<LifeOutcome> {
    const before = this.memory.state;
    const context = { now: new Date(this.now).toISOString(), id: () => `${this.key}-${this.ids++}` };
    const { events, refusal } = decide(before, { ...ask, id, by }, stage.lifeBank, context);
    if (by.kind !== "clock") this.refused = refusal ? ask.type : null;
    if (events.length > 0) await this.commit(stage, events, by, ask.type);
    if (by.kind !== "clock") {
      if (events.length > 0) await this.look(stage);
      this.deed ??= this.plan(stage, false);
    }
    const { state } = this.memory;
    if (refusal) return { ok: false, refusal };
    if (!state) throw new Error("a case has a state after its first event");
    return { ok: true, state, events };
  }

  private plan(stage: Stage, reminded: boolean): Deed | null {
    const { state } = this.memory;
    const { world } = stage;
    return state && nextDeed({ state, now: this.now, world, random: this.random, reminded }, this.refused);
  }

  private async commit(stage: Stage, events: CaseEvent[], by: By, action: string): Promise<void> {
    const state = evolveAll(this.memory.state, events);
    if (!state) throw new Error("a case has a state after its first event");
    const { key, conversation } = this;
    const result = await stage.store.lives.commit({
      expectVersion: this.memory.version,
      at: new Date(this.now).toISOString(),
      row: {
        key,
        conversation,
        stage: state.stage.name,
        department: state.department,
        owner: state.owner?.id ?? null,
        grade: state.grade.value,
        urgency: state.urgency.value,
        due: state.due,
        next: nextDate(state, stage.world.zone),
        offeredTo: state.offer?.to.id ?? null,
        keptFrom: state.keptFrom.staff,
        hidden: state.keptFrom.hidden,
      },
      events,
      effects: [],
      audit: { actor: by.kind === "staff" ? `staff:${by.id}` : by.kind, action, detail: {} },
    });
    if (!result.ok) throw new Error("nobody else writes this case");
    this.memory = { ...this.memory, state, events: [...this.memory.events, ...events], version: result.version };
  }

  /** As the worker does it, with the case's own time. */
  private async look(stage: Stage): Promise<void> {
    const { store, log } = stage;
    let told = 0;
    const cases: ClockedCases = {
      timeline: async () => ({ events: this.memory.events, setup: this.setup(stage.bank) }),
      fire: async (_key, firing) => {
        if (this.keys.has(firing.key)) this.faults.twice += 1;
        for (const key of [firing.key, ...firing.folded]) this.keys.add(key);
        this.said.push({ firing, at: this.now });
        const ask = askOf(firing);
        if (ask) await this.command(stage, ask, { kind: "clock" }, `clock/${firing.key}`);
        // A handler may let a reminder lie; whoever is above does not.
        const above = firing.does === "escalate" ? 1 : 0.75;
        if (firing.tells.some((one) => one !== "customer")) told = Math.max(told, above);
      },
      adopt: async (_key, { calendar, year }) => {
        const ask: LifeAsk = { type: "adopt-calendar", calendar, year };
        await this.command(stage, ask, { kind: "clock" }, `clock/calendar/${year}`);
      },
    };
    const firings = {
      ...store.firings,
      schedule: async (caseKey: string, next: string | null) => {
        this.memory.next = next === null ? null : Date.parse(next);
        await store.firings.schedule(caseKey, next);
      },
    };
    await lookAtCase({ firings, cases, log, now: () => new Date(this.now).toISOString() }, this.key);
    if (this.isOwed() && this.memory.next === null) this.faults.orphan += 1;
    if (told > 0 && !this.deed && this.random.chance(told)) this.deed = this.plan(stage, true);
  }

  /** Whether somebody still owes something in this case. */
  isOwed(): boolean {
    const stage = this.memory.state?.stage;
    if (!stage || stage.name === "withdrawn" || stage.name === "called-back") return false;
    return stage.name !== "closed" || stage.callBackBy !== null;
  }
}

function askOf(firing: Firing): LifeAsk | null {
  switch (firing.does) {
    case "warn":
      return null;
    case "remind":
      return { type: "remind", clock: firing.clock };
    case "escalate":
      return { type: "escalate", clock: firing.clock, reason: firing.names.en };
    case "inform":
      return { type: "tell-progress", next: null };
  }
}
