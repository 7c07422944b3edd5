/** Requests of customers about their own data: by when, what must be kept, and what is decided. */
import { useEffect, useState } from "preact/hooks";
import type { RightsItem, RightsView } from "../../../../desk/rights.ts";
import { useAnnounce } from "./announce.tsx";
import { Waiting } from "./bits.tsx";
import { call } from "./http.ts";
import { useSpeech } from "./language.tsx";
import { useMe } from "./me.ts";
import { useFetched, useNews } from "./news.ts";
import { HeldDialog, ReasonDialog } from "./rights-dialogs.tsx";
import { RegisterDialog } from "./rights-register.tsx";
import { dateTime } from "./time.ts";

type Open = { kind: "held" | "decline" | "take-back"; item: RightsItem } | { kind: "register" };

const path = (item: RightsItem, what: string) => `/rights/${encodeURIComponent(item.id)}/${what}`;

export function RightsPage() {
  const { t, b } = useSpeech();
  const announce = useAnnounce();
  const view = useFetched<RightsView>("/rights");
  useNews(null, view.again);
  const [open, setOpen] = useState<Open | null>(null);
  useEffect(() => {
    document.title = `${t("rights")} · ${t("desk")}`;
  }, [t]);

  const answer = async (item: RightsItem, deed: { kind: string; why?: string }) => {
    const reply = await call<null>("POST", path(item, "answer"), deed);
    announce(reply.ok ? t("rightsAnswered") : b(reply.refusal.message), reply.ok ? "done" : "problem");
    view.again();
    if (reply.ok) setOpen(null);
  };
  const takeBack = async (item: RightsItem, why: string) => {
    const reply = await call<null>("POST", path(item, "take-back"), { why });
    announce(reply.ok ? t("rightsTakenBack") : b(reply.refusal.message), reply.ok ? "done" : "problem");
    view.again();
    if (reply.ok) setOpen(null);
  };

  if (!view.value) return <Waiting refusal={view.refusal} again={view.again} />;
  const { requests, due, withheld, mayRegister } = view.value;
  const close = () => setOpen(null);
  return (
    <div class="sheet wide-sheet">
      <h1>{t("rightsTitle")}</h1>
      <p class="quiet">{t("rightsHint")}</p>
      {mayRegister && (
        <div class="actions">
          <button type="button" class="button primary" onClick={() => setOpen({ kind: "register" })}>
            {t("rightsRegister")}
          </button>
        </div>
      )}
      {requests.length === 0 ? (
        <p class="empty quiet">{t("noRights")}</p>
      ) : (
        <table class="plain-table stacking" aria-label={t("rightsTitle")}>
          <thead>
            <tr>
              <th scope="col">{t("colRequest")}</th>
              <th scope="col">{t("colProof")}</th>
              <th scope="col">{t("colAnswerBy")}</th>
              <th scope="col">{t("colKeep")}</th>
              <th scope="col">
                <span class="unseen">{t("colDo")}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {requests.map((item) => (
              <Row
                key={item.id}
                item={item}
                open={(kind) => setOpen({ kind, item })}
                answer={(kind) => void answer(item, { kind })}
              />
            ))}
          </tbody>
        </table>
      )}
      <DueList due={due} withheld={withheld} />
      {open?.kind === "held" && <HeldDialog item={open.item} onClose={close} />}
      {open?.kind === "decline" && (
        <ReasonDialog
          title={t("rightsDecline")}
          onClose={close}
          send={{ word: t("rightsSend"), with: (why) => answer(open.item, { kind: "decline", why }) }}
        />
      )}
      {open?.kind === "take-back" && (
        <ReasonDialog
          title={`${t("rightsTakeBack")} ${open.item.id}`}
          onClose={close}
          send={{ word: t("rightsTakeBackSend"), with: (why) => takeBack(open.item, why) }}
        />
      )}
      {open?.kind === "register" && (
        <RegisterDialog
          onClose={(done) => {
            close();
            if (done) view.again();
          }}
        />
      )}
    </div>
  );
}

const GRANTS = { see: "shown", copy: "copied", correct: "corrected", delete: "delete" } as const;
const GRANT_WORDS = {
  see: "rightsShown",
  copy: "rightsCopied",
  correct: "rightsCorrected",
  delete: "rightsDelete",
} as const;

function Row(props: {
  item: RightsItem;
  open: (kind: "held" | "decline" | "take-back") => void;
  answer: (kind: string) => void;
}) {
  const { t, tongue } = useSpeech();
  const { zone } = useMe();
  const { item } = props;
  const { id, right, proof, due, daysLeft, keep, mayAnswer, answer } = item;
  return (
    <tr>
      <td>
        <b>{t(`right.${right}`)}</b> <span class="nowrap">{id}</span>
        <br />
        <span class="quiet small">{dateTime(item.requestedAt, zone)}</span>
      </td>
      <td data-label={t("colProof")}>{t(`proof.${proof}`)}</td>
      <td data-label={t("colAnswerBy")}>
        {answer ? (
          <>
            {t(`outcome.${answer.outcome}`)} · {answer.by.name}
            {answer.doneAt === null && <span class="quiet"> · {t("rightsWaits")}</span>}
          </>
        ) : (
          <>
            <span class="nowrap">{due}</span> {daysLeft < 0 && <span class="tag hot">{t("rightsLate")}</span>}
          </>
        )}
      </td>
      <td data-label={t("colKeep")}>
        {answer === null && keep === null && t("keepNone")}
        {keep && (
          <>
            {keep.until === null ? t("keepOpen") : `${t("keepUntil")} ${keep.until}`}
            <br />
            <span class="quiet small">{tongue === "en" ? keep.basis.en : keep.basis.zh}</span>
          </>
        )}
      </td>
      <td>
        {item.mayTakeBack && (
          <button type="button" class="button" onClick={() => props.open("take-back")}>
            {t("rightsTakeBack")}
            <span class="unseen"> {id}</span>
          </button>
        )}
        {mayAnswer && (
          <div class="gap-actions">
            <button type="button" class="button" onClick={() => props.open("held")}>
              {t("rightsSee")}
              <span class="unseen"> {id}</span>
            </button>
            <a class="button" href={`/desk/api${path(item, "export")}`} download={`${id}.json`}>
              {t("rightsExport")}
              <span class="unseen"> {id}</span>
            </a>
            <a class="button" href={`/desk/api${path(item, `print?in=${tongue}`)}`} target="_blank" rel="noreferrer">
              {t("rightsPrint")}
              <span class="unseen"> {id}</span>
            </a>
            <button type="button" class="button strong" onClick={() => props.answer(GRANTS[right])}>
              {t(GRANT_WORDS[right])}
              <span class="unseen"> {id}</span>
            </button>
            <button type="button" class="button" onClick={() => props.open("decline")}>
              {t("rightsDecline")}
              <span class="unseen"> {id}</span>
            </button>
          </div>
        )}
      </td>
    </tr>
  );
}

function DueList({ due, withheld }: Pick<RightsView, "due" | "withheld">) {
  const { t } = useSpeech();
  return (
    <>
      <h2 class="below">{t("rightsDue")}</h2>
      {due.length === 0 && <p class="quiet">{t("rightsNoneDue")}</p>}
      <ul>
        {due.map(({ person, deed, until, request, records }) => (
          <li key={person}>
            {t(`deed.${deed}`)} · {request ?? `${t("keepUntil")} ${until}`} · {records.join(" ")}
          </li>
        ))}
      </ul>
      <p class="quiet">
        {t("rightsWithheldCount")} {withheld}
      </p>
    </>
  );
}
