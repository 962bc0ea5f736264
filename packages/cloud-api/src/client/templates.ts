import { answer, id, text } from "../reader.ts";
import type { Success } from "../wire/json.ts";
import type {
  Template,
  TemplateCreate,
  TemplateCreated,
  TemplateEdit,
  TemplatePage,
} from "../wire/template.ts";
import { path } from "./graph.ts";
import type { Graph } from "./graph.ts";
import { callOptions } from "./options.ts";
import type { CallOptions } from "./options.ts";
import { pageOf, walk } from "./pages.ts";
import type { PageOptions } from "./pages.ts";
import { readSuccess } from "./success.ts";

/** Which templates are wanted, and how much of each. */
export type TemplateFilter = {
  readonly status?: Template["status"];
  readonly category?: Template["category"];
  readonly language?: string;
  readonly name?: string;
  /** Words in the name or the text. */
  readonly nameOrContent?: string;
  readonly fields?: readonly (keyof Template)[];
  /** Also counts: `total_count`, `message_template_limit` and so on. */
  readonly summary?: readonly string[];
};

const FIELDS: readonly (keyof Template)[] = [
  "id",
  "name",
  "language",
  "status",
  "category",
  "components",
  "parameter_format",
  "previous_category",
  "correct_category",
  "rejected_reason",
  "quality_score",
  "message_send_ttl_seconds",
];

const readPage = pageOf<Template>({ id });
const readTemplate = answer<Template>({ id });
const readCreated = answer<TemplateCreated>({ id, status: text });

/** The templates of a WhatsApp Business Account. */
export function templatesOf(graph: Graph) {
  return {
    /** One page of templates, 25 unless `limit` says otherwise. */
    async list(wabaId: string, options: TemplateFilter & PageOptions = {}): Promise<TemplatePage> {
      const query = {
        fields: (options.fields ?? FIELDS).join(","),
        limit: options.limit,
        after: options.after,
        status: options.status,
        category: options.category,
        language: options.language,
        name: options.name,
        name_or_content: options.nameOrContent,
        summary: options.summary?.join(","),
      };
      return graph.call(
        { method: "GET", path: path(wabaId, "message_templates"), query, ...callOptions(options) },
        readPage,
      );
    },

    /**
     * Every template, page after page.
     *
     * @example
     * for await (const template of api.templates.all(wabaId)) console.log(template.name);
     */
    all(wabaId: string, options: TemplateFilter & PageOptions = {}) {
      return walk((after) => this.list(wabaId, { ...options, after }), options.after);
    },

    /** One template by its id. */
    async get(
      templateId: string,
      options: CallOptions & { readonly fields?: readonly (keyof Template)[] } = {},
    ): Promise<Template> {
      const { fields = FIELDS, ...rest } = options;
      const query = { fields: fields.join(",") };
      return graph.call({ method: "GET", path: path(templateId), query, ...rest }, readTemplate);
    },

    /** Submits a template; Meta judges it and tells by webhook. */
    async create(
      wabaId: string,
      template: TemplateCreate,
      options: CallOptions = {},
    ): Promise<TemplateCreated> {
      return graph.call(
        {
          method: "POST",
          path: path(wabaId, "message_templates"),
          body: { json: template },
          ...options,
        },
        readCreated,
      );
    },

    /** Changes a template that is approved, rejected or paused. It is judged again. */
    async edit(
      templateId: string,
      change: TemplateEdit,
      options: CallOptions = {},
    ): Promise<Success> {
      return graph.call(
        { method: "POST", path: path(templateId), body: { json: change }, ...options },
        readSuccess,
      );
    },

    /** Deletes a template: the one with `id`, or without it the name in every language. */
    async delete(
      wabaId: string,
      template: { readonly name: string; readonly id?: string },
      options: CallOptions = {},
    ): Promise<Success> {
      const query = { name: template.name, hsm_id: template.id };
      return graph.call(
        { method: "DELETE", path: path(wabaId, "message_templates"), query, ...options },
        readSuccess,
      );
    },
  };
}
