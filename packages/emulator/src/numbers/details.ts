import type { NumberDetails } from "../store/kinds/number-details.ts";
import type { World } from "../world.ts";

const FRESH: Omit<NumberDetails, "phoneNumberId"> = {
  line: "mobile",
  codeSentAt: null,
  codeMethod: null,
  codeRequests: [],
  codeGuesses: 0,
  pinGuessedAt: null,
  newName: null,
  newNameStatus: "NONE",
  officialAccount: { status: "NOT_STARTED", application: {} },
  username: null,
  cartEnabled: false,
  catalogVisible: false,
  automation: { welcomeMessage: false, prompts: [], commands: [] },
  compliance: null,
  publicKey: null,
  calling: { status: "DISABLED" },
  payloadEncryption: { enabled: false, fingerprint: null },
  storageRegion: null,
};

/** What Meta keeps of a number beside its standing. A number that nobody has set up has the usual values. */
export function numberDetails(world: World, phoneNumberId: string): NumberDetails {
  return world.kinds.numberDetails.find(phoneNumberId) ?? { phoneNumberId, ...FRESH };
}

/** Changes some of a number's details and keeps the rest. */
export function changeDetails(
  world: World,
  phoneNumberId: string,
  change: Partial<Omit<NumberDetails, "phoneNumberId">>,
): NumberDetails {
  const changed = { ...numberDetails(world, phoneNumberId), ...change };
  return world.kinds.numberDetails.put(phoneNumberId, changed);
}
