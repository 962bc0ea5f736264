import type { GraphRoute } from "../../graph/call.ts";
import { archiveTemplates, unarchiveTemplates } from "./archive-templates.ts";
import { createTemplate } from "./create-template.ts";
import { deleteTemplates } from "./delete-templates.ts";
import { readLibrary } from "./library.ts";
import { listTemplates } from "./list-templates.ts";
import { readPerformance } from "./measures/template-performance.ts";
import { judgeSample } from "./message-samples.ts";
import { migrateTemplates } from "./migrate-templates.ts";
import { previewTemplates } from "./preview-templates.ts";
import { upsertTemplates } from "./upsert-templates.ts";

const common = { node: "waba", scope: "management" } as const;

/** The templates of an account, and Meta's library. */
export const templatesRoutes: readonly GraphRoute[] = [
  { ...common, edge: "message_templates", methods: ["GET"], handle: listTemplates },
  { ...common, edge: "message_templates", methods: ["POST"], handle: createTemplate },
  { ...common, edge: "message_templates", methods: ["DELETE"], handle: deleteTemplates },
  { ...common, edge: "message_templates/archive", methods: ["POST"], handle: archiveTemplates },
  {
    ...common,
    edge: "message_templates/unarchive",
    methods: ["POST"],
    handle: unarchiveTemplates,
  },
  { ...common, edge: "upsert_message_templates", methods: ["POST"], handle: upsertTemplates },
  { ...common, edge: "message_template_previews", methods: ["GET"], handle: previewTemplates },
  { ...common, edge: "message_samples", methods: ["POST"], handle: judgeSample },
  { ...common, edge: "template_performance_metrics", methods: ["GET"], handle: readPerformance },
  { ...common, edge: "migrate_message_templates", methods: ["POST"], handle: migrateTemplates },
  {
    node: "root",
    edge: "message_template_library",
    methods: ["GET"],
    scope: "management",
    handle: readLibrary,
  },
];
