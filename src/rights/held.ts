/** Everything that is held about a person, as they may see and copy it (PIPL art. 45). */
import type { Retention } from "../bank/files/retention.ts";
import type { Bilingual } from "../bank/terms.ts";
import type { Identity, LedgerFact, MatterStatus, State } from "../flows/conversation.ts";
import type { RightsStore } from "../store/rights.ts";
import type { Store, StoredMessage } from "../store/store.ts";
import { type Kept, keptOf } from "./kept.ts";

export interface HeldFact {
  id: string;
  name: LedgerFact["name"];
  /** As the customer put it, or as it was corrected. */
  text: string;
  saidAt: string;
  confirmed: boolean;
  /** Id of the fact that took its place. */
  replacedBy: string | null;
}

export interface HeldComplaint {
  record: string;
  case: string | null;
  matter: string;
  status: MatterStatus;
  receivedAt: string;
  endedAt: string | null;
  words: string;
  facts: HeldFact[];
  result: string | null;
}

export interface HeldMessage {
  at: string;
  from: "customer" | "assistant" | "staff";
  text: string;
  /** Written by artificial intelligence: exports carry the label too (GB 45438-2025). */
  aiGenerated: boolean;
  files: string[];
}

export interface HeldConversation {
  id: string;
  channel: string;
  startedAt: string;
  consents: { given: boolean; noticeVersion: string; at: string }[];
  complaints: HeldComplaint[];
  notes: { record: string; kind: string; at: string; words: string }[];
  messages: HeldMessage[];
  files: { id: string; name: string; mime: string; bytes: number }[];
  kept: Kept[];
}

export interface Held {
  /** Of this format; raised when a field changes its meaning. */
  format: "tingsu-personal-data/1";
  madeAt: string;
  bank: Bilingual;
  notes: Bilingual[];
  identities: { channel: string; strength: Identity; id: string }[];
  conversations: HeldConversation[];
}

const NOTES: Bilingual[] = [
  {
    zh: "标有 aiGenerated 的内容由人工智能（AI）生成，仅供参考；处理结果以本行正式答复为准。",
    en: "What is marked aiGenerated was written by artificial intelligence (AI) and is for reference only; the bank's formal reply decides.",
  },
  {
    zh: "不含：本行员工之间的内部记录、涉及他人的内容，以及发送前已删除的密码和验证码。",
    en: "Not in it: internal notes between staff, what concerns other people, and passwords or codes, which were removed before anything was stored.",
  },
];

export interface HeldParts {
  store: Pick<Store, "load" | "messages"> & { rights: Pick<RightsStore, "holdings"> };
  retention: Retention;
  bankName: Bilingual;
  zone: string;
  now: () => string;
}

/** Undefined when nothing readable is held: an unknown person, or an erased one. */
export async function heldAbout(parts: HeldParts, person: string): Promise<Held | undefined> {
  const found = await parts.store.rights.holdings(person);
  if (!found) return undefined;
  const conversations: HeldConversation[] = [];
  for (const { id, channel, startedAt } of found.conversations) {
    const loaded = await parts.store.load(id);
    if (!loaded) continue;
    const { state } = loaded;
    conversations.push({
      id,
      channel,
      startedAt,
      consents: found.consents
        .filter(({ conversation }) => conversation === id)
        .map(({ conversation: _, ...one }) => one),
      complaints: complaintsOf(state),
      notes: state.notes.map(({ record, kind, at, words }) => ({ record, kind, at, words })),
      messages: (await allMessages(parts.store, id)).map(messageOf),
      files: found.attachments
        .filter(({ conversation }) => conversation === id)
        .map((file) => ({ id: file.id, name: file.name, mime: file.mime, bytes: file.size })),
      kept: keptOf(state, parts.retention, parts.zone),
    });
  }
  return {
    format: "tingsu-personal-data/1",
    madeAt: parts.now(),
    bank: parts.bankName,
    notes: NOTES,
    identities: found.identities.map(({ channel, strength, externalId }) => ({ channel, strength, id: externalId })),
    conversations,
  };
}

async function allMessages(store: Pick<Store, "messages">, conversation: string): Promise<StoredMessage[]> {
  const messages: StoredMessage[] = [];
  for (let after = 0; ; ) {
    const page = await store.messages(conversation, { after, limit: 500 });
    messages.push(...page);
    const last = page.at(-1);
    if (!last || page.length < 500) return messages;
    after = last.seq;
  }
}

const messageOf = ({ at, author, text, attachments }: StoredMessage): HeldMessage => ({
  at,
  from: author.kind === "bot" ? "assistant" : author.kind,
  text: text ?? "",
  aiGenerated: author.kind === "bot",
  files: attachments,
});

function complaintsOf(state: State): HeldComplaint[] {
  return state.matters.map((matter) => ({
    record: matter.record,
    case: matter.case?.number ?? null,
    matter: matter.id,
    status: matter.status,
    receivedAt: matter.receivedAt,
    endedAt: matter.endedAt ?? null,
    words: matter.words,
    facts: matter.facts.map(({ id, name, text, at, confirmed, replacedBy }) => ({
      id,
      name,
      text,
      saidAt: at,
      confirmed,
      replacedBy,
    })),
    result: matter.result,
  }));
}
