/** One suggestion, praise or report: its words, what was done with it, and what may be done now. */
import { useEffect, useState } from "preact/hooks";
import type { TrackView } from "../../../../desk/tracks.ts";
import { useAnnounce } from "./announce.tsx";
import { Waiting } from "./bits.tsx";
import { call } from "./http.ts";
import { useSpeech } from "./language.tsx";
import { useMe } from "./me.ts";
import { useFetched } from "./news.ts";
import { Link, trackPath } from "./router.tsx";
import { dateTime } from "./time.ts";

export function TrackPage({ record }: { record: string }) {
  const { t, b } = useSpeech();
  const { zone } = useMe();
  const announce = useAnnounce();
  const fetched = useFetched<TrackView>(trackPath(record));
  const [text, setText] = useState("");
  const [department, setDepartment] = useState("");
  const [clientId] = useState(() => crypto.randomUUID());
  useEffect(() => {
    document.title = `${record} · ${t("desk")}`;
  }, [record, t]);
  const view = fetched.value;
  if (!view) return <Waiting refusal={fetched.refusal} again={fetched.again} />;
  const send = async (wish: object) => {
    const reply = await call<TrackView>("POST", trackPath(record), wish);
    announce(reply.ok ? b(reply.value.stage.name) : b(reply.refusal.message), reply.ok ? "done" : "problem");
    if (reply.ok) setText("");
    fetched.again();
  };
  return (
    <div class="sheet track">
      <p class="way-back">
        <Link to="/tracks">← {t("tracksTitle")}</Link>
      </p>
      <h1>
        {b(view.kindName)} {view.record}
      </h1>
      <p class="quiet">
        {b(view.stage.name)} · {t("trackDue")} {view.due} {view.late && <span class="tag hot">{t("trackLate")}</span>}
      </p>
      {view.words !== null && <blockquote class="track-words">{view.words}</blockquote>}
      <h2 class="below">{t("timeline")}</h2>
      <ol class="track-steps">
        {view.steps.map((step) => (
          <li key={`${step.at}-${step.name.en}`}>
            <time dateTime={step.at}>{dateTime(step.at, zone)}</time> <b>{b(step.name)}</b>{" "}
            <span class="quiet">
              {step.by}
              {step.to && ` → ${b(step.to)}`}
            </span>
          </li>
        ))}
      </ol>
      {view.can.answer && (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            void send({ type: "answer", clientId, text });
          }}
        >
          <div class="field">
            <label for="track-answer">{t("trackAnswerLabel")}</label>
            <textarea
              id="track-answer"
              rows={4}
              maxLength={2000}
              required
              value={text}
              onInput={(event) => setText(event.currentTarget.value)}
            />
          </div>
          <button type="submit" class="button primary">
            {t("trackAnswer")}
          </button>
        </form>
      )}
      {view.can.forward && (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            void send({ type: "forward", department });
          }}
        >
          <div class="field">
            <label for="track-department">{t("trackTo")}</label>
            <select
              id="track-department"
              required
              value={department}
              onChange={(event) => setDepartment(event.currentTarget.value)}
            >
              <option value="" />
              {view.departments.map((one) => (
                <option key={one.value} value={one.value}>
                  {b(one.label)}
                </option>
              ))}
            </select>
          </div>
          <button type="submit" class="button">
            {t("trackForward")}
          </button>
        </form>
      )}
      {view.can.finish && (
        <p class="track-end">
          <button type="button" class="button" onClick={() => void send({ type: "finish" })}>
            {t("trackFinish")}
          </button>
        </p>
      )}
    </div>
  );
}
