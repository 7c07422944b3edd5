/** The list: what is due first stands first, and the keyboard is enough. */
import { useEffect, useRef, useState } from "preact/hooks";
import type { CaseList } from "../../../../desk/case-list.ts";
import { useAnnounce } from "./announce.tsx";
import { Waiting } from "./bits.tsx";
import { CaseTable } from "./case-table.tsx";
import { useKeys } from "./keys.ts";
import { useSpeech } from "./language.tsx";
import { useMe } from "./me.ts";
import { useFetched, useNews } from "./news.ts";
import { OfferedList } from "./offered-list.tsx";
import { go, Link, listPath } from "./router.tsx";

const VIEWS = ["open", "mine", "unclaimed", "today", "overdue", "urgent", "call-back", "closed"] as const;

export function ListPage({ view, search }: { view: string; search: string }) {
  const { t, b } = useSpeech();
  const me = useMe();
  const announce = useAnnounce();
  const list = useFetched<CaseList>(`/cases?view=${encodeURIComponent(view)}&q=${encodeURIComponent(search)}`);
  useNews(null, list.again);
  const counts = list.value?.counts;

  const unclaimed = counts?.unclaimed;
  const before = useRef<number | undefined>(undefined);
  useEffect(() => {
    if (unclaimed === undefined) return;
    if (before.current !== undefined && before.current !== unclaimed) {
      announce(`${t("listChanged")} ${unclaimed}`, "silent");
    }
    before.current = unclaimed;
    document.title = `${unclaimed > 0 ? `(${unclaimed}) ` : ""}${t("cases")} · ${t("desk")}`;
  }, [unclaimed, announce, t]);

  const own = me.role === "agent" || me.role === "lead";
  const none = own ? `${t("none")} ${t("noneElsewhere")}${b(me.department)}` : t("none");
  const empty = search ? t("noneFound") : view === "mine" ? t("noneMine") : none;
  return (
    <div class="list-page">
      <h1 class="unseen">{t("cases")}</h1>
      <div class="tools">
        <nav class="views" aria-label={t("views")}>
          {VIEWS.map((name) => {
            const count = counts && name !== "closed" && name !== "call-back" ? counts[name] : undefined;
            const hot = (name === "overdue" || name === "urgent") && (count ?? 0) > 0;
            return (
              <Link key={name} to={listPath(name)} current={view === name && search === ""}>
                {t(`view.${name}`)}
                {count !== undefined && <span class={hot ? "pill hot" : "pill"}>{count}</span>}
              </Link>
            );
          })}
        </nav>
        <Search view={view} search={search} />
      </div>
      <OfferedList onChanged={list.again} />
      {list.value ? (
        <>
          {list.refusal && <p class="strip">{t("offline")}</p>}
          {list.value.items.length > 0 ? (
            <CaseTable items={list.value.items} label={t("cases")} />
          ) : (
            <p class="empty quiet">{empty}</p>
          )}
          {list.value.more && <p class="strip">{t("more")}</p>}
          <p class="hint">{t("keysList")}</p>
        </>
      ) : (
        <Waiting refusal={list.refusal} again={list.again} />
      )}
    </div>
  );
}

function Search({ view, search }: { view: string; search: string }) {
  const { t } = useSpeech();
  const [text, setText] = useState(search);
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => setText(search), [search]);
  useKeys({ "/": () => input.current?.focus() });
  return (
    <search>
      <form
        class="search"
        onSubmit={(event) => {
          event.preventDefault();
          go(listPath(view, text.trim()));
          input.current?.blur();
        }}
      >
        <input
          ref={input}
          type="search"
          maxLength={100}
          value={text}
          aria-label={t("search")}
          placeholder={t("searchHint")}
          onInput={(event) => {
            setText(event.currentTarget.value);
            if (event.currentTarget.value === "" && search !== "") go(listPath(view));
          }}
          onKeyDown={(event) => {
            if (event.key === "Escape") event.currentTarget.blur();
          }}
        />
      </form>
    </search>
  );
}
