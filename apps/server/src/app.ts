import type { Database } from "@galka/postgres/database";
import type { Clock } from "./clock.ts";
import type { ChannelGateways } from "./channels/gateway.ts";
import type { FileStore } from "./files/file-store.ts";
import type { Ids } from "./ids.ts";
import type { Sealer } from "./secrets/sealer.ts";
import type { Log } from "./telemetry/log.ts";
import type { Metrics } from "./telemetry/metrics.ts";
import type { Wake } from "./wake.ts";

/** What every operation may use. Wired once, in compose.ts; tests wire their own. */
export type App = {
  readonly db: Database;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly wake: Wake;
  readonly files: FileStore;
  readonly sealer: Sealer;
  readonly gateways: ChannelGateways;
  readonly log: Log;
  readonly metrics: Metrics;
};
