import { addNumber } from "../businesses/add-number.ts";
import { addWaba } from "../businesses/add-waba.ts";
import { addDemoApp, addDemoToken, addDemoWaba, SCOPES } from "../demo.ts";
import { addFault } from "../faults/add-fault.ts";
import { given } from "../given.ts";
import { savePortfolio } from "../limits/portfolios.ts";
import { addPopulation } from "../people/population/add-population.ts";
import { withHabits } from "../people/population/read-habits.ts";
import { USUAL_HABITS } from "../people/population/usual-habits.ts";
import { addPerson } from "../people/add-person.ts";
import { saveNumber } from "../routes/save-number.ts";
import { chatState, saveChatState } from "../store/chats.ts";
import { PHYSICS } from "../store/kinds/limits.ts";
import { FRESH_TEMPLATE } from "../store/kinds/templates.ts";
import { newId, type World } from "../world.ts";
import { businessChat } from "../world/identity.ts";
import { digitsOf } from "../world/phone.ts";
import { normalComponents } from "./find-problems.ts";
import type {
  DescribedNumber,
  DescribedTemplate,
  DescribedWaba,
  DescribedWorld,
} from "./world-description.ts";

/** Fills an empty world with what is described, and with the demo's where nothing is said. */
export function describeWorld(world: World, described: DescribedWorld): void {
  world.db.write(() => {
    setClock(world, described.clock ?? {});
    const settings = {
      ...world.settings(),
      ...PHYSICS[described.physics ?? "calm"],
      ...given(described.settings ?? {}),
    };
    world.kinds.settings.put("settings", settings);
    addDemoApp(world, given(described.app ?? {}));
    for (const portfolio of described.portfolios) {
      savePortfolio(world, { ...portfolio, growthCheckAt: null });
    }
    if (described.wabas === undefined) addDemoWaba(world);
    for (const waba of described.wabas ?? []) describeWaba(world, waba);
    describeTokens(world, described.tokens);
    for (const person of described.people) describePerson(world, person);
    for (const { habits, name, seed, ...rest } of described.populations) {
      const all = withHabits(USUAL_HABITS, habits ?? {});
      addPopulation(world, { ...rest, name, seed, habits: all });
    }
    for (const fault of described.faults) addFault(world, fault);
  });
}

function setClock(world: World, clock: NonNullable<DescribedWorld["clock"]>): void {
  // Standing before it is set: between the two it would go on.
  if (clock.frozen === true) world.clock.freeze(true);
  if (clock.now !== undefined) world.clock.set(Date.parse(clock.now));
  if (clock.speed !== undefined) world.clock.runAt(clock.speed);
}

function describeWaba(world: World, described: DescribedWaba): void {
  const { numbers, templates, webhookUrl, ...rest } = described;
  const waba = addWaba(world, { name: rest.name, id: rest.id, portfolioId: rest.portfolioId });
  world.kinds.wabas.put(waba.id, {
    ...waba,
    subscribed: true,
    ...given(rest),
    overrideCallbackUri: webhookUrl ?? null,
  });
  for (const number of numbers) describeNumber(world, waba.id, number);
  for (const template of templates) describeTemplate(world, waba.id, template);
}

function describeNumber(world: World, wabaId: string, described: DescribedNumber): void {
  const { phone, profile, pin, webhookUrl, connected, verifiedName, ...rest } = described;
  const digits = digitsOf(phone) ?? phone;
  const number = addNumber(world, { wabaId, digits, verifiedName, connected, id: rest.id });
  saveNumber(world, {
    ...number,
    ...given(rest),
    pin: pin ?? number.pin,
    overrideCallbackUri: webhookUrl ?? null,
    profile: { ...number.profile, ...given(profile ?? {}) },
  });
}

function describeTemplate(world: World, wabaId: string, described: DescribedTemplate): void {
  const id = described.id ?? newId(world, "template");
  world.kinds.templates.put(id, {
    ...FRESH_TEMPLATE,
    ...described,
    id,
    wabaId,
    components: [...normalComponents(described)],
    createdAt: world.clock.now(),
    edits: [],
  });
}

function describeTokens(world: World, tokens: DescribedWorld["tokens"]): void {
  if (tokens === undefined) return addDemoToken(world);
  for (const { token, scopes, expiresAt, ...rest } of tokens) {
    world.kinds.tokens.put(token, {
      ...rest,
      token,
      scopes: scopes ?? SCOPES,
      issuedAt: world.clock.now(),
      expiresAt: expiresAt === null ? null : Date.parse(expiresAt),
    });
  }
}

function describePerson(world: World, described: DescribedWorld["people"][number]): void {
  const { blocks, phone, ...rest } = described;
  const digits = phone === undefined ? null : digitsOf(phone);
  const person = addPerson(world, {
    ...given(rest),
    name: rest.name,
    ...(digits === null ? {} : { phone: digits }),
  });
  const blocked = new Set(blocks.map(digitsOf));
  for (const number of world.kinds.numbers.list().filter((it) => blocked.has(it.waId))) {
    const chatId = businessChat(number.id);
    const state = chatState(world.db, person.id, chatId);
    saveChatState(world.db, person.id, chatId, { ...state, blocked: true });
  }
}
