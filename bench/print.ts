/** Figures and the table they are shown in. Every measure runs alone in a process of its own and reports here. */

export interface Figure {
  name: string;
  value: number;
  unit: "ms" | "s" | "MB" | "KB" | "a second" | "ratio" | "count";
  /** What the project wants of it: at most, or at least, this value. */
  goal?: { atMost: number } | { atLeast: number };
  note?: string;
}

/** What a measure sends to `run.ts`. `missing`: why a part of it could not be measured. */
export interface Report {
  figures: Figure[];
  missing: string[];
}

export const median = (values: readonly number[]): number => percentile(values, 50);

/** Nearest rank; 0 of nothing. */
export function percentile(values: readonly number[], percent: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil((percent / 100) * sorted.length) - 1)] ?? 0;
}

/** To the parent when `run.ts` started this process, else to the terminal. */
export function report(figures: Figure[], missing: string[] = []): void {
  if (process.send) process.send({ figures, missing } satisfies Report);
  else process.stdout.write(`${[...table(figures), ...missing].join("\n")}\n`);
}

export function isReport(message: unknown): message is Report {
  return typeof message === "object" && message !== null && "figures" in message && "missing" in message;
}

/** Lines of a table: figure, value, goal, whether it is met. */
export function table(figures: readonly Figure[]): string[] {
  const rows = figures.map((figure) => [
    figure.name,
    `${rounded(figure.value)} ${figure.unit === "ratio" || figure.unit === "count" ? "" : figure.unit}`.trim(),
    figure.goal
      ? `${"atMost" in figure.goal ? "≤" : "≥"} ${"atMost" in figure.goal ? figure.goal.atMost : figure.goal.atLeast}`
      : "",
    figure.goal ? (met(figure.value, figure.goal) ? "met" : "MISSED") : "",
    figure.note ?? "",
  ]);
  const widths = [0, 1, 2, 3].map((column) => Math.max(0, ...rows.map((row) => row[column]?.length ?? 0)));
  return rows.map((row) =>
    row
      .map((cell, column) => (column === 1 ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[column] ?? 0)))
      .join("  ")
      .trimEnd(),
  );
}

const met = (value: number, goal: NonNullable<Figure["goal"]>): boolean =>
  "atMost" in goal ? value <= goal.atMost : value >= goal.atLeast;

const rounded = (value: number): string =>
  Math.abs(value) >= 100 ? value.toFixed(0) : value.toFixed(Math.abs(value) >= 10 ? 1 : 3);
