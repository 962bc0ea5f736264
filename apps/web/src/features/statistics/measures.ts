import type { CountsJson } from "@galka/contract/json/statistics";

/** In the order in which a message comes to them. */
export const MEASURES = ["incoming", "outgoing", "sent", "delivered", "read", "failed"] as const;

export function sumOf(counts: readonly CountsJson[]): CountsJson {
  const sum = { incoming: 0, outgoing: 0, sent: 0, delivered: 0, read: 0, failed: 0 };
  for (const one of counts) for (const measure of MEASURES) sum[measure] += one[measure];
  return sum;
}

/** Gives a file to the browser to keep. */
export function saveCsv(name: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: "text/csv;charset=utf-8" }));
  const link = document.createElement("a");
  link.href = url;
  link.download = `${name}.csv`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
