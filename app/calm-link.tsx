'use client';

import NextLink from 'next/link';
import type { ComponentProps } from 'react';

/**
 * A link of the frame that asks for nothing before it is pressed: every page is made anew for who looks at it, so that what
 * Next asks for beforehand is a page's worth of work for the house and nothing for the reader, eight times a page.
 */
export function CalmLink(props: ComponentProps<typeof NextLink>) {
  return <NextLink prefetch={false} {...props} />;
}
