/** Instants as people of the bank read them, in the bank's zone. */

const formats = new Map<string, Intl.DateTimeFormat>();

function parts(instant: string, zone: string): string {
  let format = formats.get(zone);
  if (!format) {
    format = new Intl.DateTimeFormat("sv-SE", { timeZone: zone, dateStyle: "short", timeStyle: "short" });
    formats.set(zone, format);
  }
  return format.format(new Date(instant));
}

/** "2026-11-22 14:05" */
export const dateTime = (instant: string, zone: string) => parts(instant, zone);

/** "14:05" */
export const timeOnly = (instant: string, zone: string) => parts(instant, zone).slice(11);

/** "2026-11-22" */
export const dayOnly = (instant: string, zone: string) => parts(instant, zone).slice(0, 10);

/** Minutes and hours since, for waits. */
export function since(instant: string, now: number): { zh: string; en: string } {
  const minutes = Math.max(0, Math.floor((now - Date.parse(instant)) / 60_000));
  if (minutes < 60) return { zh: `${minutes} 分钟`, en: `${minutes} min` };
  const hours = Math.floor(minutes / 60);
  if (hours < 48) return { zh: `${hours} 小时`, en: `${hours} h` };
  return { zh: `${Math.floor(hours / 24)} 天`, en: `${Math.floor(hours / 24)} d` };
}
