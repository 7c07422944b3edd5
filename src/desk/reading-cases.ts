/** Looking at cases: every look leaves an entry, and personal data is masked until somebody says why they need it. */
import type { Clock } from "../cases/clocks/clock.ts";
import type { CaseEvent } from "../cases/life/events.ts";
import type { CaseLife } from "../cases/life/life.ts";
import type { Business } from "../flows/reading.ts";
import type { CoreRecords } from "../store/core-records.ts";
import type { AuditNote, Store, StoredMessage } from "../store/store.ts";
import type { Access, OpenedCase } from "./access.ts";
import { type CaseMaterial, caseView, talkingTo } from "./case-view.ts";
import { clockExplained } from "./clock.ts";
import { maskFor } from "./masking.ts";
import type { DeskNames } from "./names.ts";
import { abilitiesOn } from "./permissions.ts";
import { granted, type Outcome, refuse } from "./refusal.ts";
import { actorOf, type StaffMember, type StaffSource } from "./staff.ts";
import type { CaseView } from "./view.ts";

export const REVEAL_REASONS = ["call-back", "verify-identity", "find-transaction", "emergency", "other"] as const;
type RevealReason = (typeof REVEAL_REASONS)[number];

interface Reveal {
  reason: RevealReason;
  /** Required for `other`; kept as an internal note, since the audit holds codes only. */
  words?: string;
}

/** A page that stays open is read again with each change; one entry covers this many ms. */
const SAME_LOOK_MS = 10 * 60_000;
/** Messages shown of one conversation, the newest. */
const SHOWN_AT_MOST = 1_000;

export interface Reading {
  open(staff: StaffMember, ref: string): Promise<Outcome<CaseView>>;
  /** The same page again after a change. Leaves no second entry within ten minutes of the last look. */
  refresh(staff: StaffMember, ref: string): Promise<Outcome<CaseView>>;
  /** The page as it is put on paper. The entry says that it was. */
  print(staff: StaffMember, ref: string): Promise<Outcome<CaseView>>;
  /** The page with personal data in full. The reason is audited. */
  reveal(staff: StaffMember, ref: string, why: Reveal): Promise<Outcome<CaseView>>;
  /** A file the customer sent. It may show anything, so it is treated as a reveal. */
  attachment(
    staff: StaffMember,
    ref: string,
    id: string,
  ): Promise<Outcome<{ name: string; mime: string; bytes: Uint8Array }>>;
  /** The conversation behind a case the person may see, for live news. */
  conversation(staff: StaffMember, ref: string): Promise<string | undefined>;
}

export function createReading(deps: {
  store: Store & { core: CoreRecords };
  /** Lives of the cases and their clocks; without them the last day is explained by its rule alone. */
  caseLife?: Pick<CaseLife, "read"> | undefined;
  clocks?: ((events: readonly CaseEvent[], business: Business | null) => readonly Clock[]) | undefined;
  access: Access;
  staff: StaffSource;
  names: DeskNames;
  zone: string;
  now: () => string;
  newId: () => string;
}): Reading {
  const { store, access, now } = deps;

  const audit = (staff: StaffMember, key: string, action: string, detail: AuditNote["detail"]) =>
    store.audit(key, now(), { actor: actorOf(staff), action, detail });

  async function material(opened: OpenedCase): Promise<CaseMaterial> {
    const { conversation, key, number } = opened.row;
    const messages: StoredMessage[] = [];
    for (let after = 0; ; ) {
      const page = await store.messages(conversation, { after, limit: 500 });
      messages.push(...page);
      const last = page.at(-1);
      if (!last || page.length < 500) break;
      after = last.seq;
    }
    const [notes, talk, work, waiting] = await Promise.all([
      store.caseNotes(key),
      store.auditEntries(conversation),
      store.auditEntries(key),
      store.deliveries.waiting(conversation),
    ]);
    return {
      ...opened,
      explained: await explained(opened),
      core: number === null ? null : ((await store.core.kept(number)) ?? null),
      messages: messages.slice(-SHOWN_AT_MOST),
      truncated: messages.length > SHOWN_AT_MOST,
      notes,
      waiting: new Map(waiting.map((one) => [one.message, one.error])),
      audit: [...talk, ...work].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0)),
    };
  }

  async function explained({ row, matter }: OpenedCase) {
    const pack = matter.case?.rule.pack;
    const life = pack === undefined || !deps.clocks ? undefined : await deps.caseLife?.read(row.key);
    if (pack === undefined || !life || !deps.clocks) return null;
    return clockExplained(deps.clocks(life.events, row.business), pack, deps.names);
  }

  async function show(staff: StaffMember, opened: OpenedCase, masked: boolean): Promise<Outcome<CaseView>> {
    const mask = masked ? maskFor(opened.state) : (text: string) => text;
    return granted(caseView(await material(opened), staff, mask, masked, deps));
  }

  async function lookedLately(staff: StaffMember, key: string): Promise<boolean> {
    const since = Date.parse(now()) - SAME_LOOK_MS;
    const entries = await store.auditEntries(key);
    return entries.some((one) => one.actor === actorOf(staff) && one.action === "looked" && Date.parse(one.at) > since);
  }

  const mayReveal = ({ row, state }: OpenedCase, staff: StaffMember) =>
    abilitiesOn(staff, row, talkingTo(state)).reveal;

  return {
    async open(staff, ref) {
      const entered = await access.enter(staff, ref, "look");
      if (!entered.ok) return entered;
      await audit(staff, entered.value.row.key, "looked", {});
      return show(staff, entered.value, true);
    },

    async refresh(staff, ref) {
      const entered = await access.enter(staff, ref, "look");
      if (!entered.ok) return entered;
      const { key } = entered.value.row;
      if (!(await lookedLately(staff, key))) await audit(staff, key, "looked", {});
      return show(staff, entered.value, true);
    },

    async print(staff, ref) {
      const entered = await access.enter(staff, ref, "print");
      if (!entered.ok) return entered;
      await audit(staff, entered.value.row.key, "printed", {});
      return show(staff, entered.value, true);
    },

    async reveal(staff, ref, why) {
      const entered = await access.enter(staff, ref, "reveal");
      if (!entered.ok) return entered;
      const { key } = entered.value.row;
      if (!mayReveal(entered.value, staff)) {
        await audit(staff, key, "refused", { asked: "reveal", code: "not-allowed" });
        return refuse("not-allowed");
      }
      const words = why.words?.trim() ?? "";
      if (why.reason === "other" && words === "") return refuse("reason-needed");
      if (words.length > 500) return refuse("too-long");
      const note = words === "" ? null : deps.newId();
      if (note !== null) {
        await store.addCaseNote({
          id: note,
          case: key,
          at: now(),
          staff: { id: staff.id, name: staff.name },
          text: words,
        });
      }
      await audit(staff, key, "revealed", { reason: why.reason, note });
      return show(staff, entered.value, false);
    },

    async attachment(staff, ref, id) {
      const entered = await access.enter(staff, ref, "attachment");
      if (!entered.ok) return entered;
      const { row } = entered.value;
      if (!mayReveal(entered.value, staff)) {
        await audit(staff, row.key, "refused", { asked: "attachment", code: "not-allowed" });
        return refuse("not-allowed");
      }
      const file = await store.attachment(id);
      if (!file || file.conversation !== row.conversation) return refuse("not-found");
      await audit(staff, row.key, "attachment-opened", { attachment: id });
      return granted({ name: file.name, mime: file.mime, bytes: file.bytes });
    },

    async conversation(staff, ref) {
      const entered = await access.enter(staff, ref, "listen");
      return entered.ok ? entered.value.row.conversation : undefined;
    },
  };
}
