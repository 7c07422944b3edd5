/** What may be done with a draft, and by whom. */
import { useState } from "preact/hooks";
import type { DraftView } from "../../../../desk/drafts/port.ts";
import { Dialog } from "./dialog.tsx";
import { useSpeech } from "./language.tsx";

export function DraftSteps(props: {
  draft: DraftView;
  unsaved: boolean;
  save: () => void;
  submit: () => Promise<void>;
  approve: () => void;
  sendBack: (note: string) => Promise<boolean>;
  drop: () => void;
}) {
  const { t } = useSpeech();
  const { can, whyNot } = props.draft;
  const [open, setOpen] = useState<"return" | "drop" | null>(null);
  return (
    <>
      {props.unsaved && (
        <p class="quiet small" role="status">
          {t("unsaved")}
        </p>
      )}
      {whyNot && <p class="quiet">{t(whyNot === "wrote" ? "whyWrote" : "whyRole")}</p>}
      <div class="gap-actions draft-actions">
        {can.approve && (
          <button type="button" class="button primary" disabled={props.unsaved} onClick={props.approve}>
            {t("approve")}
          </button>
        )}
        {can.submit && (
          <button type="button" class="button primary" onClick={() => void props.submit()}>
            {t("submitDraft")}
          </button>
        )}
        {can.write && (
          <button type="button" class="button" disabled={!props.unsaved} onClick={props.save}>
            {t("save")}
          </button>
        )}
        {can.sendBack && (
          <button type="button" class="button" onClick={() => setOpen("return")}>
            {t("sendBack")}
          </button>
        )}
        {can.drop && (
          <button type="button" class="button" onClick={() => setOpen("drop")}>
            {t("drop")}
          </button>
        )}
      </div>
      {open === "return" && (
        <ReturnDialog
          onClose={() => setOpen(null)}
          send={async (note) => {
            if (await props.sendBack(note)) setOpen(null);
          }}
        />
      )}
      {open === "drop" && (
        <Dialog title={t("drop")} onClose={() => setOpen(null)}>
          <p>{props.draft.title}</p>
          <div class="actions">
            <button type="button" class="button primary" onClick={props.drop}>
              {t("dropSure")}
            </button>
            <button type="button" class="button" onClick={() => setOpen(null)}>
              {t("cancel")}
            </button>
          </div>
        </Dialog>
      )}
    </>
  );
}

function ReturnDialog({ send, onClose }: { send: (note: string) => Promise<void>; onClose: () => void }) {
  const { t } = useSpeech();
  const [note, setNote] = useState("");
  return (
    <Dialog title={t("sendBack")} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void send(note);
        }}
      >
        <label class="field">
          {t("sendBackWhy")}
          <textarea
            rows={4}
            maxLength={1000}
            required
            value={note}
            onInput={(event) => setNote(event.currentTarget.value)}
          />
        </label>
        <div class="actions">
          <button type="submit" class="button primary">
            {t("sendBack")}
          </button>
          <button type="button" class="button" onClick={onClose}>
            {t("cancel")}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
