/** What can happen to a business from outside: Meta, a partner, or its own people at the manager. */
export type AccountHappening =
  /** `account_update` with ACCOUNT_VIOLATION. */
  | {
      readonly happens: "violation";
      /** E.g. `ADULT`, `ALCOHOL`, `SCAM`. */
      readonly violation: string;
      readonly remediation?: string;
      readonly phoneNumberId?: string;
    }
  /** ACCOUNT_RESTRICTION. While business-initiated messages are restricted, the account is locked. */
  | {
      readonly happens: "restriction";
      readonly restrictions: readonly (
        | "RESTRICTED_BIZ_INITIATED_MESSAGING"
        | "RESTRICTED_CUSTOMER_INITIATED_MESSAGING"
        | "RESTRICTED_ADD_PHONE_NUMBER_ACTION"
        | "RESTRICTED_BUSINESS_INITIATED_CALLING"
        | "RESTRICTED_USER_INITIATED_CALLING"
      )[];
      /** It ends by itself after so long. */
      readonly forMs?: number;
    }
  /** DISABLED_UPDATE; a disabled account cannot send, a reinstated one can. */
  | {
      readonly happens: "ban";
      readonly state: "SCHEDULE_FOR_DISABLE" | "DISABLE" | "REINSTATE";
      readonly on?: string;
    }
  /** ACCOUNT_DELETED: nothing can be sent from it any more. */
  | { readonly happens: "deleted" }
  | { readonly happens: "offboarded" }
  | { readonly happens: "reconnected" }
  | { readonly happens: "ad-account-linked" }
  | { readonly happens: "marketing-terms-signed" }
  | { readonly happens: "country-changed"; readonly country: string }
  /** AUTH_INTL_PRICE_ELIGIBILITY_UPDATE. */
  | {
      readonly happens: "authentication-price";
      readonly from: string;
      readonly exceptions?: readonly { readonly country: string; readonly from: string }[];
    }
  | ({ readonly happens: "partner-added" | "partner-removed" } & {
      readonly businessId: string;
      readonly solutionId?: string;
      readonly partnerBusinessIds?: readonly string[];
    })
  | {
      readonly happens: "partner-app-installed" | "partner-app-uninstalled";
      readonly businessId: string;
      readonly appId: string;
    }
  | {
      readonly happens: "certification";
      readonly businessId: string;
      readonly status: "APPROVED" | "DISCARDED" | "FAILED" | "PENDING" | "REVOKED";
      readonly reasons?: readonly string[];
    }
  /** `account_alerts`, of the business or of one of its numbers. */
  | {
      readonly happens: "alert";
      readonly alert:
        | "INCREASED_CAPABILITIES_ELIGIBILITY_DEFERRED"
        | "INCREASED_CAPABILITIES_ELIGIBILITY_FAILED"
        | "INCREASED_CAPABILITIES_ELIGIBILITY_NEED_MORE_INFO"
        | "PROFILE_PICTURE_LOST";
      readonly severity?: "CRITICAL" | "INFORMATIONAL" | "WARNING";
      readonly status?: "ACTIVE" | "NONE";
      readonly description: string;
      readonly phoneNumberId?: string;
    }
  /** `partner_solutions`. */
  | {
      readonly happens: "solution";
      readonly event?: "SOLUTION_CREATED" | "SOLUTION_UPDATED";
      readonly solutionId: string;
      readonly status:
        | "ACTIVE"
        | "DEACTIVATED"
        | "DRAFT"
        | "INITIATED"
        | "PENDING_DEACTIVATION"
        | "REJECTED";
    }
  /** `payment_configuration_update`. */
  | {
      readonly happens: "payment-configuration";
      readonly name: string;
      readonly provider: string;
      readonly merchantId: string;
      readonly status: "Active" | "Needs_Connecting" | "Needs_Testing";
    };

/** What can happen to a number from outside. */
export type NumberHappening =
  /** Somebody asks at the manager for the PIN to be taken away (`security`). */
  | { readonly happens: "pin-reset-requested" }
  /** The PIN is gone: the next registration sets a new one. */
  | { readonly happens: "pin-reset-done" }
  /** The number is on the WhatsApp Business app as well: edits and deletions name their message. */
  | { readonly happens: "business-app-joined" }
  | { readonly happens: "business-app-left" }
  /** Meta's own agent answers the number's conversations, or does so no more (`standby`). */
  | { readonly happens: "agent-on" }
  | { readonly happens: "agent-off" }
  /** Meta tells of trouble with the number beside no message, e.g. 130429. */
  | { readonly happens: "trouble"; readonly code: number; readonly details: string };

/** How far the person's payment of an order gets; one that was captured is the last. */
export type PaymentRequest = { readonly status: "pending" | "captured" | "failed" };

/** What Meta's agent writes to a person. */
export type AgentReply = { readonly body: string };

/** The person has another phone number from now on, and with it another BSUID. */
export type NewPhone = { readonly phone: string };

/** What Meta makes out in a chat that began at an advertisement (`automatic_events`). */
export type AutomaticEvent = {
  /** The advertisement's `ctwa_clid`; an advertisement in a status has none. */
  readonly clickId?: string;
} & (
  | { readonly event: "lead" }
  /** The price in the currency's own unit. */
  | { readonly event: "purchase"; readonly currency: string; readonly price: number }
);
