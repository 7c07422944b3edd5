/** Cases as rows. j and k move the mark and the focus, so Enter opens the case; both stay when the list is fetched anew. */
import { useEffect, useRef, useState } from "preact/hooks";
import type { CaseItem } from "../../../../desk/view.ts";
import { Badges, ClockCell, EmotionWord, Kind, Owner } from "./bits.tsx";
import { useKeys } from "./keys.ts";
import { useSpeech } from "./language.tsx";
import { casePage, go, Link } from "./router.tsx";

/** Marked when the list was left for a case: coming back, the clerk is where they were. */
let lastMarked: string | null = null;

export function CaseTable({ items, label }: { items: readonly CaseItem[]; label: string }) {
  const { t, b } = useSpeech();
  const [marked, setMarked] = useState<string | null>(lastMarked);
  const table = useRef<HTMLTableElement>(null);
  const at = items.findIndex((item) => item.key === marked);

  const mark = (index: number) => {
    const item = items[Math.min(items.length - 1, Math.max(0, index))];
    if (!item) return;
    lastMarked = item.key;
    setMarked(item.key);
    table.current?.querySelector<HTMLElement>(`[data-row="${items.indexOf(item)}"] a`)?.focus();
  };
  useKeys({
    j: () => mark(at + 1),
    k: () => mark(at < 0 ? 0 : at - 1),
  });
  useEffect(() => {
    const index = items.findIndex((item) => item.key === lastMarked);
    if (index >= 0) table.current?.querySelector<HTMLElement>(`[data-row="${index}"] a`)?.focus();
    // Only when the list comes on screen: later fetches must not move what somebody reads.
  }, []);

  return (
    <table class="cases" ref={table} aria-label={label}>
      <thead>
        <tr>
          <th scope="col" class="cell-clock">
            {t("colClock")}
          </th>
          <th scope="col" class="cell-what">
            {t("colWhat")}
          </th>
          <th scope="col" class="cell-kind">
            {t("colKind")}
          </th>
          <th scope="col" class="cell-department">
            {t("colDepartment")}
          </th>
          <th scope="col" class="cell-emotion">
            {t("colEmotion")}
          </th>
          <th scope="col" class="cell-owner">
            {t("colOwner")}
          </th>
          <th scope="col" class="cell-number">
            {t("colNumber")}
          </th>
        </tr>
      </thead>
      <tbody>
        {items.map((item, index) => (
          <tr
            key={item.key}
            data-row={index}
            class={`row ${item.clock.state} ${item.key === marked ? "marked" : ""}`}
            onClick={(event) => {
              if (event.target instanceof Element && event.target.closest("a")) return;
              if (getSelection()?.toString()) return;
              lastMarked = item.key;
              go(casePage(item.ref));
            }}
          >
            <td class="cell-clock">
              <ClockCell clock={item.clock} />
            </td>
            <td class="cell-what">
              <div class="what">
                <Link to={casePage(item.ref)} class="summary">
                  {item.summary}
                </Link>
                <span class="under">
                  <Badges risks={item.risks} />
                  <span class="kind">
                    <Kind item={item} />
                  </span>
                </span>
              </div>
            </td>
            <td class="cell-kind">
              <Kind item={item} />
            </td>
            <td class="cell-department">{b(item.department)}</td>
            <td class="cell-emotion">
              <EmotionWord item={item} />
            </td>
            <td class="cell-owner">
              <Owner item={item} />
            </td>
            <td class="cell-number">{item.ref}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
