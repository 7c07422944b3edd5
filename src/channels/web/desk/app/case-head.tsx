/** What the case is, how long it has, who has it, and what may be done. */
import type { CaseView } from "../../../../desk/view.ts";
import { Badges, ClockCell, EmotionWord, Kind, Owner } from "./bits.tsx";
import { useSpeech } from "./language.tsx";
import { useMe } from "./me.ts";
import { Link } from "./router.tsx";

export function CaseHead(props: {
  view: CaseView;
  onTake: () => void;
  onHandBack: () => void;
  onResolve: () => void;
  onReveal: () => void;
  onHide: () => void;
  onDraft: () => void;
}) {
  const { view } = props;
  const { item, can } = view;
  const { t, b } = useSpeech();
  const me = useMe();
  return (
    <div class="case-head">
      <Link to="/" class="back" label={t("back")}>
        ←
      </Link>
      <div class="title">
        <h1>
          <span class="number">{item.ref}</span> <Kind item={item} />
        </h1>
        <p class="facts-line">
          <ClockCell clock={item.clock} />
          <Badges risks={item.risks} />
          <EmotionWord item={item} />
          <span>{b(item.department)}</span>
          <Owner item={item} />
          {item.status !== "open" && (
            <span class="ended">{t(item.status === "withdrawn" ? "statusWithdrawn" : "statusResolved")}</span>
          )}
          {item.status === "open" && <Talking view={view} />}
        </p>
      </div>
      <div class="actions">
        {can.reveal &&
          (view.masked ? (
            <button type="button" class="button" onClick={props.onReveal}>
              {t("reveal")}
            </button>
          ) : (
            <button type="button" class="button warm" onClick={props.onHide} title={t("revealed")}>
              {t("hide")}
            </button>
          ))}
        {item.status !== "open" && me.may.openTasks && (
          <Link to={`/improvements?cases=${encodeURIComponent(item.ref)}`} class="button">
            {t("openTask")}
          </Link>
        )}
        {item.status === "resolved" && can.note && (
          <button type="button" class="button" onClick={props.onDraft}>
            {t("draftFromCase")}
          </button>
        )}
        {can.handBack && (
          <button type="button" class="button" title={t("handBackHint")} onClick={props.onHandBack}>
            {t("handBack")}
          </button>
        )}
        {can.resolve && (
          <button type="button" class="button strong" aria-keyshortcuts="e" onClick={props.onResolve}>
            {t("resolve")}
          </button>
        )}
        {can.take && (
          <button type="button" class="button primary" aria-keyshortcuts="t" onClick={props.onTake}>
            {t(item.mine ? "takeAgain" : "take")}
          </button>
        )}
      </div>
      {!view.masked && (
        <p class="strip warm" role="status">
          {t("revealed")}
        </p>
      )}
    </div>
  );
}

function Talking({ view }: { view: CaseView }) {
  const { t } = useSpeech();
  if (!view.talking) return <span class="talking bot">{t("talkingBot")}</span>;
  if (view.can.reply) return <span class="talking me">{t("talkingMe")}</span>;
  return (
    <span class="talking">
      {t("talkingOther")}
      {view.talking.name}
    </span>
  );
}
