/** How far two people who labelled the unseen messages independently agree: no reader can be surer than they are. */

import type { Labelled } from "./messages.ts";
import { secondLabels } from "./messages.ts";
import { share } from "./scores.ts";

const ORDERS = /^inj/;
const P0 = ["self-harm", "violence", "unauthorised-transaction", "scam", "data-leak"];

export function agreement(unseen: readonly Labelled[]): string[] {
  const second = secondLabels();
  const orders = unseen.flatMap((first) => {
    const other = ORDERS.test(first.id) ? second.get(first.id) : undefined;
    return other ? [other.injection === first.injection] : [];
  });
  const both = unseen
    .filter(({ id }) => !ORDERS.test(id))
    .flatMap((first) => {
      const other = second.get(first.id);
      return other ? [{ first, other }] : [];
    });
  if (both.length === 0) return ["not labelled twice yet"];
  const same = (name: string, of: (one: Labelled) => string, only: (one: Labelled) => boolean = () => true) => {
    const rows = both.filter(({ first, other }) => only(first) || only(other));
    const { value, n } = share(rows.filter(({ first, other }) => of(first) === of(other)).length, rows.length);
    return `${name.padEnd(42)} ${(100 * value).toFixed(1)} %  n ${n}`;
  };
  const risks = (one: Labelled, of: (slug: string) => boolean) =>
    [...new Set(one.risks.map(({ slug }) => slug).filter(of))].sort().join();
  return [
    `${"orders to the bot".padEnd(42)} ${(100 * share(orders.filter(Boolean).length, orders.length).value).toFixed(1)} %  n ${orders.length}`,
    same("act", ({ act }) => act),
    same(
      "business, where one gave it",
      ({ business }) => `${business}`,
      ({ business }) => business !== null,
    ),
    same(
      "reason, where one gave it",
      ({ reason }) => `${reason}`,
      ({ reason }) => reason !== null,
    ),
    same(
      "venue, where one gave it",
      ({ venue }) => `${venue}`,
      ({ venue }) => venue !== null,
    ),
    same("emotion, exact", ({ emotion }) => `${emotion}`),
    same("abuse", ({ abuse }) => `${abuse}`),
    same(
      "risks P0, where one gave one",
      (one) => risks(one, (slug) => P0.includes(slug)),
      (one) => one.risks.some(({ slug }) => P0.includes(slug)),
    ),
    same(
      "all risks, where one gave one",
      (one) => risks(one, () => true),
      (one) => one.risks.length > 0,
    ),
  ];
}
