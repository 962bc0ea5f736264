import type { TemplateHeader, TemplateParts } from "@galka/core/templates/parts";

/** The files of ours behind the samples of a template, by place: "header", "card 0". */
export type Samples = Readonly<Record<string, { readonly fileId: string; readonly name: string }>>;

/** The parts with our own files in place of the addresses that Meta gives of its copies. */
export function withSamples(parts: TemplateParts, samples: Samples): TemplateParts {
  if (Object.keys(samples).length === 0) return parts;
  return {
    ...parts,
    header: parts.header && withSample(parts.header, samples["header"]),
    ...(parts.cards && {
      cards: parts.cards.map((card, index) => ({
        ...card,
        header: withSample(card.header, samples[`card ${index}`]),
      })),
    }),
  };
}

function withSample(header: TemplateHeader, sample: Samples[string] | undefined): TemplateHeader {
  const isFile = header.kind === "image" || header.kind === "video" || header.kind === "document";
  return isFile && sample ? { ...header, sample: { from: "file", ...sample } } : header;
}

/** The files that the parts of a draft name. */
export function samplesOf({ header, cards }: TemplateParts): Samples {
  const places = [
    ["header", header] as const,
    ...(cards ?? []).map((card, index) => [`card ${index}`, card.header] as const),
  ];
  return Object.fromEntries(
    places.flatMap(([place, it]) => {
      const sample = it && "sample" in it ? it.sample : undefined;
      return sample?.from === "file" ? [[place, { fileId: sample.fileId, name: sample.name }]] : [];
    }),
  );
}
