/** Orders that give themselves away by their form: markup of model prompts, code, and writing meant to slip past a filter. */

export const MARKUP: readonly RegExp[] = [
  /<\|[a-z_]{2,20}\|>|\[\/?inst\]|#{2,4} ?(?:system|instructions?|admin|管理员|新的?(?:系统|指令|规则)|系统(?:指令|规则))/,
  /<\/?(?:system|instructions?|系统|tool|user|assistant|admin|prompt|override)>|<!--[^>]{0,80}(?:bot|ai|approve|assistant|system|机器人)/,
  /"?role"? ?[:=] ?"(?:system|assistant|developer|admin)|```(?:system|prompt|admin)|"?(?:override|jailbreak|god_?mode|dev_?mode|safety|guardrails)"? ?[:=] ?"?(?:all|true|off|on|1|none|false|disabled)/,
  /\b(?:approve|refund|grant|close|update|delete|set)_(?:case|refund|all|complaint|status|loan)\b|\baction=|\bfunction[ _]call\b|\btool[ _]call\b|\bapprove(?:d)?=true|\bsudo |--(?:refund|force|approve)\b/,
  /[{,] ?"(?:cmd|command|force|action|exec|function|tool|admin)" ?: ?(?:"|true)/,
  /\b(?:drop|truncate|alter) table\b|\bselect \* from\b|\bdelete from \w+|;--|权限 ?= ?管理员|打印\(|\bprint\((?:env|config|prompt)/,
  /-{2,4} ?(?:end|begin|start|new)(?: of)?(?: the)? ?(?:system |user )?(?:prompt|instructions?|context|rules)/,
  /(?:^|[\n。!?;,，#\->)\] ])新(?:的)?(?:prompt|系统规则|指令|提示词|策略|规则|身份|系统提示)(?:如下|生效)?[:：，,]/,
  /(?:输出|返回|回复)(?:为|成|一个)? ?json|[{,] ?"(?:退款|赔偿|审批|状态|结果|refund|approval|approved)" ?: ?"?(?:同意|批准|通过|已|approved|granted|yes|true)/,
];

/** Ways of writing that hide an order together with the word to follow what comes out. */
export const DISGUISE: readonly RegExp[] = [
  /(?:base64|摩斯|摩尔斯|rot13|十六进制|hex|倒过来|反过来|倒着|逆序|解码|译码|解密|密文|凯撒)[\s\S]{0,24}(?:照做|照着|执行|照办|遵照|按它|按里面)/,
  /(?:执行|照做)[\s\S]{0,16}(?:base64|倒过来|反过来|解码|解密)/,
  /\b(?:decode|decrypt|decipher|unscramble|reverse|rot13|base64)\b[\s\S]{0,40}\b(?:do (?:what|as)|follow|execute|obey|run it|act on)/,
  /(?:hu ?lve?|hu ?lue|wu ?shi|wang ?diao)[^\u4e00-\u9fff]{0,30}(?:gui ?ze|zhi ?ling|xian ?zhi|ti ?shi)|xi ?tong ?ti ?shi|ti ?shi ?ci/,
];

const SPACED = /(?:[\u4e00-\u9fff][ 、.·*\-_/|~]){4,}[\u4e00-\u9fff]/;
const BETWEEN = /(?<=[\u4e00-\u9fff])[ 、.·*\-_/|~]+(?=[\u4e00-\u9fff])/g;
const BACKWARDS = /倒过来|反过来|倒着|逆序|从后往前|backwards|reverse/;
/** What the message says once its letters are put together again; nothing when they are in order. */
export function* undisguised(plain: string): Generator<string> {
  if (SPACED.test(plain)) yield plain.replace(BETWEEN, "");
  if (BACKWARDS.test(plain)) yield [...plain.slice(0, 400)].reverse().join("");
}
