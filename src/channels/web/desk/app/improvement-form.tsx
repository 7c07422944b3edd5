/** Opening an improvement task: from which cases, who does what until when, and what will be counted. */
import { useState } from "preact/hooks";
import type { TaskStart } from "../../../../desk/improvement-form.ts";
import type { Axis } from "../../../../desk/reports/figures.ts";
import { AXIS } from "../../../../desk/reports/words.ts";
import { Dialog } from "./dialog.tsx";
import { call } from "./http.ts";
import { useSpeech } from "./language.tsx";
import { useFetched } from "./news.ts";

export function TaskDialog(props: { start: TaskStart; onClose: () => void; onOpened: () => void }) {
  const { start } = props;
  const { t, b, list } = useSpeech();
  const [what, setWhat] = useState("");
  const [department, setDepartment] = useState(start.department);
  const [staff, setStaff] = useState("");
  const [dueOn, setDueOn] = useState(start.dueOn);
  const [only, setOnly] = useState<Partial<Record<Axis, string>>>(start.only);
  const [days, setDays] = useState(30);
  const [fall, setFall] = useState(30);
  const [problem, setProblem] = useState("");
  const [busy, setBusy] = useState(false);
  const people = start.departments.find(({ slug }) => slug === department)?.staff ?? [];

  const send = async () => {
    setBusy(true);
    const body = {
      what,
      department,
      staff: staff === "" ? null : staff,
      dueOn,
      cases: start.cases,
      incident: start.incident?.id ?? null,
      measure: { only, days, fall },
    };
    const reply = await call<{ id: string }>("POST", "/improvements", body);
    setBusy(false);
    if (reply.ok) props.onOpened();
    else setProblem(b(reply.refusal.message));
  };
  return (
    <Dialog title={t("openTask")} class="wide" onClose={props.onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
      >
        <p class="quiet">
          {t("taskFrom")} {list([...start.cases, ...(start.incident ? [b(start.incident.name)] : [])])}
        </p>
        <div class="field">
          <label for="task-what">{t("taskWhat")}</label>
          <textarea
            id="task-what"
            rows={2}
            required
            maxLength={400}
            value={what}
            onInput={(e) => setWhat(e.currentTarget.value)}
          />
        </div>
        <div class="task-row">
          <div class="field">
            <label for="task-department">{t("taskOwner")}</label>
            <select
              id="task-department"
              value={department}
              onChange={(e) => {
                setDepartment(e.currentTarget.value);
                setStaff("");
              }}
            >
              {start.departments.map(({ slug, name }) => (
                <option key={slug} value={slug}>
                  {b(name)}
                </option>
              ))}
            </select>
          </div>
          <div class="field">
            <label for="task-person">{t("taskPerson")}</label>
            <select id="task-person" value={staff} onChange={(e) => setStaff(e.currentTarget.value)}>
              <option value="">{t("taskLead")}</option>
              {people.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </select>
          </div>
          <div class="field">
            <label for="task-due">{t("taskDue")}</label>
            <input id="task-due" type="date" required value={dueOn} onInput={(e) => setDueOn(e.currentTarget.value)} />
          </div>
        </div>
        <fieldset class="task-measure">
          <legend>{t("taskMeasure")}</legend>
          <p class="quiet small">{t("taskMeasureHint")}</p>
          <Kind axes={start.axes} only={only} onChange={setOnly} />
          <div class="task-row">
            <div class="field">
              <label for="task-days">{t("taskDays")}</label>
              <select id="task-days" value={String(days)} onChange={(e) => setDays(Number(e.currentTarget.value))}>
                {[14, 30, 60, 90].map((count) => (
                  <option key={count} value={String(count)}>
                    {count}
                  </option>
                ))}
              </select>
            </div>
            <div class="field">
              <label for="task-fall">{t("taskFall")}</label>
              <input
                id="task-fall"
                type="number"
                min={1}
                max={100}
                required
                value={fall}
                onInput={(e) => setFall(Number(e.currentTarget.value))}
              />
            </div>
          </div>
          <Count only={only} days={days} />
        </fieldset>
        {problem && (
          <p class="problem" role="alert">
            {problem}
          </p>
        )}
        <div class="row-end">
          <button type="button" class="button" onClick={props.onClose}>
            {t("cancel")}
          </button>
          <button type="submit" class="button primary" disabled={busy}>
            {t("openTask")}
          </button>
        </div>
      </form>
    </Dialog>
  );
}

type Only = Partial<Record<Axis, string>>;

function Kind(props: { axes: TaskStart["axes"]; only: Only; onChange: (only: Only) => void }) {
  const { t, b } = useSpeech();
  const choose = (axis: Axis, slug: string) => {
    const { [axis]: _, ...others } = props.only;
    props.onChange(slug === "" ? others : { ...others, [axis]: slug });
  };
  return (
    <div class="task-row">
      {props.axes.map(({ axis, values }) => (
        <div key={axis} class="field">
          <label for={`task-${axis}`}>{b(AXIS[axis])}</label>
          <select
            id={`task-${axis}`}
            value={props.only[axis] ?? ""}
            onChange={(event) => choose(axis, event.currentTarget.value)}
          >
            <option value="">{t("taskAny")}</option>
            {values.map(({ slug, name }) => (
              <option key={slug} value={slug}>
                {b(name)}
              </option>
            ))}
          </select>
        </div>
      ))}
    </div>
  );
}

function Count({ only, days }: { only: Only; days: number }) {
  const { t } = useSpeech();
  const query = new URLSearchParams({ days: String(days), ...only });
  const count = useFetched<number>(`/improvements/count?${query}`);
  return (
    <p role="status">
      {t("taskCount")}
      <b>{count.value ?? "…"}</b>
    </p>
  );
}
