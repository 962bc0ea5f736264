import { BlockList, isIP, isIPv4 } from "node:net";

/** What is not the public internet: nothing that a person types may make the server speak to these. */
const NOT_PUBLIC = { ipv4: new BlockList(), ipv6: new BlockList() };

const NOT_PUBLIC_4: readonly (readonly [string, number])[] = [
  ["0.0.0.0", 8],
  ["10.0.0.0", 8],
  ["100.64.0.0", 10],
  ["127.0.0.0", 8],
  ["169.254.0.0", 16],
  ["172.16.0.0", 12],
  ["192.0.0.0", 24],
  ["192.0.2.0", 24],
  ["192.88.99.0", 24],
  ["192.168.0.0", 16],
  ["198.18.0.0", 15],
  ["198.51.100.0", 24],
  ["203.0.113.0", 24],
  ["224.0.0.0", 3],
];

const NOT_PUBLIC_6: readonly (readonly [string, number])[] = [
  // Everything that carries an IPv4 address inside (mapped, compatible, NAT64, 6to4, Teredo) is
  // refused whole: such an address is never the only one of a public host.
  ["::", 8],
  ["64:ff9b::", 32],
  ["100::", 64],
  ["2001::", 23],
  ["2001:db8::", 32],
  ["2002::", 16],
  ["3fff::", 20],
  ["5f00::", 16],
  ["fc00::", 7],
  ["fe80::", 10],
  ["fec0::", 10],
  ["ff00::", 8],
];

// Two lists, because one of both kinds takes every IPv4 address for the IPv6 one that it can be written as.
for (const [net, prefix] of NOT_PUBLIC_4) NOT_PUBLIC.ipv4.addSubnet(net, prefix, "ipv4");
for (const [net, prefix] of NOT_PUBLIC_6) NOT_PUBLIC.ipv6.addSubnet(net, prefix, "ipv6");

/** Whether `address` is one of the public internet; false for anything that is no address. */
export function isPublicAddress(address: string): boolean {
  if (isIP(address) === 0) return false;
  const kind = isIPv4(address) ? "ipv4" : "ipv6";
  return !NOT_PUBLIC[kind].check(address, kind);
}

/** Whether `address` is this very machine. */
export function isLoopback(address: string): boolean {
  const plain = address.replace(/^::ffff:/i, "");
  return isIPv4(plain) ? plain.startsWith("127.") : plain === "::1";
}
