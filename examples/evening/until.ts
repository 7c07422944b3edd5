/** Looks until `look` finds something. Throws after `timeoutMs`, naming what was waited for. */
export async function until<T>(what: string, look: () => Promise<T | null>, timeoutMs = 45_000): Promise<T> {
  const end = performance.now() + timeoutMs;
  for (;;) {
    const found = await look();
    if (found !== null) return found;
    if (performance.now() > end) throw new Error(`waited in vain for ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
