/** Countries in which a number's data can be kept. Meta: docs/…/local-storage, read 2026-11. */
export const STORAGE_REGIONS = [
  "AE",
  "AU",
  "BH",
  "BR",
  "CA",
  "CH",
  "DE",
  "GB",
  "ID",
  "IN",
  "JP",
  "KR",
  "SG",
  "ZA",
] as const;
