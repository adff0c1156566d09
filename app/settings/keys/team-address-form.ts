import { parsePhoneNumberFromString } from 'libphonenumber-js/min';
import { z } from 'zod';

/** An address of the team as it is typed: an e-mail, or a mobile (of Spain unless it says which country). */
export const teamAddressForm = z.object({
  unitId: z.uuid(),
  address: z
    .string()
    .trim()
    .max(200)
    .transform((text, context) => {
      if (z.email().safeParse(text).success) return { channel: 'email' as const, address: text.toLowerCase() };
      const phone = parsePhoneNumberFromString(text, 'ES');
      if (phone?.isPossible()) return { channel: 'sms' as const, address: phone.number as string };
      context.addIssue({ code: 'custom', message: 'address' });
      return z.NEVER;
    }),
});
