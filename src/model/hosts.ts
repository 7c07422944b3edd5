/** Where customers' words may go: this machine and private addresses, hosts the bank names, or anywhere once it says so. */
import { BlockList, isIPv4, isIPv6 } from "node:net";

const near = new BlockList();
near.addSubnet("127.0.0.0", 8, "ipv4");
near.addSubnet("10.0.0.0", 8, "ipv4");
near.addSubnet("172.16.0.0", 12, "ipv4");
near.addSubnet("192.168.0.0", 16, "ipv4");
near.addAddress("::1", "ipv6");
near.addSubnet("fc00::", 7, "ipv6");

/** Loopback, or an address of a private network (RFC 1918, RFC 4193). A name counts only when it is localhost. */
export function isNear(hostname: string): boolean {
  const host = hostname.replace(/^\[|\]$/gu, "").toLowerCase();
  if (isIPv4(host)) return near.check(host, "ipv4");
  if (isIPv6(host)) return near.check(host, "ipv6");
  return host === "localhost" || host.endsWith(".localhost");
}

export interface HostRule {
  url: string;
  /** Hosts beside the near ones, without port. */
  hosts: readonly string[];
  allowCrossBorder: boolean;
}

/** What is wrong with sending customers' words to `url`, or null. Words for the person who sets it up. */
export function hostProblem({ url, hosts, allowCrossBorder }: HostRule): string | null {
  const { hostname, protocol } = new URL(url);
  if (isNear(hostname)) return null;
  if (!allowCrossBorder && !hosts.some((host) => host.toLowerCase() === hostname.toLowerCase())) {
    return "expected a host on this machine, in a private network or in TINGSU_MODEL_HOSTS, since TINGSU_ALLOW_CROSS_BORDER is not true";
  }
  return protocol === "https:" ? null : "expected https, since the host is not in a private network";
}
