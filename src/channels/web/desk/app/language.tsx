/** Which of the two languages the interface speaks; remembered in this browser. */
import { type ComponentChildren, createContext } from "preact";
import { useContext, useLayoutEffect, useMemo, useState } from "preact/hooks";
import type { Bilingual } from "../../../../bank/terms.ts";
import { isWord, WORDS, type Word } from "./words.ts";

type Tongue = "zh" | "en";
const KEY = "tingsu-desk-language";

interface Speech {
  tongue: Tongue;
  /** A word of the interface. */
  t(word: Word): string;
  /** A text that came in both languages. */
  b(text: Bilingual): string;
  /** Names one after the other. */
  list(names: readonly string[]): string;
  /** A word for a code, or the code. */
  code(prefix: string, code: string): string;
  change(): void;
}

const speechIn = (tongue: Tongue, change: () => void): Speech => ({
  tongue,
  t: (word) => WORDS[word][tongue],
  b: (text) => text[tongue],
  list: (names) => names.join(tongue === "zh" ? "、" : ", "),
  code(prefix, code) {
    const key = `${prefix}.${code}`;
    return isWord(key) ? WORDS[key][tongue] : code;
  },
  change,
});

const Context = createContext<Speech>(speechIn("zh", () => {}));

function remembered(): Tongue {
  const kept = localStorage.getItem(KEY);
  if (kept === "zh" || kept === "en") return kept;
  return navigator.language.startsWith("zh") ? "zh" : "en";
}

export function LanguageProvider({ children }: { children: ComponentChildren }) {
  const [tongue, setTongue] = useState<Tongue>(remembered);
  // With the words, not after them: a screen reader must not read one language in the voice of the other.
  useLayoutEffect(() => {
    document.documentElement.lang = tongue === "zh" ? "zh-CN" : "en";
  }, [tongue]);
  const speech = useMemo(
    () =>
      speechIn(tongue, () => {
        const next = tongue === "zh" ? "en" : "zh";
        localStorage.setItem(KEY, next);
        setTongue(next);
      }),
    [tongue],
  );
  return <Context.Provider value={speech}>{children}</Context.Provider>;
}

export const useSpeech = () => useContext(Context);
