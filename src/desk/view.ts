/** What the desk shows. Plain data: the web pages, Slack and programs read the same. */

import type { Bilingual } from "../bank/terms.ts";
import type { Citation } from "../flows/answer.ts";
import type { Identity, Level, MatterStatus } from "../flows/conversation.ts";
import type { Emotion, FactName, Language, RiskSlug } from "../flows/reading.ts";
import type { AuditNote, CaseStatus, StoredMessage } from "../store/store.ts";
import type { Clock } from "./clock.ts";
import type { CoreView } from "./core-view.ts";
import type { CaseAbilities } from "./permissions.ts";

export interface RiskBadge {
  slug: RiskSlug;
  level: Level;
  name: Bilingual;
}

/** One line of a list. All text is masked. */
export interface CaseItem {
  key: string;
  /** Case number, or the record's until the core system has answered. */
  ref: string;
  record: string;
  number: string | null;
  status: CaseStatus;
  summary: string;
  business: Bilingual | null;
  reason: Bilingual | null;
  department: Bilingual;
  owner: { id: string; name: string } | null;
  mine: boolean;
  channel: string;
  language: Language;
  receivedAt: string;
  clock: Clock;
  emotion: { level: Emotion; name: Bilingual };
  /** Highest level first. */
  risks: RiskBadge[];
}

export interface FactView {
  id: string;
  name: FactName;
  label: Bilingual;
  value: Bilingual;
  /** The customer's own words. */
  words: string;
  at: string;
  confirmed: boolean;
  /** What it replaced, oldest first. */
  earlier: { value: Bilingual; words: string }[];
}

export interface MessageView {
  seq: number;
  author: { kind: "customer" } | { kind: "bot" } | { kind: "staff"; id: string; name: string };
  kind: StoredMessage["kind"];
  /** Null when the person was erased. */
  text: string | null;
  attachments: string[];
  citations: Citation[];
  at: string;
  delivered: boolean;
  read: boolean;
  /** Not on its way yet. window: the channel lets us write again when the customer does; retry: its provider is down. */
  waits: "window" | "retry" | null;
}

interface NoteView {
  id: string;
  at: string;
  staff: { id: string; name: string };
  text: string | null;
}

export interface AuditView {
  at: string;
  actor: string;
  action: string;
  detail: AuditNote["detail"];
}

export interface CaseView {
  item: CaseItem;
  /** Personal data is masked. */
  masked: boolean;
  can: CaseAbilities;
  /** Who talks to the customer now: null is the bot. */
  talking: { id: string; name: string } | null;
  customer: { identity: Identity; channel: string; language: Language; consent: string };
  matter: { status: MatterStatus; words: string; venue: Bilingual | null; agreed: boolean; result: string | null };
  facts: FactView[];
  gaps: { name: FactName; label: Bilingual; reason: Bilingual }[];
  transcript: MessageView[];
  /** Older messages than the first shown exist. */
  truncated: boolean;
  policies: Citation[];
  risks: (RiskBadge & { words: string; at: string; basis: string; firstStep: Bilingual })[];
  emotion: { first: Bilingual; peak: Bilingual; latest: Bilingual };
  reasons: { name: Bilingual; basis: string }[];
  arithmetic: Bilingual;
  /** How it stands in the core system; null while nothing was heard. */
  core: CoreView | null;
  /** What the answer that ends the case must hold; `remedies` is in the customer's language, to start from. */
  notice: { parts: { slug: string; name: Bilingual }[]; remedies: string };
  requestedAt: string;
  notes: NoteView[];
  /** Null for roles that may not see who looked. */
  audit: AuditView[] | null;
  /** Other cases of the same conversation. */
  siblings: { ref: string; summary: string; status: MatterStatus }[];
}
