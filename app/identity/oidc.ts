import { genericOAuth } from 'better-auth/plugins';
import type { ClaimedRole } from '#drizzle/queries/claimed-roles.ts';
import { env } from '#env';
import { claimRoles } from './claimed-roles.ts';

/** The identity provider of the administration, where one is set (OIDC_ISSUER): Keycloak, Entra ID, a gateway to Cl@ve. */
export function oidc() {
  const { OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET, OIDC_SCOPES } = env();
  if (OIDC_ISSUER === undefined || OIDC_CLIENT_ID === undefined) return [];
  return [
    genericOAuth({
      config: [
        {
          providerId: 'oidc',
          discoveryUrl: `${OIDC_ISSUER.replace(/\/$/, '')}/.well-known/openid-configuration`,
          clientId: OIDC_CLIENT_ID,
          ...(OIDC_CLIENT_SECRET !== undefined && { clientSecret: OIDC_CLIENT_SECRET }),
          scopes: OIDC_SCOPES.split(' '),
          pkce: true,
          requireIdTokenVerification: true,
          mapProfileToUser: (claims) => {
            claimRoles(rolesOf(claims));
            // Entra ID has no `email` for accounts without a mailbox.
            const email = text(claims['email']) ?? text(claims['preferred_username']);
            const name = text(claims['name']) ?? email;
            return {
              ...(email && { email: email.toLowerCase() }),
              ...(name && { name }),
              emailVerified: claims['email_verified'] === true,
            };
          },
        },
      ],
    }),
  ];
}

/** The roles that OIDC_ROLES gives for the values of the claim OIDC_ROLE_CLAIM (dotted, as in `realm_access.roles`). */
export function rolesOf(claims: Record<string, unknown>): ClaimedRole[] {
  const { OIDC_ROLE_CLAIM, OIDC_ROLES } = env();
  const value = OIDC_ROLE_CLAIM.split('.').reduce<unknown>(
    (inside, key) => (typeof inside === 'object' && inside !== null ? Reflect.get(inside, key) : undefined),
    claims,
  );
  const held = [value].flat().filter((one) => typeof one === 'string');
  return held.flatMap((one) => (Object.hasOwn(OIDC_ROLES, one) ? OIDC_ROLES[one]! : []));
}

const text = (value: unknown) => (typeof value === 'string' && value !== '' ? value : undefined);
