/** Figures of a text in its language, and whether other text holds them. */
import { type Figure, round } from "./figure.ts";
import { englishFigures } from "./figures-en.ts";
import { chineseFigures } from "./figures-zh.ts";

export function figuresIn(text: string, language: "zh" | "en"): Figure[] {
  return language === "zh" ? chineseFigures(text) : englishFigures(text);
}

/** All that some text names, ready to be asked whether it holds a figure. */
export class FigureSet {
  readonly #exact = new Set<string>();
  /** Numbers without their unit: of all figures, and of those whose unit is not said. */
  readonly #numbers = new Set<number>();
  readonly #bare = new Set<number>();

  constructor(figures: readonly Figure[]) {
    for (const { kind, values, numbers } of figures) {
      for (const value of values) this.#exact.add(keyOf(kind, value));
      for (const number of numbers) {
        this.#numbers.add(number);
        if (bare(kind)) this.#bare.add(number);
      }
    }
  }

  /** Every end of the figure, in the same kind; where one side leaves the unit unsaid, in any. */
  holds({ kind, values, numbers }: Figure): boolean {
    return values.every((value, end) => {
      const number = numbers[end] ?? value;
      return this.#exact.has(keyOf(kind, value)) || this.#bare.has(number) || (bare(kind) && this.#numbers.has(number));
    });
  }
}

/** Kinds that may stand for another: "200,000 a year" beside yuan, "the 20th" beside 20日, 65 for an age. */
function bare(kind: string): boolean {
  return kind === "count" || kind === "ordinal";
}

/** Midnight is 0:00 of one day and 24:00 of the other. */
function keyOf(kind: string, value: number): string {
  return `${kind} ${kind === "clock" ? value % 1440 : round(value)}`;
}
