import { createContext } from "preact";
import { useContext, useEffect, useState } from "preact/hooks";
import type { Language } from "../../../flows/reading.ts";
import type { Session, View } from "./session.ts";
import { type Strings, strings } from "./strings.ts";

interface Shared {
  session: Session;
  language: Language;
  t: Strings;
}

export const Chat = createContext<Shared | undefined>(undefined);

export const shared = (session: Session, language: Language): Shared => ({ session, language, t: strings[language] });

export function useChat(): Shared {
  const chat = useContext(Chat);
  if (!chat) throw new Error("used outside the chat");
  return chat;
}

export function useView(session: Session): View {
  const [view, setView] = useState(session.view());
  useEffect(() => {
    setView(session.view());
    return session.subscribe(() => setView(session.view()));
  }, [session]);
  return view;
}
