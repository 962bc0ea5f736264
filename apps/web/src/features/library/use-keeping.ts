import { type QueryKey, useQueryClient } from "@tanstack/react-query";
import { useDeed } from "../../api/use-deed.ts";

/** Keeps something of a list, or takes it away; the list is there anew before `onDone` hears of it. */
export function useKeeping<T>(queryKey: QueryKey, onDone: (kept: T) => void) {
  const queryClient = useQueryClient();
  const { busy, error, run } = useDeed();

  return {
    busy,
    error,
    keep: (work: () => Promise<T>) =>
      void run(async () => {
        const kept = await work();
        await queryClient.invalidateQueries({ queryKey });
        onDone(kept);
      }),
  };
}
