import { findPushKeys, insertPushKeys, replacePrivateKey } from "@galka/postgres/stores/push";
import type { App } from "../../app.ts";
import type { PushKeys, PushService } from "../../push/push-service.ts";

const CONTEXT = "push-keys";

/** By what push services know this installation: made when they are first asked for, the same for ever after. */
export async function loadPushKeys(app: App, service: PushService): Promise<PushKeys> {
  const known = await findPushKeys(app.db);
  if (!known) {
    const { publicKey, privateKey } = service.makeKeys();
    const sealed = app.sealer.seal(privateKey, CONTEXT);
    await insertPushKeys(app.db, { publicKey, privateKey: sealed });
    return loadPushKeys(app, service);
  }
  return {
    publicKey: known.publicKey,
    privateKey: app.sealer.open(known.privateKey, CONTEXT),
  };
}

/** Seals the private key again, with the first key of the ring. */
export async function resealPushKeys({ db, sealer }: Pick<App, "db" | "sealer">): Promise<void> {
  const known = await findPushKeys(db);
  if (!known) return;
  const open = sealer.open(known.privateKey, CONTEXT);
  await replacePrivateKey(db, sealer.seal(open, CONTEXT));
}
