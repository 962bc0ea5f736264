import type { ControlClient } from "../control/client.ts";
import { presentMessage } from "../people/chat-view.ts";
import { listBubbles } from "../store/bubbles.ts";
import { findPerson, listPeople } from "../store/people.ts";
import type { ChatMessageJson, WriteContent, WriteRequest } from "../wire/control.ts";
import type { World } from "../world.ts";
import { businessChat } from "../world/identity.ts";
import { wordsOf } from "./message-words.ts";
import type { Waiter, Waiting } from "./wait.ts";

/** Words that a message has somewhere, a pattern, or a question about the message. */
export type Expected = string | RegExp | ((message: ChatMessageJson) => boolean);

/** What all phones of an emulator share. */
export type PhoneDesk = {
  readonly world: World;
  readonly control: ControlClient;
  readonly wait: Waiter;
  /** The number that people write to when none is named. */
  readonly usualNumber: () => string;
  /** Messages that `receives` has handed out. */
  readonly handedOut: Set<string>;
};

const LOOK_BACK = 500;

/**
 * A person's phone, in a test's words. Whoever is named and not there yet gets a phone.
 *
 * @example
 * ```ts
 * await meta.phone("Ana").sends("Hello?");
 * await meta.phone("Ana").receives(/welcome/i);
 * ```
 */
export class Phone {
  readonly #desk: PhoneDesk;
  readonly #who: string;
  readonly #numberId: string | undefined;

  constructor(desk: PhoneDesk, who: string, numberId?: string) {
    this.#desk = desk;
    this.#who = who;
    this.#numberId = numberId;
  }

  /** The same phone, in the chat with another business number. */
  with(numberId: string): Phone {
    return new Phone(this.#desk, this.#who, numberId);
  }

  /** Digits of the phone number: what `to` of a send takes. */
  async number(): Promise<string> {
    const id = await this.#id();
    return findPerson(this.#desk.world.db, id)?.waId ?? "";
  }

  /** Writes to the business; resolves when the emulator has it. */
  async sends(
    what: string | WriteContent,
    rest: Omit<WriteRequest, "content"> = {},
  ): Promise<ChatMessageJson> {
    const content = typeof what === "string" ? { kind: "text" as const, body: what } : what;
    return this.#desk.control.write(await this.#id(), this.#number(), content, rest);
  }

  /**
   * The first message from the business that fits and was not handed out before;
   * waits for it if it has not arrived.
   *
   * @throws WaitError saying what has arrived instead.
   */
  async receives(expected: Expected = () => true, waiting: Waiting = {}): Promise<ChatMessageJson> {
    const id = await this.#id();
    const { handedOut, wait } = this.#desk;
    const found = await wait(
      () => this.#incoming(id).find((it) => !handedOut.has(this.#keyOf(it)) && fits(it, expected)),
      () => this.#missing(id, expected),
      waiting,
    );
    handedOut.add(this.#keyOf(found));
    return found;
  }

  /** Everything that the business has sent, oldest first. */
  async received(): Promise<readonly ChatMessageJson[]> {
    return this.#incoming(await this.#id());
  }

  /** Reads the chat: the business hears of it. */
  async reads(): Promise<void> {
    await this.#desk.control.read(await this.#id(), this.#number());
  }

  /** Taps a button or chooses a row by its words, on the latest message that has it. */
  async taps(title: string): Promise<ChatMessageJson> {
    const id = await this.#id();
    const card = this.#incoming(id).findLast((it) => offers(it, title));
    if (card === undefined) {
      throw new Error(`${this.#who} sees no button "${title}". ${this.#seen(id)}`);
    }
    return this.#desk.control.tap(id, card.id, { title });
  }

  /** Reacts to the latest message of the business; `null` takes it back. */
  async reacts(emoji: string | null): Promise<void> {
    const id = await this.#id();
    const last = this.#incoming(id).at(-1);
    if (last === undefined) throw new Error(`${this.#who} has no message to react to.`);
    await this.#desk.control.react(id, last.id, emoji);
  }

  async blocks(): Promise<void> {
    await this.#desk.control.block(await this.#id(), this.#number());
  }

  async unblocks(): Promise<void> {
    await this.#desk.control.unblock(await this.#id(), this.#number());
  }

  /** Messages wait at Meta until the phone comes back. */
  async goesOffline(): Promise<void> {
    await this.#desk.control.changePerson(await this.#id(), { online: false });
  }

  async comesOnline(): Promise<void> {
    await this.#desk.control.changePerson(await this.#id(), { online: true });
  }

  #keyOf({ personId, id }: ChatMessageJson): string {
    return `${this.#desk.world.events.epoch} ${personId} ${id}`;
  }

  #number(): string {
    return this.#numberId ?? this.#desk.usualNumber();
  }

  async #id(): Promise<string> {
    const { world, control } = this.#desk;
    const known =
      listPeople(world.db).find((it) => it.name === this.#who) ?? findPerson(world.db, this.#who);
    if (known !== null && known !== undefined) return known.id;
    const isPhone = /^\+?[\d\s()-]{7,}$/.test(this.#who);
    const given = isPhone ? { name: this.#who, phone: this.#who } : { name: this.#who };
    return (await control.addPerson(given)).id;
  }

  #incoming(id: string): readonly ChatMessageJson[] {
    const { world } = this.#desk;
    const page = { before: null, limit: LOOK_BACK };
    return listBubbles(world.db, id, businessChat(this.#number()), page)
      .filter((it) => it.direction === "in")
      .map((it) => presentMessage(world, it));
  }

  #missing(id: string, expected: Expected): string {
    const what = typeof expected === "function" ? "such a message" : `a message with ${expected}`;
    return `${this.#who} has not received ${what}. ${this.#seen(id)}`;
  }

  #seen(id: string): string {
    const words = this.#incoming(id).map((it) => JSON.stringify(wordsOf(it.content)));
    return words.length === 0 ? "Nothing has arrived." : `What has arrived: ${words.join(", ")}.`;
  }
}

function fits(message: ChatMessageJson, expected: Expected): boolean {
  if (typeof expected === "function") return expected(message);
  const words = wordsOf(message.content);
  return typeof expected === "string" ? words.includes(expected) : expected.test(words);
}

function offers({ content }: ChatMessageJson, title: string): boolean {
  if (content.kind !== "card") return false;
  const rows = content.list?.sections.flatMap((it) => it.rows) ?? [];
  const onCards = content.cards.flatMap((it) => it.actions);
  return [...content.actions, ...rows, ...onCards].some((it) => it.title === title && it.answers);
}
