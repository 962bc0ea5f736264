import { type ErrorComponentProps, useRouter } from "@tanstack/react-router";
import { ErrorState } from "../../ui/ErrorState.tsx";

/** A page that could not be shown at all. */
export function PageError({ error, reset }: ErrorComponentProps) {
  const router = useRouter();
  return (
    <main className="h-dvh">
      <ErrorState
        error={error}
        onRetry={() => {
          reset();
          void router.invalidate();
        }}
      />
    </main>
  );
}
