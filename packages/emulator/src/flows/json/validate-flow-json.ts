import { isObject } from "../../json.ts";
import type { FlowValidationError } from "../../store/kinds/flows.ts";
import { checkActions } from "./check-actions.ts";
import { checkReferences } from "./check-references.ts";
import { checkRouting } from "./check-routing.ts";
import { checkSchema } from "./check-schema.ts";
import { checkScreenComponents } from "./check-components.ts";
import { checkScreens } from "./check-screens.ts";
import { checkDataModels } from "./data-model.ts";
import { viewOf } from "./flow-view.ts";
import { type JsonNode, JsonSyntaxError, parsePositions, type Span } from "./parse-positions.ts";
import { type Found, memberOf, Report, spotOf } from "./report.ts";
import { isAtLeast, isDataApiVersion, versionState } from "./versions.ts";

/**
 * What is wrong with a Flow JSON; empty when it can be published.
 *
 * A text that is not JSON, or of a version that nobody knows, is not looked at
 * any further. What the parts mean to each other is looked at only when each of
 * them has the right form.
 * Meta: docs/…/flows/reference/flowjson and error-codes, read 2026-11.
 */
export function validateFlowJson(json: string): readonly FlowValidationError[] {
  const report = new Report();
  const root = parse(report, json);
  if (root === null) return report.errors;
  const version = checkVersion(report, root);
  if (version === null) return report.errors;
  checkSchema({ report, version }, root);
  if (report.errors.length > 0) return report.errors;
  const flow = viewOf(root);
  checkScreens(report, flow);
  for (const screen of flow.screens) checkScreenComponents(report, flow, screen);
  checkDataModels(report, flow);
  checkReferences(report, flow);
  checkActions(report, flow);
  checkRouting(report, flow);
  return report.errors;
}

function parse(report: Report, json: string): Found | null {
  try {
    const node = parsePositions(json);
    if (isObject(node.value)) return { node, path: [] };
    report.add("INVALID_FLOW_JSON", "Flow JSON is not valid.", { path: [], span: node });
  } catch (error) {
    if (!(error instanceof JsonSyntaxError)) throw error;
    const span: Span = { start: error.place, end: error.place };
    report.add("INVALID_FLOW_JSON", "Flow JSON is not valid.", { path: [], span });
  }
  return null;
}

function checkVersion(report: Report, root: Found): string | null {
  const version = memberOf(root, "version");
  if (version === undefined) {
    report.add("MISSING_FLOW_JSON_VERSION", "Flow JSON version is not specified.", spotOf(root));
    return null;
  }
  const { value } = version.node;
  const state = typeof value === "string" ? versionState(value) : "expired";
  if (state === "unknown") {
    report.add("INVALID_FLOW_JSON_VERSION", "Invalid Flow JSON version.", spotOf(version));
  }
  if (state === "expired") {
    report.add("UNSUPPORTED_FLOW_JSON_VERSION", "Unsupported Flow JSON version.", spotOf(version));
  }
  if (state !== "supported" || typeof value !== "string") return null;
  checkDataVersion(report, root, value);
  return value;
}

function checkDataVersion(report: Report, root: Found, version: string): void {
  const data = memberOf(root, "data_api_version");
  if (data !== undefined && !isDataApiVersion(String(data.node.value))) {
    report.add(
      "NO_SUPPORTED_DATA_API_VERSION",
      "No supported Data API version found for given Flow JSON version.",
      spotOf(data),
    );
  }
  const uri = memberOf(root, "data_channel_uri");
  if (uri === undefined || isAtLeast(version, "3.0")) return;
  if (!isUrl(uri.node)) {
    report.add(
      "INVALID_PROPERTY_VALUE_FORMAT",
      "Property 'data_channel_uri' should be in 'uri' format.",
      spotOf(uri),
    );
  }
}

function isUrl(node: JsonNode): boolean {
  return typeof node.value === "string" && URL.canParse(node.value);
}
