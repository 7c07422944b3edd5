/** One draft: its text, what is still wrong with it, and the step that comes next. */
import { useEffect, useState } from "preact/hooks";
import type { DraftView } from "../../../../desk/drafts/port.ts";
import { useAnnounce } from "./announce.tsx";
import { Waiting } from "./bits.tsx";
import { DraftSteps } from "./draft-steps.tsx";
import { DraftState } from "./drafts-page.tsx";
import { call } from "./http.ts";
import { useSpeech } from "./language.tsx";
import { useMe } from "./me.ts";
import { useFetched } from "./news.ts";
import { go, Link } from "./router.tsx";
import { dateTime } from "./time.ts";

export function DraftPage({ id }: { id: string }) {
  const { t, b } = useSpeech();
  const announce = useAnnounce();
  const path = `/drafts/${encodeURIComponent(id)}`;
  const fetched = useFetched<DraftView>(path);
  const [latest, setLatest] = useState<DraftView | null>(null);
  /** What is on screen and not saved; null while nothing is. */
  const [text, setText] = useState<string | null>(null);
  const draft = latest ?? fetched.value;
  useEffect(() => {
    document.title = `${draft?.title ?? t("drafts")} · ${t("desk")}`;
  }, [draft?.title, t]);
  useEffect(() => {
    if (text === null) return undefined;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener("beforeunload", ask);
    return () => removeEventListener("beforeunload", ask);
  }, [text]);

  /** The draft after the step; null when it was refused, which has been said. */
  const step = async (name: string, body: unknown, done: string): Promise<DraftView | null> => {
    const reply = await call<DraftView>("POST", `${path}/${name}`, body);
    announce(reply.ok ? done : b(reply.refusal.message), reply.ok ? "done" : "problem");
    if (!reply.ok) return null;
    setLatest(reply.value);
    return reply.value;
  };
  /** Saves what is not saved; null when that was refused. */
  const save = async (): Promise<DraftView | null> => {
    if (!draft || text === null) return draft;
    const saved = await step("save", { text, hash: draft.hash }, t("saved"));
    if (saved) setText(null);
    return saved;
  };
  const drop = async () => {
    const reply = await call<null>("POST", `${path}/drop`, {});
    announce(reply.ok ? t("dropped") : b(reply.refusal.message), reply.ok ? "done" : "problem");
    if (reply.ok) go("/drafts");
  };

  if (!draft) return <Waiting refusal={fetched.refusal} again={fetched.again} />;
  return (
    <div class="sheet draft">
      <p class="way-back">
        <Link to="/drafts">← {t("drafts")}</Link>
      </p>
      <h1>{draft.title}</h1>
      <About draft={draft} />
      <label class="field">
        {t("draftText")}
        <span class="quiet small" id="draft-hint">
          {draft.can.write ? t("draftTextHint") : ""}
        </span>
        <textarea
          class="draft-text"
          rows={22}
          aria-describedby="draft-hint draft-problems"
          readOnly={!draft.can.write}
          spellcheck={false}
          value={text ?? draft.text}
          onInput={(event) => setText(event.currentTarget.value)}
        />
      </label>
      <Problems draft={draft} />
      <DraftSteps
        draft={draft}
        unsaved={text !== null}
        save={() => void save()}
        submit={async () => {
          const saved = await save();
          if (saved) await step("submit", { hash: saved.hash }, t("submitted"));
        }}
        approve={() => void step("approve", { hash: draft.hash }, t("approved"))}
        sendBack={async (note) => (await step("return", { note }, t("sentBack"))) !== null}
        drop={() => void drop()}
      />
    </div>
  );
}

function About({ draft }: { draft: DraftView }) {
  const { t, list } = useSpeech();
  const { zone } = useMe();
  const { approved, note, published, writers } = draft;
  return (
    <>
      <p class="facts-line">
        <DraftState status={draft.status} />
        <span>{t(draft.kind === "policy" ? "kindPolicy" : "kindUnknown")}</span>
        <span>{writers.length > 0 ? list(writers) : t("draftByHand")}</span>
        {draft.questions > 0 && (
          <span>
            {t("draftQuestions")}
            {draft.questions}
          </span>
        )}
      </p>
      {draft.fromCase && <p class="quiet">{t("draftFrom")}</p>}
      {note && (
        <p class="strip">
          <b>{t("sentBackBy")}</b> {note.text}（{note.by.name} · {dateTime(note.at, zone)}）
        </p>
      )}
      {published && (
        <p>
          {t("publishedAs")}
          <code>{published}</code>
          {approved && ` · ${t("approvedBy")}${approved.by.name} · ${dateTime(approved.at, zone)}`}
        </p>
      )}
      <p class="quiet small draft-hash">
        {t("hash")} <code>{draft.hash}</code>
      </p>
    </>
  );
}

function Problems({ draft: { problems, can } }: { draft: DraftView }) {
  const { t, b } = useSpeech();
  if (!can.write && problems.length === 0) return null;
  return (
    <div id="draft-problems" class={problems.length > 0 ? "policy-problems" : "quiet"} role="status">
      {problems.length === 0 ? (
        t("draftClean")
      ) : (
        <>
          <b>{t("draftProblems")}</b>
          <ul class="gap-list">
            {problems.map(({ line, message }) => (
              <li key={`${line} ${message.en}`}>
                {t("draftLine").replace("{n}", String(line))}
                {": "}
                {b(message)}
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
