/** One step of a case's life: what it needs, asked for; what it may promise, warned of. */
import { useState } from "preact/hooks";
import type { Stepped } from "../../../../desk/life-actions.ts";
import type { DeskStep } from "../../../../desk/life-steps.ts";
import type { LifeView } from "../../../../desk/life-view.ts";
import { FACT } from "../../../../desk/names.ts";
import { type Filled, missingIn, stepBody } from "../../../../desk/step-body.ts";
import { FIELDS, picksOf, STEP, type StepField } from "../../../../desk/step-fields.ts";
import type { CaseView } from "../../../../desk/view.ts";
import { Dialog } from "./dialog.tsx";
import { randomId } from "./draft.ts";
import { call, casePath } from "./http.ts";
import { useSpeech } from "./language.tsx";
import { useFetched } from "./news.ts";

interface Colleague {
  id: string;
  name: string;
  load: number;
  onDuty: boolean;
}

export function StepDialog(props: {
  type: DeskStep["type"];
  life: LifeView;
  view: CaseView;
  caseRef: string;
  onClose: (done: LifeView | null) => void;
}) {
  const { type, life, view, caseRef, onClose } = props;
  const { t, b } = useSpeech();
  const fields = FIELDS[type];
  const [filled, setFilled] = useState<Filled>(type === "decide" ? { remedies: view.notice.remedies } : {});
  const [clientId] = useState(randomId);
  const [tried, setTried] = useState(false);
  const [sending, setSending] = useState(false);
  const [problem, setProblem] = useState("");
  const [warnings, setWarnings] = useState<string[]>([]);
  const missing = missingIn(fields, filled);

  const send = async (confirmed: boolean) => {
    setTried(true);
    if (missing[0]) {
      document.getElementById(`step-${missing[0]}`)?.focus();
      return;
    }
    setSending(true);
    const step = stepBody(type, fields, filled, life);
    const reply = await call<Stepped>("POST", casePath(caseRef, "life"), { clientId, step, confirmed });
    setSending(false);
    if (!reply.ok) setProblem(b(reply.refusal.message));
    else if (reply.value.done) onClose(reply.value.life);
    else setWarnings(reply.value.warnings);
  };
  return (
    <Dialog
      title={`${b(STEP[type])} · ${view.item.ref}`}
      class={fields.length > 3 ? "wide" : ""}
      onClose={() => onClose(null)}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void send(warnings.length > 0);
        }}
      >
        {fields.map((field) => (
          <Field
            key={field.name}
            field={field}
            value={filled[field.name] ?? ""}
            wrong={tried && missing.includes(field.name)}
            caseRef={caseRef}
            life={life}
            onChange={(value) => {
              setFilled({ ...filled, [field.name]: value });
              setWarnings([]);
            }}
          />
        ))}
        {problem && (
          <p class="problem" role="alert">
            {problem}
          </p>
        )}
        {warnings.length > 0 && (
          <div class="warning" role="alert">
            <p>{t("warned")}</p>
            <ul>
              {warnings.map((warning) => (
                <li key={warning}>{warning}</li>
              ))}
            </ul>
          </div>
        )}
        <div class="row-end">
          <button type="button" class="button" onClick={() => onClose(null)}>
            {t("cancel")}
          </button>
          <button type="submit" class={`button ${warnings.length > 0 ? "warm" : "primary"}`} disabled={sending}>
            {warnings.length > 0 ? t("sendAnyway") : b(STEP[type])}
          </button>
        </div>
      </form>
    </Dialog>
  );
}

function Field(props: {
  field: StepField;
  value: string | string[];
  wrong: boolean;
  caseRef: string;
  life: LifeView;
  onChange: (value: string | string[]) => void;
}) {
  const { field, value, wrong, onChange } = props;
  const { t, b } = useSpeech();
  const options = field.kind === "choice" ? field.options : field.kind === "pack" ? props.life.regime.packs : null;
  const id = `step-${field.name}`;
  const common = { id, "aria-invalid": wrong, "aria-describedby": wrong ? `${id}-missing` : undefined };
  const text = String(value);
  const typed = {
    ...common,
    value: text,
    onInput: (event: { currentTarget: { value: string } }) => onChange(event.currentTarget.value),
  };
  return (
    <div class="field">
      <label for={id}>{b(field.label)}</label>
      {field.kind === "text" && <textarea {...typed} rows={3} maxLength={4000} />}
      {field.kind === "line" && <input {...typed} type="text" maxLength={500} />}
      {field.kind === "day" && <input {...typed} type="date" />}
      {field.kind === "instant" && <input {...typed} type="datetime-local" />}
      {field.kind === "yuan" && <input {...typed} type="number" min="0" step="0.01" />}
      {options && (
        <select {...common} value={text} onChange={(event) => onChange(event.currentTarget.value)}>
          <option value="" />
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {b(option.label)}
            </option>
          ))}
        </select>
      )}
      {field.kind === "pick" && (
        <select {...common} value={text} onChange={(event) => onChange(event.currentTarget.value)}>
          <option value="" />
          {picksOf(field.from, props.life).map((option) => (
            <option key={option.value} value={option.value}>
              {b(option.label)}
            </option>
          ))}
        </select>
      )}
      {field.kind === "person" && <PersonField {...common} value={text} caseRef={props.caseRef} onChange={onChange} />}
      {field.kind === "facts" && (
        <fieldset class="choices" {...common}>
          {Object.entries(FACT).map(([name, label]) => (
            <label key={name} class="choice">
              <input
                type="checkbox"
                checked={value.includes(name)}
                onChange={(event) => {
                  const others = Array.isArray(value) ? value.filter((one) => one !== name) : [];
                  onChange(event.currentTarget.checked ? [...others, name] : others);
                }}
              />
              {b(label)}
            </label>
          ))}
        </fieldset>
      )}
      {wrong && (
        <p class="problem" id={`${id}-missing`}>
          {t("required")}
        </p>
      )}
    </div>
  );
}

/** Best first; how much each has is said beside the name. */
function PersonField(props: { id: string; value: string; caseRef: string; onChange: (value: string) => void }) {
  const { t } = useSpeech();
  const { value: people } = useFetched<Colleague[]>(casePath(props.caseRef, "candidates"));
  return (
    <select id={props.id} value={props.value} onChange={(event) => props.onChange(event.currentTarget.value)}>
      <option value="" />
      {(people ?? []).map((one) => (
        <option key={one.id} value={one.id}>
          {one.name} · {t("load")} {one.load}
          {one.onDuty ? "" : ` · ${t("offDuty")}`}
        </option>
      ))}
    </select>
  );
}
