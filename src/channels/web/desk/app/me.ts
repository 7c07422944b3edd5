import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { Me } from "../../../../desk/desk.ts";

export type SignedIn = Me & { now: string };

export const MeContext = createContext<SignedIn | null>(null);

/** The signed-in person; pages are shown only when there is one. */
export function useMe(): SignedIn {
  const me = useContext(MeContext);
  if (!me) throw new Error("no one is signed in");
  return me;
}
