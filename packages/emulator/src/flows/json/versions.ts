import { isObject, parseObject, textAt } from "../../json.ts";

/**
 * Versions of Flow JSON, the oldest first.
 *
 * Meta: docs/…/flows/changelogs, read 2026-11.
 */
const VERSIONS: readonly string[] = [
  "2.1",
  "3.0",
  "3.1",
  "4.0",
  "5.0",
  "5.1",
  "6.0",
  "6.1",
  "6.2",
  "6.3",
  "7.0",
  "7.1",
  "7.2",
  "7.3",
];

/** Versions that were taken out of use. */
const EXPIRED: readonly string[] = ["1.0", "2.0"];

const DATA_API_VERSIONS: readonly string[] = ["3.0", "4.0"];

/** What is known of a version that a Flow JSON names. */
export type VersionState = "supported" | "expired" | "unknown";

export function versionState(version: string): VersionState {
  if (VERSIONS.includes(version)) return "supported";
  return EXPIRED.includes(version) ? "expired" : "unknown";
}

export function isDataApiVersion(version: string): boolean {
  return DATA_API_VERSIONS.includes(version);
}

/** Whether `version` is `other` or a later one. */
export function isAtLeast(version: string, other: string): boolean {
  return VERSIONS.indexOf(version) >= VERSIONS.indexOf(other);
}

/** The version that a Flow JSON names, or nothing when it is not readable. */
export function readVersion(json: string): string | undefined {
  return textAt(parseObject(json), "version");
}

/** From 3.0 on the endpoint is a field of the flow; before, it stands in the Flow JSON. */
export function takesEndpointByApi(version: string | undefined): boolean {
  return version === undefined || isAtLeast(version, "3.0");
}

/** Whether the flow exchanges data with an endpoint. */
export function usesEndpoint(json: string): boolean {
  return textAt(parseObject(json), "data_api_version") !== undefined;
}

export function dataApiVersion(json: string): string | undefined {
  return textAt(parseObject(json), "data_api_version");
}

/** Where a flow before 3.0 has its endpoint. */
export function channelUri(json: string): string | undefined {
  const flow = parseObject(json);
  return isObject(flow) ? textAt(flow, "data_channel_uri") : undefined;
}

/** What a flow is before anybody has uploaded something. */
export const EMPTY_FLOW_JSON = `{
  "version": "7.3",
  "screens": [
    {
      "id": "WELCOME_SCREEN",
      "title": "Welcome",
      "terminal": true,
      "success": true,
      "data": {},
      "layout": {
        "type": "SingleColumnLayout",
        "children": [
          {
            "type": "TextHeading",
            "text": "Welcome"
          },
          {
            "type": "Footer",
            "label": "Complete",
            "on-click-action": {
              "name": "complete",
              "payload": {}
            }
          }
        ]
      }
    }
  ]
}
`;
