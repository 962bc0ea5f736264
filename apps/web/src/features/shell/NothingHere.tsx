import { PageNotFound } from "./PageNotFound.tsx";

/** An address outside of all places: the whole page says so. */
export function NothingHere() {
  return (
    <main className="h-dvh bg-desk">
      <PageNotFound />
    </main>
  );
}
