import { z } from "zod";
import { created, id, listOf, success } from "../answers.ts";
import { type Case, kept } from "../case.ts";

const PARTNER_APP = "9876543210987654";
const isoInstant = z.iso.datetime();

const preverified = z.strictObject({
  id,
  phone_number: z.string().startsWith("+"),
  code_verification_status: z.enum(["VERIFIED", "NOT_VERIFIED", "EXPIRED"]),
  verification_expiry_time: z.number().optional(),
});

const solution = z.strictObject({
  id,
  name: z.string().max(75),
  status: z.enum(["DRAFT", "INITIATED", "ACTIVE", "REJECTED", "DEACTIVATED"]),
  status_for_pending_request: z.enum(["PENDING_ACTIVATION", "PENDING_DEACTIVATION", "NONE"]),
});

const wholeSolution = solution.extend({
  owner_app: z.strictObject({ id, name: z.string().optional() }),
  owner_permissions: z.array(z.string()).min(1),
});

const WHOLE = "fields=id,name,status,status_for_pending_request,owner_app,owner_permissions";

/** A partner's pool of numbers. */
const preverifiedCases: readonly Case[] = [
  {
    name: "add a number to the pool",
    method: "POST",
    path: (it) => `/v23.0/${it.portfolio}/add_phone_numbers`,
    body: () => ({ phone_number: "+1 555-010-0900" }),
    answer: created,
    keep: { pooled: "id" },
  },
  {
    name: "request its code",
    method: "POST",
    path: (it) => `/v23.0/${kept(it, "pooled")}/request_code`,
    body: () => ({ code_method: "SMS", language: "en_US" }),
    answer: success,
  },
  {
    name: "verify its code",
    method: "POST",
    path: (it) => `/v23.0/${kept(it, "pooled")}/verify_code`,
    before: async (it) => {
      const { data } = await it.desk.meta.control.preverifiedNumbers();
      it.kept.set("code", data[0]?.code ?? "");
    },
    body: (it) => ({ code: kept(it, "code") }),
    answer: z.strictObject({ success: z.literal(true), id }),
  },
  {
    name: "read the pool",
    method: "GET",
    path: (it) => `/v23.0/${it.portfolio}/preverified_numbers`,
    answer: listOf(preverified),
  },
  {
    name: "read the pool as the OpenAPI file has it",
    method: "GET",
    path: (it) =>
      `/v23.0/${it.portfolio}/preverified_numbers?fields=id,display_phone_number,country_prefix,verification_status,availability_status,created_time,last_updated,country_code`,
    answer: listOf(
      z.strictObject({
        id,
        display_phone_number: z.string(),
        country_prefix: z.number(),
        verification_status: z.enum(["VERIFIED", "PENDING", "FAILED", "EXPIRED"]),
        availability_status: z.enum(["AVAILABLE", "IN_USE", "RESERVED", "UNAVAILABLE"]),
        created_time: isoInstant,
        last_updated: isoInstant,
        country_code: z.string().length(2),
      }),
    ),
  },
  {
    name: "read a number of the pool",
    method: "GET",
    path: (it) =>
      `/v23.0/${kept(it, "pooled")}?fields=id,country_prefix,display_phone_number,is_input_id_valid`,
    answer: z.strictObject({
      id,
      country_prefix: z.number(),
      display_phone_number: z.string(),
      is_input_id_valid: z.boolean(),
    }),
  },
  {
    name: "share it with a partner",
    method: "POST",
    path: (it) => `/v23.0/${it.portfolio}/share_preverified_numbers`,
    before: async (it) => {
      const { message } = await it.desk.meta.control.finishSignUp({
        businessName: "Partner",
        phone: "+1 201 555 0178",
      });
      it.kept.set("partner", message.data.business_id);
      it.kept.set("account", message.data.waba_id);
    },
    body: (it) => ({
      preverified_id: kept(it, "pooled"),
      partner_business_id: kept(it, "partner"),
    }),
    answer: success,
  },
  {
    name: "read whom it is shared with",
    method: "GET",
    path: (it) => `/v23.0/${kept(it, "pooled")}/partners`,
    answer: listOf(z.strictObject({ id, name: z.string() })),
  },
  {
    name: "give it to an account",
    method: "POST",
    path: (it) => `/v23.0/${kept(it, "account")}/phone_numbers`,
    body: (it) => ({ preverified_id: kept(it, "pooled"), verified_name: "Partner" }),
    answer: created,
  },
];

const solutionCases: readonly Case[] = [
  {
    name: "make a solution",
    method: "POST",
    path: (it) => `/v23.0/${it.app}/whatsapp_business_solution`,
    body: () => ({
      owner_permissions: ["MESSAGING"],
      partner_app_id: PARTNER_APP,
      partner_permissions: [],
      solution_name: "Shop and sender",
    }),
    answer: z.strictObject({ solution_id: id }),
    keep: { solution: "solution_id" },
  },
  {
    name: "read the app's solutions",
    method: "GET",
    path: (it) => `/v23.0/${it.app}/whatsapp_business_solutions?role=OWNER&${WHOLE}`,
    answer: listOf(wholeSolution),
  },
  {
    name: "accept a solution",
    method: "POST",
    path: (it) => `/v23.0/${kept(it, "solution")}/accept`,
    body: () => ({ partner_app_id: PARTNER_APP }),
    answer: z.strictObject({
      solution_id: id,
      partner_status: z.literal("ACCEPTED"),
      success: z.literal(true),
      message: z.string(),
      update_time: isoInstant,
    }),
  },
  {
    name: "read a solution",
    method: "GET",
    path: (it) => `/v23.0/${kept(it, "solution")}?${WHOLE}`,
    answer: wholeSolution,
  },
  {
    name: "move an account to a solution",
    method: "POST",
    path: (it) => `/v23.0/${kept(it, "account")}/set_solution_migration_intent`,
    body: (it) => ({ solution_id: kept(it, "solution"), migration_intent: "INITIATE_MIGRATION" }),
    answer: migrationAnswer(),
    keep: { intent: "migration_intent_id" },
  },
  {
    name: "read a migration",
    method: "GET",
    path: (it) => `/v23.0/${kept(it, "intent")}`,
    answer: z.strictObject({
      id,
      status: z.enum(["ACCEPTED", "COMPLETED", "INITIATED", "REJECTED"]),
    }),
  },
  {
    name: "confirm a migration",
    method: "POST",
    path: (it) => `/v23.0/${kept(it, "account")}/set_solution_migration_intent`,
    body: (it) => ({ solution_id: kept(it, "solution"), migration_intent: "CONFIRM_MIGRATION" }),
    answer: migrationAnswer(),
  },
  {
    name: "read an account's solutions",
    method: "GET",
    path: (it) => `/v23.0/${kept(it, "account")}/solutions`,
    answer: listOf(solution),
  },
  {
    name: "get a token for a client of a solution",
    method: "GET",
    path: (it) => `/v23.0/${kept(it, "solution")}/access_token?business_id=${kept(it, "partner")}`,
    answer: z.strictObject({ access_token: z.string().min(1), expires_at: z.number() }),
  },
  {
    name: "ask to end a solution",
    method: "POST",
    path: (it) => `/v23.0/${kept(it, "solution")}/send_deactivation_request`,
    body: () => ({ reason: "Enough." }),
    answer: z.strictObject({
      success: z.literal(true),
      message: z.string(),
      request_id: z.string(),
    }),
  },
  {
    name: "refuse the end of a solution",
    method: "POST",
    path: (it) => `/v23.0/${kept(it, "solution")}/reject`,
    body: () => ({ request_type: "DEACTIVATION_REQUEST", rejection_reason: "In use." }),
    answer: z.strictObject({
      success: z.literal(true),
      solution_id: id,
      rejected_request_type: z.enum(["PARTNERSHIP_REQUEST", "DEACTIVATION_REQUEST"]),
      rejection_timestamp: isoInstant,
    }),
  },
];

/** Accounts held on behalf of a business, and clients. */
const clientCases: readonly Case[] = [
  {
    name: "want an account held on behalf to move",
    method: "POST",
    path: (it) => `/v23.0/${kept(it, "account")}/set_obo_mobility_intent`,
    body: (it) => ({
      waba_id: kept(it, "account"),
      solution_id: kept(it, "solution"),
      client_mutation_id: "m1",
    }),
    answer: z.strictObject({
      success: z.literal(true),
      intent_id: id,
      client_mutation_id: z.literal("m1"),
      error_msg: z.null(),
    }),
    keep: { mobility: "intent_id" },
  },
  {
    name: "read the wish",
    method: "GET",
    path: (it) => `/v23.0/${kept(it, "mobility")}`,
    answer: z.strictObject({
      id,
      waba: z.strictObject({ id, name: z.string(), status: z.string() }),
      solution: z.strictObject({ id, name: z.string(), status: z.string() }),
    }),
  },
  {
    name: "read what an account's owner has to decide about",
    method: "GET",
    path: (it) =>
      `/v23.0/${kept(it, "account")}/in_progress_onbehalf_request?fields=id,status,business_owned_object,receiving_business,requesting_business`,
    answer: listOf(
      z.strictObject({
        id,
        status: z.literal("IN_PROGRESS"),
        business_owned_object: id,
        receiving_business: z.strictObject({ id, name: z.string() }),
        requesting_business: z.strictObject({ id, name: z.string() }),
      }),
    ),
  },
  {
    name: "agree to the wish",
    method: "POST",
    path: (it) => `/v23.0/${kept(it, "account")}/obo_mobility_intent`,
    body: (it) => ({ solution_id: kept(it, "solution"), intent_type: "CONFIRM_TRANSFER" }),
    answer: z.strictObject({
      success: z.literal(true),
      mobility_intent_id: id,
      status: z.literal("COMPLETED"),
      estimated_completion_time: isoInstant,
      approval_required: z.boolean(),
      next_steps: z.array(z.string()),
    }),
  },
  {
    name: "read the app's client businesses",
    method: "GET",
    path: (it) => `/v23.0/${it.app}/connected_client_businesses`,
    answer: listOf(
      z.strictObject({
        id,
        name: z.string(),
        verification_status: z.enum(["VERIFIED", "UNVERIFIED", "PENDING", "REJECTED"]),
        business_status: z.enum(["ACTIVE", "INACTIVE", "SUSPENDED", "PENDING_APPROVAL"]),
      }),
    ),
  },
  {
    name: "ask a client to accept the terms of Marketing Messages",
    method: "POST",
    path: (it) => `/v23.0/${kept(it, "partner")}/onboard_partners_to_mm_lite`,
    before: async (it) => {
      const account = kept(it, "account");
      await it.desk.meta.control.changeMarketing(account, "ELIGIBLE");
    },
    answer: z.strictObject({ request_id: id }),
  },
  {
    name: "take a person out of the contact book",
    method: "DELETE",
    path: (it) => `/v23.0/${it.number}/contact_book`,
    body: (it) => ({ messaging_product: "whatsapp", bsuid: it.desk.ana.bsuid }),
    answer: z.strictObject({
      messaging_product: z.literal("whatsapp"),
      success: z.literal(true),
      deleted: z.boolean(),
    }),
  },
];

export const partnerCases: readonly Case[] = [
  ...preverifiedCases,
  ...solutionCases,
  ...clientCases,
];

function migrationAnswer() {
  return z.strictObject({
    success: z.literal(true),
    migration_intent_id: id,
    status: z.enum(["PENDING", "APPROVED", "REJECTED", "SCHEDULED"]),
    estimated_completion_time: isoInstant,
  });
}
