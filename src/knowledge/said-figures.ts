/** Figures as they are written: "1,000", "3%", "两个" before what is counted. */
const FIGURE =
  /\d+(?:[.,]\d+)*%?|[零〇一二两三四五六七八九十百千万亿半]+(?=[个元块天日年月次笔张倍成%小分秒周季折万亿])/gu;

/** Of plain text, in order; thousands are not set apart. */
export const saidFigures = (text: string): string[] =>
  [...text.matchAll(FIGURE)].map(([figure]) => figure.replaceAll(",", ""));
