/** Erasing a person: their key is destroyed, so whatever lies sealed is noise from then on. */
import type { Audit } from "./audit.ts";
import type { CaseFiles } from "./cases.ts";
import { NO_CLOCKS } from "./clocks.ts";
import type { Headings } from "./headings.ts";
import type { Outbox } from "./outbox.ts";
import type { People } from "./people.ts";
import type { Slots, Statements } from "./statements.ts";

export interface EraseParts {
  statements: Statements;
  people: People;
  headings: Headings;
  cases: CaseFiles;
  audit: Audit;
  outbox: Pick<Outbox, "queue">;
}

/** Returns the function that erases a person inside a write. Doing it again changes nothing and counts the same. */
export function createErase(
  parts: EraseParts,
): (person: string, at: string) => { conversations: number; messages: number } {
  const { people, headings, cases, audit, outbox } = parts;
  const { db, prepare } = parts.statements;
  const selectConversations = prepare((p: Slots<{ person: string }>) =>
    db.selectFrom("conversations").select(["id", "last_seq"]).where("person", "=", p.person),
  );
  const selectCases = prepare((p: Slots<{ conversation: string }>) =>
    db.selectFrom("cases").select(["key", "matter"]).where("conversation", "=", p.conversation).orderBy("key"),
  );

  /** Others hold copies of the cases: they hear of it with the same commit, after all that waits for them already. */
  function tell(conversation: string, at: string): void {
    for (const { key, matter } of selectCases.all({ conversation })) {
      const of = { key, conversation, matter };
      const core = { key: `${key}/erased`, destination: "core", effect: { type: "erase-case", ...of } } as const;
      const staff = {
        key: `${key}/staff/erased`,
        destination: "staff",
        effect: { type: "tell-staff", ...of },
      } as const;
      outbox.queue(conversation, [core, staff], at);
    }
  }

  return (person, at) => {
    const conversations = selectConversations.all({ person });
    if (people.erase(person, at)) {
      for (const { id } of conversations) {
        const known = headings.get(id);
        // Nothing of theirs stays in memory either.
        if (known) headings.change(known, NO_CLOCKS, { state: undefined, inbox: undefined });
        cases.forgetTails(id);
        tell(id, at);
        audit.append(id, at, { actor: "system", action: "erased", detail: { person } });
      }
    }
    return {
      conversations: conversations.length,
      // Messages are numbered without holes, so the last number is the count.
      messages: conversations.reduce((sum, { last_seq }) => sum + last_seq, 0),
    };
  };
}
