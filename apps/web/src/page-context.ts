import type { QueryClient } from "@tanstack/react-query";
import type { Api } from "./api/api.ts";

/** What every page may use. */
export type PageContext = { readonly api: Api; readonly queryClient: QueryClient };
