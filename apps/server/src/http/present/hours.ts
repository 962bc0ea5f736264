import type { OwnedHoursJson } from "@galka/contract/json/hours";
import type { Period } from "@galka/core/hours/office-hours";
import type { OwnedHours } from "@galka/postgres/stores/work/hours";

export function presentHours({ owner, hours }: OwnedHours): OwnedHoursJson {
  return {
    of: owner.of,
    ownerId: owner.ownerId,
    hours: {
      timeZone: hours.timeZone,
      week: hours.week.map(presentDay),
      holidays: hours.holidays.map((it) => ({ ...it, periods: presentDay(it.periods) })),
    },
  };
}

function presentDay(periods: readonly Period[]): Period[] {
  return [...periods];
}
