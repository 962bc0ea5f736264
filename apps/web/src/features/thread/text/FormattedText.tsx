import { type Block, parseFormatting } from "@galka/core/messages/formatting";
import type { Inline } from "@galka/core/messages/formatting-inline";
import { unreachable } from "@galka/core/kernel/unreachable";
import { Fragment, memo } from "react";

/** A message's text with WhatsApp's marks shown as what they mean. Nothing in it is ever taken as HTML. */
export const FormattedText = memo(function FormattedText({ text }: { readonly text: string }) {
  return (
    <div dir="auto" className="text-[15px]/[21px] wrap-anywhere">
      {parseFormatting(text).map((block, index) => (
        // A block has no identity of its own; its place in an unchanging text is all there is.
        // oxlint-disable-next-line react/no-array-index-key -- the text of a message does not reorder
        <FormattedBlock key={index} block={block} />
      ))}
    </div>
  );
});

function FormattedBlock({ block }: { readonly block: Block }) {
  switch (block.kind) {
    case "paragraph":
      return <Lines lines={block.lines} />;
    case "quote":
      return (
        <blockquote className="my-0.5 border-l-3 border-edge pl-2 text-ink-2">
          <Lines lines={block.lines} />
        </blockquote>
      );
    case "bullets":
      return (
        <ul className="list-disc pl-5">
          <Items items={block.items} />
        </ul>
      );
    case "numbers":
      return (
        <ol className="list-decimal pl-6" start={block.start}>
          <Items items={block.items} />
        </ol>
      );
    case "code":
      return (
        <pre className="my-0.5 rounded-md bg-[color-mix(in_oklch,var(--ink)_6%,transparent)] px-2 py-1 font-mono text-list whitespace-pre-wrap">
          {block.text}
        </pre>
      );
    default:
      return unreachable(block);
  }
}

function Lines({ lines }: { readonly lines: readonly (readonly Inline[])[] }) {
  return (
    <p className="whitespace-pre-wrap">
      {lines.map((line, index) => (
        // oxlint-disable-next-line react/no-array-index-key -- the text of a message does not reorder
        <Fragment key={index}>
          {index > 0 ? "\n" : null}
          <Inlines parts={line} />
        </Fragment>
      ))}
    </p>
  );
}

function Items({ items }: { readonly items: readonly (readonly Inline[])[] }) {
  return items.map((item, index) => (
    // oxlint-disable-next-line react/no-array-index-key -- the text of a message does not reorder
    <li key={index}>
      <Inlines parts={item} />
    </li>
  ));
}

function Inlines({ parts }: { readonly parts: readonly Inline[] }) {
  return parts.map((part, index) => (
    // oxlint-disable-next-line react/no-array-index-key -- the text of a message does not reorder
    <InlinePart key={index} part={part} />
  ));
}

function InlinePart({ part }: { readonly part: Inline }) {
  switch (part.kind) {
    case "plain":
      return part.text;
    case "code":
      return (
        <code className="rounded bg-[color-mix(in_oklch,var(--ink)_8%,transparent)] px-1 font-mono text-list">
          {part.text}
        </code>
      );
    case "link":
      return (
        <a href={part.href} target="_blank" rel="noopener noreferrer nofollow" className="link">
          {part.text}
        </a>
      );
    case "bold":
      return (
        <strong className="font-semibold">
          <Inlines parts={part.parts} />
        </strong>
      );
    case "italic":
      return (
        <em>
          <Inlines parts={part.parts} />
        </em>
      );
    case "struck":
      return (
        <s>
          <Inlines parts={part.parts} />
        </s>
      );
    default:
      return unreachable(part);
  }
}
