/**
 * Drafts: from an open question or a resolved case to a text in force.
 *
 * Promises
 * - Nothing written here is told to customers before a second person, who wrote none of it, approved that very text.
 * - Every step is in the audit chain of the desk with the SHA-256 of the text it was about.
 * - A draft is a file in the bank's `drafts/` folder; where that was changed by hand, the file counts.
 */
import type { Language } from "../../flows/reading.ts";
import type { Draft, DraftStore, KeptDraft } from "../../store/drafts.ts";
import type { Gap, GapStore } from "../../store/gaps.ts";
import type { Access } from "../access.ts";
import { powersOf } from "../permissions.ts";
import { granted, type Outcome, refuse } from "../refusal.ts";
import { DESK_CHAIN } from "../sign-in.ts";
import { actorOf, type StaffMember } from "../staff.ts";
import type { DraftDesk, Drafting, DraftProblem, DraftView } from "./port.ts";
import { skeletonOf } from "./skeleton.ts";
import { stripped } from "./strip.ts";
import { hashOf, itemOf, mayRead, mayWrite, personalIn, viewOf, wrote } from "./view.ts";

/** UTF-16 units of a draft. */
const LONGEST = 30_000;
const LONGEST_NOTE = 1000;

type Detail = Record<string, string | number>;

export interface DraftDeskDeps {
  drafts: DraftStore;
  gaps: Pick<GapStore, "openGaps" | "settleGaps">;
  drafting: Drafting;
  access: Access;
  audit: (chain: string, at: string, note: { actor: string; action: string; detail: Detail }) => Promise<void>;
  now: () => string;
  newId: () => string;
}

interface Open {
  draft: KeptDraft;
  text: string;
}

export function createDraftDesk(deps: DraftDeskDeps): DraftDesk {
  const { drafts, gaps, access, now } = deps;
  const { files, hotline, today, published } = deps.drafting;
  const audit = (staff: StaffMember, action: string, detail: Detail, chain = DESK_CHAIN) =>
    deps.audit(chain, now(), { actor: actorOf(staff), action, detail });
  const person = ({ id, name }: StaffMember) => ({ id, name });

  /** What is being written lies in its file; what is over is kept as it was. */
  async function find(id: string): Promise<Open | undefined> {
    const kept = await drafts.draft(id);
    if (kept && (kept.status === "published" || kept.status === "dropped")) return { draft: kept, text: kept.text };
    const text = (await files.read(id)) ?? kept?.text;
    if (text === undefined) return undefined;
    return { draft: kept ?? byHand(id, text, now()), text };
  }

  const problemsOf = async (id: string, text: string): Promise<DraftProblem[]> =>
    [...(await files.problems(id, text, today())), ...personalIn(text, published)].sort((a, b) => a.line - b.line);

  const shown = async (staff: StaffMember, { draft, text }: Open): Promise<Outcome<DraftView>> =>
    granted(viewOf(draft, text, await problemsOf(draft.id, text), staff));

  async function enter(staff: StaffMember, id: string): Promise<Outcome<Open>> {
    const found = await find(id);
    if (!found || found.draft.status === "dropped") return refuse("no-such-draft");
    return mayRead(staff, found.draft) ? granted(found) : refuse("not-allowed");
  }

  /** Keeps the draft with what changed, and says so in the audit; refuses where somebody was faster. */
  async function step(
    staff: StaffMember,
    { draft, text }: Open,
    change: Partial<Draft>,
    action: string,
    more: Detail = {},
  ): Promise<Outcome<Open>> {
    const { revision, ...before } = draft;
    const after = { ...before, text, ...change, changedAt: now() };
    if (!(await drafts.keepDraft(after, revision))) return refuse("changed-meanwhile");
    await audit(staff, action, { draft: draft.id, hash: hashOf(after.text), ...more });
    return granted({ draft: { ...after, revision: revision + 1 }, text: after.text });
  }

  async function create(
    staff: StaffMember,
    start: { kind: Draft["kind"]; language: Language; questions: string[]; lesson?: string },
    origin: Pick<Draft, "gaps" | "caseKey">,
  ): Promise<Outcome<{ id: string }>> {
    const day = today();
    const kind = start.kind === "policy" ? "policy" : "open";
    const id = `${kind}-${day.replaceAll("-", "")}-${hashOf(deps.newId()).slice(0, 6)}`;
    const text = skeletonOf({ ...start, id, today: day, hotline });
    if (!(await files.write(id, text))) return refuse("folder-closed");
    const draft = { ...byHand(id, text, now()), kind: start.kind, writers: [person(staff)], ...origin };
    const created = { ...draft, created: { at: now(), by: person(staff) } };
    const kept = await step(staff, { draft: created, text }, {}, "draft-created", {
      kind: start.kind,
      questions: origin.gaps.length,
    });
    return kept.ok ? granted({ id }) : kept;
  }

  return {
    async drafts(staff) {
      const powers = powersOf(staff);
      if (!powers.curates && !powers.works) return refuse("not-allowed");
      const kept = await drafts.drafts();
      const known = new Set(kept.map(({ id }) => id));
      const loose = (await files.names()).filter((name) => !known.has(name));
      const found = await Promise.all([...kept.map(({ id }) => id), ...loose].map(find));
      const readable = found.filter((one) => one !== undefined && one.draft.status !== "dropped");
      return granted(
        readable.flatMap((one) => (one && mayRead(staff, one.draft) ? [itemOf(one.draft, one.text)] : [])),
      );
    },

    async openDraft(staff, id) {
      const entered = await enter(staff, id);
      return entered.ok ? shown(staff, entered.value) : entered;
    },

    async draftGap(staff, ids, kind) {
      if (!powersOf(staff).curates) return refuse("not-allowed");
      const chosen = (await gaps.openGaps()).filter(({ id }) => ids.includes(id));
      const [first] = chosen;
      if (!first) return refuse("not-found");
      const questions = chosen.map(({ text }: Gap) => text);
      const origin = { gaps: chosen.map(({ id }) => id), caseKey: null };
      return create(staff, { kind, language: first.language, questions }, origin);
    },

    async draftCase(staff, ref) {
      if (!powersOf(staff).works) return refuse("not-allowed");
      const entered = await access.enter(staff, ref, "draft");
      if (!entered.ok) return entered;
      const { row, matter, state } = entered.value;
      if (row.status !== "resolved") return refuse("still-open");
      const strip = stripped(entered.value);
      const questions = [strip(matter.words)];
      const lesson = strip(matter.result ?? "");
      const start = { kind: "policy" as const, language: state.language, questions, ...(lesson ? { lesson } : {}) };
      const made = await create(staff, start, { gaps: [], caseKey: row.key });
      if (made.ok) await audit(staff, "draft-proposed", { draft: made.value.id }, row.key);
      return made;
    },

    async saveDraft(staff, id, { text, hash }) {
      const entered = await enter(staff, id);
      if (!entered.ok) return entered;
      const { draft } = entered.value;
      if (!mayWrite(staff, draft)) return refuse("not-allowed");
      if (text.trim() === "") return refuse("empty");
      if (text.length > LONGEST) return refuse("too-long");
      if (hash !== hashOf(entered.value.text)) return refuse("changed-meanwhile");
      const fresh = `${text.replace(/\r\n?/gu, "\n").trimEnd()}\n`;
      const writers = [...draft.writers.filter((one) => one.id !== staff.id), person(staff)];
      const change = { text: fresh, writers, status: "writing" as const, submitted: null };
      const saved = await step(staff, entered.value, change, "draft-saved");
      if (!saved.ok) return saved;
      return (await files.write(id, fresh)) ? shown(staff, saved.value) : refuse("folder-closed");
    },

    async submitDraft(staff, id, hash) {
      const entered = await enter(staff, id);
      if (!entered.ok) return entered;
      const { draft, text } = entered.value;
      if (!mayWrite(staff, draft) || draft.status !== "writing") return refuse("not-allowed");
      if (hash !== hashOf(text)) return refuse("changed-meanwhile");
      if ((await problemsOf(id, text)).length > 0) return refuse("draft-unfinished");
      const submitted = { at: now(), by: person(staff), hash };
      const kept = await step(staff, entered.value, { status: "submitted", submitted, note: null }, "draft-submitted");
      return kept.ok ? shown(staff, kept.value) : kept;
    },

    async sendBack(staff, id, words) {
      if (!powersOf(staff).curates) return refuse("not-allowed");
      const entered = await enter(staff, id);
      if (!entered.ok) return entered;
      if (entered.value.draft.status !== "submitted") return refuse("changed-meanwhile");
      const text = words.trim();
      if (text === "") return refuse("empty");
      if (text.length > LONGEST_NOTE) return refuse("too-long");
      const note = { at: now(), by: person(staff), text };
      const change = { status: "writing" as const, submitted: null, note };
      const kept = await step(staff, entered.value, change, "draft-returned");
      return kept.ok ? shown(staff, kept.value) : kept;
    },

    async approveDraft(staff, id, hash) {
      if (!powersOf(staff).approves) return refuse("not-allowed");
      const entered = await enter(staff, id);
      if (!entered.ok) return entered;
      const { draft, text } = entered.value;
      if (draft.status !== "submitted") return refuse("changed-meanwhile");
      if (wrote(staff, draft)) return refuse("second-person");
      // What was read is what was submitted, and what lies there now.
      if (hash !== draft.submitted?.hash || hash !== hashOf(text)) return refuse("changed-meanwhile");
      if ((await problemsOf(id, text)).length > 0) return refuse("draft-unfinished");
      const approved = { at: now(), by: person(staff), hash };
      const passed = await step(staff, entered.value, { status: "published", approved }, "draft-approved");
      if (!passed.ok) return passed;
      const path = await files.publish(id, text);
      if (path === null) {
        await step(staff, passed.value, { status: "submitted", approved: null }, "draft-not-published");
        return refuse("folder-closed");
      }
      const done = await step(staff, passed.value, { published: path }, "draft-published", { file: path });
      await files.remove(id);
      await gaps.settleGaps(draft.gaps, now());
      return done.ok ? shown(staff, done.value) : done;
    },

    async dropDraft(staff, id) {
      const entered = await enter(staff, id);
      if (!entered.ok) return entered;
      if (!mayWrite(staff, entered.value.draft)) return refuse("not-allowed");
      const dropped = await step(staff, entered.value, { status: "dropped" }, "draft-dropped");
      if (!dropped.ok) return dropped;
      await files.remove(id);
      return granted(null);
    },
  };
}

/** A file that somebody put there: nobody at the desk wrote it yet. */
const byHand = (id: string, text: string, at: string): KeptDraft => ({
  id,
  kind: /^kind: *known-unknown *$/mu.test(text) ? "known-unknown" : "policy",
  status: "writing",
  created: { at, by: { id: "", name: "" } },
  writers: [],
  gaps: [],
  caseKey: null,
  submitted: null,
  approved: null,
  note: null,
  published: null,
  changedAt: at,
  text,
  revision: 0,
});
