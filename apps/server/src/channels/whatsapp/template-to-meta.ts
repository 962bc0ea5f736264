import type { TemplateSendComponent, TemplateToSend } from "@galka/cloud-api";
import type { MessageContent } from "@galka/core/messages/content";
import type { RemoteId } from "./to-meta.ts";

type FilledTemplate = Extract<MessageContent, { kind: "template" }>;

/** What fills a template on the wire: values by place, in the order of the variables. */
export function templateToMeta(content: FilledTemplate, remoteId: RemoteId): TemplateToSend {
  const { values } = content;
  const components: TemplateSendComponent[] = [
    ...headerOf(content, remoteId),
    ...(values.body && Object.keys(values.body).length > 0
      ? [{ type: "body" as const, parameters: parametersOf(values.body) }]
      : []),
    ...buttonsOf(content),
    ...repliesOf(content),
  ];
  return {
    name: content.name,
    language: { code: content.language },
    ...(components.length > 0 && { components }),
  };
}

function headerOf(content: FilledTemplate, remoteId: RemoteId): TemplateSendComponent[] {
  const { values, header } = content;
  if (values.header && Object.keys(values.header).length > 0) {
    return [{ type: "header", parameters: parametersOf(values.header) }];
  }
  if (header?.kind === "location" && values.headerPlace) {
    return [{ type: "header", parameters: [{ type: "location", location: values.headerPlace }] }];
  }
  if (!values.headerFile) return [];
  const id = remoteId(values.headerFile);
  const { name } = values.headerFile;
  switch (header?.kind) {
    case "image":
      return [{ type: "header", parameters: [{ type: "image", image: { id } }] }];
    case "video":
      return [{ type: "header", parameters: [{ type: "video", video: { id } }] }];
    case "document": {
      const document = { id, ...(name !== undefined && { filename: name }) };
      return [{ type: "header", parameters: [{ type: "document", document }] }];
    }
    default:
      return [];
  }
}

/** Numbered variables go in the order of their numbers; named ones with their names. */
function parametersOf(values: Readonly<Record<string, string>>) {
  const isNumbered = Object.keys(values).every((key) => /^\d+$/u.test(key));
  const entries = Object.entries(values);
  if (isNumbered) entries.sort(([one], [other]) => Number(one) - Number(other));
  return entries.map(([key, text]) => ({
    type: "text" as const,
    ...(!isNumbered && { parameter_name: key }),
    text,
  }));
}

/** What a reply button gives back when it is tapped; without it the channel gives back its title. */
function repliesOf({ values }: FilledTemplate): TemplateSendComponent[] {
  return Object.entries(values.replies ?? {}).map(([index, payload]): TemplateSendComponent => {
    const parameters = [{ type: "payload" as const, payload }];
    return { type: "button", sub_type: "quick_reply", index, parameters };
  });
}

function buttonsOf(content: FilledTemplate): TemplateSendComponent[] {
  return Object.entries(content.values.buttons ?? {}).flatMap(
    ([index, value]): TemplateSendComponent[] => {
      const button = content.buttons[Number(index)];
      if (button?.kind === "copy-code") {
        const parameters = [{ type: "coupon_code" as const, coupon_code: value }];
        return [{ type: "button", sub_type: "copy_code", index, parameters }];
      }
      if (button?.kind !== "url") return [];
      const parameters = [{ type: "text" as const, text: value }];
      return [{ type: "button", sub_type: "url", index, parameters }];
    },
  );
}
