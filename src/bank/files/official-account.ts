/** What the bank decides of its WeChat official account: the menu under the conversation. */
import { z } from "zod";

/** WeChat counts bytes: three for a Chinese character. */
const label = (bytes: number) => {
  const text = z
    .string()
    .trim()
    .min(1)
    .refine(
      (name) => Buffer.byteLength(name) <= bytes,
      `expected at most ${bytes} bytes, three for each Chinese character`,
    );
  return z.strictObject({ zh: text, en: text });
};
const words = z.string().trim().min(1).max(200);

/** A tap speaks for the customer (`says` is taken as their message), or opens a page. */
const entries = (bytes: number) =>
  [
    z.strictObject({
      label: label(bytes),
      key: z.string().regex(/^[a-z0-9-]{1,64}$/, "expected small letters, digits and hyphens"),
      says: z.strictObject({ zh: words, en: words }),
    }),
    z.strictObject({
      label: label(bytes),
      url: z.url({ protocol: /^https?$/, error: "expected a web address" }).max(1024),
    }),
  ] as const;

const OWN = 16;
const BELOW = 60;

/** Three entries, or three lists of five. */
export const OfficialAccountMenu = z
  .array(
    z.union([
      ...entries(OWN),
      z.strictObject({
        label: label(OWN),
        items: z
          .array(z.union(entries(BELOW)))
          .min(1)
          .max(5),
      }),
    ]),
  )
  .min(1)
  .max(3)
  .refine((menu) => {
    const keys = menu
      .flatMap((item) => ("items" in item ? item.items : [item]))
      .flatMap((item) => ("key" in item ? [item.key] : []));
    return new Set(keys).size === keys.length;
  }, "expected each key once");

export const OfficialAccountContent = z.strictObject({ menu: OfficialAccountMenu });
