import type { ReactNode } from 'react';
import type { Node } from '#engine/journey.ts';

export const node = (kind: string, config: Node['config'], more: Partial<Node> = {}): Node => ({
  id: 'n2',
  kind,
  config,
  ...more,
});

export const state = (name: string, show: () => ReactNode) => ({ name, show });
