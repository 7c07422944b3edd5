/** Requests of customers about their own data, and data that is kept but no longer used, as they are stored. */
import type { Identity } from "../flows/conversation.ts";
import type { CounterRight, RightsOutcome, RightsProof } from "../flows/rights.ts";

/** One request. Codes, ids and instants only: what was said stays in the conversation. */
export interface RightsRequest {
  /** "P-…", told to the customer. */
  id: string;
  /** Whose data it is about. */
  person: string;
  /** Where it was asked for, and where the answer goes. */
  conversation: string;
  right: CounterRight;
  proof: RightsProof;
  requestedAt: string;
  /** ISO date, the last day for the answer. */
  due: string;
  /** Null until it is answered. */
  answer: RightsAnswer | null;
}

export interface RightsAnswer {
  outcome: RightsOutcome;
  at: string;
  by: { id: string; name: string };
  /** Erasing and withholding: not before this instant, so that the answer is read first. Null for other outcomes. */
  notBefore: string | null;
  /** When it was carried out; null while it waits. */
  doneAt: string | null;
}

/** Data kept because the law asks for it, and used for nothing else. */
export interface Withheld {
  person: string;
  since: string;
  /** Id of the request that led to it. */
  request: string;
}

/** What is held about a person beside what the store's port gives by conversation. */
export interface Holdings {
  conversations: { id: string; channel: string; startedAt: string }[];
  identities: { channel: string; strength: Identity; externalId: string }[];
  consents: { conversation: string; given: boolean; noticeVersion: string; at: string }[];
  attachments: { id: string; conversation: string; name: string; mime: string; size: number }[];
}

/** Kept by the store. */
export interface RightsStore {
  /** The same id twice is one. */
  addRequest(request: Omit<RightsRequest, "answer">): Promise<void>;
  request(id: string): Promise<RightsRequest | undefined>;
  /** Those that wait for an answer or for being carried out, by due date; then the newest answered ones. */
  requests(limit: number): Promise<RightsRequest[]>;
  /** The first answer stands: false when there is one. */
  answerRequest(id: string, answer: RightsAnswer): Promise<boolean>;
  finishRequest(id: string, at: string): Promise<void>;
  /** Ends a granted deletion that has not been carried out. False where there is none: it was faster, or nothing was granted. */
  takeBackRequest(id: string, taken: { at: string; by: { id: string; name: string } }): Promise<boolean>;

  /** Persons whose key is there, in order of their ids. */
  persons(range: { after: string; limit: number }): Promise<string[]>;
  /** Undefined when nothing readable is held. */
  holdings(person: string): Promise<Holdings | undefined>;

  /**
   * From now on the person is not found by what they were known by: a channel's id, a number with a phone's tail. Open
   * questions of theirs are dropped. Doing it again changes nothing.
   */
  withhold(withheld: Withheld): Promise<void>;
  withheld(): Promise<Withheld[]>;
  isWithheld(conversation: string): Promise<boolean>;
}
