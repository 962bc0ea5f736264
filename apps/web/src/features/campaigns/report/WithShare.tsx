import { useFigures } from "../use-figures.ts";

type Props = { readonly part: number; readonly whole: number };

/** A count and its share of what came before it; both stand under those of the row above. */
export function WithShare({ part, whole }: Props) {
  const { count, shareOf } = useFigures();
  return (
    <>
      {count(part)}
      <span className="block text-ink-2 narrow:inline-block narrow:min-w-16">
        {shareOf(part, whole)}
      </span>
    </>
  );
}
