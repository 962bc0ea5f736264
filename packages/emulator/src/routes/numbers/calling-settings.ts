import { invalidParameter } from "../../graph/error.ts";
import type { Params } from "../../graph/params.ts";
import { compact, type JsonObject } from "../../json.ts";

const SWITCH = ["ENABLED", "DISABLED"] as const;
const DAYS = [
  "MONDAY",
  "TUESDAY",
  "WEDNESDAY",
  "THURSDAY",
  "FRIDAY",
  "SATURDAY",
  "SUNDAY",
] as const;
const HOLIDAYS_MAX = 20;

/**
 * The settings of calling, checked and written as Meta answers them.
 * Meta: docs/…/calling/call-settings, read 2026-11.
 *
 * @throws GraphError 100 for what calling does not have.
 */
export function readCalling(given: Params): JsonObject {
  const one = (key: string, allowed: readonly string[]) =>
    given.has(key) ? given.oneOf(key, allowed) : undefined;
  const hours = given.optionalObject("call_hours");
  const sip = given.optionalObject("sip");
  return compact({
    status: one("status", SWITCH),
    call_icon_visibility: one("call_icon_visibility", ["DEFAULT", "DISABLE_ALL"]),
    callback_permission_status: one("callback_permission_status", SWITCH),
    call_hours: hours === undefined ? undefined : readHours(hours),
    sip: sip === undefined ? undefined : readSip(sip),
  });
}

function readHours(hours: Params): JsonObject {
  const status = hours.oneOf("status", SWITCH);
  if (status === "DISABLED") return { status };
  const zone = hours.text("timezone_id");
  if (!Intl.supportedValuesOf("timeZone").includes(zone) && zone !== "UTC") {
    throw invalidParameter(`Param ${hours.pathOf("timezone_id")} is not a known time zone.`);
  }
  const holidays = hours.optionalObjects("holiday_schedule");
  if (holidays.length > HOLIDAYS_MAX) {
    throw invalidParameter(
      `Param ${hours.pathOf("holiday_schedule")} must have at most ${HOLIDAYS_MAX} elements.`,
    );
  }
  return {
    status,
    timezone_id: zone,
    weekly_operating_hours: hours.objects("weekly_operating_hours").map((it) => ({
      day_of_week: it.oneOf("day_of_week", DAYS),
      open_time: time(it, "open_time"),
      close_time: time(it, "close_time"),
    })),
    holiday_schedule: holidays.map((it) => ({
      date: it.text("date"),
      start_time: time(it, "start_time"),
      end_time: time(it, "end_time"),
    })),
  };
}

/** Hours and minutes without a colon. */
function time(item: Params, key: string): string {
  const text = item.text(key);
  if (/^([01]\d|2[0-3])[0-5]\d$/.test(text)) return text;
  throw invalidParameter(`Param ${item.pathOf(key)} must be a time such as 0930.`);
}

function readSip(sip: Params): JsonObject {
  const servers = sip.optionalObjects("servers").map((it) => ({
    hostname: it.text("hostname"),
    port: Number(it.optionalText("port") ?? 5061),
  }));
  return { status: sip.oneOf("status", SWITCH), servers };
}
