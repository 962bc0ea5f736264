/** Milliseconds, or words like `"90s"`, `"2m"`, `"1.5h"`, `"7d"`. */
export type Duration = number | string;

/** How long people take: half of them at most `median`, nine of ten at most `p90`. */
export type DelayHabit = { readonly median: Duration; readonly p90: Duration };

/** What somebody does with a message of one kind. Every share but `read` is of those who read it. */
export type MessageHabitsPatch = {
  readonly read?: { readonly share?: number; readonly after?: DelayHabit };
  /** Taps a button or a row that sends an answer. `titles` weighs them; unnamed ones weigh 1. */
  readonly tap?: {
    readonly share?: number;
    readonly after?: DelayHabit;
    readonly titles?: Readonly<Record<string, number>>;
  };
  /** Opens a link; a business is not told. */
  readonly link?: { readonly share?: number };
  /** Writes back, instead of tapping. */
  readonly answer?: {
    readonly share?: number;
    readonly after?: DelayHabit;
    /** Weights of `text`, `image`, `voice`, `location`, `video`, `document` and `sticker`. */
    readonly kinds?: Readonly<Record<string, number>>;
    /** Instead of the usual texts of the language: texts and their weights. */
    readonly texts?: Readonly<Record<string, number>>;
    /** By how much an answer is less likely with each further message of a chat. */
    readonly again?: number;
    /** Share of the answers that their writer deletes for everyone. */
    readonly takenBack?: number;
  };
  readonly react?: { readonly share?: number; readonly emoji?: Readonly<Record<string, number>> };
  /** Writes a stop word of the language. */
  readonly stopWord?: { readonly share?: number };
  /** Wants no more marketing messages, told through WhatsApp. */
  readonly optOut?: { readonly share?: number };
  readonly block?: { readonly share?: number };
  readonly report?: { readonly share?: number };
};

/** How the people of a population live with their phones. What is left out is as usual. */
export type HabitsPatch = {
  /** Share of the numbers that are on WhatsApp at all. */
  readonly onWhatsApp?: number;
  /** Share of the people who let others see that they read. */
  readonly readReceipts?: number;
  /** Share of the people who hide their phone number behind a username. */
  readonly phoneHidden?: number;
  /** Phones that cannot be reached: how much of the time, and how long it lasts. */
  readonly offline?: { readonly share?: number; readonly lasts?: DelayHabit };
  /** Local hours between which people look at their phones. */
  readonly awake?: { readonly from?: number; readonly until?: number };
  /** By what the business sent: a template's category, or `service` for everything else. */
  readonly messages?: {
    readonly marketing?: MessageHabitsPatch;
    readonly utility?: MessageHabitsPatch;
    readonly authentication?: MessageHabitsPatch;
    readonly service?: MessageHabitsPatch;
  };
  /** Files that answers of a kind are taken from (ids of POST /media). */
  readonly media?: Readonly<Record<string, readonly string[]>>;
};

export type NewPopulation = {
  readonly name?: string;
  /** How many people, at most ten million. They cost nothing until something happens to them. */
  readonly size: number;
  /** The same seed makes the same people with the same behaviour. */
  readonly seed?: string;
  /** Where they live: two-letter codes with weights. */
  readonly countries: Readonly<Record<string, number>>;
  readonly habits?: HabitsPatch;
};

export type PopulationPatch = { readonly name?: string; readonly habits?: HabitsPatch };

/** What has happened to a population so far. */
export type PopulationCounts = {
  /** People whom at least one message reached. */
  readonly reached: number;
  readonly accepted: number;
  readonly sent: number;
  readonly delivered: number;
  /** As businesses are told; who has read receipts off is not among them. */
  readonly read: number;
  readonly failed: number;
  readonly tapped: number;
  readonly linksOpened: number;
  readonly answered: number;
  readonly reacted: number;
  readonly takenBack: number;
  readonly stopWords: number;
  readonly blocked: number;
  readonly reported: number;
  readonly optedOut: number;
  /** Chats that people began by themselves. */
  readonly visited: number;
};

export type PopulationJson = {
  readonly id: string;
  readonly name: string;
  readonly size: number;
  readonly seed: string;
  /** How many live in each country. */
  readonly countries: Readonly<Record<string, number>>;
  readonly habits: unknown;
  readonly counts: PopulationCounts;
};

/** One of a population, whether or not anything has happened to them. */
export type MemberJson = {
  readonly id: string;
  readonly name: string;
  readonly waId: string;
  readonly bsuid: string;
  readonly country: string;
  readonly language: string;
  readonly timeZone: string;
  readonly onWhatsApp: boolean;
};

/** People of a population who write to a number by themselves, spread over some time. */
export type NewVisits = {
  /** The first number when absent. */
  readonly phoneNumberId?: string;
  readonly people: number;
  /** Over how long, from the emulator's present. */
  readonly over: Duration;
  /** Instead of the usual greetings of the language: texts and their weights. */
  readonly texts?: Readonly<Record<string, number>>;
  /** Weights of `text`, `image`, `voice`, `location`, `video`, `document` and `sticker`. */
  readonly kinds?: Readonly<Record<string, number>>;
};

export type VisitsJson = {
  readonly id: string;
  readonly populationId: string;
  readonly phoneNumberId: string;
  readonly people: number;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly visited: number;
};
