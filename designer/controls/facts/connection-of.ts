import type { HouseConnection, InspectorContext } from '../../inspector/context.ts';

/** The connection that the node in hand uses, where the house knows it. */
export function connectionOf({ node, house }: InspectorContext): HouseConnection | undefined {
  return house.connections.find(({ slug }) => slug === node?.config['endpoint']);
}
