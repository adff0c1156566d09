-- Calls that may be made now, in the order the relay and the claim ask for them.
create index call_due on call (endpoint_id, (coalesce(not_before, created_at))) where status = 'queued';
drop index call_pending;
-- What was accepted lately, for the weights of accounts: block ranges cost the hand-over next to nothing.
create index message_accepted on message using brin (accepted_at) with (pages_per_range = 32, autosummarize = on);
