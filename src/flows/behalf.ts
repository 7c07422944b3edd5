/** Somebody writes for somebody else: welcome, and told once what authority will be needed (银保监会令2020年第3号 第14条). */
import type { OnBehalf } from "./conversation.ts";
import { add, type Draft } from "./draft.ts";
import { find } from "./learn.ts";
import { known } from "./ledger.ts";
import type { FactName } from "./reading.ts";

const HEIR =
  /去世|过世|走了|不在了|继承|遗产|亡|passed away|late (?:father|mother|husband|wife)|deceased|heir|estate|inherit/iu;
const ORGANISATION = /公司|单位|企业|财务|出纳|会计|法人|our company|my company|our (?:firm|business)|employer/iu;
const PAID = /代理|律师|委托人|受托|征信修复|attorney|lawyer|solicitor|agent/iu;

function behalfOf(words: string): OnBehalf {
  if (HEIR.test(words)) return "heir";
  if (PAID.test(words)) return "agent";
  return ORGANISATION.test(words) ? "organisation" : "relative";
}

/** "本人", "我自己": nobody else is meant. */
const SELF = /^(?:我?(?:自己|本人)|myself|me|self)/iu;

export function noteBehalf(draft: Draft, id: string, learnt: readonly FactName[]): void {
  const matter = find(draft, id);
  const authority = matter && learnt.includes("authority") ? known(matter, "authority") : undefined;
  if (!matter || authority?.name !== "authority" || SELF.test(authority.value)) return;
  if (matter.facts.filter((fact) => fact.name === "authority").length > 1) return;
  add(draft, { type: "behalf-noted", matter: id, behalf: behalfOf(`${authority.text} ${matter.words}`) });
}
