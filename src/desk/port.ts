/** What the desk may ask of the intake: every staff action is a command on the customer's own path. */
import type { Command, Refusal } from "../flows/command.ts";
import type { OutMessage } from "../store/store.ts";

export type StaffCommand = Extract<Command, { type: "take" | "staff-reply" | "hand-back" | "resolve" }>;
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
