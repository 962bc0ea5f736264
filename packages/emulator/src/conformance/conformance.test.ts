import { describe, it } from "node:test";
import { accountCases } from "./cases/accounts.ts";
import { analyticsCases } from "./cases/analytics.ts";
import { flowCases } from "./cases/flows.ts";
import { mediaCases } from "./cases/media.ts";
import { messageCases } from "./cases/messages.ts";
import { numberCases } from "./cases/numbers.ts";
import { partnerCases } from "./cases/partners.ts";
import { templateGroupCases } from "./cases/template-groups.ts";
import { templateCases } from "./cases/templates.ts";
import { runCases } from "./run-cases.ts";

/**
 * Every edge of Meta's documentation answers with each key and type that Meta
 * answers with, and with no other.
 */
describe("the answers have Meta's shape:", () => {
  it("accounts, portfolios, apps and tokens", () => runCases(accountCases));
  it("analytics", () => runCases(analyticsCases));
  it("files and uploads", () => runCases(mediaCases));
  it("messages", () => runCases(messageCases));
  it("flows", () => runCases(flowCases));
  it("templates", () => runCases(templateCases));
  it("partners and their solutions", () => runCases(partnerCases));
  it("groups of templates", () => runCases(templateGroupCases));
  it("phone numbers", () => runCases(numberCases));
});
