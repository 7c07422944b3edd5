/** Work in lines: of one name one after the other, of different names side by side. */
export interface Lines {
  /** `work` must not reject. */
  inLine(name: string, work: () => Promise<void>): void;
  settled(): Promise<void>;
}

export function createLines(): Lines {
  const lines = new Map<string, Promise<void>>();
  return {
    inLine(name, work) {
      const mine = (lines.get(name) ?? Promise.resolve()).then(work);
      lines.set(name, mine);
      void mine.then(() => {
        if (lines.get(name) === mine) lines.delete(name);
      });
    },
    async settled() {
      while (lines.size > 0) await Promise.all(lines.values());
    },
  };
}
