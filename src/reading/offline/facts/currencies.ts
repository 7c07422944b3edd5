/** Which currency a sign or a word for money means. */

const CURRENCIES: readonly [RegExp, string][] = [
  [/^(?:rmb|cny|¥|yuan|kuai|人民币|软妹币|[块元圆蚊]|大洋|[角毛分])/, "CNY"],
  [/^(?:hk|hong kong)|港/, "HKD"],
  [/^au?(?:d|\$|$)|澳(?:元|币)/, "AUD"],
  [/^ca?(?:d|\$|$)|加(?:元|币)/, "CAD"],
  [/^sg?(?:d|\$|$)|新币|新加坡|坡币/, "SGD"],
  [/^nt|台币/, "TWD"],
  [/^(?:us|u\.s|美|刀)|^[$¢]|dollar|buck|^cents?/, "USD"],
  [/€|eur|欧/, "EUR"],
  [/£|gbp|pound|quid|pence|英|镑/, "GBP"],
  [/jpy|yen|日|円/, "JPY"],
  [/krw|won|韩/, "KRW"],
  [/chf|franc|瑞士|法郎/, "CHF"],
  [/mop|澳门|葡币/, "MOP"],
  [/baht|泰铢/, "THB"],
  [/卢布|rouble|ruble/, "RUB"],
  [/^(?:rm|myr)$|马币|令吉|林吉特|ringgit/, "MYR"],
];

/** Currencies without a minor unit. */
const WHOLE = new Set(["JPY", "KRW"]);

/** The bank's own currency where nothing is said. In the south 蚊 is a yuan as well. */
export function currencyOf(sign: string | undefined): string {
  if (!sign) return "CNY";
  for (const [pattern, code] of CURRENCIES) if (pattern.test(sign)) return code;
  return "CNY";
}

export const minorUnits = (currency: string): number => (WHOLE.has(currency) ? 1 : 100);

/** Small change and slang inside the unit: 五毛, 八角, 一分钱, 20 cents, two grand. */
export function unitFactor(unit: string | undefined): number {
  if (!unit) return 1;
  if (/^[角毛]/.test(unit)) return 0.1;
  if (/^grand/.test(unit)) return 1000;
  return /^分|^cents?|^pence|^¢/.test(unit) ? 0.01 : 1;
}

/** What stands before a number: "hk$", "¥", "rmb ", "人民币". Ends at the number. */
export const SIGN_BEFORE =
  /(?:(?<![a-z])(?:us|hk|nt|au?|ca?|sg?)?\$|[¥£€]|(?<![a-z])(?:usd|hkd|rmb|cny|eur|gbp|jpy|aud|cad|sgd|chf|mop|twd|krw|myr|thb)\$?|(?<![a-z])rm|人民币|美元|美金|港币|欧元|英镑|日元)[ :]?$/;

/** What stands behind it, at `lastIndex`. */
export const UNIT_AT =
  / ?((?:us|hk|au?|ca?|sg?)?[$€£¥¢](?!\d)|rm(?![a-z])|块钱|元钱|块大洋|元整|圆整|元人民币|块人民币|(?:元)?[(（]人民币[)）]|人民币|软妹币|美元|美金|美刀|美分|港币|港元|港纸|澳门元|欧元|欧(?![洲美盟])|英镑|镑|日元|日圆|日币|円|澳元|澳币|加元|加币|新加坡元|新币|坡币|新台币|台币|泰铢|卢布|韩元|韩币|瑞士法郎|法郎|马币|林吉特|块(?!儿|地|石|钱包|屏|表)|元(?![旦宵月素])|圆(?![满形])|刀(?![子具砍切两捅下叉片口刃枪])|蚊(?!子)|大洋|角(?![度落色形债])钱?|毛(?![病利巾衣孩毯])钱?|分钱|(?:us|hk|hong kong|u\.s\.|canadian|australian|singapore) dollars?(?![a-z])|(?:dollars?|bucks?|yuan|pounds?|quid|euros?|cents?|pence|grand|(?:swiss )?francs?|ringgits?|myr|mop|thb|rmb|cny|usd|hkd|eur|gbp|jpy|aud|cad|sgd|chf|krw|yen|won|kuai|baht)(?![a-z]))/y;
