import {
  type ConnectionProvider,
  type DatabaseConnection,
  DefaultConnectionProvider,
  DefaultQueryExecutor,
  Kysely,
  PostgresDialect,
  PostgresDriver,
  type TransactionSettings,
} from "kysely";
import type pg from "pg";
import type { Tables } from "./tables.ts";

/**
 * Kysely over a pool whose connections are pipelines (`openPool`): statements of
 * a transaction that are asked at once (`Promise.all`) cross the wire at once,
 * and are done in the order in which they were asked.
 *
 * Each answer of a busy database is waited for some milliseconds, and a member's
 * message needs some thirty statements. When one fails, those behind it fail as
 * well, so the first error is the true one and nothing of the rest is kept.
 */
export async function openPipelines(pool: pg.Pool): Promise<Kysely<Tables>> {
  const dialect = new PostgresDialect({ pool });
  const driver = new PipelineDriver({ pool });
  await driver.init();
  const executor = new PipelineExecutor(dialect, driver);
  return new Kysely<Tables>({ config: { dialect }, dialect, driver, executor });
}

/** Kysely's own, which also tells of which transactions the end is on its way. */
class PipelineDriver extends PostgresDriver {
  readonly #ending = new WeakSet<DatabaseConnection>();

  isEnding(connection: DatabaseConnection): boolean {
    return this.#ending.has(connection);
  }

  override beginTransaction(
    connection: DatabaseConnection,
    settings: TransactionSettings,
  ): Promise<void> {
    this.#ending.delete(connection);
    return super.beginTransaction(connection, settings);
  }

  override commitTransaction(connection: DatabaseConnection): Promise<void> {
    this.#ending.add(connection);
    return super.commitTransaction(connection);
  }

  override rollbackTransaction(
    connection: Parameters<PostgresDriver["rollbackTransaction"]>[0],
  ): Promise<void> {
    this.#ending.add(connection);
    return super.rollbackTransaction(connection);
  }

  override releaseConnection(
    connection: Parameters<PostgresDriver["releaseConnection"]>[0],
  ): Promise<void> {
    this.#ending.delete(connection);
    return super.releaseConnection(connection);
  }
}

/** Kysely's own, but the statements of a transaction do not wait for each other. */
class PipelineExecutor extends DefaultQueryExecutor {
  readonly #dialect: PostgresDialect;
  readonly #driver: PipelineDriver;

  constructor(dialect: PostgresDialect, driver: PipelineDriver) {
    const provider = new DefaultConnectionProvider(driver);
    super(dialect.createQueryCompiler(), dialect.createAdapter(), provider);
    this.#dialect = dialect;
    this.#driver = driver;
  }

  /** Called for each transaction, with a provider that lends its connection to one statement at a time. */
  override withConnectionProvider(oneByOne: ConnectionProvider): DefaultQueryExecutor {
    const driver = this.#driver;
    const lent = oneByOne.provideConnection(async (connection) => connection);
    const provider: ConnectionProvider = {
      async provideConnection(consumer) {
        const connection = await lent;
        // Behind the end it would be done outside of every transaction; Kysely notices only once the end is answered.
        if (driver.isEnding(connection)) throw new Error("The transaction is over.");
        return consumer(connection);
      },
    };
    return new DefaultQueryExecutor(
      this.#dialect.createQueryCompiler(),
      this.#dialect.createAdapter(),
      provider,
    );
  }
}
