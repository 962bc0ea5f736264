import { useErrorWords } from "../../api/use-error-words.ts";
import { Notice } from "../../ui/Notice.tsx";

/** Why what was asked for was not done. */
export function Failed({ error }: { readonly error: unknown }) {
  const words = useErrorWords();
  return (
    <Notice tone="bad" urgent>
      {words(error)}
    </Notice>
  );
}
