/**
 * Why a display name was turned down.
 * Meta: docs/…/webhooks/reference/phone_number_name_update, read 2026-11.
 */
export const NAME_REJECTIONS = [
  "NAME_EMPLOYEE_ISSUE",
  "NAME_ENDCLIENT_NOTRELATED",
  "NAME_FORMAT_UNACCEPTABLE",
  "NAME_INDIVIDUAL_ISSUE",
  "NAME_NOT_CONSISTENT",
  "UNKNOWN",
] as const;

export type NameRejection = (typeof NAME_REJECTIONS)[number];

const MIN = 3;
const MAX = 512;
const META_BRANDS = /\b(whatsapp|facebook|instagram|messenger|meta)\b/iu;
const ADDRESS = /(^|\s)(https?:\/\/|www\.)|\.(com|net|org)\b/iu;

/**
 * What Meta's guidelines forbid in a display name and a reviewer sees at once;
 * `null` when the name may stand. Whether a name fits its business a person
 * decides, through the control API.
 */
export function nameProblem(name: string): NameRejection | null {
  const trimmed = name.trim();
  const letters = trimmed.match(/\p{L}/gu)?.length ?? 0;
  const shouting = letters > 8 && trimmed === trimmed.toUpperCase() && /\p{Lu}/u.test(trimmed);
  if (trimmed.length < MIN || trimmed.length > MAX || letters === 0) {
    return "NAME_FORMAT_UNACCEPTABLE";
  }
  if (ADDRESS.test(trimmed) || shouting || /\p{Extended_Pictographic}/u.test(trimmed)) {
    return "NAME_FORMAT_UNACCEPTABLE";
  }
  if (/[!?*#@]{2,}|\s{2,}/.test(trimmed)) return "NAME_FORMAT_UNACCEPTABLE";
  return META_BRANDS.test(trimmed) ? "NAME_NOT_CONSISTENT" : null;
}
