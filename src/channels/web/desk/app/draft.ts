/** What somebody is writing, kept in this tab so that a reload loses nothing. */
import { useCallback, useState } from "preact/hooks";

interface Kept {
  text: string;
  /** Id of the last attempt to send, and the text it was made with. */
  tried: { id: string; text: string } | null;
}

const keyOf = (name: string) => `tingsu-draft:${name}`;
const empty: Kept = { text: "", tried: null };

function load(name: string): Kept {
  const kept = sessionStorage.getItem(keyOf(name));
  if (kept === null) return empty;
  try {
    const parsed: Partial<Kept> = JSON.parse(kept);
    return { text: String(parsed.text ?? ""), tried: parsed.tried ?? null };
  } catch (error) {
    // Somebody else's data under our key: begin with an empty draft.
    if (error instanceof SyntaxError) return empty;
    throw error;
  }
}

export interface DraftText {
  text: string;
  write(text: string): void;
  /** The client id to send the text under: the same for the same text, so that a second press sends nothing twice. */
  attempt(): string;
  clear(): void;
}

export function useDraft(name: string): DraftText {
  const [kept, setKept] = useState(() => ({ name, draft: load(name) }));
  const draft = kept.name === name ? kept.draft : load(name);
  const save = useCallback(
    (next: Kept) => {
      if (next.text === "") sessionStorage.removeItem(keyOf(name));
      else sessionStorage.setItem(keyOf(name), JSON.stringify(next));
      setKept({ name, draft: next });
    },
    [name],
  );
  return {
    text: draft.text,
    write: (text) => save({ ...draft, text }),
    attempt() {
      if (draft.tried?.text === draft.text) return draft.tried.id;
      const id = randomId();
      save({ ...draft, tried: { id, text: draft.text } });
      return id;
    },
    clear: () => save(empty),
  };
}

// Not randomUUID: inside a bank the desk may be served over plain HTTP, where browsers withhold it.
export function randomId(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** Removes every draft: somebody else may sit down at this browser. */
export function forgetDrafts(): void {
  for (const key of Object.keys(sessionStorage)) if (key.startsWith("tingsu-draft:")) sessionStorage.removeItem(key);
}
