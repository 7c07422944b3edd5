/** What is done about the causes of complaints, and whether it helped. */
import { Fragment } from "preact";
import { useEffect, useState } from "preact/hooks";
import type { TaskStart } from "../../../../desk/improvement-form.ts";
import type { TaskView } from "../../../../desk/improvement-view.ts";
import type { TasksView } from "../../../../desk/improvements.ts";
import { useAnnounce } from "./announce.tsx";
import { Waiting } from "./bits.tsx";
import { Dialog } from "./dialog.tsx";
import { call } from "./http.ts";
import { TaskDialog } from "./improvement-form.tsx";
import { useSpeech } from "./language.tsx";
import { useMe } from "./me.ts";
import { useFetched, useNews } from "./news.ts";
import { TaskFigureList } from "./report-figures.tsx";
import { casePage, go, incidentPath, Link } from "./router.tsx";
import { dayOnly } from "./time.ts";

/** `query` may name the cases or the incident a new task is to come from. */
export function ImprovementsPage({ query }: { query: string }) {
  const { t, b } = useSpeech();
  const announce = useAnnounce();
  const asked = new URLSearchParams(query);
  const view = useFetched<TasksView>("/improvements");
  useNews(null, view.again);
  const [start, setStart] = useState<TaskStart | null>(null);
  const [finishing, setFinishing] = useState<TaskView | null>(null);
  useEffect(() => {
    document.title = `${t("improvements")} · ${t("desk")}`;
  }, [t]);

  const begin = async (from: URLSearchParams) => {
    const reply = await call<TaskStart>("GET", `/improvements/start?${from}`);
    if (reply.ok) setStart(reply.value);
    else announce(b(reply.refusal.message), "problem");
  };
  useEffect(() => {
    if (query !== "") void begin(asked);
  }, [query]);

  const send = async (task: TaskView, action: "done" | "check", body: object, said: (status: string) => string) => {
    const path = `/improvements/${encodeURIComponent(task.id)}/${action}`;
    const reply = await call<string>("POST", path, { revision: task.revision, ...body });
    announce(reply.ok ? said(reply.value) : b(reply.refusal.message), reply.ok ? "done" : "problem");
    view.again();
    return reply.ok;
  };

  if (!view.value) return <Waiting refusal={view.refusal} again={view.again} />;
  const { tasks, figures, mayOpen } = view.value;
  return (
    <div class="sheet wide-sheet improvements">
      <h1>{t("improvementsTitle")}</h1>
      <p class="quiet">{t("improvementsHint")}</p>
      {mayOpen && <Begin onBegin={(cases) => void begin(new URLSearchParams({ cases }))} />}
      {tasks.length === 0 ? (
        <p class="empty quiet">{t("noTasks")}</p>
      ) : (
        <>
          <TaskFigureList figures={figures} />
          <ul class="tasks" aria-label={t("improvementsTitle")}>
            {tasks.map((task) => (
              <Task
                key={task.id}
                task={task}
                onFinish={() => setFinishing(task)}
                onCheck={() =>
                  void send(task, "check", {}, (status) => t(status === "effective" ? "taskWorked" : "taskFailed"))
                }
              />
            ))}
          </ul>
        </>
      )}
      {start && (
        <TaskDialog
          start={start}
          onClose={() => setStart(null)}
          onOpened={() => {
            setStart(null);
            announce(t("taskOpened"));
            view.again();
            go("/improvements", { replace: true });
          }}
        />
      )}
      {finishing && (
        <FinishDialog
          task={finishing}
          onClose={() => setFinishing(null)}
          onFinish={async (what) => {
            if (await send(finishing, "done", { what }, () => t("taskFinished"))) setFinishing(null);
          }}
        />
      )}
    </div>
  );
}

function Begin({ onBegin }: { onBegin: (cases: string) => void }) {
  const { t } = useSpeech();
  const [cases, setCases] = useState("");
  return (
    <form
      class="task-begin"
      onSubmit={(event) => {
        event.preventDefault();
        onBegin(cases);
      }}
    >
      <label for="task-cases">{t("taskCases")}</label>
      <input id="task-cases" required value={cases} onInput={(e) => setCases(e.currentTarget.value)} />
      <button type="submit" class="button strong">
        {t("openTask")}
      </button>
    </form>
  );
}

function Task({ task, onFinish, onCheck }: { task: TaskView; onFinish: () => void; onCheck: () => void }) {
  const { t, b, list, code } = useSpeech();
  const { zone } = useMe();
  const { owner, measure, done, checks } = task;
  const filters = new URLSearchParams(measure.kind.map(({ axis, slug }) => [axis, slug]));
  return (
    <li class="task">
      <div class="task-head">
        <h2>{task.what}</h2>
        <span class={`tag ${task.overdue ? "hot" : task.status}`}>
          {code("task", task.overdue ? "overdue" : task.status)}
        </span>
      </div>
      <p class="task-line">
        <span>
          {b(owner.department)}
          {owner.staff && ` · ${owner.staff.name}`}
        </span>
        <span>
          {t("taskDue")} {task.dueOn}
        </span>
        <span class="quiet">
          {t("taskFrom")}{" "}
          {task.cases.map((ref, n) => (
            <Fragment key={ref}>
              {n > 0 && list(["", ""])}
              <Link to={casePage(ref)}>{ref}</Link>
            </Fragment>
          ))}
          {task.incident && <Link to={incidentPath(task.incident.id)}>{b(task.incident.name)}</Link>}
        </span>
      </p>
      <p class="task-line quiet small">
        <span>
          {t("taskKind")}: {measure.kind.map(({ name }) => b(name)).join(" · ")}; {t("taskDays")} {measure.days},{" "}
          {t("taskFall")} {measure.fall}
        </span>
        <Link to={`/reports?${filters}`}>{t("taskReport")}</Link>
      </p>
      {done && (
        <p>
          {t("taskDone")}: {done.what}{" "}
          <span class="quiet small">
            {done.by.name} · {dayOnly(done.at, zone)}
            {task.status === "done" && ` · ${t("taskCheckFrom")} ${task.checkableOn}`}
          </span>
        </p>
      )}
      {checks.map((check) => (
        <Check key={check.at} check={check} />
      ))}
      {(task.can.finish || task.can.check) && (
        <div class="row-end">
          {task.can.finish && (
            <button type="button" class="button strong" onClick={onFinish}>
              {t("taskFinish")}
              <span class="unseen"> {task.what}</span>
            </button>
          )}
          {task.can.check && (
            <button type="button" class="button strong" onClick={onCheck}>
              {t("taskCheck")}
              <span class="unseen"> {task.what}</span>
            </button>
          )}
        </div>
      )}
    </li>
  );
}

function Check({ check: { before, after, verdict, by, at } }: { check: TaskView["checks"][number] }) {
  const { t, code } = useSpeech();
  const { zone } = useMe();
  const most = Math.max(1, before.count, after.count);
  return (
    <div class={`task-check ${verdict}`}>
      {[
        { name: t("taskBefore"), span: before },
        { name: t("taskAfter"), span: after },
      ].map(({ name, span }) => (
        <p key={name} class="task-bar">
          <span>
            {name} {span.from} – {span.to}
          </span>
          <svg class="bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
            <rect class="ground" x={0} y={0} width={100} height={10} />
            <rect x={0} y={0} width={(span.count / most) * 100} height={10} />
          </svg>
          <b>{span.count}</b>
        </p>
      ))}
      <p>
        <b>{code("verdict", verdict)}</b>{" "}
        <span class="quiet small">
          {by.name} · {dayOnly(at, zone)}
        </span>
      </p>
    </div>
  );
}

function FinishDialog(props: { task: TaskView; onClose: () => void; onFinish: (what: string) => Promise<void> }) {
  const { t } = useSpeech();
  const [what, setWhat] = useState("");
  return (
    <Dialog title={t("taskFinish")} onClose={props.onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void props.onFinish(what);
        }}
      >
        <p class="quiet">{props.task.what}</p>
        <div class="field">
          <label for="task-done">{t("taskDone")}</label>
          <textarea
            id="task-done"
            rows={3}
            required
            maxLength={400}
            value={what}
            onInput={(e) => setWhat(e.currentTarget.value)}
          />
          <p class="quiet small">{t("taskFinishHint")}</p>
        </div>
        <div class="row-end">
          <button type="button" class="button" onClick={props.onClose}>
            {t("cancel")}
          </button>
          <button type="submit" class="button primary">
            {t("taskFinish")}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
