import { useLocation } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { Allowed } from "./Allowed.tsx";
import { needsOf } from "./page-needs.ts";

type Props = {
  /** Of a whole place, such as the contacts, or of one page in it. */
  readonly of: "place" | "page";
  readonly children: ReactNode;
};

/** Shows what stands at the address to whoever may use it; everybody else is told why not. */
export function PageGate({ of, children }: Props) {
  const { pathname } = useLocation();
  const path = of === "page" ? pathname : `/${pathname.split("/")[1] ?? ""}`;
  return <Allowed needs={needsOf(path)}>{children}</Allowed>;
}
