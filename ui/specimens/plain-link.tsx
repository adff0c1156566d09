import type { LinkType } from '../link-type.ts';

/** A link without a router, for pages that only show how things look. */
export const PlainLink: LinkType = ({ href, className, children, onClick, ...rest }) => (
  <a
    href={href}
    className={className}
    aria-current={rest['aria-current']}
    aria-label={rest['aria-label']}
    onClick={onClick}
  >
    {children}
  </a>
);
