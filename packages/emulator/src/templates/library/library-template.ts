/** What a variable of a library template may be filled with. */
export const PARAMETER_TYPES = [
  "ADDRESS",
  "AMOUNT",
  "DATE",
  "EMAIL",
  "NUMBER",
  "PHONE_NUMBER",
  "TEXT",
] as const;

export type ParameterType = (typeof PARAMETER_TYPES)[number];

export type LibraryButton =
  | { readonly type: "URL"; readonly text: string; readonly url: string }
  | { readonly type: "PHONE_NUMBER"; readonly text: string; readonly phone_number: string }
  | { readonly type: "QUICK_REPLY"; readonly text: string }
  | { readonly type: "OTP"; readonly text: string; readonly otp_type: "COPY_CODE" };

/** A template that is written and approved before anybody wants it. */
export type LibraryTemplate = {
  readonly id: string;
  readonly name: string;
  readonly language: string;
  readonly category: "UTILITY" | "AUTHENTICATION";
  readonly topic: string;
  readonly usecase: string;
  readonly industry: readonly string[];
  readonly header?: string;
  readonly body: string;
  readonly body_params?: readonly string[];
  readonly body_param_types?: readonly ParameterType[];
  readonly buttons?: readonly LibraryButton[];
};
