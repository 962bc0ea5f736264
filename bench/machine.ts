import { arch, cpus, platform, release, totalmem } from "node:os";

/** What the figures were seen on; without it a figure says nothing. */
export function machineLine(): string {
  const processors = cpus();
  const memory = Math.round(totalmem() / 2 ** 30);
  return [
    `${processors.length} × ${processors[0]?.model.trim() ?? "unknown processor"}`,
    `${memory} GiB`,
    `${platform()} ${release()} ${arch()}`,
    `Node ${process.version}`,
  ].join(" · ");
}
