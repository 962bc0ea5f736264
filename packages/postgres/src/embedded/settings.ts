/** What the embedded PostgreSQL is told on its command line; its postgresql.conf stays as initdb wrote it. */
export type Settings = Readonly<Record<string, string | number>>;

/**
 * How much is left when the machine loses its power: all, all but the last
 * moments, or nothing that can be relied on.
 */
export type Durability = "durable" | "hasty" | "for-tests";

/**
 * Little memory, all of the durability.
 *
 * Galka has a desk's worth of connections, so the caches are small and nothing
 * runs in parallel; a session that forgets its transaction is ended, because
 * its locks would stop everyone else.
 */
export function settingsFor(port: number, durability: Durability): Settings {
  return { ...address(port), ...MEMORY, ...WAL, ...DURABILITIES[durability] };
}

/** As `-c name=value` pairs. */
export function asArguments(settings: Settings): string[] {
  return Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
}

function address(port: number): Settings {
  return { port, listen_addresses: "127.0.0.1", unix_socket_directories: "" };
}

const MEMORY = {
  max_connections: 60,
  shared_buffers: "32MB",
  work_mem: "4MB",
  maintenance_work_mem: "32MB",
  jit: "off",
  io_method: "sync",
  max_worker_processes: 0,
  max_parallel_workers: 0,
  max_parallel_workers_per_gather: 0,
  max_logical_replication_workers: 0,
  autovacuum_max_workers: 1,
  autovacuum_worker_slots: 1,
  // A young database fills fast: its plans must not be those of an empty one for a minute.
  autovacuum_naptime: "10s",
  idle_in_transaction_session_timeout: "10s",
  log_checkpoints: "off",
  log_timezone: "UTC",
  timezone: "UTC",
} satisfies Settings;

const WAL = {
  wal_level: "minimal",
  max_wal_senders: 0,
  wal_buffers: "4MB",
  // A checkpoint every few seconds has each page written whole after it: twice the log of a campaign.
  max_wal_size: "1GB",
  min_wal_size: "32MB",
} satisfies Settings;

const DURABLE = {
  fsync: "on",
  full_page_writes: "on",
  synchronous_commit: "on",
} satisfies Settings;

const FOR_TESTS = {
  // Several worlds at once, each with processes of its own.
  max_connections: 200,
  fsync: "off",
  full_page_writes: "off",
  synchronous_commit: "off",
} satisfies Settings;

const DURABILITIES = {
  durable: DURABLE,
  hasty: { ...DURABLE, synchronous_commit: "off" },
  "for-tests": FOR_TESTS,
} satisfies Record<Durability, Settings>;
