'use client';

import NextLink from 'next/link';
import type { ComponentProps } from 'react';

/**
 * The house's link: it asks for nothing before it is pressed. Every page is made anew for who looks at it, so that what Next
 * asks for beforehand is a page's worth of work for the house, for each link in sight, and nothing for the reader.
 */
export function CalmLink(props: ComponentProps<typeof NextLink>) {
  return <NextLink prefetch={false} {...props} />;
}
