const KB = 1024;
const MB = 1024 * KB;

/**
 * Types that the Cloud API takes, and how large they may be.
 * Meta: docs/…/business-phone-numbers/media, read 2026-11.
 */
const LIMITS: Readonly<Record<string, number>> = {
  "audio/aac": 16 * MB,
  "audio/amr": 16 * MB,
  "audio/mpeg": 16 * MB,
  "audio/mp4": 16 * MB,
  "audio/ogg": 16 * MB,
  "text/plain": 100 * MB,
  "application/pdf": 100 * MB,
  "application/msword": 100 * MB,
  "application/vnd.ms-excel": 100 * MB,
  "application/vnd.ms-powerpoint": 100 * MB,
  "application/vnd.openxmlformats-officedocument.wordprocessingml.document": 100 * MB,
  "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": 100 * MB,
  "application/vnd.openxmlformats-officedocument.presentationml.presentation": 100 * MB,
  "image/jpeg": 5 * MB,
  "image/png": 5 * MB,
  "image/webp": 500 * KB,
  "video/mp4": 16 * MB,
  "video/3gpp": 16 * MB,
  "video/3gp": 16 * MB,
};

export const MEDIA_TYPES: readonly string[] = Object.keys(LIMITS);

/** `audio/ogg; codecs=opus` is `audio/ogg`. */
export function plainType(mimeType: string): string {
  return (mimeType.split(";")[0] ?? "").trim().toLowerCase();
}

/** What is wrong with a file, or `null`. */
export function mediaProblem(mimeType: string, sizeBytes: number): string | null {
  const type = plainType(mimeType);
  const limit = LIMITS[type];
  if (limit === undefined) return `the type ${type === "" ? "(none)" : type} is not supported`;
  if (sizeBytes === 0) return "the file is empty";
  if (sizeBytes > limit) return `the file has ${sizeBytes} bytes; ${type} may have ${limit}`;
  return null;
}

const ENDINGS: Readonly<Record<string, string>> = {
  aac: "audio/aac",
  amr: "audio/amr",
  mp3: "audio/mpeg",
  m4a: "audio/mp4",
  ogg: "audio/ogg",
  opus: "audio/ogg",
  txt: "text/plain",
  pdf: "application/pdf",
  doc: "application/msword",
  xls: "application/vnd.ms-excel",
  ppt: "application/vnd.ms-powerpoint",
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  pptx: "application/vnd.openxmlformats-officedocument.presentationml.presentation",
  jpg: "image/jpeg",
  jpeg: "image/jpeg",
  png: "image/png",
  webp: "image/webp",
  mp4: "video/mp4",
  "3gp": "video/3gpp",
};

/** The type that a filename suggests. */
export function typeOfName(filename: string): string | null {
  return ENDINGS[filename.split(".").at(-1)?.toLowerCase() ?? ""] ?? null;
}
