-- What becomes of a person in a drill's copy: initials, and contacts that can never ring and that no record holds.

create or replace function cauce_initials(name text) returns text
language sql immutable parallel safe as $$ select regexp_replace(name, '(\S)\S*', '\1.', 'g') $$;

-- Invented numbers (engine/text/invented-contact.ts) keep their figures, and so their behaviour in the sandbox; eleven figures of
-- a hash stand for any other, so that people who share a phone share it in the drill too.
create or replace function cauce_copied_phone(run uuid, phone text, prefix text) returns text
language sql immutable parallel safe as $$
  select case
    when phone ~ '^\+342[69]\d{7}$' then prefix || substr(phone, 6)
    when phone <> '' then prefix || lpad((('x' || left(md5(run::text || phone), 13))::bit(52)::bigint % 100000000000)::text, 11, '0')
    else phone
  end
$$;

create or replace function cauce_copied_email(run uuid, email text) returns text
language sql immutable parallel safe as $$
  select case
    when email like '%@ejemplo.invalid' then 'copia.' || email
    when email <> '' then 'copia.' || left(md5(run::text || email), 16) || '@ejemplo.invalid'
    else email
  end
$$;
