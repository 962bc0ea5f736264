import { Skeleton } from "../../ui/Skeleton.tsx";

/** While a page is on its way for the first time. */
export function PageLoading() {
  return (
    <div className="mx-auto w-full max-w-200 p-4">
      <Skeleton rows={6} kind="lines" />
    </div>
  );
}
