import type { CountryChoice } from "./country-rules.ts";
import type { FrequencyCap } from "./frequency-cap.ts";
import type { QuietHours } from "./quiet-hours.ts";
import type { OwnWords } from "./words/read-stop-word.ts";
import type { StopConfirmation } from "./words/stop-confirmation.ts";

/** What a workspace has decided about whom it may write to, and when. */
export type ConsentSettings = OwnWords & {
  readonly caps: readonly FrequencyCap[];
  /** In the time of whoever is written to; null writes at any hour. */
  readonly quietHours: QuietHours | null;
  readonly stopConfirmation: StopConfirmation;
  /** By country in two letters. */
  readonly countries: Readonly<Record<string, CountryChoice>>;
};

/** Of a workspace that has decided nothing. */
export const USUAL_CONSENT: ConsentSettings = {
  stopWords: [],
  startWords: [],
  caps: [],
  quietHours: null,
  stopConfirmation: { isOn: true, texts: {} },
  countries: {},
};
