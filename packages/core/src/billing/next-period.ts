/** The first day after the day or month that `today` is in. */
export function nextPeriodDay(today: string, period: "day" | "month"): string {
  const [year = 0, month = 1, day = 1] = today.split("-").map(Number);
  const next = period === "day" ? Date.UTC(year, month - 1, day + 1) : Date.UTC(year, month, 1);
  return new Date(next).toISOString().slice(0, 10);
}
