/** What the desk needs of the bank's folder to keep drafts as files there. */
import type { Bilingual } from "../../bank/terms.ts";
import type { Draft } from "../../store/drafts.ts";
import type { Outcome } from "../refusal.ts";
import type { StaffMember } from "../staff.ts";

/** A line of a draft that keeps it from being published. */
export interface DraftProblem {
  /** From 1. */
  line: number;
  message: Bilingual;
}

/** Files of drafts; see knowledge/draft-folder.ts for its promises. */
export interface DraftFiles {
  names(): Promise<string[]>;
  read(id: string): Promise<string | undefined>;
  write(id: string, text: string): Promise<boolean>;
  remove(id: string): Promise<void>;
  problems(id: string, text: string, today: string): Promise<DraftProblem[]>;
  publish(id: string, text: string): Promise<string | null>;
}

/** A draft in a list. */
export interface DraftItem {
  id: string;
  kind: Draft["kind"];
  status: Draft["status"];
  title: string;
  /** Who wrote last; null for a file somebody put there by hand. */
  by: string | null;
  changedAt: string | null;
  /** Published: where. */
  published: string | null;
}

export interface DraftView extends DraftItem {
  text: string;
  /** SHA-256 of `text`, hex: what is saved, submitted and approved names it. */
  hash: string;
  problems: DraftProblem[];
  writers: string[];
  submitted: Draft["submitted"];
  approved: Draft["approved"];
  note: Draft["note"];
  /** Came from a resolved case. */
  fromCase: boolean;
  /** Open questions it answers. */
  questions: number;
  can: { write: boolean; submit: boolean; approve: boolean; sendBack: boolean; drop: boolean };
  /** Why this person may not approve what waits for it: wrote some of it, or lacks the right. */
  whyNot: "wrote" | "role" | null;
}

export interface DraftDesk {
  drafts(staff: StaffMember): Promise<Outcome<DraftItem[]>>;
  openDraft(staff: StaffMember, id: string): Promise<Outcome<DraftView>>;
  /** A real file under `drafts/`, from open questions. `ids`: of open questions. */
  draftGap(staff: StaffMember, ids: readonly string[], kind: Draft["kind"]): Promise<Outcome<{ id: string }>>;
  /** From a resolved case, without whoever it was about. */
  draftCase(staff: StaffMember, ref: string): Promise<Outcome<{ id: string }>>;
  /** `hash`: of the text that was changed. What waited for approval is being written again. */
  saveDraft(staff: StaffMember, id: string, change: { text: string; hash: string }): Promise<Outcome<DraftView>>;
  /** Refused while there are problems, or personal data. */
  submitDraft(staff: StaffMember, id: string, hash: string): Promise<Outcome<DraftView>>;
  /** With a word to whoever wrote it. */
  sendBack(staff: StaffMember, id: string, note: string): Promise<Outcome<DraftView>>;
  /** By somebody who wrote none of it. It is in force seconds later. */
  approveDraft(staff: StaffMember, id: string, hash: string): Promise<Outcome<DraftView>>;
  dropDraft(staff: StaffMember, id: string): Promise<Outcome<null>>;
}

/** What the bank gives to those who draft. */
export interface Drafting {
  files: DraftFiles;
  /** The number customers may call. */
  hotline: string;
  /** ISO date, in the bank's zone. */
  today: () => string;
  /** Whether the words stand in a text in force: the bank's own numbers do, and are no personal data. */
  published: (words: string) => boolean;
}

/** Where no folder is given: nothing is there, and nothing can be written. */
export const NO_FOLDER: Drafting = {
  files: {
    names: async () => [],
    read: async () => undefined,
    write: async () => false,
    remove: async () => undefined,
    problems: async () => [],
    publish: async () => null,
  },
  hotline: "",
  today: () => "9999-12-31",
  published: () => false,
};
