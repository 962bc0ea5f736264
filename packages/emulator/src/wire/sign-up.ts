/** The control API's words about the embedded sign-up, which a business goes through in a window of Meta's. */

/** A business that goes through the sign-up to its end. */
export type NewSignUp = {
  readonly businessName: string;
  /** International form. */
  readonly phone: string;
  /** The Multi-Partner Solution that the window was opened for; it has to be active. */
  readonly solutionId?: string;
};

/** What the window tells the app's page: a code for its server, and a message about what was made. */
export type SignUpJson = {
  /** Exchanged at `/oauth/access_token` within 30 seconds, once. */
  readonly code: string;
  /** The `message` event of the window. */
  readonly message: {
    readonly type: "WA_EMBEDDED_SIGNUP";
    readonly event: "FINISH";
    readonly version: "3";
    readonly data: {
      readonly phone_number_id: string;
      readonly waba_id: string;
      readonly business_id: string;
    };
  };
};
