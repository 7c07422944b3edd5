/** Words by which a text would commit the bank: promises, amounts, dates. For the guard of staff and for the bot's conduct. */

export const PROMISES =
  /保证|一定(?:会)?(?:赔|退|给|解决)|全额(?:赔|退)|肯定(?:会)?(?:赔|退|给)|承诺|负全责|我行(?:全责|的错)|guarantee|promise|we will (?:refund|pay|compensate)|full refund|our fault|liable/giu;

export const AMOUNTS = /(?:[¥￥$]\s?\d[\d,]*(?:\.\d+)?|\d[\d,]*(?:\.\d+)?\s?(?:万元|元|块|万|yuan|CNY|RMB|USD))/giu;

export const DATES =
  /\d{4}-\d{1,2}-\d{1,2}|\d{1,2}月\d{1,2}[日号]|\d+\s?(?:个?工作日|天内|小时内|working days|business days|hours)/giu;
