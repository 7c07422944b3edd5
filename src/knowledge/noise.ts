/** Words of a question that say nothing of its matter: pronouns, particles, politeness, time of day, numbers. */
import { stem } from "./stem.ts";

const ENGLISH = `
a an the this that these those it its i me my mine we us our you your he she they them their his her is am are was
were be been being do does did done have has had having will would shall should can could may might must to of in on
at by for from with without into about as if or and but so than then there here just also too very really what which
who whom whose when where why how please tell know want like need get got give let say said any some all no not dont
cant t s re ve hi hello hey thanks thank ok okay yes sir madam ask question help bank lanchuan happen happened going
go thing things one way much many didnt wont isnt hasnt doesnt wasnt im ive ago again still already now today
yesterday tomorrow week month year hour day last next morning evening back out off up down over only even never ever
another other something someone myself yourself make made take took keep kept come came use used new mean sure fine
well yet because since after before while during two three four five six seven eight nine ten hundred thousand
`;

const CHINESE = `
的 了 吗 呢 吧 啊 呀 哦 嗯 嘛 啦 哈 我 你 您 他 她 它 我们 你们 咱们 他们 是 有 没 没有 在 和 与 跟 或 就 都 也 还 又
才 要 想 会 能 可以 能不能 可不可以 怎么 怎么办 怎么样 怎样 如何 什么 为什么 为啥 咋 咋办 多少 几 哪 哪里 哪儿 哪个 谁
是不是 有没有 要不要 会不会 是否 请问 请 一下 一个 这 那 这个 那个 这样 那样 这么 那么 这种 那种 这里 那里 银行 澜川
澜川银行 贵行 本行 你行 今天 昨天 明天 现在 刚才 刚刚 之前 以后 后来 已经 然后 因为 所以 但是 如果 的话 不是 不 不要
不能 不会 别 很 太 真 真的 非常 特别 到底 究竟 凭什么 说 问 告诉 知道 知不知道 看 觉得 想问 咨询 了解 需要 应该 必须
让 给 把 被 对 从 到 用 去 来 做 办 办理 弄 搞 上 下 里 个 次 点 些 得 着 过 地 自己 人 人家 东西 事 事情 情况 时候
你好 您好 谢谢 麻烦 帮 帮我 帮忙 一直 总是 老是 居然 竟然 还是 而且 并且 或者 只 只能 再 好 行 可 能够 直接 一些 有点
有的 所有 关于 呗 喂 哈哈 哈哈哈 嗨 嘿 早上 早上好 晚上好 再见 拜拜 不了 不到 怎么回事 是什么 什么时候 多久 多长时间
多长 哪些 几天 几个 有人 别人 大家 一般 通常 其他 以及 还有 这儿 那儿 出来 起来 过来 过去 下来 上去 一次 一点 一样
第一 之后 之内 以内 以前 后 前 时 啥 呵呵 嗯嗯 好的 行吗 对吗 好吗 你家 你们家 里面 外面 上面 下面 旁边 那边 这边 对面
那台 这台 那条 那笔 这笔 赶紧 赶快 马上 突然 忽然 明明 好像 似乎 天天 每天 从来 本来 其实 反正 估计 怎么会 实在 死活
压根 半天 好久 太久 好多 好几 好几次 很多 一半 全部 要是 除了 可是 不过 虽然 听说 据说 说好 总得 非得 非要 干嘛 干吗
想要 我要 我想 想取 没法 算数 有用 没用 行不行 管不管 算不算 今年 去年 前年 明年 前天 后天 上个月 下个月 这个月 上周
下周 上次 这次 下次 礼拜 星期 中午 下午 上午 半个 一月 年期 老家 家里 小姑娘 没人 有个 要个 买个 换个 转个 租个 我家
手上 手头 最快 最后 后面 前面 可信 真的假的 靠谱 块钱 多块 莫名其妙 无缘无故 偷偷 麻烦您 急着 急用
`;

const ENGLISH_NOISE: ReadonlySet<string> = new Set(ENGLISH.trim().split(/\s+/).map(stem));
const CHINESE_NOISE: ReadonlySet<string> = new Set(CHINESE.trim().split(/\s+/));

const NUMERAL = /^[零〇一二两三四五六七八九十百千万亿几半\d.,%]+[块元个次天年月号点]?[钱多]?$/;
/** 哈哈哈, 啊啊啊. */
const LAUGHTER = /^(.)\1\1+$/u;

/** Whether a word says nothing of the matter. Latin words come stemmed; their numbers count, for clauses name them. */
export function isNoise(word: string): boolean {
  return /\p{Script=Han}/u.test(word)
    ? CHINESE_NOISE.has(word) || NUMERAL.test(word) || LAUGHTER.test(word)
    : word.length < 2 || ENGLISH_NOISE.has(word);
}
