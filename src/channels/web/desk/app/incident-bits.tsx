/** Pieces of the pages about mass events. */
import type { MarkView, TextView } from "../../../../desk/incident-view.ts";
import { useSpeech } from "./language.tsx";
import { useMe } from "./me.ts";
import { dateTime } from "./time.ts";

/** One kind as chips: all of them hold together. */
export function Marks({ kind }: { kind: readonly MarkView[] }) {
  const { b, code } = useSpeech();
  return (
    <span class="marks">
      {kind.map((mark) => (
        <span key={mark.mark} class="mark-chip">
          <span class="unseen">{code("mark", mark.kind)} </span>
          {b(mark.name)}
        </span>
      ))}
    </span>
  );
}

const PLACES = [0, 1, 2];

/** Lines of up to three conditions, each a native select: the keyboard and screen readers know it. */
export function KindsEditor(props: {
  kinds: readonly (readonly string[])[];
  marks: readonly MarkView[];
  onChange: (kinds: string[][]) => void;
}) {
  const { t, b, code } = useSpeech();
  const kinds = props.kinds.map((kind) => [...kind]);
  const groups = [...new Set(props.marks.map((mark) => mark.kind))];
  return (
    <fieldset class="kinds">
      <legend>{t("covers")}</legend>
      <p class="quiet small">{t("coversHint")}</p>
      {kinds.map((kind, line) => (
        <div key={line} class="kind-line">
          {PLACES.map((place) => (
            <select
              key={place}
              value={kind[place] ?? ""}
              aria-label={`${t("covers")} ${line + 1}-${place + 1}`}
              onChange={(event) => {
                const next = [...kind];
                next[place] = event.currentTarget.value;
                props.onChange(kinds.map((old, n) => (n === line ? next.filter((mark) => mark) : old)));
              }}
            >
              <option value="">{t("anyMark")}</option>
              {groups.map((group) => (
                <optgroup key={group} label={code("mark", group)}>
                  {props.marks
                    .filter((mark) => mark.kind === group)
                    .map((mark) => (
                      <option key={mark.mark} value={mark.mark}>
                        {b(mark.name)}
                      </option>
                    ))}
                </optgroup>
              ))}
            </select>
          ))}
          <button
            type="button"
            class="plain"
            aria-label={`${t("dropKind")} ${line + 1}`}
            onClick={() => props.onChange(kinds.filter((_, n) => n !== line))}
          >
            ✕
          </button>
        </div>
      ))}
      <button type="button" class="button" onClick={() => props.onChange([...kinds, []])}>
        {t("addKind")}
      </button>
    </fieldset>
  );
}

export function BothFields(props: {
  id: string;
  labels: { zh: string; en: string };
  value: { zh: string; en: string };
  rows?: number;
  maxLength: number;
  onChange: (value: { zh: string; en: string }) => void;
}) {
  const { value, onChange, rows } = props;
  return (
    <div class="both">
      {(["zh", "en"] as const).map((tongue) => {
        const shared = {
          id: `${props.id}-${tongue}`,
          lang: tongue === "zh" ? "zh-CN" : "en",
          maxLength: tongue === "en" ? props.maxLength * 2 : props.maxLength,
          value: value[tongue],
        };
        return (
          <div key={tongue} class="field">
            <label for={shared.id}>{props.labels[tongue]}</label>
            {rows ? (
              <textarea
                {...shared}
                rows={rows}
                onInput={(event) => onChange({ ...value, [tongue]: event.currentTarget.value })}
              />
            ) : (
              <input
                {...shared}
                type="text"
                onInput={(event) => onChange({ ...value, [tongue]: event.currentTarget.value })}
              />
            )}
          </div>
        );
      })}
    </div>
  );
}

/** A text in both languages, with who answers for it. */
export function TextCard({ text, label }: { text: TextView; label: string }) {
  const { t } = useSpeech();
  const { zone } = useMe();
  return (
    <div class={text.approvedBy ? "text-card approved" : "text-card"}>
      <p class="small">
        <b>{label}</b>{" "}
        <span class="quiet">
          {t("writtenBy")} {text.by} {dateTime(text.at, zone)}
          {text.approvedBy && ` · ${t("approvedBy")} ${text.approvedBy} ${dateTime(text.approvedAt ?? text.at, zone)}`}
        </span>
      </p>
      <p lang="zh-CN">{text.zh}</p>
      <p lang="en">{text.en}</p>
      {text.warnings.length > 0 && (
        <div class="warning">
          <p>{t("warned")}</p>
          <ul>
            {text.warnings.map((warning) => (
              <li key={warning}>{warning}</li>
            ))}
          </ul>
        </div>
      )}
    </div>
  );
}
