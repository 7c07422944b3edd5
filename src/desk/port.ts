/** What the desk may ask of the intake: every staff action is a command on the customer's own path. */
import type { Command, Refusal } from "../flows/command.ts";
import type { Language } from "../flows/reading.ts";
import type { RegisteredChannel } from "../flows/registered.ts";
import type { OutMessage } from "../store/store.ts";

export type StaffCommand = Extract<Command, { type: "take" | "staff-reply" | "hand-back" | "resolve" | "answer-note" }>;
/** `take` as staff ask for it: the intake adds what the customer has not got yet. */
export type StaffAsk =
  | Omit<Extract<StaffCommand, { type: "take" }>, "undelivered">
  | Exclude<StaffCommand, { type: "take" }>;

export interface CommandPort {
  /**
   * Decides and commits. `message` is what staff write to the customer, stored in the same commit.
   * A refusal is an outcome, not an error: another owner, not open.
   */
  command(
    conversation: string,
    ask: StaffAsk,
    message?: OutMessage,
  ): Promise<{ ok: true } | { ok: false; refusal: Refusal }>;
  /** Staff are typing. */
  typing(conversation: string): void;
}

/** What becomes of a request about the customer's own data, on the customer's own path. */
export interface RightsAnswersPort {
  answerRights(
    conversation: string,
    ask: Extract<Command, { type: "rights-answered" | "put-fact-right" }>,
    message?: OutMessage,
  ): ReturnType<CommandPort["command"]>;
}

/** A complaint that came by another way, as a colleague enters it. */
export interface Registration {
  /** Made by the client, once per complaint: a repeat is answered with the first outcome. */
  clientId: string;
  channel: RegisteredChannel;
  language: Language;
  /** What the person said or wrote. */
  text: string;
  /** ISO instant at which it reached the bank: the statutory clock starts there. */
  receivedAt: string;
}

/** What staff may bring in. */
export interface StaffIntake {
  /** Recorded and opened as a case like any other. `key`: the case's. */
  register(complaint: Registration): Promise<{ conversation: string; record: string; key: string }>;
  /** Keeps a file for the customer, after the same checks as a customer's. */
  attach(
    conversation: string,
    file: { name: string; bytes: Uint8Array },
  ): Promise<{ ok: true; id: string } | { ok: false; code: "empty" | "too-large" | "file-type" }>;
}
