/** One live region for everything that happens without a page change, and a quiet line that shows the same. */
import { type ComponentChildren, createContext } from "preact";
import { useCallback, useContext, useEffect, useState } from "preact/hooks";

interface Announcement {
  text: string;
  tone: "done" | "problem" | "silent";
}
type Announce = (text: string, tone?: Announcement["tone"]) => void;

const Context = createContext<Announce>(() => {});

/** `silent` is heard by screen readers and not shown. */
export function AnnounceProvider({ children }: { children: ComponentChildren }) {
  const [said, setSaid] = useState<Announcement & { at: number }>({ text: "", tone: "done", at: 0 });
  const announce = useCallback<Announce>(
    (text, tone = "done") => setSaid((old) => ({ text, tone, at: old.at + 1 })),
    [],
  );
  useEffect(() => {
    if (said.text === "") return undefined;
    const timer = setTimeout(() => setSaid((old) => ({ ...old, text: "" })), said.tone === "problem" ? 9_000 : 4_000);
    return () => clearTimeout(timer);
  }, [said.at, said.text, said.tone]);
  const shown = said.text !== "" && said.tone !== "silent";
  return (
    <Context.Provider value={announce}>
      {children}
      <div
        class={shown ? `toast ${said.tone}` : "unseen"}
        role={said.tone === "problem" ? "alert" : "status"}
        data-said={said.at}
      >
        {said.text}
      </div>
    </Context.Provider>
  );
}

export const useAnnounce = () => useContext(Context);
