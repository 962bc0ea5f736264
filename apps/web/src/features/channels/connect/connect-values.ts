import type { ConnectRequestJson } from "@galka/contract/json/connection";

/** What the wizard collects, as it is typed. */
export type ConnectValues = {
  readonly accessToken: string;
  readonly wabaId: string;
  readonly phoneNumberId: string;
  readonly appSecret: string;
  readonly appId: string;
  readonly name: string;
  readonly baseUrl: string;
  readonly apiVersion: string;
};

export const NO_VALUES: ConnectValues = {
  accessToken: "",
  wabaId: "",
  phoneNumberId: "",
  appSecret: "",
  appId: "",
  name: "",
  baseUrl: "",
  apiVersion: "",
};

/** What the first question to Meta needs. */
export function probeRequest(values: ConnectValues) {
  return {
    accessToken: values.accessToken.trim(),
    wabaId: values.wabaId.trim(),
    ...where(values),
  };
}

/** What connects the number; what was left empty is left out. */
export function connectRequest(values: ConnectValues): ConnectRequestJson {
  const name = values.name.trim();
  const appId = values.appId.trim();
  return {
    ...probeRequest(values),
    phoneNumberId: values.phoneNumberId,
    appSecret: values.appSecret.trim(),
    ...(name ? { name } : {}),
    ...(appId ? { appId } : {}),
  };
}

function where(values: ConnectValues) {
  const baseUrl = values.baseUrl.trim();
  const apiVersion = values.apiVersion.trim();
  return { ...(baseUrl ? { baseUrl } : {}), ...(apiVersion ? { apiVersion } : {}) };
}
