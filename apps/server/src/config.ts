import { join, resolve } from "node:path";
import { UserError } from "@galka/postgres/user-error";
import { z } from "zod";

/** The parts that a process can play. One process plays all of them unless it is told otherwise. */
export const ROLES = ["web", "ingest", "apply", "send", "work"] as const;
export type Role = (typeof ROLES)[number];

/** How this installation is set up. Read once, at the start; nothing else looks at the environment. */
export type Config = {
  /** Absolute. Holds the embedded database, the files, the key and the emulator's state. */
  readonly data: string;
  readonly host: string;
  readonly port: number;
  readonly emulatorPort: number;
  /** What the emulator's control API asks for; null is nothing, which only this machine may. */
  readonly controlKey: string | null;
  /** How a browser reaches Galka, without a slash at the end. */
  readonly publicUrl: string;
  readonly demo: boolean;
  /** The demo world to open instead of the demo business. */
  readonly world: string | null;
  /** The account to make on the first start instead of printing a link. */
  readonly owner: { readonly email: string; readonly password: string } | null;
  /** Null means the embedded PostgreSQL. */
  readonly databaseUrl: string | null;
  /** Keys as they stand in the environment; null means the key file in the data directory. */
  readonly secretKey: string | null;
  readonly roles: ReadonlySet<Role>;
  /** A proxy stands in front, and its word about who asks is believed. */
  readonly trustProxy: boolean;
  /** What Prometheus shows from another machine; null keeps /metrics to this one. */
  readonly metricsToken: string | null;
  /** The mail server and who writes; null prints letters instead. */
  readonly smtp: { readonly url: string; readonly from: string } | null;
  readonly logLevel: "debug" | "info" | "warn" | "error";
};

/** What the server itself needs: by the time it starts, there is a database. */
export type ServerConfig = Config & { readonly databaseUrl: string };

const PORT = "must be a port, a number from 1 to 65535";
const port = (usual: number) =>
  z.coerce.number(PORT).int(PORT).min(1, PORT).max(65_535, PORT).default(usual);

/** An empty variable is one that was not set: compose files and CI write them so. */
const optional = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (value === "" ? undefined : value), schema);

const schema = z.object({
  GALKA_DATA: optional(z.string().optional()),
  GALKA_HOST: optional(z.string().default("127.0.0.1")),
  GALKA_PORT: optional(port(4000)),
  GALKA_EMULATOR_PORT: optional(port(4001)),
  GALKA_EMULATOR_CONTROL_KEY: optional(
    z.string().min(16, "must have at least 16 characters").optional(),
  ),
  GALKA_PUBLIC_URL: optional(
    z.url({ protocol: /^https?$/, error: "must be an http or https address" }).optional(),
  ),
  GALKA_DEMO: optional(z.enum(["on", "off"], 'must be "on" or "off"').default("on")),
  GALKA_OWNER_EMAIL: optional(z.email("must be an e-mail address").optional()),
  GALKA_OWNER_PASSWORD: optional(z.string().min(8, "must have at least 8 characters").optional()),
  DATABASE_URL: optional(
    z.url({ protocol: /^postgres(ql)?$/, error: "must begin with postgres://" }).optional(),
  ),
  GALKA_SECRET_KEY: optional(z.string().optional()),
  GALKA_ROLES: optional(z.string().default(ROLES.join(",")).transform(parseRoles)),
  GALKA_TRUST_PROXY: optional(z.enum(["on", "off"], 'must be "on" or "off"').default("off")),
  GALKA_METRICS_TOKEN: optional(z.string().min(16, "must have at least 16 characters").optional()),
  GALKA_SMTP_URL: optional(
    z.url({ protocol: /^smtps?$/, error: "must begin with smtp:// or smtps://" }).optional(),
  ),
  GALKA_MAIL_FROM: optional(z.string().min(3).max(320).optional()),
  GALKA_LOG: optional(
    z
      .enum(["debug", "info", "warn", "error"], "must be debug, info, warn or error")
      .default("warn"),
  ),
});

/**
 * Reads the configuration from `environment`. A demo world has data of its own,
 * so that it can be opened beside everything else.
 *
 * @throws UserError naming the first variable that is wrong and what it must be.
 */
export function readConfig(
  environment: Readonly<Record<string, string | undefined>> = process.env,
  world: string | null = null,
): Config {
  const parsed = schema.safeParse(environment);
  if (!parsed.success) throw new UserError(explain(parsed.error));

  const set = parsed.data;
  if (set.GALKA_PORT === set.GALKA_EMULATOR_PORT) {
    throw new UserError(
      `GALKA_PORT and GALKA_EMULATOR_PORT are both ${set.GALKA_PORT}. Give one of them another value.`,
    );
  }
  return {
    data: resolve(set.GALKA_DATA ?? (world === null ? "data" : `data-${world}`)),
    host: set.GALKA_HOST,
    port: set.GALKA_PORT,
    emulatorPort: set.GALKA_EMULATOR_PORT,
    controlKey: set.GALKA_EMULATOR_CONTROL_KEY ?? null,
    publicUrl: (set.GALKA_PUBLIC_URL ?? `http://localhost:${set.GALKA_PORT}`).replace(/\/+$/, ""),
    demo: set.GALKA_DEMO === "on",
    world,
    owner: ownerOf(set.GALKA_OWNER_EMAIL, set.GALKA_OWNER_PASSWORD),
    databaseUrl: set.DATABASE_URL ?? null,
    secretKey: set.GALKA_SECRET_KEY ?? null,
    roles: set.GALKA_ROLES,
    trustProxy: set.GALKA_TRUST_PROXY === "on",
    metricsToken: set.GALKA_METRICS_TOKEN ?? null,
    smtp: smtpOf(set.GALKA_SMTP_URL, set.GALKA_MAIL_FROM),
    logLevel: set.GALKA_LOG,
  };
}

/** Where the parts of the data directory are. */
export function pathsIn(data: string) {
  return {
    lock: join(data, "galka.lock"),
    version: join(data, "version"),
    database: join(data, "database"),
    emulator: join(data, "emulator"),
    files: join(data, "files"),
    secretKey: join(data, "secret.key"),
    /** How far the database has come: stays when an older copy of the database is put in its place. */
    mark: join(data, "database.mark"),
  } as const;
}

function ownerOf(email: string | undefined, password: string | undefined): Config["owner"] {
  if (email === undefined && password === undefined) return null;
  if (email !== undefined && password !== undefined) return { email, password };
  throw new UserError(
    "GALKA_OWNER_EMAIL and GALKA_OWNER_PASSWORD make an account together. Set both or neither.",
  );
}

function smtpOf(url: string | undefined, from: string | undefined): Config["smtp"] {
  if (url === undefined) return null;
  if (from !== undefined) return { url, from };
  throw new UserError(
    'GALKA_SMTP_URL needs GALKA_MAIL_FROM beside it: who the letters are from, like "Galka <galka@example.org>".',
  );
}

function parseRoles(text: string, context: z.RefinementCtx): ReadonlySet<Role> {
  const names = text.split(",").map((name) => name.trim());
  const known = ROLES.filter((role) => names.includes(role));
  if (known.length !== new Set(names).size) {
    context.addIssue(`must be a list of ${ROLES.join(", ")}`);
  }
  return new Set(known);
}

function explain(error: z.ZodError): string {
  const [issue] = error.issues;
  // The value is not repeated: it may be a password.
  return `${issue?.path.join(".") ?? "The environment"}: ${issue?.message ?? "is not valid"}.`;
}
