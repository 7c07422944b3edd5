/** The account's menu (自定义菜单): what a bank writes, what WeChat takes. */
import { z } from "zod";
import type { Language } from "../../../flows/reading.ts";
import type { OfficialApi } from "./api.ts";

const bytes = (most: number) => (text: string) => Buffer.byteLength(text) <= most;
const said = (most: number) => {
  const text = z
    .string()
    .min(1)
    .refine(bytes(most), `expected at most ${most} bytes, three for each Chinese character`);
  return z.strictObject({ zh: text, en: text });
};
const Says = said(600);
const Key = z.string().regex(/^[a-z0-9-]{1,64}$/u, "expected small letters, digits and hyphens");
const Address = z.url({ protocol: /^https?$/u, error: "expected a web address" }).max(1024);

/** A click speaks for the customer: `says` is taken as their message. A `url` opens a page. */
const entry = (most: number) => ({
  says: z.strictObject({ label: said(most), key: Key, says: Says }),
  page: z.strictObject({ label: said(most), url: Address }),
});
const inside = entry(60);
const top = entry(16);

/** Three entries at most, each with five of its own at most; names of four characters, below that of twenty. */
export const Menu = z
  .array(
    z.union([
      top.says,
      top.page,
      z.strictObject({
        label: said(16),
        items: z
          .array(z.union([inside.says, inside.page]))
          .min(1)
          .max(5),
      }),
    ]),
  )
  .min(1)
  .max(3)
  .refine((menu) => new Set(keysIn(menu)).size === keysIn(menu).length, "expected each key once");
export type Menu = z.infer<typeof Menu>;
type Entry = z.infer<typeof inside.says> | z.infer<typeof inside.page>;

const entries = (menu: readonly (Entry | { items: Entry[] })[]): Entry[] =>
  menu.flatMap((item) => ("items" in item ? item.items : [item]));
const keysIn = (menu: readonly (Entry | { items: Entry[] })[]): string[] =>
  entries(menu).flatMap((item) => ("key" in item ? [item.key] : []));

const side = (language: Language): "zh" | "en" => (language === "en" ? "en" : "zh");

/** The words of a clicked entry in the customer's language; undefined for one that is in no menu any more. */
export function saidBy(menu: Menu, key: string, language: Language): string | undefined {
  const found = entries(menu).find((item) => "key" in item && item.key === key);
  return found && "says" in found ? found.says[side(language)] : undefined;
}

/** As `menu/create` takes it: one language, everybody sees the same. */
export function menuPayload(menu: Menu, language: Language): { button: object[] } {
  const label = (item: { label: { zh: string; en: string } }) => item.label[side(language)];
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
