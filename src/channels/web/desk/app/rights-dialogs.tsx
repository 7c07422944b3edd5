/** What is held about a customer, with its corrections; and a refusal with its reason. */
import { useState } from "preact/hooks";
import { FACT } from "../../../../desk/names.ts";
import type { RightsItem } from "../../../../desk/rights.ts";
import type { Held, HeldFact } from "../../../../rights/held.ts";
import { useAnnounce } from "./announce.tsx";
import { Waiting } from "./bits.tsx";
import { Dialog } from "./dialog.tsx";
import { call } from "./http.ts";
import { useSpeech } from "./language.tsx";
import { useFetched } from "./news.ts";

export function HeldDialog({ item, onClose }: { item: RightsItem; onClose: () => void }) {
  const { t, b } = useSpeech();
  const announce = useAnnounce();
  const at = `/rights/${encodeURIComponent(item.id)}`;
  const held = useFetched<Held>(`${at}/held`);

  const correct = async (body: { conversation: string; matter: string; fact: string; text: string }) => {
    const reply = await call<null>("POST", `${at}/correct`, body);
    announce(reply.ok ? t("rightsPutDone") : b(reply.refusal.message), reply.ok ? "done" : "problem");
    held.again();
  };

  return (
    <Dialog title={`${t("rightsHeld")} ${item.id}`} onClose={onClose} class="wide">
      {held.value ? (
        held.value.conversations.map(({ id, channel, complaints, messages, files }) => (
          <section key={id}>
            <h3>
              {channel} · {messages.length} / {files.length}
            </h3>
            {complaints.map(({ record, matter, words, facts }) => (
              <div key={record}>
                <p>
                  <b>{record}</b> {words}
                </p>
                <ul>
                  {facts.map((fact) => (
                    <Fact
                      key={fact.id}
                      fact={fact}
                      put={(text) => correct({ conversation: id, matter, fact: fact.id, text })}
                    />
                  ))}
                </ul>
              </div>
            ))}
          </section>
        ))
      ) : (
        <Waiting refusal={held.refusal} again={held.again} />
      )}
      <div class="actions">
        <button type="button" class="button" onClick={onClose}>
          {t("close")}
        </button>
      </div>
    </Dialog>
  );
}

function Fact({ fact, put }: { fact: HeldFact; put: (text: string) => Promise<void> }) {
  const { t, b } = useSpeech();
  const [text, setText] = useState("");
  const name = b(FACT[fact.name]);
  if (fact.replacedBy) {
    return (
      <li class="quiet">
        {name}: <s>{fact.text}</s> {t("rightsReplaced")}
      </li>
    );
  }
  return (
    <li>
      {name}: {fact.text}
      <form
        class="actions"
        onSubmit={(event) => {
          event.preventDefault();
          if (text.trim() !== "") void put(text);
        }}
      >
        <label class="field">
          <span class="unseen">
            {t("rightsNewText")} {name}
          </span>
          <input
            value={text}
            placeholder={t("rightsNewText")}
            onInput={(event) => setText(event.currentTarget.value)}
          />
        </label>
        <button type="submit" class="button">
          {t("rightsPut")}
          <span class="unseen"> {name}</span>
        </button>
      </form>
    </li>
  );
}

/** Asks for the reason that the customer is told. */
export function ReasonDialog(props: {
  title: string;
  send: { word: string; with: (why: string) => Promise<void> };
  onClose: () => void;
}) {
  const { onClose, send } = props;
  const { t } = useSpeech();
  const [why, setWhy] = useState("");
  return (
    <Dialog title={props.title} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void send.with(why);
        }}
      >
        <label class="field">
          {t("rightsWhy")}
          <textarea rows={3} required value={why} onInput={(event) => setWhy(event.currentTarget.value)} />
        </label>
        <div class="actions">
          <button type="submit" class="button primary">
            {send.word}
          </button>
          <button type="button" class="button" onClick={onClose}>
            {t("close")}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
