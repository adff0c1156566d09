import { type Draft, each, kinds, type Mutation, onNodes, onWhole } from './mutation.fixture.ts';

const triggers = ['launch', 'event', 'cap-warning', 'schedule'];
const ladders = ['notify', 'ask'];
const spoken = (draft: Draft) =>
  Object.entries(draft.texts).flatMap(([language, nodes]) =>
    Object.entries(nodes).flatMap(([node, channels]) =>
      Object.keys(channels).map((channel) => ({ language, node, channel })),
    ),
  );
const onTexts = (
  name: string,
  code: string,
  only: string[],
  damage: (channels: Draft['texts'][string][string], channel: string) => unknown,
) =>
  each(name, code, (draft) =>
    spoken(draft)
      .filter(({ channel }) => only.length === 0 || only.includes(channel))
      .map(
        ({ language, node, channel }) =>
          () => (damage(draft.texts[language]![node]!, channel), node),
      ),
  );
const rules = (draft: Draft) =>
  draft.nodes.flatMap(({ id, config }) => [
    ...['audience', 'rule']
      .filter((key) => config[key])
      .map((key) => ({ id, put: (rule: unknown) => (config[key] = rule) })),
    ...(config.paths ?? []).map((path) => ({ id, put: (rule: unknown) => (path.rule = rule) })),
  ]);
const onRules = (name: string, code: string, rule: unknown) =>
  each(name, code, (draft) =>
    rules(draft).map(
      ({ id, put }) =>
        () => (put(rule), id),
    ),
  );

/** Kinds of damage, each with the problem that `check` must answer. */
export const mutations: Mutation[] = [
  onNodes('a node without its id', 'shape', ['end'], (node) => Object.assign(node, { id: 'not an id' })),
  onNodes('a field nobody knows beside the config', 'unknown-fields', ['launch', 'event', 'wait'], (node) =>
    Object.assign(node, { colour: 'red' }),
  ),
  onNodes('an id that the machine keeps', 'reserved-id', ['end', 'task'], (node) => (node.id = 'enter')),
  onNodes('an id used twice', 'node-twice', ['end', 'task', 'notify', 'wait'], (node, draft) =>
    draft.nodes.push(structuredClone(node)),
  ),
  onNodes(
    'a kind nobody knows',
    'unknown-kind',
    ['end', 'notify', 'ask', 'branch', 'wait'],
    (node) => (node.kind = 'teleport'),
  ),
  onNodes(
    'a config without its field',
    'field-missing',
    ['end', 'task', 'ask', 'split', 'wait', 'wait-for'],
    (node) => (node.config = {}),
  ),
  onNodes(
    'a config with a field too many',
    'config',
    [...triggers, ...ladders, 'end'],
    (node) => (node.config['extra'] = 1),
  ),
  onNodes('a node nobody enters', 'unreachable-node', ['task', 'end', 'ask', 'notify'], (node, draft) => {
    draft.edges = draft.edges.filter(({ to }) => to !== node.id);
  }),
  each('a port that leads nowhere', 'port-unconnected', (draft) =>
    draft.edges.map((edge) => () => (draft.edges.splice(draft.edges.indexOf(edge), 1), edge.from)),
  ),
  each('an edge to nowhere', 'edge-to-nowhere', (draft) =>
    draft.edges.map((edge) => () => ((edge.to = 'gone'), edge.from)),
  ),
  each('an edge from nowhere', 'edge-from-nowhere', (draft) =>
    draft.edges.map((edge) => () => ((edge.from = 'gone'), edge.to)),
  ),
  each('an edge from a port that is not there', 'unknown-port', (draft) =>
    draft.edges.map((edge) => () => ((edge.port = 'back'), edge.from)),
  ),
  each('a port that leads to two places', 'port-leads-twice', (draft) =>
    draft.edges.map((edge) => () => (draft.edges.push({ ...edge, to: draft.edges[0]!.to }), edge.from)),
  ),
  each('an edge into a trigger', 'edge-into-trigger', (draft) =>
    kinds(draft, ...triggers).map(
      ({ id }) =>
        () => ((draft.edges.at(-1)!.to = id), id),
    ),
  ),
  onWhole(
    'no trigger',
    'no-trigger',
    (draft) => (draft.nodes = draft.nodes.filter(({ kind }) => !triggers.includes(kind))),
  ),
  onWhole('no end', 'no-end', (draft) => (draft.nodes = draft.nodes.filter(({ kind }) => kind !== 'end'))),
  onNodes('a circle of rules alone', 'cycle-without-wait', ['branch', 'split'], (node, draft) =>
    draft.edges.filter(({ from }) => from === node.id).forEach((edge) => (edge.to = node.id)),
  ),
  onNodes('a ladder that reaches nobody and tries itself again', 'cycle-without-wait', ladders, (node, draft) => {
    draft.edges.find(({ from, port }) => from === node.id && port === 'nobody')!.to = node.id;
  }),
  onNodes('a message that follows its own receipt', 'cycle-without-wait', ['notify'], (node, draft) => {
    draft.edges.find(({ from, port }) => from === node.id && port === 'reached')!.to = node.id;
  }),
  onNodes('no way to an end', 'dead-end', ['notify', 'task', 'wait-for', 'wait'], (node, draft) =>
    draft.edges.filter(({ from }) => from === node.id).forEach((edge) => (edge.to = node.id)),
  ),
  onTexts('a text missing in a required language', 'text-missing', [], (channels, channel) => delete channels[channel]),
  onTexts('an empty text', 'text-empty', [], (channels, channel) => (channels[channel]!.body = '  ')),
  onTexts(
    'an e-mail or letter without a subject',
    'subject-missing',
    ['email', 'letter'],
    (channels, channel) => delete channels[channel]!.subject,
  ),
  onTexts(
    'a text that names what nobody knows',
    'text-unknown-name',
    [],
    (channels, channel) => (channels[channel]!.body = 'Hola {{ citizen.shoeSize }}'),
  ),
  onTexts(
    'a text with a tag that is not allowed',
    'template-tag',
    [],
    (channels, channel) => (channels[channel]!.body = '{% include "x" %}'),
  ),
  onTexts(
    'a text with a filter that is not allowed',
    'template-filter',
    [],
    (channels, channel) => (channels[channel]!.body = '{{ citizen.ref | where }}'),
  ),
  onTexts(
    'a text that is not closed',
    'template-syntax',
    [],
    (channels, channel) => (channels[channel]!.body = 'Hola {{ citizen.ref'),
  ),
  onTexts('a text that is not text', 'shape', [], (channels, channel) => (channels[channel]!.body = 7)),
  onTexts(
    'a shortened link in an SMS',
    'link-shortened',
    ['sms'],
    (channels, channel) => (channels[channel]!.body = 'Mire bit.ly/3xYz'),
  ),
  onTexts(
    'a link in an SMS',
    'sms-link',
    ['sms'],
    (channels, channel) => (channels[channel]!.body = 'Entre en www.ejemplo.es'),
  ),
  onTexts(
    'an amount in an SMS',
    'sms-amount',
    ['sms'],
    (channels, channel) => (channels[channel]!.body = 'Le corresponden 350,50 €'),
  ),
  onTexts(
    'a link that carries a value of the person',
    'link-with-value',
    [],
    (channels, channel) => (channels[channel]!.body = 'Entre en https://ejemplo.es/{{ citizen.ref }}'),
  ),
  onTexts(
    'a translation that nobody has reviewed',
    'text-not-reviewed',
    [],
    (channels, channel) => (channels[channel]!.state = 'translated'),
  ),
  onRules('a rule over an unknown attribute', 'rule-unknown-attribute', { fact: 'citizen.shoeSize', is: 'exists' }),
  onRules('a rule with an operator of another type', 'rule-operator-not-for-type', {
    fact: 'citizen.language',
    is: 'less',
    value: 3,
  }),
  onRules('a rule with a value of another type', 'rule-value-of-wrong-type', {
    fact: 'citizen.ingresos',
    is: 'equals',
    value: 'much',
  }),
  onRules('a rule over an unknown variable', 'rule-unknown-variable', {
    all: [{ fact: 'member.nothing', is: 'exists' }],
  }),
  onRules('a rule over a safety flag', 'rule-names-safety-flag', { not: { fact: 'citizen.protected', is: 'exists' } }),
  onRules('an operator nobody knows', 'config', { fact: 'citizen.language', is: 'rhymes-with', value: 'es' }),
  onWhole(
    'a stop rule over an unknown attribute',
    'rule-unknown-attribute',
    (draft) =>
      (draft.stops = [{ id: 's', title: 'S', rule: { fact: 'citizen.shoeSize', is: 'exists' }, outcome: 's' }]),
  ),
  onWhole(
    'a stop rule of an id that the engine keeps',
    'exit-reserved',
    (draft) => (draft.stops = [{ id: 'deceased', title: 'S', event: 'x', outcome: 's' }]),
  ),
  onWhole(
    'two stop rules of one id',
    'exit-twice',
    (draft) => (draft.stops = ['a', 'b'].map((event) => ({ id: 's', title: 'S', event, outcome: 's' }))),
  ),
  onWhole('a stop rule on nothing', 'shape', (draft) => (draft.stops = [{ id: 's', title: 'S', outcome: 's' }])),
  onWhole(
    'a variable declared twice',
    'variable-twice',
    (draft) =>
      (draft.variables = [...(draft.variables ?? []), { name: 'v', type: 'text' }, { name: 'v', type: 'number' }]),
  ),
  each('a variable that nobody declared', 'unknown-variable', (draft) =>
    draft.nodes
      .filter(({ config }) => config['variable'] ?? 'expediente' in Object(config['answers']))
      .map(
        ({ id }) =>
          () => ((draft.variables = []), id),
      ),
  ),
  onNodes('a variable of another type', 'variable-type', ['set', 'ask'], (node, draft) => {
    draft.variables = [...(draft.variables ?? []), { name: 'v', type: 'boolean' }];
    node.config['variable'] = 'v';
  }),
  onNodes(
    'a wait until what is no date',
    'not-a-date',
    ['wait'],
    (node) => (node.config = { until: { for: 'date', fact: 'citizen.ingresos' } }),
  ),
  onNodes(
    'a wait until a date nobody holds',
    'unknown-fact',
    ['wait'],
    (node) => (node.config = { until: { for: 'date', fact: 'citizen.shoeSize' } }),
  ),
  onNodes('working days where no calendar is known', 'no-calendar', ['wait'], (node, draft) => {
    draft['seat'] = '99001';
    node.config = { until: { for: 'working-days', days: 5 } };
  }),
  onNodes('working days where the local holidays are not known', 'no-local-calendar', ['wait'], (node, draft) => {
    draft['seat'] = '28998';
    node.config = { until: { for: 'working-days', days: 5 } };
  }),
  onNodes(
    'a ladder for mobiles only',
    'only-mobile',
    ladders,
    (node) => (node.config['rungs'] = [{ id: 'sms', channel: 'sms' }]),
  ),
  onNodes('a ladder with a rung twice', 'rung-twice', ladders, (node) =>
    node.config.rungs?.push(structuredClone(node.config.rungs[0])),
  ),
  onNodes('an emergency that never expires', 'emergency-without-expiry', ladders, (node, draft) => {
    delete draft['expiresAfter'];
    draft['class'] = 'emergency';
    delete node.config['expires'];
  }),
  onNodes('an emergency one channel after another', 'emergency-sequential', ladders, (node, draft) => {
    draft['class'] = 'emergency';
    node.config['order'] = 'sequential';
    node.config['rungs'] = ['sms', 'voice'].map((channel) => ({ id: channel, channel }));
  }),
  onWhole('no legal basis', 'no-basis', (draft) => delete draft['basis']),
  onWhole('a legal basis without a norm', 'no-norm', (draft) => (draft['basis'] = { kind: 'public-task', norm: ' ' })),
  onWhole('no body that answers for it', 'no-unit', (draft) => delete draft['dir3']),
  onNodes(
    'shares that are not a hundred',
    'shares-not-100',
    ['split'],
    (node) => (node.config.shares![0]!.percent = 10),
  ),
  onNodes('two answers, outcomes or shares of one id', 'port-twice', ['ask', 'task', 'split', 'branch'], (node) => {
    const list = ['answers', 'outcomes', 'shares', 'paths'].map((key) => node.config[key]).find(Array.isArray);
    list?.push(structuredClone(list[0]));
  }),
  onNodes('an endpoint nobody set up', 'unknown-endpoint', ['call'], (node) => (node.config['endpoint'] = 'nobody')),
  onNodes('a skill nobody has', 'unknown-skill', ['task'], (node) => (node.config['skill'] = 'juggling')),
];
