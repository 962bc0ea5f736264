import { useEffect, useRef } from "react";
import { useMe } from "../../api/me.ts";

/** Begins anew when one may do other things than before: what is on the screen may not be theirs to see any more. */
export function useRoleReload(): void {
  const allowed = useMe().permissions.toSorted().join(" ");
  const first = useRef(allowed);
  useEffect(() => {
    if (first.current !== allowed) globalThis.location.reload();
  }, [allowed]);
}
