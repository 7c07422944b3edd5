/**
 * Every match of a pattern with the `g` flag, in order. `String.prototype.matchAll` makes a new pattern for each call,
 * which costs more than the search itself where texts are short and patterns many.
 */
export function matchesOf(pattern: RegExp, text: string): RegExpExecArray[] {
  const found: RegExpExecArray[] = [];
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    found.push(match);
    if (match[0] === "") pattern.lastIndex += 1;
  }
  return found;
}
