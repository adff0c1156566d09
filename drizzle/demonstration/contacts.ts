import { INVENTED_DOMAIN, inventedLandline, inventedMobile } from '#engine/text/invented-contact.ts';
import type { Dice } from './dice.ts';

export type Contacts = {
  mobile?: string;
  landline?: string;
  email?: string;
  pushToken?: string;
  consents: string[];
  blocked: string[];
};

/**
 * How the sandbox's phones behave, by their last two figures (`channels/sandbox/recipient.ts`): most just receive, and enough
 * answer, fail or keep silent for a drill to look alive.
 */
const endings: readonly (readonly [number, string])[] = [
  [46, ''],
  [16, '81'],
  [4, '82'],
  [13, '83'],
  [1, '84'],
  [6, '85'],
  [1.5, '90'],
  [3, '91'],
  [1.5, '92'],
  [0.5, '93'],
  [2, '94'],
  [4, '95'],
  [0.5, '96'],
  [0.5, '97'],
  [0.5, '98'],
];
const mailboxes = [
  [88, ''],
  [4, '.read'],
  [2, '.failed'],
  [1, '.refused'],
  [3, '.silent'],
  [2, '.slow'],
] as const;

/** The phones, mailbox and app of the n-th invented person (n below 60,000); the household shares its landline. */
export function inventContacts(
  n: number,
  person: { age: number; name: string; landline: string | undefined; reachable: boolean },
  dice: Dice,
): Contacts {
  const { age } = person;
  const contacts: Contacts = { consents: [], blocked: [] };
  if (!person.reachable) return contacts;
  const ending = phoneEnding(dice);
  if (dice.happens(age < 65 ? 0.985 : age < 75 ? 0.94 : 0.82))
    contacts.mobile = inventedMobile(scrambled(n) * 100 + ending);
  if (person.landline) contacts.landline = person.landline;
  if (dice.happens(age < 65 ? 0.85 : age < 75 ? 0.5 : 0.16))
    contacts.email = `${mailboxName(person.name)}.${n}${dice.weighted(mailboxes)}@${INVENTED_DOMAIN}`;
  if (contacts.mobile && dice.happens(age < 65 ? 0.34 : 0.07))
    contacts.pushToken = `invented-${scrambled(n) * 100 + ending}`;
  for (const [channel, has] of [
    ['sms', contacts.mobile],
    ['voice', contacts.landline ?? contacts.mobile],
    ['email', contacts.email],
    ['push', contacts.pushToken],
  ] as const) {
    if (has && dice.happens(0.62)) contacts.consents.push(channel);
    else if (has && dice.happens(0.01)) contacts.blocked.push(channel);
  }
  return contacts;
}

/** The landline of the household of the n-th invented person, more often the older its head; undefined without one. */
export function householdLandline(n: number, age: number, dice: Dice): string | undefined {
  if (!dice.happens(age < 40 ? 0.22 : age < 65 ? 0.5 : 0.84)) return undefined;
  return inventedLandline(scrambled(n) * 100 + phoneEnding(dice));
}

/** Two figures that decide what the phone does in the sandbox. */
function phoneEnding(dice: Dice): number {
  const ending = dice.weighted(endings);
  return ending === '' ? dice.below(80) : Number(ending);
}

// 39,119 shares no factor with 60,000: neighbours get numbers far apart and no two the same.
const scrambled = (n: number) => (n * 39_119 + 12_345) % 60_000;

const mailboxName = (name: string) =>
  name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z]+/g, '.')
    .replace(/^\.|\.$/g, '') || 'buzon';
