import { UnreachableError } from "@galka/contract/client";
import { type ErrorComponentProps, useRouter } from "@tanstack/react-router";
import { useCallback, useEffect } from "react";
import { ErrorState } from "../../ui/ErrorState.tsx";

const RETRY_MS = 5_000;

/** A page that could not be shown at all. One that lacked the line comes by itself when there is one. */
export function PageError({ error, reset }: ErrorComponentProps) {
  const router = useRouter();
  const retry = useCallback(() => {
    reset();
    void router.invalidate();
  }, [reset, router]);

  useEffect(() => {
    if (!(error instanceof UnreachableError)) return undefined;
    globalThis.addEventListener("online", retry);
    const timer = setInterval(retry, RETRY_MS);
    return () => {
      globalThis.removeEventListener("online", retry);
      clearInterval(timer);
    };
  }, [error, retry]);

  return (
    <main className="h-dvh">
      <ErrorState error={error} onRetry={retry} />
    </main>
  );
}
