import { Fragment, useMemo } from "react";
import { parseBlocks, type Block } from "../text/blocks.ts";
import type { Span } from "../text/spans.ts";

/** A message's words with their marks shown as what they mean. */
export function RichText({ text }: { readonly text: string }) {
  const blocks = useMemo(() => parseBlocks(text), [text]);
  return (
    <div dir="auto" className="min-w-0 break-words whitespace-pre-wrap">
      {blocks.map((block, at) => (
        <BlockView key={at} block={block} />
      ))}
    </div>
  );
}

function BlockView({ block }: { readonly block: Block }) {
  switch (block.kind) {
    case "mono":
      return (
        <pre className="my-1 overflow-x-auto rounded-lg bg-surface-3/70 px-2 py-1 font-mono text-base whitespace-pre-wrap">
          {block.text}
        </pre>
      );
    case "quote":
      return (
        <blockquote className="my-1 border-s-3 border-edge ps-2">
          <Lines lines={block.lines} />
        </blockquote>
      );
    case "list":
      return block.ordered ? (
        <ol start={block.items[0]?.number ?? 1} className="my-1 list-decimal ps-6">
          <Items block={block} />
        </ol>
      ) : (
        <ul className="my-1 list-disc ps-6">
          <Items block={block} />
        </ul>
      );
    case "lines":
      return <Lines lines={block.lines} />;
    default:
      return block satisfies never;
  }
}

function Items({ block }: { readonly block: Extract<Block, { kind: "list" }> }) {
  return block.items.map((item, at) => (
    <li key={at}>
      <Spans spans={item.spans} />
    </li>
  ));
}

function Lines({ lines }: { readonly lines: readonly (readonly Span[])[] }) {
  return lines.map((line, at) => (
    <Fragment key={at}>
      {at > 0 && "\n"}
      <Spans spans={line} />
    </Fragment>
  ));
}

function Spans({ spans }: { readonly spans: readonly Span[] }) {
  return spans.map((span, at) => <SpanView key={at} span={span} />);
}

function SpanView({ span }: { readonly span: Span }) {
  switch (span.kind) {
    case "text":
      return span.text;
    case "code":
      return (
        <code className="rounded bg-surface-3/70 px-1 font-mono text-[0.9em]">{span.text}</code>
      );
    case "link":
      return (
        <a href={span.href} target="_blank" rel="noreferrer" className="text-blue-ink underline">
          {span.text}
        </a>
      );
    case "bold":
      return (
        <strong className="font-semibold">
          <Spans spans={span.children} />
        </strong>
      );
    case "italic":
      return (
        <em>
          <Spans spans={span.children} />
        </em>
      );
    case "strike":
      return (
        <s>
          <Spans spans={span.children} />
        </s>
      );
    default:
      return span satisfies never;
  }
}
