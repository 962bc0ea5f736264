type Props = { readonly text: string; readonly done: number; readonly total: number };

/** How far a large change is, where its buttons were. */
export function ChangeProgress({ text, done, total }: Props) {
  return (
    <output className="flex items-center gap-2 border-b bg-blue-soft px-3 py-2 text-list">
      <progress aria-label={text} value={done} max={total} className="w-20" />
      {text}
    </output>
  );
}
