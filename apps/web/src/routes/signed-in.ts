import {
  createRootRouteWithContext,
  createRoute,
  lazyRouteComponent,
  Outlet,
  redirect,
} from "@tanstack/react-router";
import { RefusedError } from "@galka/contract/client";
import { meQuery } from "../api/me.ts";
import { NothingHere } from "../features/shell/NothingHere.tsx";
import type { PageContext } from "../page-context.ts";

export const root = createRootRouteWithContext<PageContext>()({
  component: Outlet,
  notFoundComponent: NothingHere,
});

/** Everything behind it is for members. */
export const signedIn = createRoute({
  getParentRoute: () => root,
  id: "signed-in",
  beforeLoad: async ({ context, location }) => {
    try {
      await context.queryClient.ensureQueryData(meQuery(context.api));
    } catch (error) {
      const nobody = error instanceof RefusedError && error.refusal.refused === "not-signed-in";
      if (!nobody) throw error;
      const to = location.pathname === "/" ? {} : { to: location.href };
      throw redirect({ to: "/sign-in", search: to });
    }
  },
  component: lazyRouteComponent(() => import("../features/shell/SignedIn.tsx"), "SignedIn"),
});
