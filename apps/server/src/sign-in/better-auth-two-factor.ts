import { z } from "zod";
import type { Authentication } from "./authentication.ts";
import type { TwoFactor } from "./sign-in.ts";

const begun = z.object({ totpURI: z.string(), backupCodes: z.array(z.string()) });
const renewed = z.object({ backupCodes: z.array(z.string()) });

/** The second factor on better-auth's plugin: codes by time (TOTP), and backup codes. */
export function betterAuthTwoFactor({ api }: Authentication): TwoFactor {
  return {
    async withSecondFactor({ code, kind }, headers) {
      const verify = kind === "app" ? api.verifyTOTP : api.verifyBackupCode;
      const response = await verify({ body: { code }, headers, asResponse: true });
      return response.ok ? cookiesOf(response) : { refused: await refusalOf(response) };
    },
    async begin(password, headers) {
      const body = { password, method: "totp" } as const;
      const response = await api.enableTwoFactor({ body, headers, asResponse: true });
      if (!response.ok) return null;
      const { totpURI, backupCodes } = begun.parse(await response.json());
      return { uri: totpURI, backupCodes };
    },
    async confirm(code, headers) {
      const response = await api.verifyTOTP({ body: { code }, headers, asResponse: true });
      return response.ok ? cookiesOf(response) : { refused: "wrong-code" };
    },
    async remove(password, headers) {
      const response = await api.disableTwoFactor({
        body: { password },
        headers,
        asResponse: true,
      });
      return response.ok ? cookiesOf(response) : null;
    },
    async renewBackupCodes(password, headers) {
      const body = { password };
      const response = await api.generateBackupCodes({ body, headers, asResponse: true });
      return response.ok ? renewed.parse(await response.json()).backupCodes : null;
    },
  };
}

const problem = z.object({ code: z.string().optional() });

/** Which no it was, from the code that better-auth gives it. */
async function refusalOf(
  response: Response,
): Promise<"wrong-code" | "too-many-requests" | "not-signed-in"> {
  const { code } = problem.catch({}).parse(await response.json());
  switch (code) {
    case "INVALID_CODE":
    case "INVALID_BACKUP_CODE":
      return "wrong-code";
    case "ACCOUNT_TEMPORARILY_LOCKED":
    case "TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE":
      return "too-many-requests";
    default:
      return "not-signed-in";
  }
}

function cookiesOf(response: Response) {
  return { cookies: response.headers.getSetCookie() };
}
