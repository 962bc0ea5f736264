/** Settles when somebody asks Galka to stop: Ctrl-C, a polite end by the system, or the end of who started it. */
export type StopRequest = Disposable & { readonly asked: Promise<void> };

/**
 * Listens for SIGINT and SIGTERM.
 *
 * The first lets everything end in order. A second SIGINT ends the process at
 * once, which loses nothing that was confirmed: the next start recovers.
 */
export function listenForStop(say: (line: string) => void): StopRequest {
  const { promise: asked, resolve } = Promise.withResolvers<void>();
  let count = 0;
  const onSignal = (signal: NodeJS.Signals) => {
    count += 1;
    if (count > 1 && signal === "SIGINT") process.exit(130);
    if (count === 1) say("Stopping … (Ctrl-C again ends at once)");
    resolve();
  };
  process.on("SIGINT", onSignal);
  process.on("SIGTERM", onSignal);
  // `npm start` holds a channel open for as long as it lives; without it nobody could stop this by Ctrl-C.
  const onDisconnect = () => resolve();
  process.once("disconnect", onDisconnect);
  process.channel?.unref();
  return {
    asked,
    [Symbol.dispose]() {
      process.off("SIGINT", onSignal);
      process.off("SIGTERM", onSignal);
      process.off("disconnect", onDisconnect);
    },
  };
}
