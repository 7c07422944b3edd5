/**
 * Words by which two statements are known to speak of one thing. Left out are words that any clause could use
 * (上限, 收取, at most): they say how a figure is meant, not of what. Kept apart are marks: 信用卡 or 境外 in a title
 * changes what every figure below is for.
 */
import { isNoise } from "../noise.ts";
import { type Cut, isHan, plain, units } from "../words.ts";

const NEUTRAL = new Set(
  `最高 最多 最长 最低 最少 至少 上限 下限 限额 额度 不超过 超过 不足 不满 以内 以上 以下 收取 收费 费用 标准 金额 现金额 时间 期限
  时限 方式 通常 大约 左右 合计 累计 总共 总额 每笔 每次 单笔 单次 每件 单件 每人 每月 每年 每季 每季度 每日 当天 当日 可以 需要 应当
  必须 统一 默认 目前 现在 申请 客户 情形 项目 种类 主卡 借记卡 储蓄卡 银行卡 信用卡 贷记卡 附属卡 附属 副卡 境内 国内 境外 国外 海外
  跨行 人民币 个人 本人 我行 元 万元 工作日 小时 分钟 个月 自然日 一般 怎样 提前 预约 各类 各种 工本费 丢失 人为 损坏 多少钱 够不够
  什么 如何 规则 规定 服务 及其 相关 有关 其中 包括 之间 期间 当时 立即 即可 免费 不收 内 起 满 约 为 收 按 每 天 年 月 日 次 笔 张
  多 高 低 共 各 均 由 向 至 等 及 并 则 于 以 限
  limit limits maximum minimum most least up fee fees charge charges amount time per each day days month year customer customers
  within usually normally about more less than free cost costs total once single standard item type way yuan working business hour
  hours minute minutes rule rules domestic own debit card cards`.split(/\s+/),
);
/** Characters that build sentences and name nothing. */
const PARTICLES = new Set(
  "主费本其该所最又之以已仍须凡若如因随先另单笔卡钱者时处种类项件段款号条份名位家台个均且但故即令",
);
/** Names of one deed. */
const SAME = new Map(
  Object.entries({
    取: ["取现", "取款", "取钱", "支取"],
    转: ["转账", "转出", "转给"],
    还: ["还款"],
    存: ["存入"],
  }).flatMap(([deed, names]) => names.map((name) => [name, deed] as const)),
);
/** What the bank does in every matter: alone it tells no two apart. */
const PROCEDURE = new Set(
  `书面 答复 回复 告诉 告知 通知 提醒 查清 查明 核实 核对 核查 复核 审核 结果 确认 退回 退还 退款 恢复 到账 补上 处理 登记 受理 安排 电话 短信
  有效 有效期 生效 发生 收到 提交 完成 给出 说明 超过 每个 一次 全额 原路 款项 差额 材料 证明 原因 账户 业务 银行 网点 第一 次日 答复您 告诉您 您 查 答 寄`.split(
    /\s+/,
  ),
);

/**
 * Name, words, and words of the opposite: where the piece itself names the opposite, a mark of its context is void.
 * `NEAR` marks hold only where the piece or its heading names them, the others also from the title.
 */
type Mark = readonly [string, RegExp, RegExp?];
const MARKS: Record<"zh" | "en", readonly Mark[]> = {
  zh: [
    ["信用卡", /信用卡|贷记卡|普卡|金卡/, /借记卡|储蓄卡/],
    ["附属卡", /附属卡|副卡/, /主卡/],
    ["境外", /境外|国外|海外|外币|外汇|美元/, /境内|国内/],
    ["其他银行", /(?:其他|别的|他|外)(?:银)?行|跨行/, /本行/],
    ["企业", /企业|单位|对公|公司|商户/, /个人/],
    ["未成年人", /未成年|儿童|孩子|学生/, /成年人/],
    ["老年人", /老年|老人|周岁及以上/],
    ["二类", /[二三]类|Ⅱ|Ⅲ/, /一类/],
    ["房贷", /房贷|住房贷款/],
    ["消费贷", /消费贷|消费贷款/],
    ["经营贷", /经营(?:性)?贷/],
  ],
  en: [
    ["credit card", /credit card|gold card|platinum/i, /debit card/i],
    ["supplementary", /supplementary|additional card/i, /main card/i],
    ["overseas", /overseas|abroad|foreign|US dollar/i, /mainland|domestic/i],
    ["other bank", /(?:other|another)(?: bank|'s)|interbank/i, /within our bank/i],
    ["company", /compan|corporate|merchant/i, /personal|individual/i],
    ["minor", /minor|child|student/i],
    ["older", /older|elderly|aged 6/i],
    ["class II", /class (?:II|2|two)/i, /class (?:I|1|one)\b/i],
    ["mortgage", /mortgage|home loan/i],
    ["consumer loan", /consumer loan/i],
    ["business loan", /business loan/i],
  ],
};

const NEAR: Record<"zh" | "en", readonly Mark[]> = {
  zh: [
    ["临时", /临时/, /正式/],
    ["加急", /加急/, /普通/],
    ["首次", /首[次年笔月]|新开|第一[次年笔]/],
    ["电子", /电子/],
    ["提前还款", /提前还|提前结清/],
  ],
  en: [
    ["temporary", /temporary/i, /formal/i],
    ["express", /express|urgent/i],
    ["first", /\bfirst\b|\bnew account/i],
    ["early repayment", /early repayment|repay(?:ing)? early/i],
  ],
};

/** The words of `text` that name a thing, marks and neutral words left out. */
export function itemWords(text: string, language: "zh" | "en", cut: Cut): Set<string> {
  return new Set(language === "zh" ? hanWords(text, cut) : latinWords(text));
}

function hanWords(text: string, cut: Cut): string[] {
  return (plain(text).match(/[\p{Script=Han}a-z]+/gu) ?? [])
    .flatMap((run) => cut(run))
    .filter((word) => !NEUTRAL.has(word) && !PARTICLES.has(word) && !isNoise(word))
    .map((word) => SAME.get(word) ?? word);
}

function latinWords(text: string): string[] {
  const neutral = (unit: string) => NEUTRAL_STEMS.has(unit) || isNoise(unit) || /^\d/.test(unit);
  return units(plain(text)).filter((unit) => /^[a-z]/.test(unit) && !isHan(unit) && !neutral(unit));
}

const NEUTRAL_STEMS = new Set([...NEUTRAL].filter((word) => /^[a-z]/.test(word)).flatMap((word) => units(word)));

/** How many of the words name a thing, and not only what is done in every matter. */
export function thingsIn(item: ReadonlySet<string>): number {
  return [...item].filter((word) => !PROCEDURE.has(word) && !PROCEDURE_STEMS.has(word)).length;
}

const PROCEDURE_STEMS = new Set(
  units(
    `answer answers written writing write tell told notify notified check checked result results reply replies text texts refund
    refunded return returned pay paid back arrive arrives confirm confirmed record recorded book booked ahead ring call branch app
    account receive received notice reason reasons decision review reviewed look apply`,
  ),
);

/** Marks of a piece of text: what it names, what the pieces it depends on and the heading name, and what the title names. */
export function marksOf(piece: string, near: string, title: string, language: "zh" | "en"): string {
  const marks = [
    ...MARKS[language].filter((mark) => holds(mark, piece, `${near} ${title}`)),
    ...NEAR[language].filter((mark) => holds(mark, piece, near)),
  ];
  return marks.map(([name]) => name).join(" ");
}

function holds([, mark, opposite]: Mark, piece: string, context: string): boolean {
  return mark.test(piece) || (mark.test(context) && !opposite?.test(piece));
}

/** Whether every word of `item` is among `words`. */
export function covered(item: ReadonlySet<string>, words: ReadonlySet<string>): boolean {
  return [...item].every((word) => words.has(word));
}
