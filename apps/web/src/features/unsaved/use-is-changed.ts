import { useState } from "react";

/** Whether what is filled in differs from what it was when it was first shown. */
export function useIsChanged(filledIn: unknown): boolean {
  const now = JSON.stringify(filledIn);
  const [before] = useState(now);
  return now !== before;
}
