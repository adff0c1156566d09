import type { Journey, Node } from '#engine/journey.ts';
import type { CitizenFacts } from '#engine/person.ts';
import type { Attribute } from '#engine/rule/attribute.ts';
import type { Say } from '../say.ts';
import type { Asks } from './asks.ts';

/** A channel contract as the inspector needs it: what it costs, how fast it is, whether people can answer it. */
export type HouseAccount = {
  slug: string;
  name: string;
  channel: string;
  sender: string | null;
  /** Messages per second; null: as fast as it takes them. */
  rate: number | null;
  centsPerPart: number;
  /** The number or address that answers come back to. */
  replyTo: string | null;
  live: boolean;
};

/** Another system that calls may go to; its credentials never leave the server. */
export type HouseConnection = {
  slug: string;
  name: string;
  host: string;
  methods: readonly string[];
  /** The facts that may be told to it; null: any. */
  sends: readonly string[] | null;
  /** Whether it has an address for trying. */
  canTry: boolean;
};

/** Somebody invented, through whose eyes a text, a wait or a rule is looked at. */
export type SamplePerson = { id: string; name: string; tells: string; citizen: CitizenFacts };

/** What the administration has that a journey may lean on. Plain data, so that a page can bring it. */
export type House = {
  unit: string;
  catalogue: readonly Attribute[];
  accounts: readonly HouseAccount[];
  connections: readonly HouseConnection[];
  /** What it uses data for, as in its register of processing activities. */
  purposes: readonly { code: string; title: string }[];
  skills: readonly string[];
  /** Types of events that have been heard, or that other journeys name. */
  events: readonly string[];
  audiences: readonly { id: string; name: string; rule: unknown }[];
  domains: readonly string[];
  people: readonly SamplePerson[];
  /** The names of municipalities that are spoken of, by their code. */
  places: Readonly<Record<string, string>>;
};

/** Everything a control may know besides its value. `node` is null where the journey itself is edited. */
export type InspectorContext = {
  say: Say;
  journey: Journey;
  node: Node | null;
  house: House;
  asks: Asks;
  /** Epoch ms. */
  now: number;
};
