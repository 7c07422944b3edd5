/** One case: facts, conversation, and what surrounds it. */
import { useCallback, useEffect, useRef, useState } from "preact/hooks";
import type { CaseView } from "../../../../desk/view.ts";
import { useAnnounce } from "./announce.tsx";
import { Waiting } from "./bits.tsx";
import { CaseHead } from "./case-head.tsx";
import { Composer } from "./composer.tsx";
import { FactsZone } from "./facts-zone.tsx";
import { call, casePath } from "./http.ts";
import { useKeys } from "./keys.ts";
import { useSpeech } from "./language.tsx";
import { LifePanel } from "./life-panel.tsx";
import { useFetched, useNews } from "./news.ts";
import { NoteBox } from "./note-box.tsx";
import { ResolveDialog } from "./resolve-dialog.tsx";
import { RevealDialog } from "./reveal-dialog.tsx";
import { draftPath, go } from "./router.tsx";
import { SideZone } from "./side-zone.tsx";
import { Transcript } from "./transcript.tsx";

/** Personal data shown in full is hidden again after this, in ms. */
const REVEALED_MS = 5 * 60_000;

export function CasePage({ caseRef }: { caseRef: string }) {
  const { t, b } = useSpeech();
  const announce = useAnnounce();
  const [opened, setOpened] = useState(false);
  // The first fetch is a look and is audited as one; what follows is the same look going on.
  const fetched = useFetched<CaseView>(`${casePath(caseRef)}${opened ? "?again=1" : ""}`);
  const [view, setView] = useState<CaseView | null>(null);
  const [revealed, setRevealed] = useState<CaseView | null>(null);
  const [missed, setMissed] = useState(false);
  const [dialog, setDialog] = useState<"resolve" | "reveal" | null>(null);
  const replyBox = useRef<HTMLTextAreaElement>(null);
  const noteBox = useRef<HTMLTextAreaElement>(null);

  useEffect(() => {
    if (!fetched.value) return;
    setView(fetched.value);
    setOpened(true);
    document.title = `${fetched.value.item.ref} · ${t("desk")}`;
  }, [fetched.value, t]);

  const hide = useCallback(() => {
    setRevealed(null);
    setMissed(false);
    fetched.again();
  }, [fetched.again]);
  useEffect(() => {
    if (!revealed) return undefined;
    const timer = setTimeout(hide, REVEALED_MS);
    return () => clearTimeout(timer);
  }, [revealed, hide]);
  // Fetching again would mask what somebody is reading: they are told instead.
  useNews(caseRef, () => (revealed ? setMissed(true) : fetched.again()));

  const act = async (action: "take" | "hand-back", done: string): Promise<boolean> => {
    const reply = await call<null>("POST", casePath(caseRef, action));
    announce(reply.ok ? done : b(reply.refusal.message), reply.ok ? "done" : "problem");
    setRevealed(null);
    fetched.again();
    return reply.ok;
  };
  const propose = async () => {
    const reply = await call<{ id: string }>("POST", casePath(caseRef, "draft"));
    if (reply.ok) go(draftPath(reply.value.id));
    else announce(b(reply.refusal.message), "problem");
  };
  const focusSoon = (box: { current: HTMLTextAreaElement | null }) => setTimeout(() => box.current?.focus(), 60);
  const take = async () => {
    if (await act("take", t("taken"))) focusSoon(replyBox);
  };

  const shown = revealed ?? view;
  useKeys({
    t: () => void (shown?.can.take && take()),
    r: () => replyBox.current?.focus(),
    n: () => noteBox.current?.focus(),
    e: () => setDialog(shown?.can.resolve ? "resolve" : null),
    u: () => go("/"),
  });
  if (fetched.refusal && fetched.refusal.code !== "offline") {
    return <Waiting refusal={fetched.refusal} again={fetched.again} />;
  }
  if (!shown) return <Waiting refusal={fetched.refusal} again={fetched.again} />;

  return (
    <div class="case">
      <CaseHead
        view={shown}
        onTake={() => void take()}
        onHandBack={() => void act("hand-back", t("handedBack"))}
        onResolve={() => setDialog("resolve")}
        onReveal={() => setDialog("reveal")}
        onHide={hide}
        onDraft={() => void propose()}
      />
      {fetched.refusal && <p class="strip">{b(fetched.refusal.message)}</p>}
      {missed && (
        <button type="button" class="strip strip-button" onClick={hide}>
          {t("newsWhileRevealed")}
        </button>
      )}
      <div class="zones">
        <FactsZone view={shown} />
        <section class="zone talk" aria-label={t("zoneTalk")}>
          <Transcript view={shown} caseRef={caseRef} />
          <Composer view={shown} caseRef={caseRef} box={replyBox} onSent={fetched.again} onTake={() => void take()} />
        </section>
        <section class="zone side" aria-label={t("zoneSide")}>
          <SideZone view={shown}>
            <LifePanel view={shown} caseRef={caseRef} onDone={fetched.again} />
          </SideZone>
          <NoteBox view={shown} caseRef={caseRef} box={noteBox} onSaved={fetched.again} />
        </section>
      </div>
      {dialog === "resolve" && shown.can.resolve && (
        <ResolveDialog
          view={shown}
          caseRef={caseRef}
          onClose={(done) => {
            setDialog(null);
            if (done) {
              announce(t("resolvedNow"));
              fetched.again();
            }
          }}
        />
      )}
      {dialog === "reveal" && (
        <RevealDialog
          caseRef={caseRef}
          onClose={(full) => {
            setDialog(null);
            if (full) setRevealed(full);
          }}
        />
      )}
    </div>
  );
}
