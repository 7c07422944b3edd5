/**
 * Suggestions, praise and reports on the desk: who may see which, and what becomes of them.
 *
 * Promises
 * - Who may not see one does not learn that there is one: no list, no count, no number tells of it.
 * - A closed track (whistle-blowing) shows neither who wrote it nor where it came from, and is hidden from whoever it
 *   names and from their outlet.
 * - Every look and every refused try is in the audit chain of the record.
 */
import type { Bank } from "../bank/bank.ts";
import { type Bilingual, inLanguage } from "../bank/terms.ts";
import { namedIn } from "../cases/recusal.ts";
import {
  stepFor,
  TRACK_KINDS,
  type TrackAsk,
  type TrackKind,
  type TrackStage,
  trackOf,
} from "../cases/tracks/track.ts";
import { isRegistered } from "../flows/registered.ts";
import type { Live } from "../store/live.ts";
import type { OutMessage, Store } from "../store/store.ts";
import type { TrackStore } from "../store/tracks.ts";
import type { DeskNames } from "./names.ts";
import type { CommandPort } from "./port.ts";
import { granted, type Outcome, refuse } from "./refusal.ts";
import { actorOf, nameOf, type StaffMember, type StaffSource } from "./staff.ts";
import { STAGE_OF, TRACK_STAGE } from "./track-names.ts";
import { createTrackSight, type FoundTrack, type TrackItem } from "./track-sight.ts";

export interface TrackView extends TrackItem {
  /** Masked; null once the customer was erased. */
  words: string | null;
  steps: { at: string; name: Bilingual; by: string; to: Bilingual | null }[];
  can: { forward: boolean; answer: boolean; finish: boolean };
  departments: { value: string; label: Bilingual }[];
}

/** Counts of one kind in a period. */
export interface TrackCount {
  kind: TrackKind;
  name: Bilingual;
  received: number;
  answered: number;
  done: number;
  late: number;
}

export type TrackWish =
  | Exclude<TrackAsk, { type: "read" | "answer" }>
  | { type: "answer"; clientId: string; text: string };

export interface TrackDesk {
  /** The soonest due first; those that are done with last. */
  tracks(staff: StaffMember): Promise<Outcome<TrackItem[]>>;
  /** Reading it is a step of its life. */
  track(staff: StaffMember, record: string): Promise<Outcome<TrackView>>;
  trackStep(staff: StaffMember, record: string, wish: TrackWish): Promise<Outcome<TrackView>>;
  /** Of what was received from the first ISO date to the last, kinds the person may see. */
  trackCounts(staff: StaffMember, period: { from: string; to: string }): Promise<TrackCount[]>;
}

export interface TrackDeskDeps {
  store: Pick<Store, "records" | "load" | "audit">;
  kept: TrackStore;
  commands: CommandPort;
  staff: StaffSource;
  bank: () => Pick<Bank, "tracks">;
  names: Pick<DeskNames, "department">;
  zone: string;
  live: Pick<Live, "publish">;
  now: () => string;
  newId: () => string;
}

const LONGEST = 2_000;

export function createTrackDesk(deps: TrackDeskDeps): TrackDesk {
  const { store, kept, now } = deps;
  const { trackFor, mayRead, found, all, maskedWords, itemOf } = createTrackSight(deps);
  const chainOf = (record: string) => `track/${record}`;

  async function one(staff: StaffMember, record: string, asked: string): Promise<FoundTrack | null> {
    const hit = (await all(staff)).find(({ row }) => row.record === record);
    if (hit) return hit;
    await store.audit(chainOf(record), now(), { actor: actorOf(staff), action: "refused", detail: { asked } });
    return null;
  }

  /** A closed one goes to no department it is about. */
  function departmentsFor({ kind, note }: FoundTrack): string[] {
    const every = Object.keys(deps.staff().routing.departments);
    if (!trackFor(kind).closed || !note) return every;
    const about = namedIn(deps.staff(), note.words).departments;
    return every.filter((slug) => !about.includes(slug));
  }

  const handles = (staff: StaffMember, kind: TrackKind) => trackFor(kind).handledBy.includes(staff.role);
  /** Answered where the customer can read it: not on paper, and not once they are erased. */
  const reachable = ({ state }: FoundTrack) => state !== null && !isRegistered(state.channel);

  async function viewOf(staff: StaffMember, one: FoundTrack): Promise<TrackView> {
    const { steps } = await kept.track(one.row.record);
    const track = trackOf(steps);
    const open = handles(staff, one.kind) && track.stage !== "done";
    return {
      ...(await itemOf(one)),
      words: maskedWords(one),
      steps: steps.map((step) => ({
        at: step.at,
        name: TRACK_STAGE[STAGE_OF[step.type]],
        by: nameOf(deps.staff(), step.by),
        to: step.type === "forward" ? deps.names.department(step.department) : null,
      })),
      can: { forward: open, answer: open && track.answeredAt === null && reachable(one), finish: open },
      departments: departmentsFor(one).map((value) => ({ value, label: deps.names.department(value) })),
    };
  }

  /** Null when done or done before. */
  async function take(
    staff: StaffMember,
    { row }: FoundTrack,
    ask: TrackAsk,
  ): Promise<ReturnType<typeof refuse> | null> {
    for (let tries = 0; tries < 5; tries += 1) {
      const { version, steps } = await kept.track(row.record);
      const step = stepFor(trackOf(steps), ask, staff.id, now());
      if (step === "over" || step === "not-read") return refuse("not-open");
      if (step === null) return null;
      if (!(await kept.addTrackStep(row.record, version, step))) continue;
      await store.audit(chainOf(row.record), now(), { actor: actorOf(staff), action: `track-${ask.type}`, detail: {} });
      deps.live.publish("desk", { kind: "changed" });
      return null;
    }
    return refuse("changed-meanwhile");
  }

  async function answer(staff: StaffMember, one: FoundTrack, text: string, clientId: string) {
    const { state, note, row } = one;
    if (text.trim() === "") return refuse("empty");
    if (text.length > LONGEST) return refuse("too-long");
    if (!state || !note || !reachable(one)) return refuse("not-here");
    const ref = { id: staff.id, name: inLanguage(staff.display, state.language) };
    const message: OutMessage = {
      id: `track-${row.record}-${staff.id}-${clientId}`,
      author: { kind: "staff", ...ref },
      kind: "staff",
      text: text.trim(),
      choices: [],
      citations: [],
      attachments: [],
      at: now(),
    };
    if (trackOf((await kept.track(row.record)).steps).stage === "done") return refuse("not-open");
    const told = await deps.commands.command(
      row.conversation,
      { type: "answer-note", record: row.record, staff: ref },
      message,
    );
    return told.ok ? take(staff, one, { type: "answer" }) : refuse("not-found");
  }

  return {
    async tracks(staff) {
      const items = await Promise.all((await all(staff)).map(itemOf));
      const last = ({ stage }: TrackItem) => (stage.slug === "done" ? 1 : 0);
      return granted(items.sort((a, b) => last(a) - last(b) || a.due.localeCompare(b.due)));
    },

    async track(staff, record) {
      const hit = await one(staff, record, "look");
      if (!hit) return refuse("not-found");
      // An auditor's look changes nothing: it is in the audit alone.
      if (handles(staff, hit.kind)) await take(staff, hit, { type: "read" });
      else await store.audit(chainOf(record), now(), { actor: actorOf(staff), action: "looked", detail: {} });
      return granted(await viewOf(staff, hit));
    },

    async trackStep(staff, record, wish) {
      const hit = await one(staff, record, wish.type);
      if (!hit) return refuse("not-found");
      if (!handles(staff, hit.kind)) {
        await store.audit(chainOf(record), now(), {
          actor: actorOf(staff),
          action: "refused",
          detail: { asked: wish.type },
        });
        return refuse("not-allowed");
      }
      if (wish.type === "forward" && !departmentsFor(hit).includes(wish.department)) return refuse("not-allowed");
      const stop = await (wish.type === "answer"
        ? answer(staff, hit, wish.text, wish.clientId)
        : take(staff, hit, wish));
      return stop ?? granted(await viewOf(staff, await found(hit.row, hit.kind)));
    },

    async trackCounts(staff, { from, to }) {
      const mine = await Promise.all((await all(staff)).map(itemOf));
      const within = mine.filter(({ receivedOn }) => receivedOn >= from && receivedOn <= to);
      return TRACK_KINDS.filter((kind) => mayRead(staff, kind)).map((kind) => {
        const own = within.filter((item) => item.kind === kind);
        const at = (...stages: TrackStage[]) => own.filter(({ stage }) => stages.includes(stage.slug)).length;
        return {
          kind,
          name: trackFor(kind).names,
          received: own.length,
          answered: at("answered"),
          done: at("done"),
          late: own.filter(({ late }) => late).length,
        };
      });
    },
  };
}
