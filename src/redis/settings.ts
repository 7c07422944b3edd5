/** The setting of the Redis that processes share. Off unless set. */
const EXPECTED = "expected an address such as redis://127.0.0.1:6379 or rediss://user:password@redis.bank.example:6380";

export function redisSettings(given: Readonly<Record<string, string | undefined>>): {
  url: string | null;
  problems: string[];
} {
  const { REDIS_URL: url } = given;
  if (url === undefined) return { url: null, problems: [] };
  const fits = URL.canParse(url) && ["redis:", "rediss:"].includes(new URL(url).protocol);
  return fits ? { url, problems: [] } : { url: null, problems: [`REDIS_URL: ${EXPECTED}`] };
}
