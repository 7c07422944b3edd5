/** One of the staff at the desk's API, as the desk's pages call it. */
import { z } from "zod";

const Owner = z.object({ id: z.string(), name: z.string() });
const Item = z.object({
  key: z.string(),
  ref: z.string(),
  record: z.string(),
  number: z.string().nullable(),
  status: z.string(),
  summary: z.string(),
  owner: Owner.nullable(),
});
const List = z.object({ items: z.array(Item) });
export const DeskCase = z.object({
  item: Item,
  masked: z.boolean(),
  can: z.object({ take: z.boolean(), reply: z.boolean(), reveal: z.boolean() }),
  talking: Owner.nullable(),
  transcript: z.array(
    z.object({ seq: z.number(), author: z.object({ kind: z.string() }), text: z.string().nullable() }),
  ),
  notice: z.object({ parts: z.array(z.object({ slug: z.string() })), remedies: z.string() }),
  audit: z.array(z.object({ actor: z.string(), action: z.string() })).nullable(),
});
export const DeskRefusal = z.object({
  code: z.string(),
  message: z.object({ zh: z.string(), en: z.string() }),
  owner: Owner.optional(),
});
export const DeskSent = z.object({
  sent: z.boolean(),
  duplicate: z.boolean().optional(),
  warnings: z.array(z.string()).optional(),
});

export interface Clerk {
  get(path: string): Promise<Response>;
  post(path: string, body?: unknown): Promise<Response>;
  cases(): Promise<z.infer<typeof Item>[]>;
  open(ref: string): Promise<z.infer<typeof DeskCase>>;
}

/** Uses up a one-time link, as the button on its page does. */
export async function signIn(link: string): Promise<Clerk> {
  const { origin, searchParams } = new URL(link);
  const token = searchParams.get("token") ?? "";
  const answer = await fetch(`${origin}/desk/sign-in`, {
    method: "POST",
    headers: { Origin: origin, "Content-Type": "application/x-www-form-urlencoded" },
    body: new URLSearchParams({ token }),
    redirect: "manual",
  });
  const cookie = answer.headers.getSetCookie()[0]?.split(";")[0];
  if (answer.status !== 303 || !cookie) throw new Error(`sign-in was answered ${answer.status}`);

  const get = (path: string) => fetch(`${origin}/desk/api/${path}`, { headers: { Cookie: cookie } });
  const post = (path: string, body?: unknown) =>
    fetch(`${origin}/desk/api/${path}`, {
      method: "POST",
      headers: { Cookie: cookie, Origin: origin, "Content-Type": "application/json" },
      body: JSON.stringify(body ?? {}),
    });
  return {
    get,
    post,
    cases: async () => List.parse(await (await get("cases?view=open")).json()).items,
    open: async (ref) => DeskCase.parse(await (await get(`cases/${ref}?again=1`)).json()),
  };
}
