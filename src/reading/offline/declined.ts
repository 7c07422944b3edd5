/** What the customer will not tell, said by its name: "名字就不说了，电话是138…" refuses one thing and gives another. */
import type { FactName } from "../../flows/reading.ts";

const NAMED: readonly [FactName, string, string][] = [
  ["person", "真?名字|姓名|真名|全名|姓什么|怎么称呼", "(?:real |full )?name"],
  ["phone", "电话号?码?|手机号?码?|号码|联系方式", "(?:phone|telephone|mobile|contact)(?: number)?|number"],
  ["card-tail", "卡号|[后尾]四位|尾号", "card (?:number|digits)|last four(?: digits)?"],
  ["account-tail", "账号", "account number"],
];
const UNWILLING = "不太?(?:想|愿意?|方便|便|肯|能)|先不|就不|也不|保密";
const TELL = "说|讲|留|给|告诉|透露|提供|报";
const ENGLISH_UNWILLING =
  "rather not|don't want to|do not want to|won't|will not|not going to|prefer not to|not comfortable|can't";
const ENGLISH_TELL = "give|giving|say|saying|share|sharing|tell|telling|leave|leaving|provide|providing";

const PATTERNS: readonly [FactName, RegExp][] = NAMED.map(([name, han, latin]) => [
  name,
  new RegExp(
    `(?:${han})[我这个]{0,2}(?:(?:${UNWILLING})(?:${TELL})?|[就也]?免了|算了)|(?:${UNWILLING})(?:${TELL})(?:你们?)?(?:我的?)?(?:${han})|` +
      `\\b(?:${ENGLISH_UNWILLING}) (?:${ENGLISH_TELL})(?: you| out)*(?: my| a| the)? (?:${latin})\\b|\\bkeep my (?:${latin}) (?:private|to myself|out of)|\\bno names?, (?:please|thanks)`,
  ),
]);

/** Facts the text refuses by name. */
export function findDeclined(plain: string): FactName[] {
  return PATTERNS.flatMap(([name, pattern]) => (pattern.test(plain) ? [name] : []));
}
