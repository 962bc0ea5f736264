/** A flow as the control API shows it. */
export type FlowDeskJson = {
  readonly id: string;
  readonly wabaId: string;
  readonly name: string;
  readonly status: "DRAFT" | "PUBLISHED" | "DEPRECATED" | "BLOCKED" | "THROTTLED";
  readonly categories: readonly string[];
  readonly errorCount: number;
  readonly endpointUri: string | null;
};

/** What Meta makes of a flow whose endpoint does badly, or well again. */
export type FlowPatch = { readonly status: "PUBLISHED" | "BLOCKED" | "THROTTLED" };
