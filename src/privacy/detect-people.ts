/** Names after a cue, and postal addresses. */

import type { PersonalKind } from "../flows/reading.ts";
import { matchesOf } from "../matches.ts";

interface Found {
  kind: PersonalKind;
  start: number;
  end: number;
}

const SURNAMES = new Set(
  "王李张張刘劉陈陳杨楊黄黃赵趙吴吳周徐孙孫马馬朱胡郭何高林罗羅郑鄭梁谢謝宋唐许許韩韓冯馮邓鄧曹彭曾肖蕭萧田董袁潘于蒋蔣蔡余杜叶葉程苏蘇魏吕呂丁任沈姚卢盧姜崔钟鐘鍾谭譚陆陸汪范金石廖贾賈夏韦韋付傅方白邹鄒孟熊秦邱江尹薛闫阎閻段雷侯龙龍史陶黎贺賀顾顧毛郝龚龔邵万萬钱錢严嚴覃武戴莫孔向汤湯施柳温溫牛安左邢申倪齐齊康伍施洪季俞章鲁魯葛古翟樊岳庄莊梅甘欧歐殷祝凌霍纪紀焦涂路包裴童尚关關柯翁卓冉苗詹辛盛耿管景舒牟焉蓝藍游滕屈褚解娄婁鲍鮑臧阮匡谷幸司连連仇温滕饶饒吉窦竇卜卞".split(
    "",
  ),
);
const COMPOUND = /^(?:欧阳|歐陽|司马|司馬|上官|诸葛|諸葛|尉迟|尉遲|皇甫|东方|東方|慕容|令狐|司徒)/;
/** Characters that hardly ever end a given name but often follow one. */
const NOT_GIVEN =
  /[的了是在你我他她们們住来來想要有电電手身今昨已被也和跟与與吗嗎吧呢啊,，。!?、:;\s不没沒这這那去到就还還从從于於把给給请請说說卡帐账]/;

function hanName(text: string, at: number): number {
  const compound = COMPOUND.test(text.slice(at, at + 2));
  const first = text[at] ?? "";
  if (!compound && !SURNAMES.has(first)) return 0;
  let length = compound ? 2 : 1;
  const given = length;
  while (length < given + 2) {
    const c = text[at + length] ?? "";
    if (!/[\u3400-\u9fff]/.test(c) || NOT_GIVEN.test(c)) break;
    length += 1;
  }
  return length;
}

const NAME_CUE =
  /(?:我叫做?|本人叫|我名叫|名字(?:是|叫)|姓名(?:是|[:：])? ?|[户戶]名(?:是|叫|[:：]) ?|持卡人(?:是|叫|[:：]) ?|[联聯][系繫]人(?:是|叫|[:：])? ?|收款人(?:是|叫|[:：])? ?|[签簽]名[:：] ?)/g;
const SURNAME_CUE = /(?<![你他她谁誰都同])(?:我|本人|免[贵貴]|[贵貴])姓 ?/g;
const TITLE_CUE = /(?:我是|我叫|找我,?|本人)(?=[\u3400-\u9fff]{1,3}(?:先生|女士|小姐|太太))/g;
const I_AM = /我是(?=[\u3400-\u9fff]{2,3}(?:[,，。!\s]|$))/g;
/** "我是经理", "我叫车": these follow the cue and are no names. */
const NO_NAME =
  /^(?:车|車|何[时時]|[于於]是|任何|方便|高[兴興]|[温溫]州|安徽|江[苏蘇]|金卡|白金|毛病|管理|向[你您]|[钱錢]|包[装裝]|石|古|路人|连|連|关|關|[严嚴]重|万|萬|解|向|于|尚|武[汉漢]|[广廣]|[贺賀]州|石家|马上|馬上|包括|[温溫]|[安]全|康|[齐齊]|成|[余餘]额|江西|田|孔)/;
const ENGLISH_NAME =
  /(?:\b(?:[Mm]y (?:full )?name is|[Mm]y name's|MY NAME IS|[Ii] am called|[Nn]ame ?:|[Tt]his is|(?:account|card) ?holder(?:'s name)?(?: is|:)) |\b(?:I'm|I am) (?=[A-Z][a-z]+ [A-Z])|\b(?:Mr|Mrs|Ms|Miss|Dr)\.? |\b(?:[Kk]ind |[Bb]est )?(?:[Rr]egards|[Ss]incerely|[Yy]ours truly|Thanks|Cheers),? ?\n ?)([A-Z][a-zA-Z'’-]{1,20}(?: [A-Z][a-zA-Z'’.-]{0,20}){0,3})/g;
const ENGLISH_LOWER_NAME = /\bmy (?:full )?name is ([a-z]{2,15}(?: [a-z]{2,15})?)(?=[.,!\n]|$| and\b)/gi;
const NOT_A_NAME =
  /^(?:The|This|That|It|Not|Very|Your|My|A|An|Is|Lanchuan|Bank|Customer|Card|On|In|I|What|How|Why|Ridiculous|Unacceptable|Urgent|Just)\b/;

/** Names after cues such as 我叫 / 我姓 / my name is. */
export function detectNames(text: string): Found[] {
  const found: Found[] = [];
  const add = (start: number, length: number) => {
    if (length > 0) found.push({ kind: "name", start, end: start + length });
  };
  if (/[\u3400-\u9fff]/.test(text)) {
    for (const cue of matchesOf(NAME_CUE, text)) {
      const at = cue.index + cue[0].length;
      if (NO_NAME.test(text.slice(at, at + 2))) continue;
      const length = hanName(text, at);
      if (length >= 2) {
        add(at, length);
        continue;
      }
      const foreign = /^[\u3400-\u9fff]{2,6}·[\u3400-\u9fff]{2,8}/.exec(text.slice(at, at + 20));
      const latin = /^[A-Z][a-z]{1,20}(?: [A-Z][a-z]{1,20}){0,2}/.exec(text.slice(at, at + 64));
      add(at, (foreign ?? latin)?.[0].length ?? 0);
    }
    for (const cue of matchesOf(SURNAME_CUE, text)) {
      const at = cue.index + cue[0].length;
      const surname = COMPOUND.test(text.slice(at, at + 2)) ? 2 : SURNAMES.has(text[at] ?? "") ? 1 : 0;
      if (surname === 0) continue;
      // 我姓王名小明 / 我姓王，叫王小明 are caught by their own cue.
      add(at, surname);
      const full = /^[,， ]?(?:名|叫)([\u3400-\u9fff]{1,3})(?=[,，。!\s]|$)/.exec(
        text.slice(at + surname, at + surname + 6),
      );
      if (full?.[1]) add(at + surname + full[0].length - full[1].length, full[1].length);
    }
    for (const pattern of [TITLE_CUE, I_AM]) {
      for (const cue of matchesOf(pattern, text)) {
        const at = cue.index + cue[0].length;
        if (NO_NAME.test(text.slice(at, at + 2))) continue;
        const length = hanName(text, at);
        if (length === 0) continue;
        const titled = text.slice(at, at + length).search(/先生|女士|小姐|太太|先|女|小|太/);
        if (pattern === TITLE_CUE) add(at, titled > 0 ? titled : length);
        else if (length >= 2 && /[,，。!\s]|^$/.test(text[at + length] ?? "")) add(at, length);
      }
    }
  }
  if (/[A-Za-z]/.test(text)) {
    for (const match of matchesOf(ENGLISH_NAME, text)) {
      const name = (match[1] ?? "").replace(/(?: (?:And|I|From|My|The|At|Of)\b.*|[.'’-]+)$/, "");
      if (name.length > 1 && !NOT_A_NAME.test(name))
        add(match.index + match[0].length - (match[1] ?? "").length, name.length);
    }
    for (const match of matchesOf(ENGLISH_LOWER_NAME, text)) {
      const name = match[1] ?? "";
      if (!/^(?:not|on|in|wrong|misspel|spelt|the|still|being)/i.test(name))
        add(match.index + match[0].length - name.length, name.length);
    }
  }
  return found;
}

const STREET_CORE =
  /(?:路|街|巷|弄|道|村|胡同|小[区區]|花[园園]|苑|公寓|大[厦廈]|新城|[园園]|家[园園]|里|庄|莊) ?(?:\d{1,5}|[一二三四五六七八九十百]{1,4})(?:-\d{1,4})? ?(?:[号號][楼樓院]?|弄|[栋棟]|幢|[单單]元|座)/g;
const MORE_AFTER =
  /^(?:,? ?(?:\d{1,5}|[A-Za-z]|[甲乙丙丁一二三四五六七八九十]{1,3})(?:-\d{1,4}){0,2} ?(?:[号號][楼樓]?|[栋棟]|幢|[单單]元|室|[楼樓]|[层層]|座|弄)){1,5}/;
/** The words before an address: it starts after the last of them. */
const BEFORE_ADDRESS =
  /(?:家住|住在|我住|住址|地址|住|寄到|送到|搬到|寄去|位于|位於|在|是|到|为|為|的|了|[:：,，。!?\s;])/g;
const REGION_CUE =
  /(?:家住|住在|我住|住址(?:是|[:：])?|(?:家庭|通[讯訊]|[联聯][系繫]|居住|收件|收[货貨]|我的|邮寄|郵寄)地址(?:是|[:：]|[为為])?|地址(?:是|[:：]|[为為])) ?(?=[\u3400-\u9fffA-Za-z0-9]{2,30})/g;
const ENGLISH_ADDRESS =
  /\b\d{1,5}[A-Za-z]? (?:[A-Z][A-Za-z'.]{0,18} ){1,4}(?:Street|St|Avenue|Ave|Road|Rd|Lane|Ln|Drive|Dr|Boulevard|Blvd|Court|Ct|Way|Place|Terrace|Square|Close|Crescent|Highway|Hwy)\b\.?(?:,? (?:Apt|Flat|Suite|Unit|Room|#)\.? ?[A-Za-z0-9-]{1,6})?/g;

/** Postal addresses. A branch's own address is a place, not personal data. */
export function detectAddresses(text: string): Found[] {
  const found: Found[] = [];
  if (/[\u3400-\u9fff]/.test(text)) {
    for (const core of matchesOf(STREET_CORE, text)) {
      const left = text.slice(Math.max(0, core.index - 24), core.index);
      let from = 0;
      for (const stop of matchesOf(BEFORE_ADDRESS, left)) from = stop.index + stop[0].length;
      const han = /[\u3400-\u9fffA-Za-z0-9]*$/.exec(left.slice(from))?.[0] ?? "";
      if (han.length === 0) continue;
      const coreEnd = core.index + core[0].length;
      const end = coreEnd + (MORE_AFTER.exec(text.slice(coreEnd, coreEnd + 48))?.[0].length ?? 0);
      if (
        /^(?:的|那[个個家])?(?:支行|[网網][点點]|[营營][业業]|分行|ATM|自助|[银銀]行|柜|櫃)/i.test(
          text.slice(end, end + 6),
        )
      )
        continue;
      found.push({ kind: "address", start: core.index - han.length, end });
    }
    for (const cue of matchesOf(REGION_CUE, text)) {
      const at = cue.index + cue[0].length;
      const words = /^[\u3400-\u9fffA-Za-z0-9-]{2,40}/.exec(text.slice(at, at + 40))?.[0] ?? "";
      if (/(?:省|市|[区區]|[县縣]|[镇鎮]|街道|村|[乡鄉])[\u3400-\u9fff0-9]/.test(words))
        found.push({ kind: "address", start: at, end: at + words.length });
    }
  }
  if (/\d/.test(text)) {
    for (const match of matchesOf(ENGLISH_ADDRESS, text))
      found.push({ kind: "address", start: match.index, end: match.index + match[0].length });
  }
  return found;
}
