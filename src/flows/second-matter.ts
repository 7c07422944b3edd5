/**
 * Two complaints in one breath: "卡被吞了，另外你们柜员态度也很差".
 * A cue only divides the words; whether the second part is a complaint of its
 * own is for the reading of that part to say.
 */
const CUES =
  /(?:^|[，,。.；;！!？?\s])(?:另外还有一件事|另外还有|另外|还有一件事|还有就是|第[一二三四](?:件事?|个(?:问题|事)?)?(?=[，,、：:\s])|第二件事|第三件事|顺便(?:再)?投诉|此外|also|another thing|on top of that|besides that|secondly)[，,:：\s]*/giu;

const STARTS =
  /^\s*(?:另外|还有一件事|還有一件事|第[二三四](?:件|个)|再投诉|另一件|another thing|one more thing|a second complaint|secondly|also[, ])/iu;

/** The customer says that something new begins. */
export const startsAnother = (text: string): boolean => STARTS.test(text);

/** Parts of the text that may each hold a matter; one part when there is no cue. At most three. */
export function parts(text: string): string[] {
  const found: string[] = [];
  let from = 0;
  for (const cue of text.slice(0, 4000).matchAll(CUES)) {
    const before = text.slice(from, cue.index).trim();
    if (before.length < 4) continue;
    found.push(before);
    from = cue.index + cue[0].length;
    if (found.length === 2) break;
  }
  found.push(text.slice(from).trim());
  return found.filter((part) => part.length >= 4).length === found.length ? found : [text];
}

const ADDING =
  /^\s*(?:我?(?:再|要|想)?补充|補充|忘了(?:说|講|讲)|刚才(?:忘|漏)|to add\b|i forgot (?:to (?:say|mention|tell)|one thing)|one more detail|just to add)/iu;

/** "补充一下，…": more about the matter at hand, whatever else it may sound like. */
export const addsToIt = (text: string): boolean => ADDING.test(text);
