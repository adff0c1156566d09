import type { z } from 'zod';
import type { Delay } from './delay.ts';
import type { Journey, MessageClass, Node } from './journey.ts';
import type { KindWords } from './node-words.ts';
import type { Problem } from './problem.ts';
import type { Reading } from './reading.ts';
import type { Rule } from './rule/rule.ts';
import type { Write } from './write.ts';

export const groups = ['triggers', 'flow', 'messages', 'people', 'end'] as const;
export const faces = ['bubble', 'ladder', 'fork', 'clock', 'hand', 'gate'] as const;

/** A way out of a node, by name. `label` is shown instead of the translated name when the official chose the words. */
export type Port = { id: string; label?: string };
/** A sentence as data: `code` names it in locales, `params` fill it. */
export type Phrase = { code: string; params: Record<string, string | number> };

export type Guard = { type: 'holds'; params: { reading: string } };
export type Action = { type: string; params: Record<string, string> };
export type Transition = { target: string; guard?: Guard; actions?: Action[]; reenter?: true };
/** The XState fragment of one node: the part of a plain-JSON state that Cauce uses. */
export type State = {
  id?: string;
  type?: 'parallel' | 'final';
  initial?: string;
  entry?: Action[];
  exit?: Action[];
  always?: Transition[];
  on?: Record<string, Transition[]>;
  after?: Record<string, Transition[]>;
  onDone?: Transition[];
  states?: Record<string, State>;
};

/** What a message needs to know when it leaves. */
export type Send = {
  channel: string;
  class: MessageClass;
  to: 'citizen' | 'carer';
  expiresMs: number | null;
  enough: string;
};

/** One answer that a question takes: chosen by its digit, its title or one of its keywords. */
export type Answer = { id: string; title: string; digit?: string | undefined; keywords: string[] };
/** What somebody of the administration is asked to do; `hours` are working hours of the body. */
export type Task = { title: string; skill: string; hours: number };
/** What is asked of another system: `path` is a template, `send` names the facts of the body. Times in milliseconds. */
export type Call = {
  endpoint: string;
  method: 'GET' | 'POST' | 'PUT';
  path: string;
  send: string[];
  timeoutMs: number;
  retries: number;
};

/** What a kind is given to compile one of its nodes: names that are unique in the journey, and places to leave data. */
export type Build = {
  node: Node;
  journey: Journey;
  /** The XState target of a port; an unconnected port ends the journey with outcome `dead-end`, so that nobody is lost. */
  port: (id: string) => string;
  /** Declares a question under this node and returns the guard that asks it. */
  guard: (name: string, reading: Reading) => Guard;
  /** Declares a timer under this node and returns its name. */
  timer: (name: string, delay: Delay) => string;
  send: (rung: string, send: Send) => void;
  /** Says what the node's `set` and `answer` effects write, in order. */
  write: (writes: Write[]) => void;
  question: (answers: Answer[]) => void;
  task: (task: Task) => void;
  call: (call: Call) => void;
};

/** How a kind lets citizens in; only triggers have one. `events` are inbox types that let a citizen enter a standing run. */
export type Entry = { events: string[]; audience: boolean };

export type NodeKind<C = never> = {
  kind: string;
  group: (typeof groups)[number];
  icon: string;
  words: KindWords;
  face: (typeof faces)[number] | null;
  config: z.ZodType<C>;
  /** The config of a newly drawn node. What only its author can know is left out, so that `check` asks for it. */
  starter: Record<string, unknown>;
  ports: (config: C) => Port[];
  summary: (config: C) => Phrase;
  /** True when a member can stand here while time passes, so that a cycle through it is not endless. */
  rests: boolean;
  /** The ports of a resting kind that may be taken in the instant of entering; absent: none. */
  passes?: (config: C) => string[];
  /**
   * The ports that machines alone may take a moment later: on an operator's receipt, on another system's answer; absent:
   * none. Whoever went in a circle of these would never be left in peace.
   */
  hurries?: (config: C) => string[];
  lint?: (config: C, node: Node, journey: Journey) => Problem[];
  /** The rules in the config, with their place; `event` says whether one is in hand there (null: as at the trigger). */
  rules?: (config: C) => { rule: Rule; path: (string | number)[]; event: boolean | null }[];
  /** The channels this node speaks on, for which it needs texts. */
  speaks?: (config: C) => string[];
  entry?: (config: C) => Entry;
  /** Absent for triggers, which are doors and not places. */
  state?: (config: C, build: Build) => State;
};

/** Declares a node kind; the config's type is inferred from its schema. */
export function defineNode<C>(kind: NodeKind<C>): NodeKind<C> {
  return kind;
}
