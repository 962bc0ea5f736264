const MASK = "***";

/** Whoever knows one of these can act for somebody. */
const SECRETS = [
  "access_token",
  "input_token",
  "fb_exchange_token",
  "client_secret",
  "appsecret_proof",
  "app_secret",
  "verify_token",
  "pin",
  "password",
  "cert",
];
/** A code is a secret only where it proves something; on a coupon it is content. */
const CODE_PATHS = /\/(oauth\/access_token|verify_code)\/?$/;

const IN_JSON = secretsInJson(SECRETS);
const IN_JSON_WITH_CODE = secretsInJson([...SECRETS, "code"]);
const IN_PAIRS = secretsInPairs(SECRETS);
const IN_PAIRS_WITH_CODE = secretsInPairs([...SECRETS, "code"]);

/** JSON text without its secrets; everything else stays byte for byte. */
export function maskJson(text: string, path: string): string {
  const pattern = CODE_PATHS.test(path) ? IN_JSON_WITH_CODE : IN_JSON;
  return text.replaceAll(pattern, `$1"${MASK}"`);
}

/** A query or a form without its secrets. */
export function maskPairs(text: string, path: string): string {
  const pattern = CODE_PATHS.test(path) ? IN_PAIRS_WITH_CODE : IN_PAIRS;
  return text.replaceAll(pattern, `$1${MASK}`);
}

export function isMasked(text: string): boolean {
  return text.includes(`"${MASK}"`) || text.includes(`=${MASK}`);
}

function secretsInJson(names: readonly string[]): RegExp {
  return new RegExp(`("(?:${names.join("|")})"\\s*:\\s*)(?:"(?:[^"\\\\]|\\\\.)*"|\\d+)`, "g");
}

function secretsInPairs(names: readonly string[]): RegExp {
  return new RegExp(`((?:^|[?&])(?:${names.join("|")})=)[^&]*`, "g");
}
