/** Milliseconds since 1970 of an ISO instant, whatever its offset. Throws RangeError for anything else. */
export function millis(instant: string): number {
  const ms = Date.parse(instant);
  if (Number.isNaN(ms)) throw new RangeError("not an ISO instant");
  return ms;
}

export function isoInstant(ms: number): string {
  return new Date(ms).toISOString();
}
