/** What the policies left open: questions, what colleagues wrote about them, and what is wrong in the bank's folder. */
import { useEffect, useState } from "preact/hooks";
import type { GapGroup, GapsView } from "../../../../desk/gaps.ts";
import { useAnnounce } from "./announce.tsx";
import { Waiting } from "./bits.tsx";
import { DraftDialog, EntryDialog } from "./gap-dialogs.tsx";
import { call } from "./http.ts";
import { useSpeech } from "./language.tsx";
import { useMe } from "./me.ts";
import { useFetched } from "./news.ts";
import { dateTime } from "./time.ts";

type Open =
  | { kind: "draft"; file: { name: string; text: string }; group: GapGroup }
  | { kind: "entry"; group: GapGroup };

export function GapsPage() {
  const { t, b } = useSpeech();
  const announce = useAnnounce();
  const view = useFetched<GapsView>("/gaps");
  const [open, setOpen] = useState<Open | null>(null);
  useEffect(() => {
    document.title = `${t("policyGaps")} · ${t("desk")}`;
  }, [t]);

  /** Says how it went; true when it went well. */
  const send = async (path: string, body: unknown, done: string): Promise<boolean> => {
    const reply = await call<null>("POST", path, body);
    announce(reply.ok ? done : b(reply.refusal.message), reply.ok ? "done" : "problem");
    view.again();
    return reply.ok;
  };
  const draft = async (group: GapGroup) => {
    const reply = await call<{ name: string; text: string }>("POST", "/gaps/draft", { ids: group.ids });
    if (reply.ok) setOpen({ kind: "draft", file: reply.value, group });
    else announce(b(reply.refusal.message), "problem");
  };

  if (!view.value) return <Waiting refusal={view.refusal} again={view.again} />;
  const { groups, entries, problems } = view.value;
  return (
    <div class="sheet gaps">
      <h1>{t("gapsTitle")}</h1>
      <p class="quiet">{t("gapsHint")}</p>
      <Problems problems={problems} />
      {groups.length === 0 ? (
        <p class="empty quiet">{t("noPolicyGaps")}</p>
      ) : (
        <table class="plain-table stacking" aria-label={t("gapsTitle")}>
          <thead>
            <tr>
              <th scope="col">{t("colQuestion")}</th>
              <th scope="col">{t("colTimes")}</th>
              <th scope="col">{t("colLatest")}</th>
              <th scope="col">
                <span class="unseen">{t("colDo")}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {groups.map((group) => (
              <Row
                key={group.ids[0]}
                group={group}
                draft={() => void draft(group)}
                entry={() => setOpen({ kind: "entry", group })}
                settle={() => void send("/gaps/settle", { ids: group.ids }, t("gapSettled"))}
              />
            ))}
          </tbody>
        </table>
      )}
      <Entries
        entries={entries}
        approve={(id) => void send(`/entries/${encodeURIComponent(id)}/approve`, {}, t("approved"))}
      />
      {open?.kind === "draft" && <DraftDialog file={open.file} onClose={() => setOpen(null)} />}
      {open?.kind === "entry" && (
        <EntryDialog
          question={open.group.questions[0] ?? ""}
          onClose={() => setOpen(null)}
          propose={async (title, text) => {
            const body = { kind: "known-unknown", title, text, ids: open.group.ids };
            if (await send("/entries", body, t("entryProposed"))) setOpen(null);
          }}
        />
      )}
    </div>
  );
}

function Problems({ problems }: Pick<GapsView, "problems">) {
  const { t } = useSpeech();
  if (problems.length === 0) return null;
  return (
    <div class="policy-problems" role="alert">
      <b>{t("policyProblems")}</b>
      <ul class="gap-list">
        {problems.map(({ file, line, message }) => (
          <li key={`${file}:${line}:${message}`}>
            <code>
              {file.split("/").slice(-3).join("/")}:{line}
            </code>{" "}
            {message}
          </li>
        ))}
      </ul>
    </div>
  );
}

function Row(props: { group: GapGroup; draft: () => void; entry: () => void; settle: () => void }) {
  const { t } = useSpeech();
  const { zone } = useMe();
  const { questions, count, latest, unclear } = props.group;
  const [first = "", ...others] = questions;
  return (
    <tr>
      <td class="gap-question">
        {first}
        {unclear > 0 && <span class="quiet"> · {t("gapUnclear")}</span>}
        {others.length > 0 && (
          <details>
            <summary>
              {t("gapOthers")} {others.length}
            </summary>
            <ul class="gap-list">
              {others.map((question) => (
                <li key={question}>{question}</li>
              ))}
            </ul>
          </details>
        )}
      </td>
      <td>{count}</td>
      <td>{dateTime(latest, zone)}</td>
      <td>
        <div class="gap-actions">
          <button type="button" class="button" onClick={props.draft}>
            {t("gapDraft")}
            <span class="unseen"> {first}</span>
          </button>
          <button type="button" class="button" onClick={props.entry}>
            {t("gapKnown")}
            <span class="unseen"> {first}</span>
          </button>
          <button type="button" class="button" onClick={props.settle}>
            {t("gapDone")}
            <span class="unseen"> {first}</span>
          </button>
        </div>
      </td>
    </tr>
  );
}

function Entries({ entries, approve }: { entries: GapsView["entries"]; approve: (id: string) => void }) {
  const { t } = useSpeech();
  const { zone } = useMe();
  if (entries.length === 0) return null;
  return (
    <>
      <h2 class="entries-title">{t("entriesTitle")}</h2>
      <table class="plain-table stacking" aria-label={t("entriesTitle")}>
        <thead>
          <tr>
            <th scope="col">{t("colQuestion")}</th>
            <th scope="col">{t("colReply")}</th>
            <th scope="col">{t("colWriter")}</th>
            <th scope="col">{t("colApproval")}</th>
          </tr>
        </thead>
        <tbody>
          {entries.map((entry) => (
            <tr key={entry.id}>
              <td>{entry.title}</td>
              <td>{entry.text}</td>
              <td>
                {entry.by.name} · {dateTime(entry.at, zone)}
              </td>
              <td>
                {entry.approved && `${entry.approved.by.name} · ${dateTime(entry.approved.at, zone)}`}
                {!entry.approved && !entry.mayApprove && <span class="quiet">{t("needsSecond")}</span>}
                {entry.mayApprove && (
                  <button type="button" class="button strong" onClick={() => approve(entry.id)}>
                    {t("approve")}
                    <span class="unseen"> {entry.title}</span>
                  </button>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
