'use client';

import { useStoreApi } from '@xyflow/react';
import { type ReactNode, useState } from 'react';

/**
 * Keeps React Flow from measuring: sizes and handles are told with each node (`as-flow.ts`). It would ask every card of a
 * large journey for its box as it opens, and lose the ways out of those that are not painted. Stands above `ReactFlow`,
 * since that takes hold of what measures when it is first rendered.
 */
export function ToldSizes({ children }: { children: ReactNode }) {
  const store = useStoreApi();
  useState(() => store.setState({ updateNodeInternals: () => undefined }));
  return children;
}
