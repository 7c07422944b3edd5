/** The home tab: what is mine, what is due, what nobody has, what is dangerous; and a search by number. */
import type { Bilingual } from "../../bank/terms.ts";
import type { ListFilters } from "../../desk/case-list.ts";
import type { Desk } from "../../desk/desk.ts";
import { stamp } from "../../desk/fact-text.ts";
import type { OfferedCase } from "../../desk/offered.ts";
import type { StaffMember } from "../../desk/staff.ts";
import { STEP } from "../../desk/step-fields.ts";
import type { CaseItem } from "../../desk/view.ts";
import { actions, asText, type Block, button, clip, divider, type Home, header, label, section } from "./blocks.ts";
import { MOST } from "./limits.ts";
import { type Speech, STRANGER, speechOf } from "./people.ts";
import { presenceBlocks } from "./presence.ts";

const WORDS = {
  risk: { zh: "风险警报，无人受理", en: "Risk alerts nobody has taken" },
  offered: { zh: "转给我，等我答复", en: "Offered to me" },
  by: { zh: "{at} 前受理，否则派给下一位", en: "accept by {at}, or the next is asked" },
  overdue: { zh: "已超期", en: "Overdue" },
  today: { zh: "今天到期", en: "Due today" },
  mine: { zh: "我的案件", en: "My cases" },
  unclaimed: { zh: "无人受理", en: "Unclaimed" },
  found: { zh: "查找结果", en: "Found" },
  none: { zh: "没有。", en: "None." },
  search: { zh: "按编号查找，回车", en: "Find by number, press Enter" },
  register: { zh: "登记投诉", en: "Register a complaint" },
  registerLabel: {
    zh: "登记电话、来信、网点等来的投诉",
    en: "Register a complaint that came by phone, letter or at a branch",
  },
  refresh: { zh: "刷新", en: "Refresh" },
  refreshLabel: { zh: "刷新本页", en: "Bring this page up to date" },
  rest: { zh: "另有 {n} 件，见网页工作台", en: "{n} more on the web desk" },
  desk: { zh: "网页工作台", en: "Web desk" },
  deskLabel: { zh: "打开网页工作台", en: "Open the web desk" },
} as const satisfies Record<string, Bilingual>;

/** Cases shown of each list: seven lists stay within the blocks of a home tab. */
const SHOWN = 8;

export interface HomeDeps {
  desk: Desk;
  link: (ref: string) => string;
  deskUrl: string;
}

export const strangersHome = (): Home => ({ type: "home", blocks: [section(asText(STRANGER))] });

/** `search`: part of a number; absent for the usual lists. */
export async function homeOf({ desk, link, deskUrl }: HomeDeps, staff: StaffMember, search = ""): Promise<Home> {
  const speech = speechOf(staff);
  const list = async (filters: ListFilters): Promise<CaseItem[]> => {
    const outcome = await desk.list(staff, filters);
    return outcome.ok ? outcome.value.items : [];
  };
  const part = (name: Bilingual, items: CaseItem[]) => listBlocks(name, items, speech, link);
  const first = await desk.list(staff, { view: "open" });
  if (!first.ok) return { type: "home", blocks: [section(asText(first.refusal.message[speech]))] };
  const blocks: Block[] = [
    searchBlock(speech, search),
    tools(speech, deskUrl),
    ...(await presenceBlocks(desk, staff, speech)),
  ];
  if (search !== "") blocks.push(...part(WORDS.found, await list({ view: "open", search })));
  else {
    const [alerts, offered] = await Promise.all([desk.alerts(staff), desk.offered(staff)]);
    blocks.push(
      ...part(WORDS.risk, alerts.ok ? alerts.value : []),
      ...(offered.ok ? offerBlocks(offered.value, speech, link, desk.me(staff).zone) : []),
      ...part(WORDS.overdue, await list({ view: "overdue" })),
      ...part(WORDS.today, await list({ view: "today" })),
      ...part(WORDS.mine, await list({ view: "mine" })),
      ...part(WORDS.unclaimed, await list({ view: "unclaimed" })),
    );
  }
  return { type: "home", callback_id: "home", blocks: blocks.slice(0, MOST.viewBlocks) };
}

const searchBlock = (speech: Speech, search: string): Block => ({
  type: "input",
  block_id: "search",
  dispatch_action: true,
  optional: true,
  label: label(WORDS.search[speech], MOST.inputLabel),
  element: {
    type: "plain_text_input",
    action_id: "home:search",
    max_length: 100,
    ...(search === "" ? {} : { initial_value: search }),
    dispatch_action_config: { trigger_actions_on: ["on_enter_pressed"] },
  },
});

const tools = (speech: Speech, deskUrl: string): Block =>
  actions("home tools", [
    button({
      id: "home:register",
      text: WORDS.register[speech],
      label: WORDS.registerLabel[speech],
      style: "primary",
    }),
    button({ id: "home:refresh", text: WORDS.refresh[speech], label: WORDS.refreshLabel[speech] }),
    button({ id: "home:desk", text: WORDS.desk[speech], label: WORDS.deskLabel[speech], url: deskUrl }),
  ]);

function listBlocks(name: Bilingual, items: CaseItem[], speech: Speech, link: (ref: string) => string): Block[] {
  const rest = items.length - SHOWN;
  return [
    divider(),
    header(`${name[speech]} · ${items.length}`),
    ...items.slice(0, SHOWN).map((item) => section(lineOf(item, speech, link))),
    ...(items.length === 0 ? [section(WORDS.none[speech])] : []),
    ...(rest > 0 ? [section(WORDS.rest[speech].replace("{n}", String(rest)))] : []),
  ];
}

/** Whoever is offered a case may not be in the channel of its card: they say yes or no here. */
function offerBlocks(items: OfferedCase[], speech: Speech, link: (ref: string) => string, zone: string): Block[] {
  if (items.length === 0) return [];
  const press = (type: "accept-transfer" | "refuse-transfer", { key, ref }: CaseItem) =>
    button({ id: `case:${type}`, text: STEP[type][speech], value: key, label: `${STEP[type][speech]} ${ref}` });
  return [
    divider(),
    header(`${WORDS.offered[speech]} · ${items.length}`),
    ...items
      .slice(0, SHOWN)
      .flatMap((item) => [
        section(`${lineOf(item, speech, link)}\n${asText(offerText(item, speech, zone))}`),
        actions(`case ${item.key}`, [press("accept-transfer", item), press("refuse-transfer", item)]),
      ]),
  ];
}

function offerText({ offer: { from, reason, until } }: OfferedCase, speech: Speech, zone: string): string {
  const { date, time } = until === null ? { date: "", time: "" } : stamp(until, zone);
  const by = until === null ? "" : WORDS.by[speech].replace("{at}", `${date.slice(5)} ${time}`);
  return [from[speech], clip(reason, 90), by].filter((part) => part !== "").join(" · ");
}

function lineOf(item: CaseItem, speech: Speech, link: (ref: string) => string): string {
  const risks = item.risks.map((risk) => `${risk.level} ${risk.name[speech]}`).join("、");
  const facts = [item.department[speech], item.clock.text[speech], item.owner?.name ?? "", risks]
    .filter((part) => part !== "")
    .join(" · ");
  return `*<${link(item.ref)}|${asText(item.ref)}>* ${asText(facts)}\n${asText(clip(item.summary.replace(/\s+/g, " "), 90))}`;
}
