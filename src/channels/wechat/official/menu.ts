/** The account's menu (自定义菜单): what a bank writes, what WeChat takes. */
import { z } from "zod";
import type { Language } from "../../../flows/reading.ts";
import type { OfficialApi } from "./api.ts";

interface Words {
  zh: string;
  en: string;
}
/** A tap speaks for the customer: `says` is taken as their message. A `url` opens a page. */
type Entry = { label: Words; key: string; says: Words } | { label: Words; url: string };
/** Within WeChat's limits: the bank's content is checked for them when it is loaded. */
export type Menu = readonly (Entry | { label: Words; items: readonly Entry[] })[];

const entries = (menu: Menu): Entry[] => menu.flatMap((item) => ("items" in item ? item.items : [item]));

const side = (language: Language): "zh" | "en" => (language === "en" ? "en" : "zh");

/** The words of a clicked entry in the customer's language; undefined for one that is in no menu any more. */
export function saidBy(menu: Menu, key: string, language: Language): string | undefined {
  const found = entries(menu).find((item) => "key" in item && item.key === key);
  return found && "says" in found ? found.says[side(language)] : undefined;
}

/** As `menu/create` takes it: one language, everybody sees the same. */
export function menuPayload(menu: Menu, language: Language): { button: object[] } {
  const label = (item: { label: Words }) => item.label[side(language)];
  const button = (item: Entry) =>
    "url" in item
      ? { type: "view", name: label(item), url: item.url }
      : { type: "click", name: label(item), key: item.key };
  return {
    button: menu.map((item) =>
      "items" in item ? { name: label(item), sub_button: item.items.map(button) } : button(item),
    ),
  };
}

/** What of WeChat's answer is compared: it adds empty lists. */
const Button = z.object({
  type: z.string().optional(),
  name: z.string(),
  key: z.string().optional(),
  url: z.string().optional(),
});
const Published = z.object({
  menu: z.object({ button: z.array(Button.extend({ sub_button: z.array(Button).default([]) })) }),
});

/** Puts the menu up where WeChat has another or none. True when it was. Throws ServiceError. */
export async function publishMenu(api: OfficialApi, menu: Menu, language: Language): Promise<boolean> {
  const wanted = menuPayload(menu, language);
  const there = Published.safeParse(await api.menu());
  const same = there.success && JSON.stringify(there.data) === JSON.stringify(Published.parse({ menu: wanted }));
  if (same) return false;
  await api.createMenu(wanted);
  return true;
}
