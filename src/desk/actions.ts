/** What staff do with a case. Each is a command on the customer's own path; the first of two wins there. */
import { inLanguage } from "../bank/terms.ts";
import { needsProposal, passed } from "../cases/life/approved.ts";
import type { CaseLife } from "../cases/life/life.ts";
import { noticeOf } from "../cases/staff-notice.ts";
import type { Refusal } from "../flows/command.ts";
import type { Cause, StaffRef, State } from "../flows/conversation.ts";
import type { Language } from "../flows/reading.ts";
import type { Live } from "../store/live.ts";
import type { AuditNote, OutMessage, Store } from "../store/store.ts";
import type { Access, OpenedCase } from "./access.ts";
import { amountsIn, beyondAuthority } from "./authority.ts";
import { talkingTo } from "./case-view.ts";
import { LONGEST } from "./limits.ts";
import type { DeskNames } from "./names.ts";
import { idFor, resultText, written } from "./outgoing.ts";
import { abilitiesOn, type CaseAbilities } from "./permissions.ts";
import type { CommandPort, StaffAsk } from "./port.ts";
import { granted, type Outcome, refuse, refuseAmount } from "./refusal.ts";
import { actorOf, nameOf, type StaffMember, type StaffSource } from "./staff.ts";

export type CheckPromise = (text: string, state: State) => { warnings: string[] };

/** Not sent yet: `warnings` say what the text promises. Ask again with `confirmed` to send it all the same. */
export type Sent = { sent: true; duplicate: boolean } | { sent: false; warnings: string[] };

interface Draft {
  /** Made by the client, once per text: a repeat is answered with the first outcome. */
  clientId: string;
  text: string;
  /** Ids of files kept for the customer before. */
  files?: string[];
  confirmed?: boolean;
  /** Until when what it promises is kept (ISO instant): the case gets a clock for it. */
  keepBy?: string | null;
}

/** A reply as it would go out. */
export interface Preview {
  text: string;
  /** The name the customer sees. */
  as: string;
  /** The customer's. */
  language: Language;
  /** What the text promises. */
  warnings: string[];
}

interface Result {
  /** By the slugs of the rule pack's notice: findings, decision, grounds, remedies. All are required. */
  parts: Record<string, string>;
  /** What brought it about; for reports and for those who can change it. */
  cause?: Cause | undefined;
  confirmed?: boolean;
}

export interface Actions {
  take(staff: StaffMember, ref: string): Promise<Outcome<null>>;
  /** To the customer, by the person who talks to them. */
  reply(staff: StaffMember, ref: string, draft: Draft): Promise<Outcome<Sent>>;
  /** Checks a reply as `reply` would, and sends nothing. */
  preview(staff: StaffMember, ref: string, text: string): Promise<Outcome<Preview>>;
  /** Internal; the customer never sees it. */
  note(staff: StaffMember, ref: string, draft: Pick<Draft, "clientId" | "text">): Promise<Outcome<null>>;
  /** The bot talks to the customer again; the case stays with its owner. */
  handBack(staff: StaffMember, ref: string): Promise<Outcome<null>>;
  /** Ends the case. The parts together become the customer's message (银保监会令2020年第3号, art. 19). */
  resolve(staff: StaffMember, ref: string, result: Result): Promise<Outcome<Sent>>;
  /** Tells the customer that a person is writing. Nothing happens unless this person talks to them. */
  typing(staff: StaffMember, ref: string): Promise<void>;
}

export function createActions(deps: {
  store: Store;
  access: Access;
  commands: CommandPort;
  staff: StaffSource;
  names: DeskNames;
  now: () => string;
  newId: () => string;
  live: Pick<Live, "publish">;
  staffToldElsewhere: () => boolean;
  checkPromise: CheckPromise;
  caseLife?: CaseLife | undefined;
}): Actions {
  const { store, access, commands, now } = deps;
  /** The same reply asked for twice at once goes out once. */
  const underWay = new Map<string, Promise<Outcome<Sent>>>();

  const audit = (staff: StaffMember, key: string, action: string, detail: AuditNote["detail"]) =>
    store.audit(key, now(), { actor: actorOf(staff), action, detail });

  /** As the customer will read the name. */
  const refOf = (staff: StaffMember, state: State): StaffRef => ({
    id: staff.id,
    name: inLanguage(staff.display, state.language),
  });

  function worded(refusal: Refusal) {
    switch (refusal.code) {
      case "taken":
        return refuse("taken", named(refusal.owner));
      case "not-owner":
        return refuse("not-owner", refusal.owner && named(refusal.owner));
      case "not-open":
        return refuse("not-open");
      case "no-such-matter":
        return refuse("not-found");
    }
  }
  const named = (owner: StaffRef) => ({ id: owner.id, name: nameOf(deps.staff(), owner.id) });

  async function ask(opened: OpenedCase, staff: StaffMember, wish: StaffAsk, message?: OutMessage) {
    const outcome = await commands.command(opened.row.conversation, wish, message);
    if (outcome.ok) return granted(null);
    await audit(staff, opened.row.key, "refused", { asked: wish.type, code: outcome.refusal.code });
    return worded(outcome.refusal);
  }

  /** Enters the case and checks the ability; says who stands in the way where somebody does. */
  async function enter(staff: StaffMember, ref: string, action: keyof CaseAbilities): Promise<Outcome<OpenedCase>> {
    const entered = await access.enter(staff, ref, action);
    if (!entered.ok) return entered;
    const { row, state } = entered.value;
    const talking = talkingTo(state);
    if (abilitiesOn(staff, row, talking)[action]) return entered;
    const refusal = whyNot(staff, entered.value, action);
    await audit(staff, row.key, "refused", { asked: action, code: refusal.refusal.code });
    return refusal;
  }

  function whyNot(staff: StaffMember, { row, state }: OpenedCase, action: keyof CaseAbilities) {
    // Auditors and admins fail here whatever the state of the case.
    if (!abilitiesOn(staff, row, null).note) return refuse("not-allowed");
    if (row.status !== "open") return refuse("not-open");
    const owner = row.owner ?? (state.stage === "with-staff" ? state.staff : null);
    if (action === "take") return refuse("taken", owner && named(owner));
    return refuse("not-owner", owner && owner.id !== staff.id ? named(owner) : null);
  }

  function checked(text: string): Outcome<string> {
    const trimmed = text.trim();
    if (trimmed === "") return refuse("empty");
    return trimmed.length > LONGEST ? refuse("too-long") : granted(trimmed);
  }

  /** Null when `text` may go out; else the refusal or the warnings. */
  async function held(
    text: string,
    staff: StaffMember,
    { row, state }: OpenedCase,
    confirmed: boolean | undefined,
    /** Fen that others have passed in a proposal. */
    granting = 0,
  ) {
    const beyond = beyondAuthority(text, state, staff, deps.staff());
    if (beyond && amountsIn(text).some((amount) => amount > Math.max(beyond.limit, granting))) {
      await audit(staff, row.key, "refused", { asked: "promise", code: "above-authority" });
      return refuseAmount(beyond.limit, beyond.needed);
    }
    const { warnings } = confirmed ? { warnings: [] } : deps.checkPromise(text, state);
    return warnings.length > 0 ? granted({ sent: false as const, warnings }) : null;
  }

  async function send(staff: StaffMember, ref: string, draft: Draft): Promise<Outcome<Sent>> {
    const entered = await access.enter(staff, ref, "reply");
    if (!entered.ok) return entered;
    const { row, state } = entered.value;
    const id = idFor(staff.id, row.key, draft.clientId);
    if (await wasSent(row.conversation, id)) return granted({ sent: true, duplicate: true });
    const able = await enter(staff, ref, "reply");
    if (!able.ok) return able;
    const text = checked(draft.text);
    if (!text.ok) return text;
    const stop = await held(text.value, staff, able.value, draft.confirmed);
    if (stop) return stop;

    const author = refOf(staff, state);
    const message = written(id, author, text.value, now(), draft.files);
    const done = await ask(able.value, staff, { type: "staff-reply", message: id, staff: author }, message);
    if (!done.ok) return done;
    if (draft.confirmed) await audit(staff, row.key, "sent-after-warning", { message: id });
    return granted({ sent: true, duplicate: false });
  }

  async function wasSent(conversation: string, id: string): Promise<boolean> {
    for (let after = 0; ; ) {
      const page = await store.messages(conversation, { after, limit: 500 });
      if (page.some((message) => message.id === id)) return true;
      const last = page.at(-1);
      if (!last || page.length < 500) return false;
      after = last.seq;
    }
  }

  return {
    async take(staff, ref) {
      const entered = await access.enter(staff, ref, "take");
      if (!entered.ok) return entered;
      const { row, state, matter } = entered.value;
      if (row.owner?.id === staff.id && talkingTo(state) === staff.id) return granted(null);
      const able = await enter(staff, ref, "take");
      if (!able.ok) return able;
      return ask(able.value, staff, { type: "take", matter: matter.id, staff: refOf(staff, state) });
    },

    async reply(staff, ref, draft) {
      const asked = idFor(staff.id, ref, draft.clientId);
      const running = underWay.get(asked);
      if (running) return running;
      const sending = send(staff, ref, draft).finally(() => underWay.delete(asked));
      underWay.set(asked, sending);
      return sending;
    },

    async preview(staff, ref, wanted) {
      const able = await enter(staff, ref, "reply");
      if (!able.ok) return able;
      const text = checked(wanted);
      if (!text.ok) return text;
      const stop = await held(text.value, staff, able.value, false);
      if (stop && !stop.ok) return stop;
      const { state } = able.value;
      const { name } = refOf(staff, state);
      return granted({ text: text.value, as: name, language: state.language, warnings: stop?.value.warnings ?? [] });
    },

    async note(staff, ref, draft) {
      const entered = await enter(staff, ref, "note");
      if (!entered.ok) return entered;
      const { row } = entered.value;
      const text = checked(draft.text);
      if (!text.ok) return text;
      const id = idFor(staff.id, row.key, draft.clientId);
      const note = { id, case: row.key, at: now(), staff: { id: staff.id, name: staff.name }, text: text.value };
      // The store keeps a note with the same id once, and enters it in the case's audit chain.
      const told = { key: row.key, conversation: row.conversation, matter: row.matter, mark: `note/${id}` };
      await store.addCaseNote(note, deps.staffToldElsewhere() ? [noticeOf(told)] : []);
      deps.live.publish(row.conversation, { kind: "changed" });
      return granted(null);
    },

    async handBack(staff, ref) {
      const entered = await enter(staff, ref, "handBack");
      if (!entered.ok) return entered;
      return ask(entered.value, staff, { type: "hand-back", staff: refOf(staff, entered.value.state) });
    },

    async resolve(staff, ref, result) {
      const entered = await enter(staff, ref, "resolve");
      if (!entered.ok) return entered;
      const { row, state, matter } = entered.value;
      const life = await deps.caseLife?.read(row.key);
      if (deps.caseLife && life && needsProposal(life.state, staff, deps.caseLife.bank())) {
        await audit(staff, row.key, "refused", { asked: "resolve", code: "needs-proposal" });
        return refuse("needs-proposal");
      }
      const made = resultText(result.parts, deps.names.rulePack(matter.case?.rule.pack ?? ""), state);
      if ("wrong" in made) return refuse(made.wrong);
      const granting = life ? Math.max(0, ...passed(life.state).map(({ amount }) => amount?.minor ?? 0)) : 0;
      const stop = await held(made.own, staff, entered.value, result.confirmed, granting);
      if (stop) return stop;
      const author = refOf(staff, state);
      const cause = result.cause ? { cause: result.cause } : {};
      const wish = { type: "resolve", matter: matter.id, staff: author, result: made.text, ...cause } as const;
      const done = await ask(entered.value, staff, wish, written(deps.newId(), author, made.text, now()));
      if (!done.ok) return done;
      if (result.confirmed) await audit(staff, row.key, "resolved-after-warning", { matter: matter.id });
      return granted({ sent: true, duplicate: false });
    },

    async typing(staff, ref) {
      const entered = await access.enter(staff, ref, "typing");
      if (entered.ok && talkingTo(entered.value.state) === staff.id) commands.typing(entered.value.row.conversation);
    },
  };
}
