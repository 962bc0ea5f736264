import { z } from "zod";

const minute = z.number().int().min(0).max(1440);

/** Minutes of the local day from midnight. */
export const periodJson = z.object({ fromMinute: minute, toMinute: minute });

export const holidayJson = z.object({
  /** As "2026-12-25". */
  date: z.iso.date(),
  name: z.string().max(100),
  /** None: closed all day. */
  periods: z.array(periodJson).max(10),
});

/** When an office, a team, a number or a member is at work: core/hours/office-hours. */
export const officeHoursJson = z.object({
  /** As "Europe/Berlin". */
  timeZone: z.string().min(1).max(60),
  /** Seven days, Monday first. */
  week: z.array(z.array(periodJson).max(10)).length(7),
  holidays: z.array(holidayJson).max(400),
});
export type OfficeHoursJson = z.infer<typeof officeHoursJson>;

export const hoursOwnerJson = z.enum(["office", "team", "channel", "member"]);

/** Hours with whose they are; `ownerId` is null for the office. */
export const ownedHoursJson = z.object({
  of: hoursOwnerJson,
  ownerId: z.string().nullable(),
  hours: officeHoursJson,
});
export type OwnedHoursJson = z.infer<typeof ownedHoursJson>;
