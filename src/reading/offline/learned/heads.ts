/** What the weights decide, and the order of the classes in the weights' file. */
import { Act, Business, Need, Reason, RiskSlug, Venue } from "../../../flows/reading.ts";

export interface Head {
  name: string;
  classes: readonly string[];
  /** Where its classes begin among those of all heads. */
  offset: number;
}

const CLASSES: readonly [name: string, classes: readonly string[]][] = [
  ["act", Act.options],
  ["business", ["none", ...Business.options]],
  ["reason", ["none", ...Reason.options]],
  ["venue", ["none", ...Venue.options]],
  ["emotion", ["0", "1", "2", "3"]],
  ["abuse", ["0", "1", "2"]],
  ["need", Need.options],
  ["injection", ["no", "yes"]],
  ...RiskSlug.options.map((slug): [string, string[]] => [`risk.${slug}`, ["no", "yes"]]),
];

let offset = 0;
export const HEADS: readonly Head[] = CLASSES.map(([name, classes]) => {
  const head = { name, classes, offset };
  offset += classes.length;
  return head;
});
/** Classes of all heads together: the weights of one feature. */
export const WIDTH = offset;
